import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { SheetRun } from '../../../platform/workbook/sheet.ts'
import { analyze, dropRefused, madeId, refuseRows, warnOfRows, writeSearch } from '../../../platform/workbook/tables.ts'

const kindByName = (name: RawBuilder<unknown>) => sql`case
  when ${name} ~* '(社区|居委会|居民委员会|村|村委会|新村|community|village)$' then 'community'
  when ${name} ~* '(队|team)$' then 'team'
  when ${name} ~* '(站|所|驿站|服务中心|实践所|station)$' then 'station'
  when ${name} ~* '(街道|街道办|街道办事处|镇|乡|sub-?district)$' then 'subdistrict'
  when ${name} ~ '(区|县|旗)$' then 'district'
  when ${name} ~ '(省|自治区)$' then 'province'
  when ${name} ~ '市$' then 'city'
  end`

/** A row's kind when no column says it: by the length of its administrative code, else by how its name ends. */
const derivedKind = sql`case
  when data->>'code' ~ '^[0-9]{2}(0{4}|0{10})?$' then 'province'
  when data->>'code' ~ '^[0-9]{4}(0{2}|0{8})?$' then 'city'
  when data->>'code' ~ '^[0-9]{6}(0{6})?$' then 'district'
  when data->>'code' ~ '^[0-9]{9}(0{3})?$' then 'subdistrict'
  when data->>'code' ~ '^[0-9]{12}$' then 'community'
  else coalesce(${kindByName(sql`data->>'name'`)}, 'partner') end`

/** Takes the organizations level by level, each under a parent that is already there. */
export async function takeOrganizations(run: SheetRun): Promise<void> {
  const { tx } = run
  await sql`create temporary table import_organization on commit drop as
    select id as row_id, data->>'name' as name, coalesce(data->>'kind', substring(data->>'level' from '^in:(.+)$'), ${derivedKind}) as kind, data->>'code' as code,
      data->>'parent' as parent_name,
      coalesce(data->>'parentCode', data->>'areaCode', data->>'cityCode', data->>'provinceCode') as parent_code,
      null::uuid as id, null::uuid as parent_id, null::text as path, false as placed, null::text as outcome, null::text as search,
      row_number() over (order by id)::int as position
    from import_row where kind = 'organizations' and problem is null`.execute(tx)
  await refuseRows(
    tx,
    'duplicateOrganization',
    'name',
    sql`select row_id, jsonb_build_object('name', name) from (
      select *, row_number() over (partition by code, case when code is null then (name, kind, parent_name, parent_code)::text end order by row_id) as n
      from import_organization) d where n > 1`,
  )
  await dropRefused(tx, 'import_organization')
  await writeSearch(tx, 'import_organization', sql`name`)
  await sql`create index on import_organization (code)`.execute(tx)
  await sql`create index on import_organization (name)`.execute(tx)
  await analyze(tx, 'import_organization')
  await adoptRoot(tx)
  while ((await placeNextLevel(tx)) > 0) await writeLevel(tx)
  await refuseRows(
    tx,
    'unknownParent',
    'parent',
    sql`select row_id, jsonb_build_object('name', coalesce(parent_name, parent_code, '')) from import_organization where not placed`,
  )
  await sql`insert into import_record (row_id, record, record_id, outcome)
    select row_id, 'organization', id, outcome from import_organization where placed`.execute(tx)
}

const ranks = sql`array['province', 'city', 'district', 'subdistrict', 'community', 'station', 'team', 'partner']`
const rootless = sql`i.code is null and i.parent_name is null and i.parent_code is null`

/**
 * What stands at the top of the workbook is the office itself, when they have the same name. An office that has only just
 * begun takes the name that its workbook gives it.
 */
