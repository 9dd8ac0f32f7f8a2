import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'

type Ahead = { id: string; title: string; startsAt: Date; hostId: string }

/** What is still to come in a place or inside it, the next first. */
export const aheadIn = async (tx: Tx, placeId: string, now: Date): Promise<Ahead[]> =>
  (
    await sql<Ahead>`select a.id, a.title, a.starts_at, a.host_id from activity a
      join place p on p.tenant_id = a.tenant_id and p.id = a.place_id
      where a.tenant_id = current_tenant() and ${placeId}::uuid in (p.id, p.parent_id)
        and a.cancelled_at is null and a.ends_at > ${now} order by a.starts_at, a.id`.execute(tx)
  ).rows

/** Who plans for these organizations today: in them, or else in the nearest above. */
export const plannersOf = async (tx: Tx, hostIds: readonly string[], planning: readonly string[], today: string) =>
  (
    await sql<{ hostId: string; personId: string }>`
      select distinct h.id as host_id, m.person_id from organization h
      cross join lateral (
        select o.id from organization o
        where o.tenant_id = h.tenant_id and starts_with(h.path, o.path) and exists (
          select from membership m where m.tenant_id = o.tenant_id and m.organization_id = o.id
            and m.role = any(${sql.val([...planning])}::text[]) and daterange(m.from_date, m.to_date) @> ${today}::date)
        order by length(o.path) desc limit 1) near
      join membership m on m.tenant_id = h.tenant_id and m.organization_id = near.id
        and m.role = any(${sql.val([...planning])}::text[]) and daterange(m.from_date, m.to_date) @> ${today}::date
      where h.tenant_id = current_tenant() and h.id = any(${sql.val([...hostIds])}::uuid[])`.execute(tx)
  ).rows
