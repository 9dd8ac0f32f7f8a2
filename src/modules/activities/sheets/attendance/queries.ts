import { sql } from 'kysely'
import type { SheetRun } from '../../../../platform/workbook/sheet.ts'
import { analyze, dropRefused, madeId, refuseRows, warnOfRows } from '../../../../platform/workbook/tables.ts'

export async function readMarks({ tx }: SheetRun): Promise<void> {
  await sql`create temporary table import_mark on commit drop as
    select r.id as row_id, r.table_number, f.id as person_id, m.day, m.mark as status, null::int as minutes,
      null::uuid as activity_id, null::uuid as id, null::text as outcome
    from import_row r join import_reference f on f.row_id = r.id and f.name = 'person',
      jsonb_to_recordset(r.data->'marks') as m(day date, mark text)
    where r.kind = 'attendance' and r.problem is null`.execute(tx)
  await refuseRows(
    tx,
    'duplicatePerson',
    'name',
    sql`select row_id, null::jsonb from (select distinct m.row_id, m.person_id, m.table_number,
      dense_rank() over (partition by m.table_number, m.person_id order by m.row_id) as n from import_mark m) d where n > 1`,
  )
  await dropRefused(tx, 'import_mark')
}

/** A day of the matrix means the one activity held on it, of the kind that the table's title names. */
export async function findActivitiesOfDays({ tx, timeZone }: SheetRun): Promise<void> {
  await sql`create temporary table import_day on commit drop as
    select m.table_number, m.day, min(m.row_id) as row_id, null::uuid as activity_id, 0 as found,
      case when t.title ~* '学习|study' then 'study' when t.title ~* '培训|training' then 'training'
        when t.title ~* '会议|例会|meeting' then 'meeting' when t.title ~* '志愿|服务|volunteer' then 'service' end as kind
    from import_mark m join import_table t on t.number = m.table_number group by m.table_number, m.day, t.title`.execute(
    tx,
  )
  await sql`
    with candidate as (
      select d.table_number, d.day, a.id, exists (select from import_record c where c.record_id = a.id and c.record = 'activity') as here
      from import_day d join activity a on a.tenant_id = current_tenant() and a.cancelled_at is null
        and a.starts_at >= d.day::timestamp at time zone ${timeZone} and a.starts_at < (d.day + 1)::timestamp at time zone ${timeZone}
        and (d.kind is null or a.kind = d.kind)),
    ranked as (select *, rank() over (partition by table_number, day order by here desc) as place from candidate),
    found as (select table_number, day, (array_agg(id))[1] as id, count(*)::int as n from ranked where place = 1 group by 1, 2)
    update import_day d set activity_id = case when f.n = 1 then f.id end, found = f.n
    from found f where f.table_number = d.table_number and f.day = d.day`.execute(tx)
  const lost = (reason: string, several: boolean) =>
    warnOfRows(
      tx,
      reason,
      sql`select row_id, jsonb_build_object('day', day) from import_day where activity_id is null and found ${several ? sql`> 1` : sql`= 0`}`,
    )
  await lost('noActivityOn', false)
  await lost('severalActivitiesOn', true)
  await sql`update import_mark m set activity_id = d.activity_id from import_day d where d.table_number = m.table_number and d.day = m.day`.execute(
    tx,
  )
  await sql`delete from import_mark where activity_id is null`.execute(tx)
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
