import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { OddRecord } from './contract.ts'

/** Longer than this in one day is looked at, whatever the rule of the organization says. */
const longDay = 14 * 60
const most = 500

/** Records of hours in these parts of the tree that are odd: all of them as they count, beside what is odd about them. */
export async function oddRecords(tx: Tx, paths: readonly string[], from: Date, to: Date, timeZone: string) {
  const { rows } = await sql<OddRecord>`
    with held as (
      select p.person_id, p.minutes, a.id, a.title, a.starts_at, a.ends_at, h.path,
        (a.starts_at at time zone ${timeZone})::date as day
      from participation p join activity a on a.tenant_id = p.tenant_id and a.id = p.activity_id
      join organization h on h.tenant_id = a.tenant_id and h.id = a.host_id
      where p.tenant_id = current_tenant() and p.minutes is not null and p.status in ('attended', 'late') and a.kind = 'service'
        and a.cancelled_at is null and a.starts_at >= ${from} and a.starts_at < ${to}
        and h.path like any(${sql.val(paths.map((path) => `${path}%`))}::text[])
    ), odd as (
      select 'twoPlaces' as oddity, x.person_id, x.day, x.minutes + y.minutes as minutes, null::int as "limit", array[x.id, y.id] as ids
      from held x join held y on y.person_id = x.person_id and (y.starts_at, y.id) > (x.starts_at, x.id) and y.starts_at < x.ends_at
      union all
      select 'longDay', person_id, day, sum(minutes)::int, ${longDay}::int, array_agg(id order by starts_at) from held
      group by person_id, day having sum(minutes) >= ${longDay}::int
      union all
      select 'longerThanActivity', person_id, day, minutes, ceil(extract(epoch from ends_at - starts_at) / 60)::int, array[id] from held
      where minutes > extract(epoch from ends_at - starts_at) / 60 + 60
      union all
      select 'yearCap', person_id, date_trunc('year', min(day))::date, sum(minutes)::int, min(cap)::int, '{}'
      from (select held.*, (select r.year_minutes from service_rule r join organization o on o.tenant_id = r.tenant_id and o.id = r.organization_id
          where r.tenant_id = current_tenant() and r.year_minutes is not null and starts_with(held.path, o.path)
          order by length(o.path) desc limit 1) as cap from held) c
      group by person_id having sum(minutes) > min(cap)
      union all
      select 'neverLeft', e.person_id, (a.starts_at at time zone ${timeZone})::date, 0, null, array[a.id]
      from door_event e join activity a on a.tenant_id = e.tenant_id and a.id = e.activity_id and a.kind = 'service'
      join organization h on h.tenant_id = a.tenant_id and h.id = a.host_id
      where e.tenant_id = current_tenant() and e.direction = 'in' and e.state = 'stands'
        and a.starts_at >= ${from} and a.starts_at < ${to} and a.ends_at < now()
        and h.path like any(${sql.val(paths.map((path) => `${path}%`))}::text[])
        and not exists (select from door_event o where o.tenant_id = e.tenant_id and o.activity_id = e.activity_id
          and o.person_id = e.person_id and o.direction = 'out' and o.state = 'stands' and o.at >= e.at)
      group by e.person_id, a.id, a.starts_at
    )
    select o.oddity || ':' || o.person_id || ':' || o.day || ':' || coalesce(o.ids[1]::text, '') || coalesce(o.ids[2]::text, '') as key,
      o.oddity, o.person_id, p.name, o.day::text as day, o.minutes, o."limit",
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'title', a.title) order by a.starts_at) from activity a
        where a.tenant_id = current_tenant() and a.id = any(o.ids)), '[]') as activities
    from odd o join person p on p.tenant_id = current_tenant() and p.id = o.person_id
    order by o.day desc, p.name, o.oddity limit ${most}`.execute(tx)
  return rows
}
