import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import { audienceSql, firstPlace } from '../audience/queries.ts'
import type { Foreseen, Terms } from '../contract.ts'
import { type Asked, type Course, dueSql, standings } from '../progress/queries.ts'

/** Whoever is in the audience and not noted yet; whoever is noted and is in it no longer; and which rounds are done. */
export async function settle(tx: Tx, course: Course, asked: Asked, now: Date): Promise<void> {
  const { today } = asked
  const audience = audienceSql(course.audience, today)
  const here = sql`m.tenant_id = current_tenant() and m.course_id = ${course.id}::uuid and m.left_on is null`
  await sql`
    insert into course_member (id, course_id, person_id, organization_id, entered_on, from_on, due_on, renew_months)
    select gen_random_uuid(), ${course.id}::uuid, u.person_id, b.organization_id, ${today}::date, ${today}::date,
      ${dueSql(course, sql`${today}::date`)}, ${course.renewMonths}::int
    from (${audience}) u left join lateral (${firstPlace(sql`u.person_id`, today)}) b on true
    where not exists (select from course_member m where ${here} and m.person_id = u.person_id)
    on conflict (tenant_id, course_id, person_id) where left_on is null do nothing`.execute(tx)
  await sql`
    update course_member m set left_on = ${today}::date
    where ${here} and not exists (select from (${audience}) u where u.person_id = m.person_id)`.execute(tx)
  await noteDone(tx, course, asked, now)
}

export const noteDone = (tx: Tx, course: Course, asked: Asked, now: Date) =>
  sql`
    insert into course_completion (course_id, person_id, done_on, noted_at)
    select ${course.id}::uuid, s.person_id, s.finished_on, ${now}::timestamptz from (${standings(course, asked)}) s where s.finished_on is not null
    on conflict do nothing`.execute(tx)

/** Other terms from today on, for everybody who is in it: the span under the old ones ends, and another begins. */
export async function changeTerms(tx: Tx, course: Course, today: string): Promise<void> {
  const [day, due] = [sql`${today}::date`, dueSql(course, sql`m.entered_on`)]
  const here = sql`m.tenant_id = current_tenant() and m.course_id = ${course.id}::uuid and m.left_on is null
    and (m.due_on, m.renew_months) is distinct from (${due}, ${course.renewMonths}::int)`
  await sql`update course_member m set due_on = ${due}, renew_months = ${course.renewMonths}::int where ${here} and m.from_on >= ${day}`.execute(
    tx,
  )
  await sql`
    with ended as (update course_member m set left_on = ${day} where ${here} returning m.*)
    insert into course_member (id, course_id, person_id, organization_id, entered_on, from_on, due_on, renew_months)
    select gen_random_uuid(), m.course_id, m.person_id, m.organization_id, m.entered_on, ${day}, ${due}, ${course.renewMonths}::int
    from ended m`.execute(tx)
}

/** Whose day other terms would change. What is done for good, or not asked of somebody, is due on no day. */
export async function foreseen(tx: Tx, course: Course, terms: Terms, asked: Asked): Promise<Foreseen> {
  const due = sql`case when x.state = 'exempt' or (x.state = 'done' and x.renew is null) then null else x.due_on end as due_on`
  const side = (how: Asked) => sql`select x.person_id, x.state, ${due} from (${standings(course, how)}) x`
  const { rows } = await sql<Foreseen['people'][number] & { changed: number; allLate: number }>`
    select n.id, n.name, d.before, d.after, d.late, d.changed, d.all_late
    from (
      select a.person_id, a.due_on as before, b.due_on as after, b.state = 'late' as late, count(*) over ()::int as changed,
        (count(*) filter (where b.state = 'late') over ())::int as all_late
      from (${side(asked)}) a join (${side({ ...asked, terms })}) b on b.person_id = a.person_id
      where a.due_on is distinct from b.due_on order by b.due_on nulls last, a.person_id limit 50) d
    join person n on n.tenant_id = current_tenant() and n.id = d.person_id
    order by d.after nulls last, n.name, n.id`.execute(tx)
  const people = rows.map(({ id, name, before, after, late }) => ({ id, name, before, after, late }))
  return { changed: rows[0]?.changed ?? 0, late: rows[0]?.allLate ?? 0, people }
}

/** Who still has to do it, and it is due within so many days. */
export const dueWithin = async (tx: Tx, course: Course, asked: Asked, days: number) =>
  (
    await sql<{ personId: string; dueOn: string }>`
      select s.person_id, s.due_on from (${standings(course, asked)}) s
      where s.state = 'todo' and s.due_on <= ${asked.today}::date + ${days}::int`.execute(tx)
  ).rows

/** Who still has to do it, and has not passed this quiz, which is one of its parts. */
export const owing = async (tx: Tx, course: Course, asked: Asked, quizId: string): Promise<string[]> =>
  (
    await sql<{ personId: string }>`
      select s.person_id from (${standings(course, asked)}) s
      where s.state in ('todo', 'late') and exists (
        select from course_part p where p.tenant_id = current_tenant() and p.course_id = ${course.id}::uuid
          and p.quiz_id = ${quizId}::uuid and p.removed_at is null and p.id <> all(s.done_parts))`.execute(tx)
  ).rows.map(({ personId }) => personId)
