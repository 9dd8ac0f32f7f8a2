import { sql } from 'kysely'
import type { SheetRun } from '../../../../platform/workbook/sheet.ts'
import { analyze, dropRefused, madeId, refuseRows, warnOfRows } from '../../../../platform/workbook/tables.ts'

export async function readMarks({ tx }: SheetRun): Promise<void> {
  await sql`create temporary table import_mark on commit drop as
    select r.id as row_id, r.table_number, f.id as person_id, m.day, m.month, m.title, m.mark as status, null::int as minutes,
      null::uuid as activity_id, null::uuid as id, null::text as outcome, null::int as occasion
    from import_row r join import_reference f on f.row_id = r.id and f.name = 'person',
      jsonb_to_recordset(r.data->'marks') as m(day date, month text, title text, mark text)
    where r.kind = 'attendance' and r.problem is null`.execute(tx)
  await refuseRows(
    tx,
    'duplicatePerson',
    'name',
    sql`select distinct m.row_id, jsonb_build_object('name', r.data->>'name') from (select row_id, rank() over
      (partition by table_number, person_id, day, month, title order by row_id) as n from import_mark) m
      join import_row r on r.id = m.row_id where n > 1`,
  )
  await dropRefused(tx, 'import_mark')
}

const counted = (title: string) => sql`translate(${sql.raw(title)}, '一二三四五六七八九 　', '123456789')`

/**
 * What a mark is about: the one activity of that title, or the one held on that day or in that month, of the kind that the
 * table's title names.
 */
export async function findOccasions({ tx, timeZone }: SheetRun): Promise<void> {
  await sql`create temporary table import_occasion on commit drop as
    select row_number() over ()::int as number, m.table_number, m.day, m.month, m.title, min(m.row_id) as row_id, null::uuid as activity_id, 0 as found,
      coalesce(m.day, (m.month || '-01')::date, make_date(t.year, 1, 1)) as since,
      coalesce(m.day + 1, ((m.month || '-01')::date + interval '1 month')::date, make_date(t.year + 1, 1, 1)) as until,
      case when t.title ~* '学习|study' then 'study' when t.title ~* '培训|training' then 'training'
        when t.title ~* '会议|例会|meeting' then 'meeting' when t.title ~* '志愿|服务|volunteer' then 'service' end as kind
    from import_mark m join import_table t on t.number = m.table_number
    group by m.table_number, m.day, m.month, m.title, t.title, t.year`.execute(tx)
  await sql`update import_mark m set occasion = o.number from import_occasion o where o.table_number = m.table_number
    and (o.day, o.month, o.title) is not distinct from (m.day, m.month, m.title)`.execute(tx)
  await sql`
    with candidate as (
      select o.number, a.id, exists (select from import_record c where c.record_id = a.id and c.record = 'activity') as here,
        case when o.title is null or a.title = o.title then 0 else 1 end as distance
      from import_occasion o join activity a on a.tenant_id = current_tenant() and a.cancelled_at is null
        and (o.since is null or a.starts_at >= o.since::timestamp at time zone ${timeZone})
        and (o.until is null or a.starts_at < o.until::timestamp at time zone ${timeZone})
      where case when o.title is null then o.kind is null or a.kind = o.kind
        else a.title = o.title or (length(o.title) > 1 and (o.kind is null or a.kind = o.kind)
          and (position(${counted('o.title')} in ${counted('a.title')}) > 0 or position(${counted('a.title')} in ${counted('o.title')}) > 0)) end),
    ranked as (select *, rank() over (partition by number order by distance, here desc) as place from candidate),
    found as (select number, (array_agg(id))[1] as id, count(*)::int as n from ranked where place = 1 group by number)
    update import_occasion o set activity_id = case when f.n = 1 then f.id end, found = f.n from found f where f.number = o.number`.execute(
    tx,
  )
}

/** An activity's own sheet says enough to make it, where nothing of its name was held on that day. */
export async function makeOccasions({ tx, now, timeZone }: SheetRun, root: string | null): Promise<void> {
  if (!root) return
  await sql`create temporary table import_own on commit drop as
    select min(o.number) as number, min(o.row_id) as row_id, o.title, o.day, ${madeId} as id, coalesce(min(o.kind), case
        when o.title ~* '学习|study' then 'study' when o.title ~* '培训|讲座|training|course' then 'training'
        when o.title ~* '会$|会议|meeting' then 'meeting' when o.title ~* '志愿|服务|义诊|volunteer' then 'service' else 'event' end) as kind,
      coalesce(min((t.about->>'from')::int), 540) as from_minute, max((t.about->>'to')::int) as to_minute
    from import_occasion o join import_table t on t.number = o.table_number
    where t.about is not null and o.found = 0 and o.title is not null and o.day is not null
    group by o.title, o.day`.execute(tx)
  await sql`insert into activity (id, kind, title, host_id, starts_at, ends_at, changed_at)
    select id, kind, title, ${root}::uuid, (day + from_minute * interval '1 minute') at time zone ${timeZone},
      (day + greatest(coalesce(to_minute, from_minute + 60), from_minute + 1) * interval '1 minute') at time zone ${timeZone}, ${now} from import_own`.execute(
    tx,
  )
  await sql`insert into import_record (row_id, record, record_id, outcome) select row_id, 'activity', id, 'created' from import_own`.execute(
    tx,
  )
  await warnOfRows(tx, 'activityMade', sql`select row_id, jsonb_build_object('title', title) from import_own`)
  await sql`update import_occasion o set activity_id = w.id, found = 1 from import_own w
    where o.found = 0 and o.title = w.title and o.day = w.day`.execute(tx)
}

