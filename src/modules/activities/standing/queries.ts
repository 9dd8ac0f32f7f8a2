import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'

export type Planned = {
  id: string
  title: string
  topic: string | null
  startsAt: Date
  endsAt: Date
  placeId: string | null
  placeName: string | null
}

export const planned = (tx: Tx, ids: readonly string[]): Promise<Planned[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('activity as a')
        .leftJoin('place as p', (join) => join.onRef('p.tenantId', '=', 'a.tenantId').onRef('p.id', '=', 'a.placeId'))
        .where('a.id', 'in', [...ids])
        .select(['a.id', 'a.title', 'a.topic', 'a.startsAt', 'a.endsAt', 'a.placeId', 'p.name as placeName'])
        .orderBy('a.startsAt')
        .orderBy('a.id')
        .execute()

/** Whoever is to come to these, as far as they have not declined: the invited, and the members of the group on that day. */
export const expectedAt = async (tx: Tx, ids: readonly string[], timeZone: string) =>
  (
    await sql<{ activityId: string; personId: string }>`
      select p.activity_id, p.person_id from participation p
      where p.tenant_id = current_tenant() and p.activity_id = any(${sql.val([...ids])}::uuid[])
        and p.status in ('invited', 'registered', 'waitlisted', 'confirmed')
      union
      select a.id, m.person_id from activity a
      join group_member m on m.tenant_id = a.tenant_id and m.group_id = a.group_id
        and daterange(m.from_date, m.to_date) @> (a.starts_at at time zone ${timeZone})::date
      where a.tenant_id = current_tenant() and a.id = any(${sql.val([...ids])}::uuid[]) and not exists (
        select from participation p where p.tenant_id = a.tenant_id and p.activity_id = a.id and p.person_id = m.person_id
          and p.status in ('cancelled', 'excused'))`.execute(tx)
  ).rows
