import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import { openKinds, type Sight } from '../../../activities/rules.ts'
import { availabilityOf } from '../../people/availability/queries.ts'
import type { DayPart } from '../../people/wishes/contract.ts'
import { type KnownShift, shifts } from '../../queries.ts'
import type { Position, Spot } from './rules.ts'

const texts = (values: readonly string[]) => sql`${sql.val(values)}::text[]`
const below = (paths: readonly string[]) => texts(paths.map((path) => `${path}%`))
const among = (which: RawBuilder<unknown>) =>
  sql`any(array(select o.id from organization o where o.tenant_id = current_tenant() and ${which}))`
const hostsBelow = (paths: readonly string[]) => among(sql`o.path like any(${below(paths)})`)
const hostsAbove = (paths: readonly string[]) =>
  among(sql`exists (select from unnest(${texts(paths)}) mine where starts_with(mine, o.path))`)

/**
 * The same question as `maySee`, asked of many: of the reader's part of the tree, or from above and open to all (to staff:
 * anything). The organizations are looked up once, not for each shift.
 */
const seen = ({ own, staff }: Sight) => sql`(
  a.host_id = ${hostsBelow(own)} or (a.kind = any(${texts(openKinds)}) and a.host_id = ${hostsAbove(own)})
  or a.host_id = ${hostsAbove(staff)}
  or exists (select from activity_team x where x.tenant_id = a.tenant_id and x.activity_id = a.id
             and x.organization_id = ${hostsBelow(own)}))`

/** Those that begin after a time (or then, with a greater id than `beyond`), and before another. */
type Within = { after: Date; beyond?: string; before?: Date }

/** When and where shifts are that the reader may see, in the order of time: chosen first, and only then shown with their numbers. */
export const openSpots = async (tx: Tx, sight: Sight, { after, beyond, before }: Within, limit: number | null) =>
  (
    await sql<Spot>`
      select s.id, s.starts_at, s.ends_at, a.place_id, p.parent_id, coalesce(p.latitude, w.latitude) as latitude,
             coalesce(p.longitude, w.longitude) as longitude
      from shift s
      join activity a on a.tenant_id = s.tenant_id and a.id = s.activity_id
      left join place p on p.tenant_id = a.tenant_id and p.id = a.place_id
      left join place w on w.tenant_id = p.tenant_id and w.id = p.parent_id
      where s.tenant_id = current_tenant() and s.cancelled_at is null and a.cancelled_at is null
        and (s.starts_at, s.id) > (${after}::timestamptz, ${beyond ?? lastId}::uuid)
        and ${before ? sql`s.starts_at < ${before}::timestamptz` : sql`true`} and ${seen(sight)}
      order by s.starts_at, s.id limit ${limit}`.execute(tx)
  ).rows

/** After whatever begins at that moment. */
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

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
    await sql<Home>`
      select p.name, coalesce(p.latitude, w.latitude) as latitude, coalesce(p.longitude, w.longitude) as longitude,
             coalesce(p.id = v.home_place_id, false) as chosen
      from place p
      left join place w on w.tenant_id = p.tenant_id and w.id = p.parent_id
      left join volunteer v on v.tenant_id = p.tenant_id and v.person_id = ${personId}::uuid
      where p.tenant_id = current_tenant() and coalesce(p.latitude, w.latitude) is not null
        and coalesce(p.longitude, w.longitude) is not null
        and (p.id = v.home_place_id or p.kind = 'station' and coalesce(p.closed_on > ${today}::date, true)
          and p.organization_id = ${among(sql`exists (
            select from organization c where c.tenant_id = o.tenant_id and c.kind = 'community' and starts_with(o.path, c.path)
              and exists (select from unnest(${texts(paths)}) mine where starts_with(mine, c.path)))`)})
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