/** Marks go to their activities; those that have none are left out, and said. */
export async function settleMarks({ tx }: SheetRun): Promise<void> {
  const lost = (reason: string, several: boolean, which: ReturnType<typeof sql>) =>
    warnOfRows(
      tx,
      reason,
      sql`select row_id, jsonb_strip_nulls(jsonb_build_object('day', day, 'month', month, 'title', title)) from import_occasion
        where activity_id is null and found ${several ? sql`> 1` : sql`= 0`} and ${which}`,
    )
  await lost('noActivityNamed', false, sql`title is not null`)
  await lost('severalActivitiesNamed', true, sql`title is not null`)
  await lost('noActivityOn', false, sql`title is null and day is not null`)
  await lost('severalActivitiesOn', true, sql`title is null and day is not null`)
  await lost('noActivityIn', false, sql`title is null and month is not null`)
  await lost('severalActivitiesIn', true, sql`title is null and month is not null`)
  await sql`update import_mark m set activity_id = o.activity_id from import_occasion o where o.number = m.occasion`.execute(
    tx,
  )
  await sql`delete from import_mark where activity_id is null`.execute(tx)
  // Two tables may mark one person at one activity: the first says how it was.
  await sql`alter table import_mark add column turn serial`.execute(tx)
  const first = sql`first_value(status) over (partition by activity_id, person_id order by row_id, turn)`
  await warnOfRows(
    tx,
    'markedTwice',
    sql`select m.row_id, jsonb_build_object('name', r.data->>'name', 'title', a.title)
      from (select *, ${first} as before from import_mark) m join import_row r on r.id = m.row_id
        join activity a on a.tenant_id = current_tenant() and a.id = m.activity_id
      where m.status <> m.before order by m.row_id`,
  )
  await sql`delete from import_mark m using import_mark before where before.activity_id = m.activity_id
    and before.person_id = m.person_id and (before.row_id, before.turn) < (m.row_id, m.turn)`.execute(tx)
}

const said = sql`coalesce(m.status, case when p.status in ('attended', 'late') then p.status else 'attended' end)`

/**
 * One person at one activity, once: new, changed or as it was. Minutes of a ledger stand in an entry of their own; those that
 * a door knows better are not counted twice, and a correction since stays.
 */
export async function writeParticipations({ tx, now, by }: SheetRun, table: string): Promise<void> {
  const from = sql.table(table)
  await sql`alter table ${from} add column ledger int, add column door boolean not null default false`.execute(tx)
  await sql`update ${from} m set ledger = h.ledger, door = h.door from (
      select activity_id, person_id, max(minutes) filter (where origin = 'ledger') as ledger, bool_or(origin = 'door') as door
      from hours_entry where tenant_id = current_tenant() and state = 'approved' and origin <> 'correction' group by 1, 2) h
    where h.activity_id = m.activity_id and h.person_id = m.person_id`.execute(tx)
  await sql`update ${from} m set id = p.id, outcome = case
      when p.status is distinct from ${said} or (m.minutes is not null and not m.door and m.minutes is distinct from m.ledger) then 'updated' else 'unchanged' end
    from participation p where p.tenant_id = current_tenant() and p.activity_id = m.activity_id and p.person_id = m.person_id`.execute(
    tx,
  )
  await sql`update participation p set status = ${said}, recorded_at = ${now}, recorded_by = ${by}::uuid,
      minutes = case when m.minutes is null or m.door then p.minutes
        else least(1440, greatest(0, coalesce(p.minutes, 0) - coalesce(m.ledger, 0) + m.minutes)) end
    from ${from} m where m.outcome = 'updated' and p.tenant_id = current_tenant() and p.id = m.id`.execute(tx)
  await sql`update ${from} set id = ${madeId}, outcome = 'created' where id is null`.execute(tx)
  await sql`insert into participation (id, activity_id, person_id, status, minutes, recorded_by, recorded_at)
    select id, activity_id, person_id, coalesce(status, 'attended'), minutes, ${by}::uuid, ${now} from ${from} where outcome = 'created' order by row_id`.execute(
    tx,
  )
  const written = sql`m.outcome <> 'unchanged' and m.minutes is not null and not m.door and m.minutes is distinct from m.ledger`
  await sql`update hours_entry h set state = 'replaced', decided_at = ${now}
    from ${from} m where ${written} and m.ledger is not null and h.tenant_id = current_tenant() and h.activity_id = m.activity_id
      and h.person_id = m.person_id and h.origin = 'ledger' and h.state = 'approved'`.execute(tx)
  await sql`insert into hours_entry (id, activity_id, person_id, origin, minutes, state, entered_by, entered_at)
    select ${madeId}, m.activity_id, m.person_id, 'ledger', m.minutes, 'approved', ${by}::uuid, ${now} from ${from} m where ${written}`.execute(
    tx,
  )
  await sql`insert into import_record (row_id, record, record_id, outcome) select row_id, 'participation', id, outcome from ${from}`.execute(
    tx,
  )
  await analyze(tx, 'import_record')
}
