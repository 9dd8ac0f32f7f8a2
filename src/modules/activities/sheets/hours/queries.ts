import { type RawBuilder, sql } from 'kysely'
import type { SheetRun } from '../../../../platform/workbook/sheet.ts'
import { analyze, dropRefused, madeId, refuseRows, warnOfRows } from '../../../../platform/workbook/tables.ts'

const rows = sql`import_row r join import_table t on t.number = r.table_number`
const open = sql`r.kind = 'hours' and r.problem is null`

/** Hours summed by month belong to a month's service as a whole. */
const ofMonth = sql`case when t.title ~ '[一-龥]' then ltrim(right(r.data->>'month', 2), '0') || '月志愿服务'
  else 'Volunteer service in ' || (r.data->>'month') end`

/** Notes the activity of each row, and counts how many it could be. */
export async function findActivities({ tx, timeZone }: SheetRun): Promise<void> {
  await sql`create temporary table import_service on commit drop as
    select r.id as row_id, regexp_replace(r.data->>'activityNumber', '^(第|no[.]?|#) *|([.]0+| *(号|项|次))$', '', 'gi') as number, 
      coalesce(r.data->>'title', case when r.data ? 'month' and not r.data ? 'activityNumber' then ${ofMonth} end) as title,
      coalesce((r.data->>'day')::date, (r.data->>'month' || '-01')::date) as day, t.year, f.id as team_id, null::uuid as activity_id, 0 as found, null::text as said
    from ${rows} left join import_reference f on f.row_id = r.id and f.name = 'team' where ${open}`.execute(tx)
  // Rows that say the same mean the same activity: looked up once.
  await sql`update import_service set said = (number, title, day, year, team_id)::text`.execute(tx)
  await analyze(tx, 'import_service')
  await sql`create temporary table import_held on commit drop as
    select a.id, a.ledger_number, a.title, a.kind, (a.starts_at at time zone ${timeZone})::date as day,
      c.record_id is not null as here
    from activity a left join (select distinct record_id from import_record where record = 'activity') c on c.record_id = a.id
    where a.tenant_id = current_tenant() and a.cancelled_at is null`.execute(tx)
  await sql`create index on import_held (ledger_number)`.execute(tx)
  await sql`create index on import_held (title)`.execute(tx)
  await sql`create index on import_held (day)`.execute(tx)
  await analyze(tx, 'import_held')
  const sameDay = sql`(s.day is null or s.day = a.day) and (s.day is not null or s.year is null or s.year = extract(year from a.day))`
  const numbered = sql`coalesce(s.number, case when s.title ~ '^[0-9]+$' then s.title end)`
  await settle(tx, sql`a.ledger_number = ${numbered} and ${sameDay}`, sql`${numbered} is not null`)
  // What stands under a heading for numbers may be a title.
  const titled = sql`coalesce(s.title, s.number)`
  await settle(tx, sql`a.title = ${titled} and ${sameDay}`, sql`s.found = 0 and ${titled} is not null`)
  await settle(
    tx,
    sql`a.day = s.day and a.kind = 'service' and (s.team_id is null or exists (
      select from activity_team x where x.tenant_id = current_tenant() and x.activity_id = a.id and x.organization_id = s.team_id))`,
    sql`s.number is null and s.title is null and s.day is not null`,
  )
}

/** Takes the only candidate; what this run brought goes before what was there. */
const settle = (tx: SheetRun['tx'], fits: RawBuilder<unknown>, which: RawBuilder<unknown>) =>
  sql`
    with wanted as (select distinct said, number, title, day, year, team_id from import_service s where ${which}),
    candidate as (select s.said, a.id, a.here from wanted s join import_held a on ${fits}),
    ranked as (select *, rank() over (partition by said order by here desc) as place from candidate),
    found as (select said, (array_agg(id))[1] as id, count(*)::int as n from ranked where place = 1 group by said)
    update import_service s set activity_id = case when f.n = 1 then f.id end, found = f.n
    from found f where s.activity_id is null and s.said = f.said`.execute(tx)

/** A workbook without a ledger still says what was done and when: one activity for each title and day. */
export async function proposeActivities({ tx }: SheetRun, mayMake: boolean): Promise<void> {
  await sql`create temporary table import_made on commit drop as
    select s.title, s.day, ${madeId} as id from import_service s
    where ${mayMake} and s.activity_id is null and s.found = 0 and s.number is null and s.title is not null and s.day is not null
    group by s.title, s.day`.execute(tx)
  await sql`update import_service s set activity_id = m.id, found = 1 from import_made m
    where s.activity_id is null and s.title = m.title and s.day = m.day`.execute(tx)
}

