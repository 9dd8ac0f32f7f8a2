import { sql } from 'kysely'
import type { SheetRun } from '../../../platform/workbook/sheet.ts'
import { analyze, dropRefused, madeId, refuseRows, warnOfRows } from '../../../platform/workbook/tables.ts'

/** What an activity without a stated kind most likely is. */
const derivedKind = sql`case
  when r.data->>'title' ~* '集中学习|学习会|理论学习|study session' then 'study'
  when r.data->>'title' ~* '培训|training' then 'training'
  when r.data->>'title' ~* '会议|例会|座谈会|研判会|(?<!晚|灯|运动|茶话|联欢|音乐|展览)会$|meeting' then 'meeting'
  when r.data->>'title' ~* '走访|检查|巡查|慰问|inspection' then 'visit'
  when r.data ? 'teams' or r.data->>'title' ~* '志愿|义诊|义剪|volunteer' then 'service'
  else 'event' end`

/** Where no column names the host, it is the office itself. */
export async function hostWithout({ tx, kind }: SheetRun, root: string | null): Promise<void> {
  if (root) {
    await sql`insert into import_reference (row_id, name, id)
      select id, 'host', ${root}::uuid from import_row r where kind = ${kind} and problem is null and not data ? 'host'
        and not exists (select from import_reference f where f.row_id = r.id and f.name = 'host')`.execute(tx)
    return
  }
  await refuseRows(
    tx,
    'noOrganizationYet',
    'host',
    sql`select id, null::jsonb from import_row where kind = ${kind} and not data ? 'host'`,
  )
}

export async function readActivities(
  { tx, timeZone }: SheetRun,
  groups: { hostId: string; groupId: string }[],
): Promise<void> {
  await sql`create temporary table import_activity on commit drop as
    select r.id as row_id, nullif(regexp_replace(r.data->>'number', '[.]0+$', ''), '') as number, r.data->>'title' as title,
      coalesce(r.data->>'kind', ${derivedKind}) as kind, r.data->>'topic' as topic, h.id as host_id, p.id as place_id,
      (r.data->>'day')::date as day, (r.data->>'from')::int as from_minute, (r.data->>'to')::int as to_minute,
      null::timestamptz as starts_at, null::timestamptz as ends_at, null::uuid as group_id,
      null::uuid as id, null::text as outcome, false as moved
    from import_row r
      join import_reference h on h.row_id = r.id and h.name = 'host'
      left join import_reference p on p.row_id = r.id and p.name = 'place'
    where r.kind = 'activities' and r.problem is null`.execute(tx)
  const warn = (reason: string, where: ReturnType<typeof sql>) =>
    warnOfRows(tx, reason, sql`select row_id, jsonb_build_object('title', title) from import_activity where ${where}`)
  await warn('timeAssumed', sql`from_minute is null`)
  await warn('wholeDayAssumed', sql`exists (select from import_row r where r.id = row_id and r.data ? 'wholeDay')`)
  await warn('endAssumed', sql`from_minute is not null and to_minute is null`)
  await warn('unusualTime', sql`from_minute < 360 or to_minute > 1350`)
  await warn('unusuallyLong', sql`to_minute - from_minute > 720`)
  await sql`update import_activity set from_minute = coalesce(from_minute, 540),
    to_minute = coalesce(to_minute, coalesce(from_minute, 540) + 60)`.execute(tx)
  await sql`update import_activity i set
      starts_at = (day + from_minute * interval '1 minute') at time zone ${timeZone},
      ends_at = (day + to_minute * interval '1 minute') at time zone ${timeZone},
      group_id = case when kind = 'study' then (select g."groupId" from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb)
        as g("hostId" uuid, "groupId" uuid) where g."hostId" = i.host_id) end`.execute(tx)
  await refuseRows(
    tx,
    'duplicateActivity',
    'title',
    sql`select row_id, jsonb_build_object('title', title) from (select row_id, title, row_number() over
      (partition by title, host_id, starts_at order by row_id) as n from import_activity) d where n > 1`,
  )
  await dropRefused(tx, 'import_activity')
  await analyze(tx, 'import_activity')
}

