import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { searchPatterns } from '../../platform/search.ts'
import type { PlaceFields, PlaceKind, PlaceSummary } from './contract.ts'
import type { Opening } from './hours/rules.ts'

const places = (tx: Tx) =>
  tx
    .selectFrom('place')
    .leftJoin('organization as keeper', (join) =>
      join.onRef('keeper.tenantId', '=', 'place.tenantId').onRef('keeper.id', '=', 'place.organizationId'),
    )
    .leftJoin('place as parent', (join) =>
      join.onRef('parent.tenantId', '=', 'place.tenantId').onRef('parent.id', '=', 'place.parentId'),
    )
    .select([
      'place.id',
      'place.name',
      'place.organizationId',
      'keeper.name as organizationName',
      'place.parentId',
      'parent.name as parentName',
      'place.address',
      'place.brand',
      'place.capacity',
      'place.closedOn',
    ])
    .select((eb) => [
      eb.ref('place.kind').$castTo<PlaceKind>().as('kind'),
      eb.ref('place.openingHours').$castTo<Opening[]>().as('openingHours'),
      eb
        .selectFrom('place as room')
        .whereRef('room.tenantId', '=', 'place.tenantId')
        .whereRef('room.parentId', '=', 'place.id')
        .where('room.closedOn', 'is', null)
        .select(sql<number>`count(*)::int`.as('n'))
        .$asScalar()
        .$notNull()
        .as('rooms'),
    ])

export type PlaceFilter = {
  q?: string | undefined
  kind?: PlaceKind | undefined
  organizationId?: string | undefined
  closed: boolean
  today: string
}

export function findPlaces(tx: Tx, { q, kind, organizationId, closed, today }: PlaceFilter): Promise<PlaceSummary[]> {
  const patterns = q ? searchPatterns(q) : null
  let query = places(tx)
    .orderBy('keeper.path')
    .orderBy('parent.name', (o) => o.nullsFirst())
    .orderBy('place.name')
  if (kind) query = query.where('place.kind', '=', kind)
  if (patterns) query = query.where('place.search', 'like', patterns.inside)
  if (!closed) query = query.where((eb) => eb.or([eb('place.closedOn', 'is', null), eb('place.closedOn', '>', today)]))
  if (organizationId)
    query = query.where(
      'keeper.path',
      'like',
      sql<string>`(select path || '%' from organization
      where tenant_id = current_tenant() and id = ${organizationId})`,
    )
  return query.limit(1000).execute()
}

export const searchPlaces = (tx: Tx, q: string, limit: number) => {
  const patterns = searchPatterns(q)
  if (!patterns) return Promise.resolve([])
  return places(tx)
    .where('place.search', 'like', patterns.inside)
    .where('place.closedOn', 'is', null)
    .orderBy(sql`place.search like ${patterns.whole}`, 'desc')
    .orderBy(sql`place.search like ${patterns.begins}`, 'desc')
    .orderBy('place.name')
    .limit(limit)
    .execute()
}

const whole = (tx: Tx) =>
  places(tx).select([
    'place.areaM2',
    'place.roomCount',
    'place.latitude',
    'place.longitude',
    'keeper.path as organizationPath',
  ])

export const placeById = (tx: Tx, id: string) => whole(tx).where('place.id', '=', id).executeTakeFirst()
export const roomsOf = (tx: Tx, stationId: string) =>
  whole(tx).where('place.parentId', '=', stationId).orderBy('place.name').execute()

export const equipmentOf = (tx: Tx, placeIds: string[]) =>
  placeIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('equipment')
        .where('placeId', 'in', placeIds)
        .select(['id', 'placeId', 'name', 'count'])
        .orderBy('name')
        .execute()

/** The path of an organization in the tree. */
export const pathOf = async (tx: Tx, organizationId: string): Promise<string | undefined> =>
  (await tx.selectFrom('organization').where('id', '=', organizationId).select('path').executeTakeFirst())?.path

export async function nameIsTaken(
  tx: Tx,
  one: { id: string | null; kind: string; name: string; organizationId: string | null; parentId: string | null },
): Promise<boolean> {
  let query = tx
    .selectFrom('place')
    .where('kind', '=', one.kind)
    .where('name', '=', one.name)
    .where('organizationId', 'is not distinct from', one.organizationId)
    .where('parentId', 'is not distinct from', one.parentId)
    .select('id')
  if (one.id) query = query.where('id', '!=', one.id)
  return (await query.executeTakeFirst()) !== undefined
}

const columnsOf = ({ openingHours, ...fields }: PlaceFields) => ({
  ...fields,
  openingHours: JSON.stringify(openingHours),
})

type NewPlace = PlaceFields & {
  id: string
  kind: string
  organizationId: string | null
  parentId: string | null
  search: string
}
export const insertPlace = (tx: Tx, { id, kind, organizationId, parentId, search, ...fields }: NewPlace) =>
  tx
    .insertInto('place')
    .values({ id, kind, organizationId, parentId, search, ...columnsOf(fields) })
    .execute()

export const updatePlace = (tx: Tx, id: string, search: string, fields: PlaceFields) =>
  tx
    .updateTable('place')
    .set({ search, ...columnsOf(fields) })
    .where('id', '=', id)
    .execute()

export const setClosedOn = (tx: Tx, id: string, closedOn: string | null) =>
  tx
    .updateTable('place')
    .set({ closedOn })
    .where((eb) => eb.or([eb('id', '=', id), eb('parentId', '=', id)]))
    .execute()

export async function replaceEquipment(
  tx: Tx,
  placeId: string,
  equipment: { id: string; name: string; count: number }[],
): Promise<void> {
  const kept = equipment.map((one) => one.id)
  const before = await tx.selectFrom('equipment').where('placeId', '=', placeId).select('id').execute()
  const gone = before.map((one) => one.id).filter((id) => !kept.includes(id))
  if (gone.length > 0) {
    await tx.deleteFrom('booking').where('equipmentId', 'in', gone).execute()
    await tx.deleteFrom('equipment').where('id', 'in', gone).execute()
  }
  if (equipment.length === 0) return
  await tx
    .insertInto('equipment')
    .values(equipment.map((one) => ({ ...one, placeId })))
    .onConflict((on) =>
      on
        .columns(['tenantId', 'id'])
        .doUpdateSet((eb) => ({ name: eb.ref('excluded.name'), count: eb.ref('excluded.count') })),
    )
    .execute()
}
