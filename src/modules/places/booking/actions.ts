import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { found, Refused, refuse } from '../../../platform/errors.ts'
import { dayIn, wallClock } from '../../../platform/zone.ts'
import { shutRefusal } from '../closing/actions.ts'
import { isBooked, isClosed } from '../rules.ts'
import * as queries from './queries.ts'

export type Wish = {
  activityId: string
  placeId: string | null
  equipmentIds: readonly string[]
  startsAt: Date
  endsAt: Date
}

/** Takes the room and the equipment for an activity, in place of what it had before; refuses when somebody has them. */
export async function book(context: Context, wish: Wish): Promise<void> {
  const refusal = await bookingRefusal(context, wish)
  if (refusal) throw refusal
  const { tx } = context
  await queries.deleteBookings(tx, wish.activityId)
  const { activityId, startsAt, endsAt } = wish
  const things = await bookable(context, wish)
  if (things.length === 0) return
  const bookings = things.map((thing) => ({
    id: newId(),
    placeId: thing.what === 'room' ? thing.id : null,
    equipmentId: thing.what === 'equipment' ? thing.id : null,
    activityId,
    startsAt,
    endsAt,
  }))
  await queries.insertBookings(tx, bookings).catch((error: unknown) => {
    // The lock has let nobody else in; the constraint is the wall behind it for whoever books without asking here.
    const taken = (error as { code?: string }).code === '23P01'
    throw taken ? new Refused('roomTaken', said(context, things[0]?.name ?? '', wish)) : error
  })
}

/** The refusal that booking this would meet, or null; until the transaction ends nobody else books these things. */
export async function bookingRefusal(context: Context, wish: Wish): Promise<Refused | null> {
  const { tx, me } = context
  if (wish.placeId) {
    const place = found((await queries.placesToBook(tx, [wish.placeId]))[0])
    if (isClosed(place.closedOn, dayIn(me.timeZone, wish.startsAt)))
      return new Refused('placeClosed', { name: place.name })
  }
  const things = await bookable(context, wish)
  const ids = things.map((thing) => thing.id)
  await queries.holdStill(tx, ids)
  const shut = wish.placeId ? await shutRefusal(context, wish.placeId) : null
  if (shut || things.length === 0) return shut
  const other = await queries.inTheWay(tx, ids, wish, wish.activityId)
  if (!other) return null
  const name = things.find((thing) => thing.id === (other.placeId ?? other.equipmentId))?.name ?? ''
  return new Refused(other.placeId ? 'roomTaken' : 'equipmentTaken', said(context, name, other))
}

export const release = ({ tx }: Context, activityId: string) => queries.deleteBookings(tx, activityId)

export const equipmentBookedFor = async ({ tx }: Context, activityId: string): Promise<string[]> =>
  (await queries.equipmentBookedFor(tx, activityId)).map((one) => one.id)

/** The station around a room: where people go when the room itself is not to be had. */
export const stationAround = async ({ tx }: Context, placeId: string): Promise<string | null> =>
  (await queries.placesToBook(tx, [placeId]))[0]?.parentId ?? null

async function bookable({ tx }: Context, { placeId, equipmentIds }: Wish) {
  const places = placeId ? await queries.placesToBook(tx, [placeId]) : []
  const rooms = places
    .filter((place) => isBooked(place.kind))
    .map(({ id, name }) => ({ id, name, what: 'room' as const }))
  if (equipmentIds.length === 0) return rooms
  const equipment = await queries.equipmentToBook(tx, [...equipmentIds])
  refuse(equipment.length === new Set(equipmentIds).size ? null : 'notFound')
  return [...rooms, ...equipment.map(({ id, name }) => ({ id, name, what: 'equipment' as const }))]
}

function said({ me }: Context, name: string, span: { startsAt: Date; endsAt: Date }) {
  const from = wallClock(span.startsAt, me.timeZone).slice(0, 16).replace('T', ' ')
  const to = wallClock(span.endsAt, me.timeZone).slice(0, 16).replace('T', ' ')
  return { name, from, to: from.slice(0, 10) === to.slice(0, 10) ? to.slice(11) : to }
}
