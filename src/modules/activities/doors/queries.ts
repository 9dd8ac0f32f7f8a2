import { sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import { newId, type Tx } from '../../../platform/database.ts'
import type { ActivityKind } from '../contract.ts'
import type { Direction, DoorConflict } from './rules.ts'

const uuids = (ids: readonly string[]) => sql`${sql.val([...ids])}::uuid[]`
const records = (rows: readonly object[]) => sql`${JSON.stringify(rows)}::jsonb`

export type Door = {
  id: string
  kind: ActivityKind
  startsAt: Date
  endsAt: Date
  cancelledAt: Date | null
}

/** What is told of an activity's door is judged one after the other; of several activities in order, so that nobody waits in a circle. */
export const holdDoors = (tx: Tx, ids: readonly string[]): Promise<Door[]> =>
  tx
    .selectFrom('activity')
    .where('id', 'in', [...ids])
    .select(['id', 'startsAt', 'endsAt', 'cancelledAt'])
    .select(({ ref }) => ref('kind').$castTo<ActivityKind>().as('kind'))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()

export const knownEvents = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('doorEvent')
    .where('id', 'in', [...ids])
    .select(['id', 'activityId', 'personId', 'conflicts'])
    .select(({ ref }) => ref('state').$castTo<State>().as('state'))
    .execute()
export type State = 'stands' | 'doubtful' | 'dropped'

/** Whose ids end like this; two people whose ids do are nobody. */
export async function peopleByEnd(tx: Tx, ends: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ end: string; id: string }>`
    select right(id::text, 10) as "end", min(id::text) as id from person
    where tenant_id = current_tenant() and right(id::text, 10) = any(${sql.val([...ends])}::text[])
    group by 1 having count(*) = 1`.execute(tx)
  return new Map(rows.map(({ end, id }) => [end, id]))
}

