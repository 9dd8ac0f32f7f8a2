import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { RecordedContest, RecordedQuiz, RecordedSession } from './contract.ts'

/** Study sessions at which somebody was, and those that they made up; whoever came after all made nothing up. */
export const sessionsOf = async (tx: Tx, personId: string, zone: string): Promise<RecordedSession[]> =>
  (
    await sql<RecordedSession>`
      select a.id as activity_id, a.title, a.topic, to_char(a.starts_at at time zone ${zone}, 'YYYY-MM-DD') as day,
        round(extract(epoch from a.ends_at - a.starts_at) / 60)::int as minutes,
        case when p.id is not null then 'attended' else 'madeUp' end as way
      from activity a
      left join participation p on p.tenant_id = a.tenant_id and p.activity_id = a.id and p.person_id = ${personId}::uuid
        and p.status in ('attended', 'late')
      left join made_up m on m.tenant_id = a.tenant_id and m.activity_id = a.id and m.person_id = ${personId}::uuid
      where a.tenant_id = current_tenant() and a.kind = 'study' and a.cancelled_at is null
        and (p.id is not null or m.id is not null)
        and a.id in (
          select activity_id from participation where tenant_id = current_tenant() and person_id = ${personId}::uuid
          union select activity_id from made_up where tenant_id = current_tenant() and person_id = ${personId}::uuid)
      order by a.starts_at desc, a.id`.execute(tx)
  ).rows

export type DoneCourse = {
  courseId: string
  name: string
  organizationId: string
  organizationName: string
  renewMonths: number | null
  enteredOn: string
  doneOn: string
  notedAt: Date
}

export const coursesDoneBy = async (tx: Tx, personId: string): Promise<DoneCourse[]> =>
  (
    await sql<DoneCourse>`
      select d.course_id, c.name, c.organization_id, o.name as organization_name, c.renew_months, d.done_on, d.noted_at,
        coalesce((select min(m.entered_on) from course_member m
          where m.tenant_id = d.tenant_id and m.course_id = d.course_id and m.person_id = d.person_id), d.done_on) as entered_on
      from course_completion d
      join course c on c.tenant_id = d.tenant_id and c.id = d.course_id
      join organization o on o.tenant_id = c.tenant_id and o.id = c.organization_id
      where d.tenant_id = current_tenant() and d.person_id = ${personId}::uuid
      order by d.done_on desc, c.name`.execute(tx)
  ).rows

export type AskedCourse = Omit<DoneCourse, 'organizationId' | 'renewMonths' | 'enteredOn' | 'doneOn' | 'notedAt'> & {
  dueOn: string
  doneOn: string | null
  exempt: boolean
}

/** Courses asked of somebody that were due or done in these days, or were due before and not done by then. */
export const coursesAskedOf = async (
  tx: Tx,
  personId: string,
  { from, to }: { from: string; to: string },
): Promise<AskedCourse[]> =>
  (
    await sql<AskedCourse>`
      select m.course_id, c.name, o.name as organization_name, r.due_on, r.done_on,
        exists (select from course_exemption e where e.tenant_id = m.tenant_id and e.course_id = m.course_id
          and e.person_id = m.person_id and e.granted) as exempt
      from (
        select distinct on (course_id) * from course_member
        where tenant_id = current_tenant() and person_id = ${personId}::uuid and from_on < ${to}::date
        order by course_id, from_on desc) m
      join course c on c.tenant_id = m.tenant_id and c.id = m.course_id
      join organization o on o.tenant_id = c.tenant_id and o.id = c.organization_id
      cross join lateral (
        select max(d.done_on) filter (where d.done_on < ${from}::date) as before,
          max(d.done_on) filter (where d.done_on >= ${from}::date and d.done_on < ${to}::date) as done_on
        from course_completion d where d.tenant_id = m.tenant_id and d.course_id = m.course_id and d.person_id = m.person_id) d
      cross join lateral (
        select d.done_on, coalesce((d.before + make_interval(months => m.renew_months))::date, m.due_on) as due_on,
          d.done_on is not null or d.before is null or m.renew_months is not null as asked) r
      where r.asked and (r.done_on is not null or r.due_on < ${to}::date)
        and (m.left_on is null or m.left_on >= ${from}::date or r.done_on is not null)
      order by r.due_on, c.name, m.course_id`.execute(tx)
  ).rows

