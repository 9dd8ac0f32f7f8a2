import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { ActivityKind, ParticipationState } from '../contract.ts'
import { cameStates, openKinds, type Sight, unexpectedStates } from '../rules.ts'

/** Who looks, and by which clock. */
export type Reader = { personId: string | null; sight: Sight; timeZone: string; keeps: readonly string[] }

const list = (values: readonly string[]) => sql`${sql.val(values)}::text[]`
const below = (paths: readonly string[]) => sql`${sql.val(paths.map((path) => `${path}%`))}::text[]`

const localDay = (zone: string) => sql`(activity.starts_at at time zone ${zone})::date`

/** The members of the activity's group on its day. */
const members = (zone: string) => sql`
  select m.person_id from group_member m
  where m.tenant_id = activity.tenant_id and m.group_id = activity.group_id
    and m.from_date <= ${localDay(zone)} and (m.to_date is null or m.to_date > ${localDay(zone)})`

const itsParticipations = sql`participation p where p.tenant_id = activity.tenant_id and p.activity_id = activity.id`

const counted = (states: readonly string[]) =>
  sql<number>`(select count(*)::int from ${itsParticipations} and p.status = any(${list(states)}))`

const mine = ({ personId, timeZone }: Reader) => sql<ParticipationState | null>`coalesce(
  (select p.status from ${itsParticipations} and p.person_id = ${personId}::uuid),
  case when ${personId}::uuid in (${members(timeZone)}) then 'invited' end)`

/** Members and invited, without those who declined or have no place yet; whoever just came is none of them. */
const expected = ({ timeZone }: Reader) => sql<number>`(select count(*)::int from (
  select g.person_id from (${members(timeZone)}) g where not exists (
    select 1 from ${itsParticipations} and p.person_id = g.person_id and p.status = any(${list(unexpectedStates)}))
  union select p.person_id from ${itsParticipations} and not p.walk_in and p.status <> all(${list(unexpectedStates)})) e)`

export const activities = (tx: Tx, reader: Reader) =>
  tx
    .selectFrom('activity')
    .innerJoin('organization as host', (join) =>
      join.onRef('host.tenantId', '=', 'activity.tenantId').onRef('host.id', '=', 'activity.hostId'),
    )
    .leftJoin('place', (join) =>
      join.onRef('place.tenantId', '=', 'activity.tenantId').onRef('place.id', '=', 'activity.placeId'),
    )
    .select([
      'activity.id',
      'activity.title',
      'activity.topic',
      'activity.hostId',
      'host.name as hostName',
      'activity.placeId',
      'place.name as placeName',
      'activity.seriesId',
      'activity.seriesDate',
      'activity.startsAt',
      'activity.endsAt',
      'activity.cancelledAt',
    ])
    .select((eb) => [
      eb.ref('activity.kind').$castTo<ActivityKind>().as('kind'),
      expected(reader).as('expected'),
      counted(cameStates).as('attended'),
      sql<number>`(select count(*)::int from ${itsParticipations} and not p.walk_in
        and p.status in ('attended', 'late', 'excused', 'absent'))`.as('recorded'),
      mine(reader).as('mine'),
    ])

/** Only what the reader may see: the same as `maySee`, for all activities at once. */
export const seen = ({ personId, sight, timeZone }: Reader) => sql<boolean>`(
  host.path like any(${below(sight.own)})
  or exists (select 1 from activity_team t join organization o on o.tenant_id = t.tenant_id and o.id = t.organization_id
             where t.tenant_id = activity.tenant_id and t.activity_id = activity.id and o.path like any(${below(sight.own)}))
  or exists (select 1 from unnest(${list(sight.staff)}) own where starts_with(own, host.path))
  or activity.kind = any(${list(openKinds)})
     and exists (select 1 from unnest(${list(sight.own)}) own where starts_with(own, host.path))
  or exists (select 1 from ${itsParticipations} and p.person_id = ${personId}::uuid)
  or ${personId}::uuid in (${members(timeZone)}))`

