import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'

type Named = { id: string; name: string }

/** Who leads the nearest part of the tree at or above these, by part. */
export const leadersOf = async (tx: Tx, organizationIds: readonly string[], day: string) =>
  (
    await sql<{ organizationId: string; leaders: Named[] }>`
      select o.id as organization_id, coalesce(l.leaders, '[]') as leaders
      from organization o
      left join lateral (
        select jsonb_agg(distinct jsonb_build_object('id', p.id, 'name', p.name)) as leaders
        from organization a
        join membership m on m.tenant_id = a.tenant_id and m.organization_id = a.id and m.role in ('secretary', 'coordinator')
          and daterange(m.from_date, m.to_date) @> ${day}::date
        join person p on p.tenant_id = m.tenant_id and p.id = m.person_id
        where a.tenant_id = o.tenant_id and starts_with(o.path, a.path)
        group by a.path order by length(a.path) desc limit 1
      ) l on true
      where o.tenant_id = current_tenant() and o.id = any(${sql.val([...organizationIds])}::uuid[])`.execute(tx)
  ).rows

/** Hand-overs that wait for a signature, with the parts of the tree of their duties. */
export const unsigned = async (tx: Tx) =>
  (
    await sql<{
      id: string
      onDate: string
      from: Named & { signed: boolean }
      to: Named & { signed: boolean }
      paths: string[]
    }>`
      select h.id, h.on_date,
        jsonb_build_object('id', f.id, 'name', f.name, 'signed', h.given_at is not null) as from,
        jsonb_build_object('id', t.id, 'name', t.name, 'signed', h.taken_at is not null) as to,
        array(select o.path from duty d join organization o on o.tenant_id = d.tenant_id and o.id = d.organization_id
          where d.tenant_id = h.tenant_id and d.id = any(h.duty_ids)) as paths
      from hand_over h
      join person f on f.tenant_id = h.tenant_id and f.id = h.from_person
      join person t on t.tenant_id = h.tenant_id and t.id = h.to_person
      where h.tenant_id = current_tenant() and (h.given_at is null or h.taken_at is null)
      order by h.on_date, h.id`.execute(tx)
  ).rows
