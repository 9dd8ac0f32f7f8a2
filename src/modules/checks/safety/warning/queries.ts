import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'

type Named = { id: string; name: string }
export type OpenCheck = {
  id: string
  checklist: string
  place: string
  station: string | null
  organizationId: string
  organizationName: string
  path: string
  plannedOn: string
  dueOn: string
  /** By a plan, and not by somebody who began it. */
  planned: boolean
  /** Whoever did the one before of the same plan, if they still have one of the posts there or above. */
  doneBefore: Named | null
}

/** What was to be done by a day or is to be done on it, the longest due first. */
export const openChecks = async (tx: Tx, today: string, posts: readonly string[]): Promise<OpenCheck[]> =>
  (
    await sql<OpenCheck>`
      select k.id, c.name as checklist, p.name as place, s.name as station, o.id as organization_id, o.name as organization_name,
        o.path, k.planned_on, k.due_on, k.plan_id is not null as planned, (
          select jsonb_build_object('id', w.id, 'name', w.name)
          from safety_check d join person w on w.tenant_id = d.tenant_id and w.id = d.done_by
          where d.tenant_id = k.tenant_id and d.plan_id = k.plan_id and exists (
            select from membership m join organization a on a.tenant_id = m.tenant_id and a.id = m.organization_id
            where m.tenant_id = d.tenant_id and m.person_id = d.done_by and m.role = any(${sql.val([...posts])}::text[])
              and daterange(m.from_date, m.to_date) @> ${today}::date and starts_with(o.path, a.path))
          order by d.done_at desc limit 1) as done_before
      from safety_check k
      join checklist c on c.tenant_id = k.tenant_id and c.id = k.checklist_id
      join place p on p.tenant_id = k.tenant_id and p.id = k.place_id
      left join place s on s.tenant_id = p.tenant_id and s.id = p.parent_id
      join organization o on o.tenant_id = p.tenant_id and o.id = p.organization_id
      where k.tenant_id = current_tenant() and k.done_at is null and k.planned_on <= ${today}::date
      order by k.due_on, k.id`.execute(tx)
  ).rows
