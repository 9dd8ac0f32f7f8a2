import { sql } from 'kysely'
import { planned, type Tx } from '../../../../platform/database.ts'
import { openKinds, type Sight } from '../../../activities/rules.ts'
import { availabilityOf } from '../../people/availability/queries.ts'
import type { DayPart } from '../../people/wishes/contract.ts'
import { type KnownShift, shifts } from '../../queries.ts'
import type { Position, Spot } from './rules.ts'

const texts = (values: readonly string[]) => sql`${sql.val(values)}::text[]`
const uuids = (values: readonly string[]) => sql`${sql.val(values)}::uuid[]`

/** A path is made of the ids of those on the way down to it. */
const onTheWay = (paths: readonly string[]): string[] => [
  ...new Set(paths.flatMap((path) => path.split('/').filter(Boolean))),
]

/** Whose shifts somebody may see: the same question as `maySee`, asked of many. Looked up once, not for each shift. */
export type Hosts = { own: string[]; any: string[]; open: string[] }

/** Of one's own part of the tree, of whatever stands above staff, and from above all others what is open to all. */
export async function hostsSeen(tx: Tx, { own, staff }: Sight): Promise<Hosts> {
  const { rows } = await sql<{ id: string }>`
    select id from organization where tenant_id = current_tenant()
      and path like any(${texts(own.map((path) => `${path}%`))})`.execute(tx)
  const ids = rows.map(({ id }) => id)
  return { own: ids, any: [...ids, ...onTheWay(staff)], open: onTheWay(own) }
}

/**
 * When and where shifts are that the reader may see: all of the next whole days, as many as hold the soonest `some`, and where
 * the days after them begin (null: nothing is left). Chosen first, and only then shown with their numbers. Those of each host
 * and those of the teams are asked for apart, so that each is found by its own index, however many of others begin before them.
 */
export async function nextDays(tx: Tx, hosts: Hosts, { after, timeZone }: { after: Date; timeZone: string }) {
  const all = sql`unnest(${uuids([...new Set([...hosts.any, ...hosts.open])])}) as host(id)`
  const ahead = sql`s.tenant_id = current_tenant() and s.cancelled_at is null and s.starts_at > ${after}::timestamptz`
  const teams = sql`x.tenant_id = current_tenant() and x.organization_id = any(${uuids(hosts.own)})`
  const soonest = sql`order by s.starts_at limit ${sql.lit(some)}`
  const inTime = sql`${ahead} and s.starts_at < (select coalesce(at, 'infinity') from until) and a.cancelled_at is null`
  const { rows } = await sql<(Spot | { id: null }) & { until: Date | null }>`${planned}
    with until as materialized (select (
      select ((s.starts_at at time zone ${timeZone})::date + 1)::timestamp at time zone ${timeZone} from (
        select s.starts_at from ${all}, lateral (
          select s.starts_at from shift s where ${ahead} and s.host_id = host.id ${soonest}) s
        union all (
          select s.starts_at from activity_team x
          join shift s on s.tenant_id = x.tenant_id and s.activity_id = x.activity_id where ${ahead} and ${teams} ${soonest})) s
      order by s.starts_at offset ${sql.lit(some - 1)} limit 1) as at)
    select c.*, p.parent_id, coalesce(p.latitude, w.latitude) as latitude, coalesce(p.longitude, w.longitude) as longitude,
           until.at as until
    from until left join (
      select s.id, s.starts_at, s.ends_at, a.place_id from ${all}
      join shift s on s.host_id = host.id join activity a on a.tenant_id = s.tenant_id and a.id = s.activity_id
      where ${inTime} and (host.id = any(${uuids(hosts.any)}) or a.kind = any(${texts(openKinds)}))
      union
      select s.id, s.starts_at, s.ends_at, a.place_id from activity_team x
      join activity a on a.tenant_id = x.tenant_id and a.id = x.activity_id
      join shift s on s.tenant_id = a.tenant_id and s.activity_id = a.id where ${inTime} and ${teams}
    ) c on true
    left join place p on p.tenant_id = current_tenant() and p.id = c.place_id
    left join place w on w.tenant_id = p.tenant_id and w.id = p.parent_id`.execute(tx)
  return { spots: rows.flatMap((row): Spot[] => (row.id === null ? [] : [row])), until: rows[0]?.until ?? null }
}

/** Looked at together, and more where their last day has more: within a day the order is not that of time. */
const some = 40

export const shiftsShown = (tx: Tx, personId: string, ids: readonly string[]): Promise<KnownShift[]> =>
  shifts(tx, personId, sql`s.id = any(${sql.val(ids)}::uuid[])`)

/** What somebody said about where and when they like to serve, and when they can. */
export async function saidBy(tx: Tx, personId: string) {
  const wishes = await tx
    .selectFrom('volunteer')
    .where('personId', '=', personId)
    .select('placeIds')
    .select(({ ref }) => ref('wishedTimes').$castTo<DayPart[]>().as('times'))
    .executeTakeFirst()
  const said = (await availabilityOf(tx, [personId])).get(personId) ?? { week: [], days: [] }
  return { placeIds: wishes?.placeIds ?? [], times: wishes?.times ?? [], said }
}

type Home = Position & { name: string; chosen: boolean }

/** From where they set out: the place that they chose, or else a station of their community. Without coordinates it is nowhere. */
export const homeOf = async (tx: Tx, personId: string, paths: readonly string[], today: string) =>
  (
    await sql<Home>`${planned}
      select p.name, coalesce(p.latitude, w.latitude) as latitude, coalesce(p.longitude, w.longitude) as longitude,
             coalesce(p.id = v.home_place_id, false) as chosen
      from place p
      left join place w on w.tenant_id = p.tenant_id and w.id = p.parent_id
      left join volunteer v on v.tenant_id = p.tenant_id and v.person_id = ${personId}::uuid
      where p.tenant_id = current_tenant() and coalesce(p.latitude, w.latitude) is not null
        and coalesce(p.longitude, w.longitude) is not null
        and (p.id = v.home_place_id or p.kind = 'station' and coalesce(p.closed_on > ${today}::date, true)
          and p.organization_id = any(array(
            select o.id from organization c join organization o on o.tenant_id = c.tenant_id and starts_with(o.path, c.path)
            where c.tenant_id = current_tenant() and c.kind = 'community' and c.id = any(${uuids(onTheWay(paths))}))))
      order by chosen desc, p.name, p.id limit 1`.execute(tx)
  ).rows[0] ?? null

export const shiftsOfPerson = (tx: Tx, personId: string, now: Date, past: boolean): Promise<KnownShift[]> =>
  shifts(
    tx,
    personId,
    sql`m.id is not null and ${past ? sql`s.ends_at <= ${now}` : sql`s.ends_at > ${now}`}
      and s.id in (select u.shift_id from signup u where u.tenant_id = current_tenant() and u.person_id = ${personId}::uuid
        and u.state not in ('cancelled', 'declined'))`,
    past ? sql`order by s.starts_at desc limit 200` : sql`order by s.starts_at limit 200`,
  )
