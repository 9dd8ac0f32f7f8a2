import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'

/** Who leads the level above each of these: where nobody does, the next one up; above the root stands nobody but itself. */
export const leadersAbove = (tx: Tx, organizationIds: readonly string[], today: string) =>
  leaders(tx, organizationIds, today, sql`(u.id <> o.id or o.parent_id is null)`)

/** Who leads each of these, or else the nearest above. */
export const leadersOf = (tx: Tx, organizationIds: readonly string[], today: string) =>
  leaders(tx, organizationIds, today, sql`true`)

const leaders = async (tx: Tx, organizationIds: readonly string[], today: string, level: RawBuilder<unknown>) =>
  organizationIds.length === 0
    ? []
    : (
        await sql<{ organizationId: string; personId: string; name: string }>`
          select distinct o.id as organization_id, m.person_id, p.name
          from organization o
          cross join lateral (
            select u.id from organization u
            where u.tenant_id = o.tenant_id and starts_with(o.path, u.path) and ${level}
              and exists (select from membership h where h.tenant_id = u.tenant_id and h.organization_id = u.id and ${leading('h', today)})
            order by length(u.path) desc limit 1) level
          join membership m on m.tenant_id = o.tenant_id and m.organization_id = level.id and ${leading('m', today)}
          join person p on p.tenant_id = m.tenant_id and p.id = m.person_id
          where o.tenant_id = current_tenant() and o.id = any(${sql.val(organizationIds)}::uuid[])
          order by 1, 2`.execute(tx)
      ).rows

const leading = (membership: string, today: string) => {
  const column = (name: string) => sql.ref(`${membership}.${name}`)
  return sql`${column('role')} in ('coordinator', 'secretary', 'stationManager', 'teamLeader')
    and ${column('from_date')} <= ${today}::date and (${column('to_date')} is null or ${column('to_date')} > ${today}::date)`
}

type Late = { id: string; findingId: string; what: string; ownerId: string; dueOn: string } & {
  organizationId: string
  organizationName: string
}
/** What was due before this day and is not done, the oldest first. */
export const overdueOn = async (tx: Tx, today: string): Promise<Late[]> =>
  (
    await sql<Late>`
      select a.id, a.finding_id, a.what, a.owner_id, a.due_on, f.organization_id, o.name as organization_name
      from corrective_action a
      join finding f on f.tenant_id = a.tenant_id and f.id = a.finding_id
      join organization o on o.tenant_id = f.tenant_id and o.id = f.organization_id
      where a.tenant_id = current_tenant() and a.done_at is null and a.due_on < ${today}::date order by a.due_on, a.id`.execute(
      tx,
    )
  ).rows
