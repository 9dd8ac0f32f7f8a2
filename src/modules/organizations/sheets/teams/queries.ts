import { sql } from 'kysely'
import type { SheetRun } from '../../../../platform/workbook/sheet.ts'
import { dropRefused, madeId, refuseRows, warnOfRows, writeSearch } from '../../../../platform/workbook/tables.ts'

/** The six standing categories by what a team is called; what is expressly special, or like none of them, is the office's own. */
const categoryOf = sql`case
  when r.data->>'nature' = 'own' then 'own'
  when concat(r.data->>'name', r.data->>'nature') ~* '理论|政策|宣讲|policy' then 'policyTalks'
  when concat(r.data->>'name', r.data->>'nature') ~* '文化|文艺|文体|arts|culture' then 'artsAndCulture'
  when concat(r.data->>'name', r.data->>'nature') ~* '科普|科学|科技|science' then 'popularScience'
  when concat(r.data->>'name', r.data->>'nature') ~* '法律|法治|普法|legal|law' then 'legalAid'
  when concat(r.data->>'name', r.data->>'nature') ~* '卫生|环保|健康|医疗|health|environment' then 'healthAndEnvironment'
  when concat(r.data->>'name', r.data->>'nature') ~* '扶贫|帮困|帮扶|助困|need' then 'helpingThoseInNeed'
  else 'own' end`

export async function writeTeams({ tx }: SheetRun, root: string | null): Promise<void> {
  await sql`create temporary table import_team on commit drop as
    select r.id as row_id, r.data->>'name' as name, ${categoryOf} as category, coalesce(f.id, ${root}::uuid) as parent_id,
      null::uuid as id, null::text as outcome, null::text as search
    from import_row r left join import_reference f on f.row_id = r.id and f.name = 'parent'
    where r.kind = 'teams' and r.problem is null`.execute(tx)
  await refuseRows(
    tx,
    'duplicateOrganization',
    'name',
    sql`select row_id, jsonb_build_object('name', name) from (
      select row_id, name, row_number() over (partition by name, parent_id order by row_id) as n from import_team) d where n > 1`,
  )
  await dropRefused(tx, 'import_team')
  await sql`
    with known as (
      select distinct on (i.row_id) i.row_id, o.id, o.category from import_team i
      join organization o on o.tenant_id = current_tenant() and o.kind = 'team' and o.name = i.name
      order by i.row_id, (o.parent_id = i.parent_id) desc nulls last, o.path)
    update import_team i set id = k.id, outcome = case when k.category is distinct from i.category then 'updated' else 'unchanged' end
    from known k where k.row_id = i.row_id`.execute(tx)
  await refuseRows(
    tx,
    'noOrganizationYet',
    'organization',
    sql`select row_id, null::jsonb from import_team where id is null and parent_id is null`,
  )
  await dropRefused(tx, 'import_team')
  await sql`update organization o set category = i.category from import_team i
    where i.outcome = 'updated' and o.tenant_id = current_tenant() and o.id = i.id`.execute(tx)
  await sql`update import_team set id = ${madeId}, outcome = 'created' where id is null`.execute(tx)
  await writeSearch(tx, 'import_team', sql`name`)
  await sql`insert into organization (id, parent_id, path, kind, name, category, search)
    select i.id, i.parent_id, o.path || i.id || '/', 'team', i.name, i.category, i.search
    from import_team i join organization o on o.tenant_id = current_tenant() and o.id = i.parent_id where i.outcome = 'created'`.execute(
    tx,
  )
  await sql`insert into import_record (row_id, record, record_id, outcome)
    select row_id, 'organization', id, outcome from import_team`.execute(tx)
}

export async function memberLists({
  tx,
}: SheetRun): Promise<{ rowId: number; members: string; leader: string | null }[]> {
  const { rows } = await sql<{ rowId: number; members: string; leader: string | null }>`
    select id as row_id, coalesce(data->>'members', '') as members, data->>'leader' as leader
    from import_row where kind = 'teams' and problem is null order by id`.execute(tx)
  return rows
}

export async function knownNames({ tx }: SheetRun, names: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select distinct name from person where tenant_id = current_tenant() and name = any(${names})`.execute(tx)
  return new Set(rows.map((row) => row.name))
}

type Member = { row_id: number; name: string; role: string }

/** Members are known by name; where several have it, by who belongs to the team or the organization above it. */
export async function writeMembers({ tx, today }: SheetRun, members: Member[]): Promise<void> {
  await sql`create temporary table import_team_member on commit drop as
    select m.row_id, m.name, m.role, i.id as team_id, i.parent_id, t.year, null::uuid as person_id, 0 as candidates, null::uuid as id, null::text as outcome
    from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as m(row_id int, name text, role text)
    join import_team i on i.row_id = m.row_id join import_row r on r.id = m.row_id and r.problem is null
    join import_table t on t.number = r.table_number`.execute(tx)
  await sql`
    with candidate as (
      select m.row_id, m.name, p.id, exists (select from membership h where h.tenant_id = current_tenant() and h.person_id = p.id
        and h.organization_id in (m.team_id, m.parent_id)) as near
      from (select distinct row_id, name, team_id, parent_id from import_team_member) m
      join person p on p.tenant_id = current_tenant() and p.name = m.name and p.forgotten_at is null),
    ranked as (select *, rank() over (partition by row_id, name order by near desc) as place from candidate),
    found as (select row_id, name, (array_agg(id))[1] as id, count(*)::int as n from ranked where place = 1 group by row_id, name)
    update import_team_member m set person_id = case when f.n = 1 then f.id end, candidates = f.n
    from found f where f.row_id = m.row_id and f.name = m.name`.execute(tx)
  const lost = (reason: string, several: boolean) =>
    warnOfRows(
      tx,
      reason,
      sql`select distinct row_id, jsonb_build_object('name', name) from import_team_member
        where person_id is null and candidates ${several ? sql`> 1` : sql`= 0`}`,
    )
  await lost('unknownMember', false)
  await lost('ambiguousMember', true)
  await sql`delete from import_team_member a using import_team_member b
    where a.person_id is null or (a.row_id = b.row_id and a.person_id = b.person_id and a.role = b.role and a.ctid > b.ctid)`.execute(
    tx,
  )
  await sql`update import_team_member m set id = h.id, outcome = 'unchanged' from membership h
    where h.tenant_id = current_tenant() and h.person_id = m.person_id and h.organization_id = m.team_id and h.role = m.role
      and h.to_date is null`.execute(tx)
  await sql`update import_team_member set id = ${madeId}, outcome = 'created' where id is null`.execute(tx)
  await sql`insert into membership (id, person_id, organization_id, role, from_date)
    select id, person_id, team_id, role, coalesce(make_date(year, 1, 1), ${today}::date) from import_team_member where outcome = 'created'`.execute(
    tx,
  )
  await sql`insert into import_record (row_id, record, record_id, outcome)
    select row_id, 'membership', id, outcome from import_team_member`.execute(tx)
}