async function adoptRoot(tx: Tx): Promise<void> {
  const { rows } = await sql<{ rowId: number; office: string }>`
    update organization o set name = i.name, kind = i.kind, search = i.search
    from import_organization i, organization old
    where o.tenant_id = current_tenant() and o.parent_id is null and o.external_id is null and o.name <> i.name and ${rootless}
      and old.tenant_id = current_tenant() and old.id = o.id
      and array_position(${ranks}, i.kind) <= array_position(${ranks}, o.kind)
      and (select count(*) from organization) = 1
      and (select count(*) from import_organization k where k.parent_name is null and k.parent_code is null) = 1
    returning i.row_id, old.name as office`.execute(tx)
  if (rows.length > 0) await nameOffice(tx)
  for (const { rowId, office } of rows) {
    await warnOfRows(tx, 'officeRenamed', sql`select ${rowId}::int, jsonb_build_object('name', ${office}::text)`)
  }
  await sql`update import_organization i set id = o.id, path = o.path, placed = true,
      outcome = ${rows.length > 0 ? 'updated' : 'unchanged'}
    from organization o where o.tenant_id = current_tenant() and o.parent_id is null and o.kind = i.kind and o.name = i.name
      and ${rootless}`.execute(tx)
}

/** The office is shown everywhere by the name of its root. */
const nameOffice = (tx: Tx) =>
  sql`update tenant t set name = o.name from organization o
    where t.id = current_tenant() and o.tenant_id = current_tenant() and o.parent_id is null`.execute(tx)

/** Finds the parents that are there by now. A row without one lies directly under the top. */
async function placeNextLevel(tx: Tx): Promise<number> {
  const byCode = await sql`update import_organization i set parent_id = o.id, path = o.path, placed = true
    from organization o where not i.placed and i.parent_code is not null
      and o.tenant_id = current_tenant() and o.external_id = i.parent_code and o.external_id is distinct from i.code`.execute(
    tx,
  )
  const byName = await sql`update import_organization i set parent_id = p.id, path = p.path, placed = true
    from (select name, (array_agg(id))[1] as id, (array_agg(path))[1] as path from (
            select distinct o.name, o.id, o.path,
              bool_or(k.id is not null) over (partition by o.name) as any_here, k.id is not null as here
            from organization o left join import_organization k on k.id = o.id and k.placed
            where o.tenant_id = current_tenant() and o.name in (select parent_name from import_organization)) c
          where here or not any_here group by name having count(*) = 1) p
    where not i.placed and i.parent_code is null and i.parent_name = p.name and i.name <> p.name
      and not exists (select from import_organization later where later.name = i.parent_name and not later.placed and later.row_id <> i.row_id)`.execute(
    tx,
  )
  const roots = await sql`update import_organization i set placed = true, parent_id = r.id, path = coalesce(r.path, '/')
    from (select 1) one left join lateral (
      select id, path from organization where tenant_id = current_tenant() and parent_id is null order by position, id limit 1) r on true
    where not i.placed and i.parent_code is null and i.parent_name is null`.execute(tx)
  return [byCode, byName, roots].reduce((n, done) => n + Number(done.numAffectedRows ?? 0), 0)
}

/** Writes what has just found its place: new, changed, or as it was. */
async function writeLevel(tx: Tx): Promise<void> {
  await sql`update import_organization i set id = o.id, outcome = case
      when o.name = i.name and o.kind = i.kind and o.parent_id is not distinct from i.parent_id
        and (i.code is null or o.external_id is not distinct from i.code) then 'unchanged' else 'updated' end
    from organization o where i.placed and i.outcome is null and o.tenant_id = current_tenant()
      and o.external_id = i.code`.execute(tx)
  await sql`update import_organization i set id = o.id,
      outcome = case when i.code is null or o.external_id = i.code then 'unchanged' else 'updated' end
    from organization o where i.placed and i.outcome is null and o.tenant_id = current_tenant()
      and o.name = i.name and o.kind = i.kind and o.parent_id is not distinct from i.parent_id
      and (i.code is null or o.external_id is null)`.execute(tx)
  // Without a column for the parent, the only one of this kind and name anywhere is the same.
  await sql`update import_organization i set id = o.id, parent_id = o.parent_id, outcome = 'unchanged'
    from organization o where i.placed and i.outcome is null and i.code is null and i.parent_name is null and i.parent_code is null
      and o.tenant_id = current_tenant() and o.name = i.name and o.kind = i.kind
      and 1 = (select count(*) from organization same where same.tenant_id = current_tenant() and same.name = i.name and same.kind = i.kind)`.execute(
    tx,
  )
  await move(tx)
  await sql`update organization o set name = i.name, kind = i.kind, external_id = coalesce(i.code, o.external_id), search = i.search
    from import_organization i where i.placed and i.outcome = 'updated' and o.tenant_id = current_tenant() and o.id = i.id`.execute(
    tx,
  )
  await sql`update import_organization set id = ${madeId} where placed and outcome is null`.execute(tx)
  await sql`insert into organization (id, parent_id, path, kind, name, external_id, search, position)
    select id, parent_id, path || id || '/', kind, name, code, search, position
    from import_organization where placed and outcome is null order by row_id`.execute(tx)
  await sql`update import_organization set outcome = 'created' where placed and outcome is null`.execute(tx)
}

