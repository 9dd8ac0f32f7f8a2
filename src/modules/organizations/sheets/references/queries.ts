import { sql } from 'kysely'
import type { SheetRun } from '../../../../platform/workbook/sheet.ts'
import { analyze, refuseRows, warnOfRows } from '../../../../platform/workbook/tables.ts'
import { makeNewcomers } from '../newcomers/queries.ts'

/** A community's name without what every community is called. */
const stem = (column: string) =>
  sql`regexp_replace(${sql.raw(column)}, '(社区居民委员会|社区居委会|居民委员会|村民委员会|居委会|村委会|社区|村|街道办事处|街道办|街道| community| neighbourhood| sub-?district)$', '', 'i')`

/** Finds the organization that rows name under `field`; this run's own go before others of the same name. */
export async function findOrganizations(
  { tx, kind }: SheetRun,
  field: string,
  as: string,
  { ofKind, optional }: { ofKind?: string; optional?: true } = {},
): Promise<void> {
  const fits = ofKind ? sql`and o.kind = ${ofKind}` : sql``
  await sql`
    with named as materialized (
      select distinct data->>${field} as name from import_row where kind = ${kind} and problem is null and data ? ${field}),
    here as (select distinct record_id from import_record where record = 'organization'),
    exact as (select n.name, o.id, true as same from named n join organization o on o.name = n.name
      where o.tenant_id = current_tenant() and o.closed_on is null ${fits}),
    -- 红旗社区, 红旗居委会 and 红旗 are one community
    alike as (select n.name, o.id, false as same
      from (select name, ${stem('name')} as stem from named where name not in (select name from exact)) n
      join (select o.id, ${stem('o.name')} as stem from organization o
        where o.tenant_id = current_tenant() and o.closed_on is null and o.kind in ('community', 'subdistrict') ${fits}) o on o.stem = n.stem
      where length(n.stem) > 1),
    candidate as (select c.*, h.record_id is not null as here
      from (select * from exact union all select * from alike) c left join here h on h.record_id = c.id),
    ranked as (select *, rank() over (partition by name order by same desc, here desc) as place from candidate),
    found as (select name, (array_agg(id))[1] as id from ranked where place = 1 group by name having count(*) = 1)
    insert into import_reference (row_id, name, id)
    select r.id, ${as}, f.id from import_row r join found f on f.name = r.data->>${field}
    where r.kind = ${kind} and r.problem is null`.execute(tx)
  await analyze(tx, 'import_reference')
  if (optional) return
  await refuseRows(
    tx,
    'unknownOrganization',
    field,
    sql`select r.id, jsonb_build_object('name', r.data->>${field}) from import_row r
      left join import_reference f on f.row_id = r.id and f.name = ${as}
      where r.kind = ${kind} and r.problem is null and r.data ? ${field} and f.id is null`,
  )
}

/**
 * A table without a column for it may be one organization's own, and say so in its title or the name of its sheet: rows that
 * name nothing under `field` belong to the one that the title names.
 */
export async function organizationOfTitle({ tx, kind }: SheetRun, field: string, as: string): Promise<void> {
  const { rows } = await sql<{ rowId: number; name: string }>`
    with own as (
      select t.number, t.title, min(r.id) as row_id from import_table t join import_row r on r.table_number = t.number
      where t.kind = ${kind} and r.problem is null group by t.number, t.title having not bool_or(r.data ? ${field})),
    named as (
      select w.number, w.row_id, o.id, o.name, rank() over (partition by w.number order by length(o.stem) desc) as place
      from own w join (select id, name, ${stem('name')} as stem from organization
        where tenant_id = current_tenant() and parent_id is not null and closed_on is null) o
        on length(o.stem) > 1 and position(o.stem in w.title) > 0),
    one as (select number, min(row_id) as row_id, (array_agg(id))[1] as id, min(name) as name from named where place = 1
      group by number having count(*) = 1),
    written as (insert into import_reference (row_id, name, id)
      select r.id, ${as}, o.id from import_row r join one o on o.number = r.table_number where r.problem is null returning 1)
    select row_id, name from one order by row_id`.execute(tx)
  await analyze(tx, 'import_reference')
  for (const { rowId, name } of rows)
    await warnOfRows(tx, 'organizationOfTitle', sql`select ${rowId}::int, jsonb_build_object('name', ${name}::text)`)
}

