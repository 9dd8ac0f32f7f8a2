import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { PlaceKind } from '../contract.ts'

/** One decision at a time for each thing that can be booked, in one order for all. */
export async function holdStill(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const id of [...ids].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`book ${id}`}, 0))`.execute(tx)
}

export const placesToBook = (tx: Tx, ids: string[]) =>
  tx.selectFrom('place').where('id', 'in', ids).select(['id', 'kind', 'name', 'parentId', 'closedOn']).execute()

export const equipmentToBook = (tx: Tx, ids: string[]) =>
  tx.selectFrom('equipment').where('id', 'in', ids).select(['id', 'name']).execute()

type Span = { startsAt: Date; endsAt: Date }

const overlapping = (tx: Tx, { startsAt, endsAt }: Span) =>
  tx.selectFrom('booking').where('booking.startsAt', '<', endsAt).where('booking.endsAt', '>', startsAt)

/** Who has one of these things at that time already, apart from this activity. */
export const inTheWay = (tx: Tx, things: string[], span: Span, activityId: string) =>
  overlapping(tx, span)
    .where((eb) => eb.or([eb('booking.placeId', 'in', things), eb('booking.equipmentId', 'in', things)]))
    .where('booking.activityId', 'is distinct from', activityId)
    .select(['booking.placeId', 'booking.equipmentId', 'booking.startsAt', 'booking.endsAt'])
    .orderBy('booking.startsAt')
    .executeTakeFirst()

export const deleteBookings = (tx: Tx, activityId: string) =>
  tx.deleteFrom('booking').where('activityId', '=', activityId).execute()

type NewBooking = Span & { id: string; placeId: string | null; equipmentId: string | null; activityId: string }
export const insertBookings = (tx: Tx, bookings: NewBooking[]) => tx.insertInto('booking').values(bookings).execute()

export const equipmentBookedFor = (tx: Tx, activityId: string) =>
  tx
    .selectFrom('booking')
    .where('activityId', '=', activityId)
    .where('equipmentId', 'is not', null)
    .select((eb) => eb.ref('equipmentId').$notNull().as('id'))
    .execute()

export const bookingsAt = (tx: Tx, placeId: string, span: Span) =>
  overlapping(tx, span)
    .leftJoin('place', (join) =>
      join.onRef('place.tenantId', '=', 'booking.tenantId').onRef('place.id', '=', 'booking.placeId'),
    )
    .leftJoin('equipment', (join) =>
      join.onRef('equipment.tenantId', '=', 'booking.tenantId').onRef('equipment.id', '=', 'booking.equipmentId'),
    )
    .where((eb) =>
      eb.or([eb('place.id', '=', placeId), eb('place.parentId', '=', placeId), eb('equipment.placeId', '=', placeId)]),
    )
    .select(['booking.id', 'booking.placeId', 'equipmentId', 'activityId', 'booking.startsAt', 'booking.endsAt'])
    .orderBy('booking.startsAt')
    .execute()

export const roomsInSpan = (tx: Tx, span: Span, exceptActivityId: string | undefined, today: string) =>
  tx
    .selectFrom('place')
    .leftJoin('place as parent', (join) =>
      join.onRef('parent.tenantId', '=', 'place.tenantId').onRef('parent.id', '=', 'place.parentId'),
    )
    .where((eb) => eb.or([eb('place.closedOn', 'is', null), eb('place.closedOn', '>', today)]))
    .select(['place.id', 'place.name', 'parent.name as parentName', 'place.capacity'])
    .select((eb) => [
      eb.ref('place.kind').$castTo<PlaceKind>().as('kind'),
      eb
        .exists(
          eb
            .selectFrom('booking')
            .whereRef('booking.tenantId', '=', 'place.tenantId')
            .whereRef('booking.placeId', '=', 'place.id')
            .where('booking.startsAt', '<', span.endsAt)
            .where('booking.endsAt', '>', span.startsAt)
            .where('booking.activityId', 'is distinct from', exceptActivityId ?? null)
            .select(sql`1`.as('one')),
        )
        .$castTo<boolean>()
        .as('taken'),
      eb
        .exists(
          eb
            .selectFrom('placeClosure')
            .whereRef('placeClosure.tenantId', '=', 'place.tenantId')
            .where((on) =>
              on.or([
                on('placeClosure.placeId', '=', on.ref('place.id')),
                on('placeClosure.placeId', '=', on.ref('place.parentId')),
              ]),
            )
            .where('placeClosure.openedAt', 'is', null)
            .select(sql`1`.as('one')),
        )
        .$castTo<boolean>()
        .as('shut'),
    ])
    .orderBy('parent.name', (o) => o.nullsFirst())
    .orderBy('place.name')
    .limit(1000)
    .execute()