export const holdMember = (tx: Tx, courseId: string, personId: string) =>
  tx
    .selectFrom('courseMember')
    .where('courseId', '=', courseId)
    .where('personId', '=', personId)
    .select('id')
    .forUpdate()
    .executeTakeFirst()

/** Each quiz on the day on which it was first passed, with the best of all its scores; rounds of contests stand with these. */
export const quizzesPassedBy = async (tx: Tx, personId: string, zone: string): Promise<RecordedQuiz[]> =>
  (
    await sql<RecordedQuiz>`
      select a.quiz_id, z.name, o.name as organization_name, max(a.score / a.most) as best,
        to_char(min(a.submitted_at) filter (where a.passed) at time zone ${zone}, 'YYYY-MM-DD') as passed_on
      from quiz_attempt a
      join quiz z on z.tenant_id = a.tenant_id and z.id = a.quiz_id
      join organization o on o.tenant_id = z.tenant_id and o.id = z.organization_id
      where a.tenant_id = current_tenant() and a.person_id = ${personId}::uuid and a.submitted_at is not null and a.most > 0
        and not exists (select from contest_round r
          join contest c on c.tenant_id = r.tenant_id and c.id = r.contest_id and c.cancelled_at is null
          join contest_entrant e on e.tenant_id = r.tenant_id and e.contest_id = r.contest_id
          where r.tenant_id = a.tenant_id and r.quiz_id = a.quiz_id and e.person_id = a.person_id)
      group by a.quiz_id, z.name, o.name having bool_or(a.passed)
      order by min(a.submitted_at) filter (where a.passed) desc, a.quiz_id`.execute(tx)
  ).rows

export type SatContest = Omit<RecordedContest, 'credentialId' | 'revoked'> & { organizationId: string; from: string }

/** Contests that are finished, with the place of the side on which somebody stood; who never sat, nor anybody of their team, has none. */
export const contestsOf = async (tx: Tx, personId: string, zone: string): Promise<SatContest[]> =>
  (
    await sql<SatContest>`
      select c.id as contest_id, c.name, c.organization_id, o.name as organization_name, w.place, w.prize, t.name as team,
        to_char(c.finished_at at time zone ${zone}, 'YYYY-MM-DD') as day,
        (select count(*)::int from contest_place s where s.tenant_id = c.tenant_id and s.contest_id = c.id) as of,
        (select to_char(min(a.started_at) at time zone ${zone}, 'YYYY-MM-DD') from contest_round r
          join contest_entrant b on b.tenant_id = r.tenant_id and b.contest_id = r.contest_id
          join quiz_attempt a on a.tenant_id = r.tenant_id and a.quiz_id = r.quiz_id and a.person_id = b.person_id
          where r.tenant_id = c.tenant_id and r.contest_id = c.id) as from
      from contest_entrant e
      join contest c on c.tenant_id = e.tenant_id and c.id = e.contest_id
      join organization o on o.tenant_id = c.tenant_id and o.id = c.organization_id
      left join contest_team t on t.tenant_id = e.tenant_id and t.id = e.team_id
      join contest_place w on w.tenant_id = e.tenant_id and w.contest_id = e.contest_id
        and (w.team_id = e.team_id or w.person_id = e.person_id)
      where e.tenant_id = current_tenant() and e.person_id = ${personId}::uuid and c.finished_at is not null
        and (w.points > 0 or w.seconds > 0)
      order by c.finished_at desc, c.id`.execute(tx)
  ).rows

export const holdEntrant = (tx: Tx, contestId: string, personId: string) =>
  tx
    .selectFrom('contestEntrant')
    .where('contestId', '=', contestId)
    .where('personId', '=', personId)
    .select('personId')
    .forUpdate()
    .executeTakeFirst()
