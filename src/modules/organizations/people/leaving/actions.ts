import { forgetDetails } from '../../../../platform/audit.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Download } from '../../../../platform/endpoint.ts'
import { found, NotFound, refuse } from '../../../../platform/errors.ts'
import { forgotten, rowsAbout, takesAlong } from '../../../../platform/own-data.ts'
import { removeLogin } from '../../../../platform/sign-in/logins.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { knownPerson } from '../actions.ts'
import * as people from '../queries.ts'
import { isForTheWhole, lastAdministratorRefusal } from '../rules.ts'
import type { Leaving } from './contract.ts'
import * as queries from './queries.ts'
import { forgetOn, mayForget } from './rules.ts'

type One = { id: string }
const todayOf = ({ me, now }: Context): string => dayIn(me.timeZone, now)

export async function takeMyData(context: Context): Promise<Download> {
  const { tx, me, now, publish } = context
  const personId = found(me.id)
  const { forgetOn: _, ...person } = found(await queries.leavingOf(tx, personId))
  const kept: Record<string, unknown> = {
    madeAt: now,
    person,
    ...(await rowsAbout(tx, personId, ['membership', 'group_member', 'invitation'])),
  }
  await publish(takesAlong, { personId, add: (more) => Object.assign(kept, more) })
  return { name: 'linli.json', type: 'application/json; charset=utf-8', body: JSON.stringify(kept, null, 2) }
}

export async function readLeaving(context: Context, { id }: One): Promise<Leaving> {
  await knownPerson(context, id)
  const person = found(await queries.leavingOf(context.tx, id))
  return { forgetOn: person.forgetOn, mayForget: mayForget(context.me, id) }
}

export async function askToForget(context: Context, { id }: One): Promise<Leaving> {
  const person = await held(context, id)
  if (person.memberships.some((role) => isForTheWhole(role)))
    refuse(lastAdministratorRefusal(await queries.otherAdministrators(context.tx, id), todayOf(context)))
  await queries.setForgetOn(context.tx, id, forgetOn(todayOf(context)))
  return readLeaving(context, { id })
}

export async function keepAfterAll(context: Context, { id }: One): Promise<Leaving> {
  await held(context, id)
  await queries.setForgetOn(context.tx, id, null)
  return readLeaving(context, { id })
}

async function held(context: Context, id: string) {
  await people.holdStill(context.tx, 'administrators', id)
  const person = await knownPerson(context, id)
  if (!mayForget(context.me, id)) throw new NotFound()
  return person
}

/** Those whose day has come. Whoever is the last to administer the whole waits until somebody else does. */
export async function forgetDue(context: Context): Promise<void> {
  for (const id of await queries.dueToForget(context.tx, todayOf(context))) await forget(context, id)
}

async function forget(context: Context, id: string): Promise<void> {
  const { tx, me, now, publish } = context
  await people.holdStill(tx, 'administrators', id)
  const { name: _, phone, email } = found(await queries.leavingOf(tx, id))
  const memberships = await people.membershipsOf(tx, [id])
  const last = lastAdministratorRefusal(await queries.otherAdministrators(tx, id), todayOf(context))
  if (last && memberships.some((role) => isForTheWhole(role))) return
  await publish(forgotten, { personId: id })
  await removeLogin(tx, me.tenantId, id)
  await queries.forgetPerson(tx, id, now, todayOf(context))
  await forgetDetails(
    tx,
    id,
    [phone, email].filter((word) => word !== null),
  )
}
