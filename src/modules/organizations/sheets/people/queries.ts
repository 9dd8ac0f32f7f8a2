import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { SheetRun } from '../../../../platform/workbook/sheet.ts'
import {
  analyze,
  dropRefused,
  madeId,
  refuseRows,
  warnOfRows,
  writeSearch,
} from '../../../../platform/workbook/tables.ts'
import { findOrganizations, organizationOfTitle } from '../references/queries.ts'

/** What a post's name lets a person do here. Nobody becomes an administrator, a coordinator or an auditor by a spreadsheet. */
const roleOf = sql`case
  when r.data->>'title' ~* '志愿者|义工|volunteer' then 'volunteer'
  when o.kind = 'community' and r.data->>'title' ~* '(^|[^副])书记|居委会主任|secretary' then 'secretary'
  when o.kind = 'station' and r.data->>'title' ~* '(^|[^副])站长|station manager' then 'stationManager'
  when o.kind = 'team' and r.data->>'title' ~* '(^|[^副])队长|team leader' then 'teamLeader'
  when o.kind = 'partner' and r.data->>'title' ~* '联络员|liaison' then 'partnerLiaison'
  when o.kind = 'team' or (r.data->>'title' is null and t.title ~* '志愿者|volunteer') then 'volunteer'
  else 'staff' end`

/** People by phone and name, else by name and organization; each row is also a membership. */
export async function takePeople(run: SheetRun): Promise<void> {
  const { tx } = run
  await findOrganizations(run, 'organization', 'organization')
  await organizationOfTitle(run, 'organization', 'organization')
  await sql`create temporary table import_person on commit drop as
    select r.id as row_id, r.data->>'name' as name, r.data->>'phone' as phone, r.data->>'title' as title,
      (r.data->>'from')::date as from_date, (r.data->>'to')::date as to_date, t.year, f.id as organization_id, ${roleOf} as role,
      null::uuid as person_id, false as is_first, null::text as outcome, null::text as search, null::uuid as membership_id, null::text as kept
    from import_row r join import_table t on t.number = r.table_number
      left join import_reference f on f.row_id = r.id and f.name = 'organization'
      left join organization o on o.tenant_id = current_tenant() and o.id = f.id
    where r.kind = 'people' and r.problem is null`.execute(tx)
  await refuseRows(
    tx,
    'endsBeforeItStarts',
    'to',
    sql`select row_id, null::jsonb from import_person where to_date <= coalesce(from_date, ${run.today}::date)`,
  )
  await dropRefused(tx, 'import_person')
  await sql`create index on import_person (name)`.execute(tx)
  await analyze(tx, 'import_person')
  await recognisePeople(tx)
  await writePeople(run)
  await writeMemberships(run)
}

async function recognisePeople(tx: Tx): Promise<void> {
  await sql`update import_person i set person_id = p.id from person p
    where p.tenant_id = current_tenant() and p.phone = i.phone and p.name = i.name and p.forgotten_at is null`.execute(
    tx,
  )
  // Without a phone, on either side, the same name in the same organization is the same person.
  await sql`
    with same as (
      select i.row_id, (array_agg(distinct p.id))[1] as id, count(distinct p.id) as n
      from import_person i join person p on p.tenant_id = current_tenant() and p.name = i.name and p.forgotten_at is null
        and (i.phone is null or p.phone is null)
      where i.person_id is null and (i.organization_id is null or exists (
        select from membership m where m.tenant_id = current_tenant() and m.person_id = p.id and m.organization_id = i.organization_id))
      group by i.row_id)
    update import_person i set person_id = s.id, kept = case when s.n > 1 then 'ambiguous' end from same s where s.row_id = i.row_id`.execute(
    tx,
  )
  await refuseRows(
    tx,
    'ambiguousPerson',
    'name',
    sql`select row_id, jsonb_build_object('name', name) from import_person where kept = 'ambiguous'`,
  )
  await dropRefused(tx, 'import_person')
  await sql`update import_person set outcome = 'unchanged' where person_id is not null`.execute(tx)
  // Several new rows of one person become one: the same phone and name, or none and the same organization.
  await sql`
    with key as (
      select row_id, first_value(row_id) over (partition by name, phone, case when phone is null then organization_id end order by row_id) as first
      from import_person where person_id is null),
    made as (select row_id, ${madeId} as id from key where row_id = first)
    update import_person i set person_id = m.id, is_first = i.row_id = m.row_id, outcome = 'created'
    from key k join made m on m.row_id = k.first where i.row_id = k.row_id`.execute(tx)
  await sql`update import_person i set person_id = k.person_id, outcome = 'unchanged', is_first = false
    from import_person k where i.outcome = 'created' and i.phone is null and k.phone is not null and k.name = i.name
      and k.organization_id is not distinct from i.organization_id
      and 1 = (select count(distinct x.person_id) from import_person x where x.phone is not null and x.name = i.name and x.organization_id is not distinct from i.organization_id)`.execute(
    tx,
  )
  await refuseRows(
    tx,
    'duplicatePerson',
    'name',
    sql`select row_id, jsonb_build_object('name', name) from (
      select row_id, name, row_number() over (partition by person_id, organization_id, role order by is_first desc, row_id) as n from import_person) d where n > 1`,
  )
  await dropRefused(tx, 'import_person')
}

