import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { Refused } from '../../../platform/errors.ts'
import { event } from '../../../platform/events.ts'
import { holdStill } from '../booking/queries.ts'
import * as queries from './queries.ts'

/** From now on nobody is to be in this place; whoever planned something there, or inside, is to be told. */
export const placeShut = event<{ placeId: string; name: string; reason: string }>('place.shut')

/** At once, until it is opened again. Told twice of the same thing, it is closed once. */
export async function shutPlace(
  context: Context,
  { placeId, sourceId, reason }: { placeId: string; sourceId: string; reason: string },
): Promise<void> {
  const { tx, me, now, publish } = context
  // Whoever is booking there has finished, and whoever comes after sees it closed.
  await holdStill(tx, await queries.placeAndRooms(tx, placeId))
  const closure = { id: newId(), placeId, sourceId, reason, closedBy: me.id, closedAt: now }
  if (!(await queries.insertClosure(tx, closure))) return
  await publish(placeShut, { placeId, name: await queries.nameOf(tx, placeId), reason })
}

/** What it was closed for is put right; another cause keeps it closed. */
export const openPlace = ({ tx, me, now }: Context, sourceId: string) =>
  queries.openClosures(tx, sourceId, { openedBy: me.id, openedAt: now })

/** Why nothing may be booked in a place, or null: it, or the station around it, is closed. */
export async function shutRefusal({ tx }: Context, placeId: string): Promise<Refused | null> {
  const closure = await queries.closureAround(tx, placeId)
  return closure ? new Refused('placeShut', { name: closure.name, reason: closure.reason }) : null
}
