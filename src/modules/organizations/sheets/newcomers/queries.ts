import { sql } from 'kysely'
import type { SheetRun } from '../../../../platform/workbook/sheet.ts'
import { madeId, refuseRows, warnOfRows, writeSearch } from '../../../../platform/workbook/tables.ts'

/**
 * Makes the people whom rows name and nobody knows, in the organization that was chosen for them; '' is the office itself.
 * Two phone numbers under one name are two people, and a row without a number is then neither.
 */
export async function makeNewcomers({ tx, kind, now, today }: SheetRun): Promise<void> {
  const { rows } = await sql`select from import_table where kind = ${kind} and people_in is not null limit 1`.execute(
    tx,
  )
  if (rows.length === 0) return
  await sql`create temporary table import_unknown on commit drop as
    select r.id as row_id, r.data->>'name' as name, r.data->>'phone' as phone, t.people_in, t.year, o.id as organization_id, o.name as organization
    from import_row r join import_table t on t.number = r.table_number
      left join lateral (
        select (array_agg(id))[1] as id, min(name) as name from organization
        where tenant_id = current_tenant() and closed_on is null and case when t.people_in = '' then parent_id is null else name = t.people_in end
        having count(*) = 1) o on true
    where r.kind = ${kind} and r.problem is null and t.people_in is not null
      and not exists (select from import_reference f where f.row_id = r.id and f.name = 'person')
      and not exists (select from import_candidate c where c.row_id = r.id)`.execute(tx)
  await refuseRows(
    tx,
    'unknownOrganization',
    'name',
    sql`select row_id, jsonb_build_object('name', people_in) from import_unknown where organization_id is null`,
  )
  await sql`create temporary table import_newcomer on commit drop as
    select min(u.row_id) as row_id, u.name, u.phone, u.organization_id, min(u.organization) as organization, min(u.year) as year,
      ${madeId} as id, null::text as search
    from import_unknown u
    where u.organization_id is not null and (u.phone is not null or not exists (
      select from import_unknown other where other.name = u.name and other.organization_id = u.organization_id and other.phone is not null))
    group by u.name, u.phone, u.organization_id`.execute(tx)
  await writeSearch(tx, 'import_newcomer', sql`name, phone`)
  await sql`insert into person (id, name, phone, search, created_at)
    select id, name, phone, search, ${now} from import_newcomer order by row_id`.execute(tx)
  await sql`insert into membership (id, person_id, organization_id, role, from_date)
    select ${madeId}, id, organization_id, 'volunteer', coalesce(make_date(year, 1, 1), ${today}::date) from import_newcomer order by row_id`.execute(
    tx,
  )
  await sql`insert into import_record (row_id, record, record_id, outcome)
    select row_id, 'person', id, 'created' from import_newcomer`.execute(tx)
  await warnOfRows(
    tx,
    'personMade',
    sql`select row_id, jsonb_build_object('name', name, 'organization', organization) from import_newcomer order by row_id`,
  )
  await sql`
    with fits as (
      select u.row_id, n.id from import_unknown u join import_newcomer n on n.name = u.name and n.organization_id = u.organization_id
        and (u.phone is null or n.phone = u.phone)),
    one as (select row_id, (array_agg(id))[1] as id from fits group by row_id having count(*) = 1)
    insert into import_reference (row_id, name, id) select row_id, 'person', id from one`.execute(tx)
  await refuseRows(
    tx,
    'ambiguousPerson',
    'name',
    sql`select u.row_id, jsonb_build_object('name', u.name) from import_unknown u where u.organization_id is not null
      and not exists (select from import_reference f where f.row_id = u.row_id and f.name = 'person')`,
  )
  await sql`drop table import_unknown, import_newcomer`.execute(tx)
}