/** The organization that the office's own things belong to: the highest that this run brings, or the only root. */
export async function rootOrganization({ tx }: SheetRun): Promise<string | null> {
  const { rows } = await sql<{ id: string; here: boolean; depth: number }>`
    select o.id, exists (select from import_record c where c.record_id = o.id and c.record = 'organization') as here,
      length(o.path) as depth
    from organization o where o.tenant_id = current_tenant()
      and (o.parent_id is null or exists (select from import_record c where c.record_id = o.id and c.record = 'organization'))
    order by 2 desc, 3, o.position limit 2`.execute(tx)
  const [first, second] = rows
  return first && (first.here || !second) ? first.id : null
}

/**
 * Finds the person that rows name: by phone and name, else by a name that only one has, else by the one of that name who
 * belongs to an organization noted as `among`, else it is made where that was chosen. Nobody is guessed.
 */
export async function findPeople(run: SheetRun): Promise<void> {
  const { tx, kind } = run
  await sql`create temporary table import_candidate on commit drop as
    select r.id as row_id, p.id, p.phone is not null and p.phone = r.data->>'phone' as by_phone
    from import_row r join person p on p.tenant_id = current_tenant() and p.name = r.data->>'name' and p.forgotten_at is null
    where r.kind = ${kind} and r.problem is null
      and (p.phone is null or not r.data ? 'phone' or p.phone = r.data->>'phone')`.execute(tx)
  await analyze(tx, 'import_candidate')
  await sql`
    with ranked as (select *, rank() over (partition by row_id order by by_phone desc) as place from import_candidate),
    one as (select row_id, (array_agg(id))[1] as id from ranked where place = 1 group by row_id having count(*) = 1)
    insert into import_reference (row_id, name, id) select row_id, 'person', id from one`.execute(tx)
  await analyze(tx, 'import_reference')
  await sql`
    with open as (
      select c.row_id, c.id from import_candidate c
      where not exists (select from import_reference f where f.row_id = c.row_id and f.name = 'person')),
    belongs as (
      select distinct o.row_id, o.id from open o
      join import_reference a on a.row_id = o.row_id and a.name = 'among'
      join membership m on m.tenant_id = current_tenant() and m.person_id = o.id and m.organization_id = a.id),
    one as (select row_id, (array_agg(id))[1] as id from belongs group by row_id having count(*) = 1)
    insert into import_reference (row_id, name, id) select row_id, 'person', id from one`.execute(tx)
  await analyze(tx, 'import_reference')
  await makeNewcomers(run)
  const lost = (found: boolean) => sql`
    select r.id, jsonb_build_object('name', r.data->>'name') from import_row r
    where r.kind = ${kind} and r.problem is null
      and not exists (select from import_reference f where f.row_id = r.id and f.name = 'person')
      and ${found ? sql`` : sql`not`} exists (select from import_candidate c where c.row_id = r.id)`
  await refuseRows(tx, 'ambiguousPerson', 'name', lost(true))
  await refuseRows(tx, 'unknownPerson', 'name', lost(false))
  await sql`drop table import_candidate`.execute(tx)
}

/** The teams that rows list under `field`. */
export async function findTeams({ tx, kind }: SheetRun, field: string): Promise<void> {
  const listed = sql`select r.id as row_id, btrim(n.name) as name from import_row r,
      regexp_split_to_table(r.data->>${field}, '[、，,;；/\n]+') as n(name)
    where r.kind = ${kind} and r.problem is null and r.data ? ${field} and btrim(n.name) <> ''`
  await sql`
    with listed as (${listed}),
    team as (select name, (array_agg(id))[1] as id from organization
      where tenant_id = current_tenant() and kind = 'team' and name in (select name from listed) group by name having count(*) = 1)
    insert into import_reference (row_id, name, id)
    select distinct l.row_id, 'team', t.id from listed l join team t on t.name = l.name`.execute(tx)
  await refuseRows(
    tx,
    'unknownTeam',
    field,
    sql`select distinct on (l.row_id) l.row_id, jsonb_build_object('name', l.name) from (${listed}) l
      where not exists (select from organization o join import_reference f on f.id = o.id and f.name = 'team' and f.row_id = l.row_id
        where o.tenant_id = current_tenant() and o.name = l.name) order by l.row_id`,
  )
}

/** The study group whose members are expected where this organization is host: only if it has exactly one. */
export async function studyGroups({ tx }: SheetRun): Promise<{ hostId: string; groupId: string }[]> {
  const { rows } = await sql<{ hostId: string; groupId: string }>`
    select organization_id as host_id, (array_agg(id))[1] as group_id from people_group
    where tenant_id = current_tenant() and kind = 'study' group by organization_id having count(*) = 1`.execute(tx)
  return rows
}
