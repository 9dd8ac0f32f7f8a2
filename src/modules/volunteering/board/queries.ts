import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { type KnownShift, shifts } from '../queries.ts'
import type { BoardPerson, Holder, ShiftGap } from './contract.ts'

const uuids = (values: readonly string[]) => sql`${sql.val(values)}::uuid[]`
const below = (paths: readonly string[]) => sql`${sql.val(paths.map((path) => `${path}%`))}::text[]`

type Within = { from: Date; to: Date; paths: readonly string[] }

/** Shifts of a time whose host, or a team that does the work, stands in these parts of the tree. */
export const shiftsLed = (tx: Tx, { from, to, paths }: Within): Promise<KnownShift[]> =>
  shifts(
    tx,
    null,
    sql`s.cancelled_at is null and a.cancelled_at is null and s.starts_at >= ${from} and s.starts_at < ${to}
      and (h.path like any(${below(paths)}) or exists (
        select from activity_team x join organization t on t.tenant_id = x.tenant_id and t.id = x.organization_id
        where x.tenant_id = a.tenant_id and x.activity_id = a.id and t.path like any(${below(paths)})))`,
    sql`order by s.starts_at, a.title, s.id limit 500`,
  )

export const holdersOf = async (tx: Tx, shiftIds: readonly string[]): Promise<Holder[]> =>
  (
    await sql<Holder>`
      select u.id as signup_id, u.shift_id, u.shift_role_id as role_id, u.person_id, p.name, u.state, u.overruled
      from signup u join person p on p.tenant_id = u.tenant_id and p.id = u.person_id
      where u.tenant_id = current_tenant() and u.shift_id = any(${uuids(shiftIds)})
        and u.state not in ('cancelled', 'declined')
      order by array_position(array['confirmed', 'offered', 'kept', 'asked', 'waiting'], u.state), u.arrival`.execute(
      tx,
    )
  ).rows

/** Who serves in these parts of the tree on that day: volunteers and those who lead them. */
export const peopleServing = async (tx: Tx, paths: readonly string[], day: string, span: { from: Date; to: Date }) =>
  (
    await sql<BoardPerson>`
      select * from (
        select distinct on (p.id) p.id, p.name, o.name as organization_name, coalesce((
          select sum(extract(epoch from u.ends_at - u.starts_at) / 60)::int from signup u
          where u.tenant_id = p.tenant_id and u.person_id = p.id and u.state in ('confirmed', 'offered')
            and u.starts_at >= ${span.from} and u.starts_at < ${span.to}), 0) as minutes
        from membership m
        join organization o on o.tenant_id = m.tenant_id and o.id = m.organization_id
        join person p on p.tenant_id = m.tenant_id and p.id = m.person_id
        where m.tenant_id = current_tenant() and o.path like any(${below(paths)}) and m.role in ('volunteer', 'teamLeader')
          and m.from_date <= ${day}::date and (m.to_date is null or m.to_date > ${day}::date)
        order by p.id, length(o.path) desc) x
      order by minutes, name, id limit 500`.execute(tx)
  ).rows

/** What each host in these parts of the tree still misses, the most first. */
export const gapsByHost = async (tx: Tx, { from, to, paths }: Within): Promise<ShiftGap[]> =>
  (
    await sql<ShiftGap>`
      select h.id as organization_id, h.name, h.kind = 'team' as is_team, (
          select jsonb_build_object('id', c.id, 'name', c.name) from organization c
          where c.tenant_id = h.tenant_id and c.kind = 'community' and starts_with(h.path, c.path)) as community,
        count(distinct s.id)::int as shifts, sum(r.target)::int as offered, sum(least(r.target, n.taken))::int as filled,
        sum(greatest(r.target - n.taken, 0))::int as missing, sum(greatest(r.least - n.taken, 0))::int as urgent,
        min(s.starts_at) filter (where n.taken < r.target) as next_at
      from shift s
      join activity a on a.tenant_id = s.tenant_id and a.id = s.activity_id
      join organization h on h.tenant_id = a.tenant_id and h.id = a.host_id
      join shift_role r on r.tenant_id = s.tenant_id and r.shift_id = s.id
      cross join lateral (
        select count(*)::int as taken from signup u
        where u.tenant_id = r.tenant_id and u.shift_role_id = r.id and u.state in ('confirmed', 'offered', 'kept')) n
      where s.tenant_id = current_tenant() and s.cancelled_at is null and a.cancelled_at is null
        and s.starts_at >= ${from} and s.starts_at < ${to} and h.path like any(${below(paths)})
      group by h.tenant_id, h.id, h.name, h.kind, h.path
      order by urgent desc, missing desc, h.name`.execute(tx)
  ).rows
