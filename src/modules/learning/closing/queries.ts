import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'

export type Closing = { quizId: string; name: string; until: Date }

/** Quizzes that can be sat now and close within that time. */
export const closingQuizzes = async (tx: Tx, now: Date, until: Date): Promise<Closing[]> =>
  (
    await sql<Closing>`
      select id as quiz_id, name, closes_at as until from quiz
      where tenant_id = current_tenant() and published_at is not null and retired_at is null
        and closes_at > ${now} and closes_at <= ${until} and (opens_at <= ${now}) is not false
      order by closes_at, id`.execute(tx)
  ).rows

/** Study sessions whose quiz can be passed for so many days, or until it closes, and that end within that time. */
export const closingSessions = async (
  tx: Tx,
  { now, until, days }: { now: Date; until: Date; days: number },
): Promise<(Closing & { activityId: string; people: string[] })[]> =>
  (
    await sql<Closing & { activityId: string; people: string[] }>`
      select s.activity_id, s.quiz_id, z.name, least(a.ends_at + make_interval(days => ${days}), z.closes_at) as until,
        array(select m.person_id from group_member m where m.tenant_id = a.tenant_id and m.group_id = a.group_id
          union select p.person_id from participation p where p.tenant_id = a.tenant_id and p.activity_id = a.id)::text[] as people
      from study_session s
      join activity a on a.tenant_id = s.tenant_id and a.id = s.activity_id
      join quiz z on z.tenant_id = s.tenant_id and z.id = s.quiz_id
      where s.tenant_id = current_tenant() and a.cancelled_at is null and a.ends_at <= ${now}
        and z.published_at is not null and z.retired_at is null
        and least(a.ends_at + make_interval(days => ${days}), z.closes_at) > ${now}
        and least(a.ends_at + make_interval(days => ${days}), z.closes_at) <= ${until}
      order by a.ends_at, a.id`.execute(tx)
  ).rows

/** Those who have begun a quiz, and those for whom it is a round of a contest that goes on. */
export const begunOrEntered = async (tx: Tx, quizId: string): Promise<string[]> =>
  (
    await sql<{ personId: string }>`
      select a.person_id from quiz_attempt a where a.tenant_id = current_tenant() and a.quiz_id = ${quizId}::uuid
      union select e.person_id from contest_round r
        join contest c on c.tenant_id = r.tenant_id and c.id = r.contest_id and c.finished_at is null and c.cancelled_at is null
        join contest_entrant e on e.tenant_id = r.tenant_id and e.contest_id = r.contest_id
        where r.tenant_id = current_tenant() and r.quiz_id = ${quizId}::uuid`.execute(tx)
  ).rows.map(({ personId }) => personId)

/** Of these people those who have not passed it and can still sit it: they have begun, or an attempt is left. */
export const stillToPass = async (tx: Tx, quizId: string, people: readonly string[]): Promise<string[]> =>
  (
    await sql<{ personId: string }>`
      select p.id as person_id from person p
      join quiz z on z.tenant_id = p.tenant_id and z.id = ${quizId}::uuid
      left join quiz_attempt a on a.tenant_id = p.tenant_id and a.quiz_id = z.id and a.person_id = p.id
      where p.tenant_id = current_tenant() and p.id = any(${sql.val([...people])}::uuid[]) and p.forgotten_at is null
      group by p.id, z.attempts
      having not coalesce(bool_or(a.passed), false) and not coalesce(bool_or(a.submitted_at is not null and a.score is null), false)
        and (coalesce(bool_or(a.id is not null and a.submitted_at is null), false) or z.attempts is null or count(a.id) < z.attempts)`.execute(
      tx,
    )
  ).rows.map(({ personId }) => personId)
