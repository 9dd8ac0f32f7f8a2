import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import { searchPatterns } from '../../../../platform/search.ts'
import type { Member, MemberState, Tally } from '../progress/contract.ts'
import { type Asked, type Course, standings } from '../progress/queries.ts'

const below = (paths: readonly string[]) => sql`o.path like any(${sql.val(paths.map((path) => `${path}%`))}::text[])`

/** How many stand how, in each organization of these parts of the tree. */
export const tallies = async (
  tx: Tx,
  course: Course,
  asked: Asked & { paths: readonly string[] },
): Promise<(Tally & { id: string; name: string })[]> =>
  (
    await sql<Tally & { id: string; name: string }>`
      select o.id, o.name, t.todo, t.late, t.done, t.exempt
      from (
        select s.organization_id, count(*) filter (where s.state = 'todo')::int as todo, count(*) filter (where s.state = 'late')::int as late,
          count(*) filter (where s.state = 'done')::int as done, count(*) filter (where s.state = 'exempt')::int as exempt
        from (${standings(course, asked)}) s group by s.organization_id) t
      join organization o on o.tenant_id = current_tenant() and o.id = t.organization_id
      where ${below(asked.paths)} order by o.path`.execute(tx)
  ).rows

/** How many stand how in each of these courses, in these parts of the tree: one statement, however many courses. */
export async function talliesOf(
  tx: Tx,
  courses: readonly Course[],
  { paths, ...asked }: Asked & { paths: readonly string[] },
): Promise<Map<string, Tally>> {
  if (courses.length === 0) return new Map()
  const each = courses.map(
    (course) => sql`select ${course.id}::uuid as course_id, s.organization_id, s.state, count(*)::int as n
      from (${standings(course, asked)}) s group by s.organization_id, s.state`,
  )
  const { rows } = await sql<{ courseId: string; state: MemberState; n: number }>`
    select t.course_id, t.state, sum(t.n)::int as n from (${sql.join(each, sql` union all `)}) t
    join organization o on o.tenant_id = current_tenant() and o.id = t.organization_id
    where ${below(paths)} group by t.course_id, t.state`.execute(tx)
  const all = new Map<string, Tally>()
  for (const { courseId, state, n } of rows)
    all.set(courseId, { todo: 0, late: 0, done: 0, exempt: 0, ...all.get(courseId), [state]: n })
  return all
}

/** How many of these parts of the tree are late in each of these courses, and since when the first of them; `within`: only in this part. */
export async function lateIn(
  tx: Tx,
  courses: readonly Course[],
  { paths, ...asked }: Asked & { paths: readonly string[] },
  within: string,
): Promise<Map<string, { people: number; since: string }>> {
  if (courses.length === 0) return new Map()
  const each = courses.map(
    (course) => sql`select ${course.id}::uuid as course_id, s.organization_id, s.due_on
      from (${standings(course, asked)}) s where s.state = 'late'`,
  )
  const { rows } = await sql<{ courseId: string; people: number; since: string }>`
    select t.course_id, count(*)::int as people, min(t.due_on) as since from (${sql.join(each, sql` union all `)}) t
    join organization o on o.tenant_id = current_tenant() and o.id = t.organization_id
    where ${below(paths)} and ${below([within])} group by t.course_id`.execute(tx)
  return new Map(rows.map(({ courseId, ...late }) => [courseId, late]))
}

type Page = { paths: readonly string[]; q: string; state?: MemberState; organizationId?: string; limit: number }

/** A page of those, who is late first. */
export async function membersOf(
  tx: Tx,
  course: Course,
  { paths, q, state, organizationId, limit, ...asked }: Asked & Page,
) {
  const pattern = searchPatterns(q)?.inside
  const { rows } = await sql<Member & { total: number }>`
    select s.person_id, n.name, o.id as organization_id, o.name as organization_name, s.due_on, s.parts_done, s.state,
      count(*) over ()::int as total
    from (${standings(course, asked)}) s
    join person n on n.tenant_id = current_tenant() and n.id = s.person_id
    join organization o on o.tenant_id = current_tenant() and o.id = s.organization_id
    where ${below(paths)} ${state ? sql`and s.state = ${state}` : sql``} ${pattern ? sql`and n.search like ${pattern}` : sql``}
      ${organizationId ? sql`and o.id = ${organizationId}::uuid` : sql``}
    order by array_position(array['late', 'todo', 'done', 'exempt'], s.state), o.path, n.name, s.person_id limit ${limit}`.execute(
    tx,
  )
  return { members: rows.map(({ total: _, ...member }) => member), total: rows[0]?.total ?? 0 }
}

/** Which of these people are in these parts of the tree today. */
export async function ledAmong(
  tx: Tx,
  people: readonly { personId: string }[],
  { paths, today }: { paths: readonly string[]; today: string },
): Promise<Set<string>> {
  const ids = people.map(({ personId }) => personId)
  const { rows } = await sql<{ personId: string }>`
    select distinct m.person_id from membership m join organization o on o.tenant_id = m.tenant_id and o.id = m.organization_id
    where m.tenant_id = current_tenant() and m.person_id = any(${sql.val(ids)}::uuid[]) and ${below(paths)}
      and m.from_date <= ${today}::date and (m.to_date is null or m.to_date > ${today}::date)`.execute(tx)
  return new Set(rows.map(({ personId }) => personId))
}