export async function knownPeople(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('person')
    .where('id', 'in', [...ids])
    .select('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

type Asked = { id: string; personId: string; activityId: string; at: Date }

/** Those who at that time were inside another activity that was on: it knows them in and not yet out. */
export async function insideElsewhere(tx: Tx, asked: readonly Asked[]): Promise<Set<string>> {
  if (asked.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select q.id from jsonb_to_recordset(${records(asked)}) as q(id uuid, "personId" uuid, "activityId" uuid, at timestamptz)
    where exists (
      select from door_event e join activity a on a.tenant_id = e.tenant_id and a.id = e.activity_id
      where e.tenant_id = current_tenant() and e.person_id = q."personId" and e.state = 'stands' and e.direction = 'in'
        and e.activity_id <> q."activityId" and e.at <= q.at and e.at > q.at - interval '16 hours' and a.ends_at > q.at
        and not exists (
          select from door_event o where o.tenant_id = e.tenant_id and o.person_id = e.person_id and o.activity_id = e.activity_id
            and o.state = 'stands' and o.direction = 'out' and o.at >= e.at and o.at <= q.at))`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

export type NewEvent = {
  id: string
  activityId: string
  personId: string | null
  code: string
  direction: Direction
  at: Date
  deviceAt: Date
  receivedAt: Date
  way: 'doorCode' | 'ownCode' | 'list'
  kioskId: string | null
  recordedBy: string | null
  conflicts: DoorConflict[]
  state: 'stands' | 'doubtful'
}

export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  await sql`
    insert into door_event (id, activity_id, person_id, code, direction, at, device_at, received_at, way, kiosk_id, recorded_by, conflicts, state)
    select e.id, e."activityId", e."personId", e.code, e.direction, e.at, e."deviceAt", e."receivedAt", e.way, e."kioskId",
           e."recordedBy", e.conflicts, e.state
    from jsonb_to_recordset(${records(events)}) as e(id uuid, "activityId" uuid, "personId" uuid, code text, direction text,
      at timestamptz, "deviceAt" timestamptz, "receivedAt" timestamptz, way text, "kioskId" uuid, "recordedBy" uuid,
      conflicts text[], state text)
    on conflict do nothing`.execute(tx)
}

export type Pair = { activityId: string; personId: string }

/** Whoever came is recorded as come. What a leader wrote about lateness stays; who was not expected is a walk-in. */
export async function recordArrivals(tx: Tx, pairs: readonly Pair[], by: string | null, now: Date, timeZone: string) {
  const rows = pairs.map((pair) => ({ ...pair, id: newId() }))
  await sql`
    insert into participation (id, activity_id, person_id, status, walk_in, recorded_by, recorded_at)
    select r.id, r."activityId", r."personId", 'attended', not exists (
        select from group_member m where m.tenant_id = a.tenant_id and m.group_id = a.group_id and m.person_id = r."personId"
          and m.from_date <= (a.starts_at at time zone ${timeZone})::date
          and (m.to_date is null or m.to_date > (a.starts_at at time zone ${timeZone})::date)), ${by}::uuid, ${now}::timestamptz
    from jsonb_to_recordset(${records(rows)}) as r(id uuid, "activityId" uuid, "personId" uuid)
    join activity a on a.tenant_id = current_tenant() and a.id = r."activityId"
    on conflict (tenant_id, activity_id, person_id) do update set status = 'attended',
      walk_in = participation.walk_in or participation.status in ('waitlisted', 'cancelled'),
      recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
    where participation.status not in ('attended', 'late')`.execute(
    about(
      tx,
      pairs.map(({ activityId }) => activityId),
    ),
  )
}

/** Nobody tells any more that they came: who was expected is expected again, who was not is not there. */
export async function withdrawArrival(tx: Tx, { activityId, personId }: Pair, now: Date): Promise<void> {
  const line = (
    status: 'walk-in' | 'expected',
  ) => sql`tenant_id = current_tenant() and activity_id = ${activityId}::uuid
    and person_id = ${personId}::uuid and status in ('attended', 'late') and minutes is null and ${status === 'walk-in' ? sql`` : sql`not`} walk_in`
  const here = about(tx, [activityId])
  await sql`delete from participation where ${line('walk-in')}`.execute(here)
  await sql`update participation set status = 'invited', recorded_at = ${now} where ${line('expected')}`.execute(here)
}

export type Told = { id: string; activityId: string; personId: string; direction: Direction; at: Date }

/** Everything that stands about these people at these doors. */
export const standingEvents = async (tx: Tx, pairs: readonly Pair[]): Promise<Told[]> =>
  (
    await sql<Told>`
      select e.id, e.activity_id, e.person_id, e.direction, e.at
      from (select distinct "activityId", "personId" from jsonb_to_recordset(${records(pairs)}) as q("activityId" uuid, "personId" uuid)) p
      join door_event e on e.tenant_id = current_tenant() and e.activity_id = p."activityId" and e.person_id = p."personId"
      where e.state = 'stands' order by e.at, e.id`.execute(tx)
  ).rows

export type DoorLine = {
  id: string
  personId: string | null
  name: string | null
  code: string
  direction: Direction
  at: Date
  deviceAt: Date
  way: NewEvent['way']
  kioskName: string | null
  recordedBy: string | null
  conflicts: DoorConflict[]
  state: State
}

export const eventsOf = async (tx: Tx, activityId: string, ids: readonly string[] | null = null): Promise<DoorLine[]> =>
  (
    await sql<DoorLine>`
      select e.id, e.person_id, p.name, e.code, e.direction, e.at, e.device_at, e.way, k.name as kiosk_name, w.name as recorded_by,
             e.conflicts, e.state
      from door_event e
      left join person p on p.tenant_id = e.tenant_id and p.id = e.person_id
      left join person w on w.tenant_id = e.tenant_id and w.id = e.recorded_by
      left join kiosk k on k.tenant_id = e.tenant_id and k.id = e.kiosk_id
      where e.tenant_id = current_tenant() and e.activity_id = ${activityId}::uuid
        and (${ids === null} or e.id = any(${uuids(ids ?? [])}))
      order by e.at, e.id`.execute(tx)
  ).rows

export const eventById = (tx: Tx, id: string) =>
  tx
    .selectFrom('doorEvent')
    .where('id', '=', id)
    .select(['id', 'activityId', 'personId', 'at'])
    .select(({ ref }) => ref('state').$castTo<State>().as('state'))
    .select(({ ref }) => ref('direction').$castTo<Direction>().as('direction'))
    .executeTakeFirst()

export const decideEvent = (tx: Tx, id: string, state: 'stands' | 'dropped', by: string | null, now: Date) =>
  tx.updateTable('doorEvent').set({ state, decidedBy: by, decidedAt: now }).where('id', '=', id).execute()
