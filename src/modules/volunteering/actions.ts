import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/database.ts'
import { allow, found, NotFound, refuse } from '../../platform/errors.ts'
import { event } from '../../platform/events.ts'
import { maySee } from '../activities/rules.ts'
import { heldActivity, seenActivity } from '../activities/seeing/actions.ts'
import type * as contract from './contract.ts'
import type { Shift } from './contract.ts'
import { carryShifts } from './following/actions.ts'
import * as queries from './queries.ts'
import { mayLead, roleChangeRefusal, shiftRefusal } from './rules.ts'
import { ledShift } from './signing/actions.ts'
import { moveUp } from './signing/moving/actions.ts'
import * as signing from './signing/queries.ts'
import { showStanding } from './signing/standing/actions.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

/** A shift will not take place; these people had a place in it or were waiting. */
export const shiftCancelled = event<{ shiftId: string; personIds: string[]; reason: string }>('shiftCancelled')

export async function getShift({ tx, me }: Context, { shiftId }: { shiftId: string }): Promise<Shift> {
  const shift = found(await queries.shiftById(tx, me.id, shiftId))
  const { kind, hostPath, teamPaths, mine } = shift
  found(maySee(me, { kind, hostPath, teamPaths, mine: mine !== null }) || null)
  return shift
}

export async function shiftsOfActivity(context: Context, { activityId }: { activityId: string }): Promise<Shift[]> {
  await seenActivity(context, activityId)
  return queries.shiftsOf(context.tx, context.me.id, activityId)
}

export async function createShift(context: Context, input: In<typeof contract.createShift>): Promise<Shift> {
  const { tx, me } = context
  const { activityId, roles, ...times } = input
  const activity = await heldActivity(context, activityId)
  const teamPaths = activity.teams.map((team) => team.path)
  allow(mayLead(me, activity.hostPath, teamPaths))
  refuse(shiftRefusal(input, activity))
  await knownSkills(context, roles)
  const id = newId()
  await queries.insertShift(tx, { ...times, id, activityId, hostId: activity.hostId })
  await queries.writeRoles(
    tx,
    id,
    roles.map(({ id: _, ...role }) => role),
  )
  return getShift(context, { shiftId: id })
}

export async function changeShift(context: Context, input: In<typeof contract.changeShift>): Promise<Shift> {
  const { tx } = context
  const { shiftId, roles, ...times } = input
  const before = await ledShift(context, shiftId)
  refuse(before.cancelledAt ? 'shiftCancelled' : null)
  refuse(
    shiftRefusal(input, {
      startsAt: before.activityStartsAt,
      endsAt: before.activityEndsAt,
      cancelledAt: before.activityCancelledAt,
    }),
  )
  refuse(roleChangeRefusal(before.roles, roles))
  const known = new Set(before.roles.map(({ id }) => id))
  if (roles.some(({ id }) => id && !known.has(id))) throw new NotFound()
  await knownSkills(context, roles)
  if (+before.startsAt !== +times.startsAt || +before.endsAt !== +times.endsAt) {
    // Somebody is there to choose another time.
    const clashing = await signing.clashesIfMoved(tx, shiftId, times)
    refuse(clashing > 0 ? 'holdersClash' : null, { people: clashing })
    await carryShifts(context, [{ shiftId, before, to: times }])
  }
  await queries.updateShift(tx, shiftId, times)
  await queries.writeRoles(tx, shiftId, roles)
  await moveUp(context, shiftId)
  return getShift(context, { shiftId })
}

export async function cancelShift(context: Context, { shiftId, reason }: In<typeof contract.cancelShift>) {
  const { tx, now } = context
  const shift = await ledShift(context, shiftId)
  refuse(shift.cancelledAt ? 'shiftCancelled' : null)
  const signups = await signing.signupsOf(tx, shiftId)
  const personIds = signups.map(({ personId }) => personId)
  await queries.updateShift(tx, shiftId, { cancelledAt: now })
  if (signups.length > 0)
    await signing.setState(
      tx,
      signups.map(({ id }) => id),
      { state: 'cancelled', reason, changedAt: now },
    )
  await showStanding(context, shiftId, personIds)
  await context.publish(shiftCancelled, { shiftId, personIds, reason })
  return getShift(context, { shiftId })
}

/** What a role asks for is in the list of skills. */
export async function knownSkills({ tx }: Context, roles: readonly { skillIds: string[] }[]): Promise<void> {
  const ids = [...new Set(roles.flatMap((role) => role.skillIds))]
  if ((await queries.countSkills(tx, ids)) !== ids.length) throw new NotFound()
}