/** What concerns the reader: takes part, is expected, or keeps its attendance where they hold a role. */
export const concerns = (reader: Reader) => sql<boolean>`(
  ${mine(reader)} is not null or ${kept(reader)})`

export const kept = ({ keeps }: Reader) => sql<boolean>`(
  activity.host_id = any(${sql.val(keeps)}::uuid[])
  or exists (select 1 from activity_team t where t.tenant_id = activity.tenant_id and t.activity_id = activity.id
             and t.organization_id = any(${sql.val(keeps)}::uuid[])))`

const ofTeams = (ids: readonly string[]) => sql<boolean>`(
  host.kind = 'team' and host.id = any(${sql.val(ids)}::uuid[])
  or exists (select 1 from activity_team t join organization o on o.tenant_id = t.tenant_id and o.id = t.organization_id
             where t.tenant_id = activity.tenant_id and t.activity_id = activity.id and o.kind = 'team'
               and o.id = any(${sql.val(ids)}::uuid[])))`

const hostedBelow = (organizationId: string) => sql<boolean>`(
  starts_with(host.path, (select path from organization where tenant_id = current_tenant() and id = ${organizationId}))
  or exists (select 1 from activity_team t join organization o on o.tenant_id = t.tenant_id and o.id = t.organization_id
             where t.tenant_id = activity.tenant_id and t.activity_id = activity.id and starts_with(o.path,
               (select path from organization where tenant_id = current_tenant() and id = ${organizationId}))))`

export type Filter = {
  from?: Date | undefined
  to?: Date | undefined
  kind?: ActivityKind | '' | undefined
  organizationId?: string | undefined
  placeId?: string | undefined
  mine?: boolean | undefined
  /** Beside what is theirs also what these teams do. */
  teams?: readonly string[] | undefined
}

const filtered = (
  tx: Tx,
  reader: Reader,
  { from, to, kind, organizationId, placeId, mine: own, teams = [] }: Filter,
) => {
  let query = activities(tx, reader).where(seen(reader))
  if (to) query = query.where('activity.startsAt', '<', to)
  if (from) query = query.where('activity.endsAt', '>', from)
  if (kind) query = query.where('activity.kind', '=', kind)
  if (organizationId) query = query.where(hostedBelow(organizationId))
  if (placeId)
    query = query.where((eb) => eb.or([eb('activity.placeId', '=', placeId), eb('place.parentId', '=', placeId)]))
  if (own) query = query.where(({ or }) => or([concerns(reader), ofTeams(teams)]))
  return query
}

export const findActivities = (tx: Tx, reader: Reader, filter: Filter, limit: number) =>
  filtered(tx, reader, filter).orderBy('activity.startsAt').orderBy('activity.id').limit(limit).execute()

export const searchActivities = (tx: Tx, reader: Reader, q: string, now: Date, limit: number) => {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return activities(tx, reader)
    .where(seen(reader))
    .where((eb) => eb.or([eb('activity.title', 'ilike', pattern), eb('activity.topic', 'ilike', pattern)]))
    .orderBy(sql`abs(extract(epoch from activity.starts_at - ${now}::timestamptz))`)
    .limit(limit)
    .execute()
}

/** Over, not cancelled, and somebody expected is not accounted for. */
export const owedSheets = (tx: Tx, reader: Reader, since: Date, now: Date) =>
  tx
    .selectFrom(
      activities(tx, reader)
        .where('activity.endsAt', '<', now)
        .where('activity.endsAt', '>', since)
        .where('activity.cancelledAt', 'is', null)
        .where(kept(reader))
        .as('a'),
    )
    .selectAll()
    .whereRef('recorded', '<', 'expected')
    .orderBy('startsAt', 'desc')
    .limit(100)
    .execute()

export const countByDay = (tx: Tx, reader: Reader, filter: Filter) =>
  tx
    .selectFrom(
      filtered(tx, reader, filter)
        .where('activity.cancelledAt', 'is', null)
        .clearSelect()
        .select(localDay(reader.timeZone).$castTo<string>().as('date'))
        .as('a'),
    )
    .select(['date', sql<number>`count(*)::int`.as('activities')])
    .groupBy('date')
    .orderBy('date')
    .execute()
