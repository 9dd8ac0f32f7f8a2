import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/database.ts'
import { allow, found, refuse } from '../../platform/errors.ts'
import { searchKey } from '../../platform/search.ts'
import { dayIn } from '../../platform/zone.ts'
import * as booking from './booking/queries.ts'
import { closuresAt } from './closing/queries.ts'
import type * as contract from './contract.ts'
import type { Place, PlaceCard, PlaceSummary } from './contract.ts'
import { floorsOf } from './floors/queries.ts'
import * as queries from './queries.ts'
import { mayManagePlace, placeRefusal } from './rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

export const listPlaces = ({ tx, me, now }: Context, filter: In<typeof contract.listPlaces>): Promise<PlaceSummary[]> =>
  queries.findPlaces(tx, { ...filter, today: dayIn(me.timeZone, now) })

export async function searchPlaces({ tx }: Context, { q, limit }: In<typeof contract.searchPlaces>) {
  const hits = await queries.searchPlaces(tx, q, limit)
  return hits.map(({ id, kind, name, parentName, organizationName }) => ({
    id,
    kind,
    name,
    where: parentName ?? organizationName,
  }))
}

export async function getPlace(context: Context, { placeId }: { placeId: string }): Promise<PlaceCard> {
  const place = found(await queries.placeById(context.tx, placeId))
  const rooms = await queries.roomsOf(context.tx, placeId)
  const [own, ...others] = await withEquipment(context, [place, ...rooms])
  return { ...found(own), roomList: others }
}

export async function createPlace(context: Context, input: In<typeof contract.createPlace>): Promise<Place> {
  const { tx, me } = context
  const path = found(await queries.pathOf(tx, input.organizationId))
  allow(mayManagePlace(me, path))
  const parent = input.parentId ? found(await queries.placeById(tx, input.parentId)) : null
  if (parent) allow(mayManagePlace(me, parent.organizationPath))
  refuse(placeRefusal(input.kind, parent?.kind ?? null, input))
  const id = newId()
  refuse((await queries.nameIsTaken(tx, { ...input, id: null })) ? 'placeNameTaken' : null)
  await queries.insertPlace(tx, { ...input, id, search: searchKey(input.name) })
  return onePlace(context, id)
}

export async function changePlace(context: Context, input: In<typeof contract.changePlace>): Promise<Place> {
  const { placeId, ...fields } = input
  const before = await manageable(context, placeId)
  refuse(placeRefusal(before.kind, before.parentId ? 'station' : null, fields))
  refuse((await queries.nameIsTaken(context.tx, { ...before, name: fields.name })) ? 'placeNameTaken' : null)
  await queries.updatePlace(context.tx, placeId, searchKey(fields.name), fields)
  return onePlace(context, placeId)
}

export async function closePlace(context: Context, { placeId, on }: In<typeof contract.closePlace>): Promise<Place> {
  await manageable(context, placeId)
  await queries.setClosedOn(context.tx, placeId, on)
  return onePlace(context, placeId)
}

export async function setEquipment(context: Context, input: In<typeof contract.setEquipment>): Promise<Place> {
  await manageable(context, input.placeId)
  const known = new Set((await queries.equipmentOf(context.tx, [input.placeId])).map((one) => one.id))
  // An id that is not of this place is another place's: it stays where it is.
  const equipment = input.equipment.map(({ id, name, count }) => ({
    id: id && known.has(id) ? id : newId(),
    name,
    count,
  }))
  await queries.replaceEquipment(context.tx, input.placeId, equipment)
  return onePlace(context, input.placeId)
}

export async function roomsFor({ tx, me }: Context, { from, to, exceptActivityId }: In<typeof contract.roomsFor>) {
  return booking.roomsInSpan(tx, { startsAt: from, endsAt: to }, exceptActivityId, dayIn(me.timeZone, from))
}

export async function listBookings({ tx }: Context, { placeId, from, to }: In<typeof contract.listBookings>) {
  found(await queries.placeById(tx, placeId))
  return booking.bookingsAt(tx, placeId, { startsAt: from, endsAt: to })
}

export async function manageable({ tx, me }: Context, placeId: string) {
  const place = found(await queries.placeById(tx, placeId))
  allow(mayManagePlace(me, place.organizationPath))
  return place
}

async function onePlace(context: Context, id: string): Promise<Place> {
  return found((await withEquipment(context, [found(await queries.placeById(context.tx, id))]))[0])
}

type Row = NonNullable<Awaited<ReturnType<typeof queries.placeById>>>
async function withEquipment({ tx, me }: Context, rows: Row[]): Promise<Place[]> {
  const ids = rows.map((row) => row.id)
  const all = await queries.equipmentOf(tx, ids)
  const closures = new Map((await closuresAt(tx, ids)).map((one) => [one.forId, one]))
  const floors = new Map((await floorsOf(tx, ids)).map(({ placeId, ...floor }) => [placeId, floor]))
  const shutOf = (id: string): Place['shut'] => {
    const closure = closures.get(id)
    return closure ? { reason: closure.reason, since: closure.closedAt, sourceId: closure.sourceId } : null
  }
  return rows.map(({ organizationPath, ...row }) => ({
    ...row,
    equipment: all.filter((one) => one.placeId === row.id).map(({ id, name, count }) => ({ id, name, count })),
    shut: shutOf(row.id),
    floor: floors.get(row.id) ?? null,
    mayManage: mayManagePlace(me, organizationPath),
  }))
}
