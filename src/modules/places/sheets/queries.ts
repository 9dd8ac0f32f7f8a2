import { sql } from 'kysely'
import type { SheetRun } from '../../../platform/workbook/sheet.ts'
import { analyze, dropRefused, madeId, refuseRows, writeSearch } from '../../../platform/workbook/tables.ts'

export async function writeStations({ tx }: SheetRun): Promise<void> {
  await sql`create temporary table import_station on commit drop as
    select r.id as row_id, r.data->>'name' as name, r.data->>'address' as address, round((r.data->>'rooms')::numeric)::int as rooms,
      (r.data->>'area')::numeric as area, r.data->>'brand' as brand, nullif(round((r.data->>'capacity')::numeric)::int, 0) as capacity,
      coalesce(s.id, k.id) as organization_id, null::uuid as id, null::text as outcome, null::text as search
    from import_row r
      left join import_reference s on s.row_id = r.id and s.name = 'station'
      left join import_reference k on k.row_id = r.id and k.name = 'organization'
    where r.kind = 'stations' and r.problem is null`.execute(tx)
  await refuseRows(
    tx,
    'duplicatePlace',
    'name',
    sql`select row_id, jsonb_build_object('name', name) from (
      select row_id, name, row_number() over (partition by name, organization_id order by row_id) as n from import_station) d where n > 1`,
  )
  await dropRefused(tx, 'import_station')
  await sql`
    with known as (
      select i.row_id, p.id,
        (coalesce(i.address, p.address), coalesce(i.rooms, p.room_count), coalesce(i.area, p.area_m2), coalesce(i.brand, p.brand), coalesce(i.capacity, p.capacity))
          is distinct from (p.address, p.room_count, p.area_m2, p.brand, p.capacity) as differs
      from import_station i join place p on p.tenant_id = current_tenant() and p.kind = 'station' and p.name = i.name
        and p.organization_id is not distinct from i.organization_id and p.parent_id is null)
    update import_station i set id = k.id, outcome = case when k.differs then 'updated' else 'unchanged' end
    from known k where k.row_id = i.row_id`.execute(tx)
  await sql`update place p set address = coalesce(i.address, p.address), room_count = coalesce(i.rooms, p.room_count),
      area_m2 = coalesce(i.area, p.area_m2), brand = coalesce(i.brand, p.brand), capacity = coalesce(i.capacity, p.capacity)
    from import_station i where i.outcome = 'updated' and p.tenant_id = current_tenant() and p.id = i.id`.execute(tx)
  await sql`update import_station set id = ${madeId}, outcome = 'created' where id is null`.execute(tx)
  await writeSearch(tx, 'import_station', sql`name`)
  await sql`insert into place (id, kind, name, organization_id, address, brand, area_m2, room_count, capacity, search)
    select id, 'station', name, organization_id, address, brand, area, rooms, capacity, search
    from import_station where outcome = 'created' order by row_id`.execute(tx)
  await sql`insert into import_record (row_id, record, record_id, outcome) select row_id, 'place', id, outcome from import_station`.execute(
    tx,
  )
}

/** Finds what rows name as their place, by the host's own places first; the host is noted as `host`. */
export async function findPlaces({ tx, kind }: SheetRun): Promise<void> {
  await sql`create temporary table import_place on commit drop as
    select min(r.id) as row_id, r.data->>'place' as name, h.id as host_id, null::uuid as id, null::text as search
    from import_row r join import_reference h on h.row_id = r.id and h.name = 'host'
    where r.kind = ${kind} and r.problem is null and r.data ? 'place' group by 2, 3`.execute(tx)
  await sql`
    with candidate as (
      select i.row_id, p.id, rank() over (partition by i.row_id order by (p.organization_id = i.host_id) desc nulls last) as place,
        p.organization_id = i.host_id or p.kind <> 'address' as may
      from import_place i join place p on p.tenant_id = current_tenant() and p.name = i.name),
    found as (select row_id, (array_agg(id))[1] as id from candidate where place = 1 and may group by row_id having count(*) = 1)
    update import_place i set id = f.id from found f where f.row_id = i.row_id`.execute(tx)
  await sql`create temporary table import_new_place on commit drop as
    select row_id, name, host_id, ${madeId} as id, null::text as search from import_place where id is null`.execute(tx)
  await writeSearch(tx, 'import_new_place', sql`name`)
  await sql`insert into place (id, kind, name, organization_id, search)
    select id, 'address', name, host_id, search from import_new_place order by row_id`.execute(tx)
  await sql`update import_place i set id = n.id from import_new_place n where n.row_id = i.row_id`.execute(tx)
  await sql`insert into import_record (row_id, record, record_id, outcome)
    select i.row_id, 'place', i.id, case when n.id is null then 'unchanged' else 'created' end
    from import_place i left join import_new_place n on n.row_id = i.row_id`.execute(tx)
  await sql`insert into import_reference (row_id, name, id)
    select r.id, 'place', i.id from import_row r join import_reference h on h.row_id = r.id and h.name = 'host'
      join import_place i on i.name = r.data->>'place' and i.host_id = h.id
    where r.kind = ${kind} and r.problem is null`.execute(tx)
  await sql`drop table import_place, import_new_place`.execute(tx)
  await analyze(tx, 'import_reference')
}