async function writePeople({ tx, now }: SheetRun): Promise<void> {
  await sql`update import_person i set outcome = 'updated' from person p
    where p.tenant_id = current_tenant() and p.id = i.person_id and i.phone is not null and p.phone is null`.execute(tx)
  await writeSearch(tx, 'import_person', sql`name, phone`, sql`(outcome = 'updated' or is_first)`)
  await sql`update person p set phone = i.phone, search = i.search from import_person i
    where i.outcome = 'updated' and p.tenant_id = current_tenant() and p.id = i.person_id`.execute(tx)
  await sql`insert into person (id, name, phone, search, created_at)
    select person_id, name, phone, search, ${now} from import_person where is_first and outcome = 'created' order by row_id`.execute(
    tx,
  )
  await sql`insert into import_record (row_id, record, record_id, outcome)
    select distinct on (person_id) row_id, 'person', person_id, outcome from import_person
    order by person_id, is_first desc, row_id`.execute(tx)
  await warnOfRows(
    tx,
    'phoneShared',
    sql`select i.row_id, jsonb_build_object('name', i.name, 'other', min(p.name)) from import_person i
      join person p on p.tenant_id = current_tenant() and p.phone = i.phone and p.name <> i.name and p.forgotten_at is null
      group by i.row_id, i.name`,
  )
}

async function writeMemberships({ tx, today }: SheetRun): Promise<void> {
  // The stay that a row speaks of: the one that began on its day, else the one that is not over.
  await sql`
    with known as (
      select distinct on (i.row_id) i.row_id, m.id,
        coalesce(i.from_date, m.from_date) <> m.from_date or coalesce(i.title, m.title) is distinct from m.title
          or coalesce(i.to_date, m.to_date) is distinct from m.to_date as differs
      from import_person i join membership m on m.tenant_id = current_tenant() and m.person_id = i.person_id
        and m.organization_id = i.organization_id and m.role = i.role
      order by i.row_id, (m.from_date = i.from_date) desc nulls last, (m.to_date is null) desc, m.from_date desc)
    update import_person i set membership_id = k.id, kept = case when k.differs then 'updated' else 'unchanged' end
    from known k where k.row_id = i.row_id`.execute(tx)
  await sql`update import_person set from_date = coalesce(from_date, make_date(year, 1, 1), ${today}::date)
    where organization_id is not null and membership_id is null`.execute(tx)
  await refuseRows(
    tx,
    'overlapsOtherMembership',
    'from',
    sql`select i.row_id, null::jsonb from import_person i join membership own on own.tenant_id = current_tenant() and own.id = i.membership_id
      join membership m on m.tenant_id = current_tenant() and m.person_id = i.person_id and m.organization_id = i.organization_id
        and m.role = i.role and m.id <> own.id
      where i.kept = 'updated' and (coalesce(i.to_date, own.to_date) <= coalesce(i.from_date, own.from_date)
        or daterange(m.from_date, m.to_date) && daterange(coalesce(i.from_date, own.from_date), greatest(coalesce(i.to_date, own.to_date), coalesce(i.from_date, own.from_date) + 1)))`,
  )
  await dropRefused(tx, 'import_person')
  await sql`update membership m set from_date = coalesce(i.from_date, m.from_date), to_date = coalesce(i.to_date, m.to_date), title = coalesce(i.title, m.title)
    from import_person i where i.kept = 'updated' and m.tenant_id = current_tenant() and m.id = i.membership_id`.execute(
    tx,
  )
  await sql`update import_person set membership_id = ${madeId}, kept = 'created' where membership_id is null and organization_id is not null`.execute(
    tx,
  )
  await sql`insert into membership (id, person_id, organization_id, role, title, from_date, to_date)
    select membership_id, person_id, organization_id, role, title, from_date, to_date from import_person where kept = 'created' order by row_id`.execute(
    tx,
  )
  await sql`insert into import_record (row_id, record, record_id, outcome)
    select row_id, 'membership', membership_id, kept from import_person where membership_id is not null`.execute(tx)
}
