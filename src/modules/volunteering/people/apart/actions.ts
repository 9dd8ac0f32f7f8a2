import type { Context } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import { allow, found, NotFound, refuse } from '../../../../platform/errors.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { knownPerson } from '../../../organizations/people/actions.ts'
import type { Standing } from '../rules.ts'
import type { KeptApart } from './contract.ts'
import * as queries from './queries.ts'
import { apartRefusal, maySeeApart } from './rules.ts'

const todayOf = ({ me, now }: Context): string => dayIn(me.timeZone, now)

async function standing({ tx }: Context, ids: readonly string[]): Promise<(id: string) => Standing> {
  const byPerson = Map.groupBy(await queries.standings(tx, [...new Set(ids)]), ({ personId }) => personId)
  return (id) => ({ id, memberships: byPerson.get(id) ?? [] })
}

export async function listKeptApart(context: Context): Promise<KeptApart[]> {
  const rows = await queries.allKeptApart(context.tx)
  const of = await standing(
    context,
    rows.flatMap(({ oneId, otherId }) => [oneId, otherId]),
  )
  return rows
    .filter(({ oneId, otherId }) => maySeeApart(context.me, of(oneId), of(otherId), todayOf(context)))
    .map(({ id, oneId, oneName, otherId, otherName, reason, notedAt }) => ({
      id,
      one: { id: oneId, name: oneName },
      other: { id: otherId, name: otherName },
      reason,
      notedAt,
    }))
}

export async function keepApart(
  context: Context,
  { onePersonId, otherPersonId, reason }: { onePersonId: string; otherPersonId: string; reason: string | null },
): Promise<{ done: true }> {
  const { tx, me, now } = context
  const one = await knownPerson(context, onePersonId)
  const other = await knownPerson(context, otherPersonId)
  allow(maySeeApart(me, one, other, todayOf(context)))
  refuse(apartRefusal(one.id, other.id))
  const [oneId, otherId] = [one.id, other.id].sort() as [string, string]
  const notedBy = found(me.id)
  const fresh = await queries.insertKeptApart(tx, { id: newId(), oneId, otherId, reason, notedBy, notedAt: now })
  if (!fresh) refuse('apartAlready')
  return { done: true }
}

export async function letTogether(context: Context, { keptApartId }: { keptApartId: string }): Promise<{ done: true }> {
  const { oneId, otherId } = found(await queries.keptApartById(context.tx, keptApartId))
  const of = await standing(context, [oneId, otherId])
  // To whoever may not know of it, it does not exist.
  if (!maySeeApart(context.me, of(oneId), of(otherId), todayOf(context))) throw new NotFound()
  await queries.deleteKeptApart(context.tx, keptApartId)
  return { done: true }
}