/** Made only once it is known which rows stand: an activity that only refused rows name is none. */
export async function makeActivities({ tx, now, timeZone }: SheetRun, root: string | null): Promise<void> {
  await sql`create temporary table import_standing on commit drop as
    select m.id, m.title, m.day, min(h.row_id) as row_id, (array_agg(s.team_id) filter (where s.team_id is not null))[1] as team_id,
      coalesce(min((r.data->>'from')::int), 540) as from_minute,
      greatest(coalesce(max((r.data->>'to')::int), 0), coalesce(min((r.data->>'from')::int), 540) + coalesce(max((r.data->>'length')::int), 60), 1) as to_minute
    from import_made m join import_hours h on h.activity_id = m.id
      join import_service s on s.row_id = h.row_id join import_row r on r.id = h.row_id
    group by m.id, m.title, m.day`.execute(tx)
  await sql`insert into activity (id, kind, title, host_id, starts_at, ends_at, changed_at)
    select id, 'service', title, ${root}::uuid, (day + from_minute * interval '1 minute') at time zone ${timeZone},
      (day + greatest(to_minute, from_minute + 1) * interval '1 minute') at time zone ${timeZone}, ${now} from import_standing`.execute(
    tx,
  )
  await sql`insert into activity_team (activity_id, organization_id) select id, team_id from import_standing where team_id is not null`.execute(
    tx,
  )
  await sql`insert into import_record (row_id, record, record_id, outcome) select row_id, 'activity', id, 'created' from import_standing`.execute(
    tx,
  )
  await warnOfRows(tx, 'activityMade', sql`select row_id, jsonb_build_object('title', title) from import_standing`)
}

export async function refuseWithoutActivity({ tx }: SheetRun): Promise<void> {
  const lost = (several: boolean) => sql`
    select row_id, jsonb_build_object('activity', coalesce(number, title, day::text, '')) from import_service
    where activity_id is null and found ${several ? sql`> 1` : sql`= 0`}`
  await refuseRows(tx, 'unknownActivity', 'activityNumber', lost(false))
  await refuseRows(tx, 'ambiguousActivity', 'activityNumber', lost(true))
  await dropRefused(tx, 'import_service')
}

/** Of several people of one name, the one who belongs to the activity's team or host is meant. */
export async function noteTeams({ tx }: SheetRun, root: string | null): Promise<void> {
  await sql`insert into import_reference (row_id, name, id)
    select distinct s.row_id, 'among', coalesce(t.team_id, ${root}::uuid) from import_made m
      join import_service s on s.activity_id = m.id
      left join import_service t on t.activity_id = m.id and t.team_id is not null
    where coalesce(t.team_id, ${root}::uuid) is not null`.execute(tx)
  await sql`insert into import_reference (row_id, name, id)
    select s.row_id, 'among', x.organization_id from import_service s
      join activity_team x on x.tenant_id = current_tenant() and x.activity_id = s.activity_id`.execute(tx)
  await sql`insert into import_reference (row_id, name, id)
    select s.row_id, 'among', a.host_id from import_service s
      join activity a on a.tenant_id = current_tenant() and a.id = s.activity_id
    where not exists (select from activity_team x where x.tenant_id = current_tenant() and x.activity_id = a.id)`.execute(
    tx,
  )
}

export async function readHours({ tx }: SheetRun): Promise<void> {
  await sql`create temporary table import_hours on commit drop as
    select r.id as row_id, s.activity_id, f.id as person_id, null::text as status, null::uuid as id, null::text as outcome,
      coalesce((r.data->>'length')::int, (r.data->>'to')::int - (r.data->>'from')::int) as minutes, r.data->>'name' as name
    from import_row r join import_service s on s.row_id = r.id join import_reference f on f.row_id = r.id and f.name = 'person'
    where ${open}`.execute(tx)
  await analyze(tx, 'import_hours')
  await refuseRows(
    tx,
    'duplicateHours',
    'name',
    sql`select row_id, jsonb_build_object('name', name) from (select row_id, name,
      row_number() over (partition by activity_id, person_id order by row_id) as n from import_hours) d where n > 1`,
  )
  await dropRefused(tx, 'import_hours')
}

/** Kept as they are, and said: hours longer than the activity, and two services of one person at the same time. */
export async function warnOfOdd({ tx }: SheetRun): Promise<void> {
  await warnOfRows(
    tx,
    'longerThanActivity',
    sql`select h.row_id, jsonb_build_object('name', h.name, 'title', a.title, 'minutes', h.minutes,
        'length', (extract(epoch from a.ends_at - a.starts_at) / 60)::int)
      from import_hours h join activity a on a.tenant_id = current_tenant() and a.id = h.activity_id
      where h.minutes > extract(epoch from a.ends_at - a.starts_at) / 60`,
  )
  await warnOfRows(
    tx,
    'overlapping',
    sql`select distinct on (least(p.id, q.id), greatest(p.id, q.id)) h.row_id, jsonb_build_object('name', h.name, 'title', a.title, 'other', b.title)
      from import_hours h
        join participation p on p.tenant_id = current_tenant() and p.id = h.id
        join activity a on a.tenant_id = current_tenant() and a.id = p.activity_id and a.kind = 'service'
        join participation q on q.tenant_id = current_tenant() and q.person_id = p.person_id and q.id <> p.id and q.minutes is not null
        join activity b on b.tenant_id = current_tenant() and b.id = q.activity_id and b.kind = 'service' and b.cancelled_at is null
          and b.starts_at < a.ends_at and b.ends_at > a.starts_at
      where p.minutes is not null order by least(p.id, q.id), greatest(p.id, q.id), h.row_id desc`,
  )
}