/** An organization that hangs elsewhere now takes along everything below it. */
async function move(tx: Tx): Promise<void> {
  const { rows } = await sql<{ id: string; parentId: string | null }>`
    select i.id, i.parent_id from import_organization i join organization o on o.tenant_id = current_tenant() and o.id = i.id
    where i.outcome = 'updated' and o.parent_id is distinct from i.parent_id
      and not exists (select from organization p where p.tenant_id = current_tenant() and p.id = i.parent_id and p.path like o.path || '%')`.execute(
    tx,
  )
  for (const { id, parentId } of rows) {
    await sql`update organization o set path = coalesce(p.path, '/') || substr(o.path, length(m.path) - 36),
        parent_id = case when o.id = m.id then ${parentId}::uuid else o.parent_id end
      from organization m left join organization p on p.tenant_id = current_tenant() and p.id = ${parentId}
      where m.tenant_id = current_tenant() and m.id = ${id} and o.tenant_id = current_tenant() and o.path like m.path || '%'`.execute(
      tx,
    )
  }
}

/**
 * An office that has only just begun, and whose workbook has no list of organizations: those that its rows name under `field`
 * are taken for its communities, and the one that is no community for the office itself.
 */
export async function foundOrganizations({ tx, kind, brings }: SheetRun, field: string): Promise<void> {
  if (brings('organizations')) return
  await sql`create temporary table import_named on commit drop as
    select min(r.id) as row_id, r.name, coalesce(${kindByName(sql`r.name`)}, 'community') as kind, ${madeId} as id, null::text as search
    from (select id, data->>${field} as name from import_row where kind = ${kind} and problem is null) r
    where length(r.name) between 2 and 40
      and not exists (select from organization o where o.tenant_id = current_tenant() and o.parent_id is not null
        and not exists (select from import_record c where c.record = 'organization' and c.record_id = o.id))
    group by r.name`.execute(tx)
  await writeSearch(tx, 'import_named', sql`name`)
  const renamed = await sql<{ rowId: number; office: string }>`
    update organization o set name = n.name, kind = n.kind, search = n.search from import_named n, organization old
    where o.tenant_id = current_tenant() and o.parent_id is null and old.tenant_id = current_tenant() and old.id = o.id
      and n.kind in ('district', 'subdistrict') and n.name <> o.name and (select count(*) from organization) = 1
      and (select count(*) from import_named where kind in ('district', 'subdistrict')) = 1
    returning n.row_id, old.name as office`.execute(tx)
  if (renamed.rows.length > 0) await nameOffice(tx)
  for (const { rowId, office } of renamed.rows) {
    await warnOfRows(tx, 'officeRenamed', sql`select ${rowId}::int, jsonb_build_object('name', ${office}::text)`)
    await sql`insert into import_record (row_id, record, record_id, outcome)
      select ${rowId}::int, 'organization', id, 'updated' from organization where tenant_id = current_tenant() and parent_id is null`.execute(
      tx,
    )
  }
  await sql`delete from import_named n using organization o where o.tenant_id = current_tenant() and o.name = n.name`.execute(
    tx,
  )
  await sql`insert into organization (id, parent_id, path, kind, name, search)
    select n.id, r.id, r.path || n.id || '/', n.kind, n.name, n.search from import_named n,
      lateral (select id, path from organization where tenant_id = current_tenant() and parent_id is null order by position, id limit 1) r
    order by n.row_id`.execute(tx)
  await sql`insert into import_record (row_id, record, record_id, outcome) select row_id, 'organization', id, 'created' from import_named`.execute(
    tx,
  )
  await warnOfRows(
    tx,
    'organizationMade',
    sql`select row_id, jsonb_build_object('name', name) from import_named order by row_id`,
  )
  await sql`drop table import_named`.execute(tx)
}