/** The same title, host and day, or the same number in the host's ledger of the year together with its title or its day. */
export async function recogniseActivities({ tx, timeZone }: SheetRun): Promise<void> {
  await sql`
    with there as (
      select id, host_id, title, ledger_number, starts_at, (starts_at at time zone ${timeZone})::date as day
      from activity where tenant_id = current_tenant() and cancelled_at is null),
    candidate as (
      select i.row_id, a.id, a.starts_at, case when a.starts_at = i.starts_at then 0 when a.ledger_number = i.number then 1 else 2 end as distance
      from import_activity i join there a on a.host_id = i.host_id and a.title = i.title and a.day = i.day
      where a.ledger_number is null or i.number is null or a.ledger_number = i.number
      union all
      select i.row_id, a.id, a.starts_at, 1 from import_activity i
      join there a on a.host_id = i.host_id and a.ledger_number = i.number and extract(year from a.day) = extract(year from i.day)
      where a.title = i.title or a.day = i.day),
    best as (select distinct on (row_id) row_id, id, distance from candidate order by row_id, distance, starts_at),
    own as (select distinct on (id) row_id, id from best order by id, distance, row_id)
    update import_activity i set id = o.id from own o where o.row_id = i.row_id`.execute(tx)
  await sql`update import_activity i set
      moved = (a.starts_at, a.ends_at, a.title, coalesce(i.place_id, a.place_id)) is distinct from (i.starts_at, i.ends_at, i.title, a.place_id),
      outcome = case when (a.starts_at, a.ends_at, a.title, a.kind, a.topic, a.place_id, a.ledger_number, a.group_id)
        is distinct from (i.starts_at, i.ends_at, i.title, i.kind, coalesce(i.topic, a.topic), coalesce(i.place_id, a.place_id), coalesce(i.number, a.ledger_number), coalesce(a.group_id, i.group_id))
        then 'updated' else 'unchanged' end
    from activity a where a.tenant_id = current_tenant() and a.id = i.id`.execute(tx)
  // A row that lists teams lists all of them.
  await sql`
    with wanted as (select f.row_id, array_agg(f.id order by f.id) as teams from import_reference f where f.name = 'team' group by f.row_id),
    there as (select i.row_id, array_agg(t.organization_id order by t.organization_id) as teams
      from import_activity i join activity_team t on t.tenant_id = current_tenant() and t.activity_id = i.id group by i.row_id)
    update import_activity i set outcome = 'updated' from wanted w left join there h on h.row_id = w.row_id
    where w.row_id = i.row_id and i.outcome = 'unchanged' and w.teams is distinct from h.teams`.execute(tx)
}

export async function writeActivities({ tx, now }: SheetRun): Promise<void> {
  await sql`update activity a set title = i.title, kind = i.kind, topic = coalesce(i.topic, a.topic), place_id = coalesce(i.place_id, a.place_id),
      starts_at = i.starts_at, ends_at = i.ends_at, ledger_number = coalesce(i.number, a.ledger_number),
      group_id = coalesce(a.group_id, i.group_id), sequence = a.sequence + i.moved::int, changed_at = ${now}
    from import_activity i where i.outcome = 'updated' and a.tenant_id = current_tenant() and a.id = i.id`.execute(tx)
  await sql`update import_activity set id = ${madeId}, outcome = 'created' where id is null`.execute(tx)
  await sql`insert into activity (id, kind, title, topic, host_id, place_id, group_id, starts_at, ends_at, ledger_number, changed_at)
    select id, kind, title, topic, host_id, place_id, group_id, starts_at, ends_at, number, ${now}
    from import_activity where outcome = 'created' order by row_id`.execute(tx)
  await sql`delete from activity_team t using import_activity i
    where i.outcome = 'updated' and t.tenant_id = current_tenant() and t.activity_id = i.id
      and exists (select from import_reference f where f.row_id = i.row_id and f.name = 'team')
      and not exists (select from import_reference f where f.row_id = i.row_id and f.name = 'team' and f.id = t.organization_id)`.execute(
    tx,
  )
  await sql`insert into activity_team (activity_id, organization_id)
    select i.id, f.id from import_activity i join import_reference f on f.row_id = i.row_id and f.name = 'team'
    where i.outcome <> 'unchanged' on conflict do nothing`.execute(tx)
  await sql`insert into import_record (row_id, record, record_id, outcome)
    select row_id, 'activity', id, outcome from import_activity`.execute(tx)
  await analyze(tx, 'import_record')
}
