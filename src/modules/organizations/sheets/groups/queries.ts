import { sql } from 'kysely'
import type { SheetRun } from '../../../../platform/workbook/sheet.ts'
import { dropRefused, madeId, refuseRows } from '../../../../platform/workbook/tables.ts'
import { findPeople, rootOrganization } from '../references/queries.ts'

/** `柳林街道学习小组名单` names the group 学习小组: the title without the office, the year and the word for a list. */
const groupName = sql`coalesce(r.data->>'group', nullif(regexp_replace(regexp_replace(regexp_replace(t.sheet, '[0-9]{4}年?', ''),
  '^.*(街道|社区|居委会)', ''), '(人员|成员)?(名单|名册|花名册|一览表|表)$', ''), ''), t.sheet)`

/** Who belongs to which group since when. A group that is not there yet is the highest organization's. */
export async function takeGroups(run: SheetRun): Promise<void> {
  const { tx, today } = run
  await findPeople(run)
  const root = await rootOrganization(run)
  if (root === null) {
    await refuseRows(
      tx,
      'noOrganizationYet',
      null,
      sql`select id, null::jsonb from import_row where kind = 'groups' and problem is null`,
    )
    return
  }
  await sql`create temporary table import_member on commit drop as
    select r.id as row_id, ${groupName} as group_name, f.id as person_id, r.data->>'name' as name,
      case when r.data->>'position' in ('leader', 'deputy') then r.data->>'position' else 'member' end as position,
      (r.data->>'from')::date as from_date, (r.data->>'to')::date as to_date, t.year,
      null::uuid as group_id, null::uuid as id, null::text as outcome
    from import_row r join import_table t on t.number = r.table_number
      join import_reference f on f.row_id = r.id and f.name = 'person'
    where r.kind = 'groups' and r.problem is null`.execute(tx)
  await refuseRows(
    tx,
    'endsBeforeItStarts',
    'to',
    sql`select row_id, null::jsonb from import_member where to_date <= from_date`,
  )
  await refuseRows(
    tx,
    'duplicatePerson',
    'name',
    sql`select row_id, jsonb_build_object('name', name) from (
      select row_id, name, row_number() over (partition by group_name, person_id order by row_id) as n from import_member) d where n > 1`,
  )
  await dropRefused(tx, 'import_member')
  await sql`insert into people_group (id, organization_id, kind, name)
    select ${madeId}, ${root}, case when name ~* '学习|中心组|study' then 'study' when name ~* '班|cohort|class' and name !~ '专班' then 'cohort' else 'working' end, name
    from (select distinct group_name as name from import_member) g on conflict do nothing`.execute(tx)
  await sql`update import_member m set group_id = g.id from people_group g
    where g.tenant_id = current_tenant() and g.organization_id = ${root} and g.name = m.group_name`.execute(tx)
  await sql`
    with known as (
      select distinct on (m.row_id) m.row_id, g.id, coalesce(m.from_date, g.from_date) <> g.from_date or m.position <> g.position
        or coalesce(m.to_date, g.to_date) is distinct from g.to_date as differs
      from import_member m join group_member g on g.tenant_id = current_tenant() and g.group_id = m.group_id and g.person_id = m.person_id
      order by m.row_id, (g.from_date = m.from_date) desc nulls last, (g.to_date is null) desc, g.from_date desc)
    update import_member m set id = k.id, outcome = case when k.differs then 'updated' else 'unchanged' end from known k where k.row_id = m.row_id`.execute(
    tx,
  )
  await sql`update group_member g set from_date = coalesce(m.from_date, g.from_date), to_date = coalesce(m.to_date, g.to_date), position = m.position
    from import_member m where m.outcome = 'updated' and g.tenant_id = current_tenant() and g.id = m.id`.execute(tx)
  await sql`update import_member set id = ${madeId}, outcome = 'created' where id is null`.execute(tx)
  await sql`insert into group_member (id, group_id, person_id, position, from_date, to_date)
    select id, group_id, person_id, position, coalesce(from_date, make_date(year, 1, 1), ${today}::date), to_date
    from import_member where outcome = 'created'`.execute(tx)
  await sql`insert into import_record (row_id, record, record_id, outcome) select row_id, 'groupMember', id, outcome from import_member`.execute(
    tx,
  )
}
