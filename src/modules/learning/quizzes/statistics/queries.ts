import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { Content, Keys, QuestionKind } from '../../bank/contract.ts'
import type { Drawn } from '../contract.ts'

/** Attempts that are over, of some thousands the last. */
export const overAttempts = async (tx: Tx, quizId: string) =>
  (await tx
    .selectFrom('quizAttempt')
    .where('quizId', '=', quizId)
    .where('submittedAt', 'is not', null)
    .select(['id', 'personId', 'drawn'])
    .orderBy('submittedAt', 'desc')
    .limit(5000)
    .execute()) as { id: string; personId: string; drawn: Drawn[] }[]

export const answersTo = async (tx: Tx, attemptIds: readonly string[]) =>
  (
    await sql<{ attemptId: string; position: number; answer: string[]; share: number | null; erased: boolean }>`
      select attempt_id, position, answer, share, erased from quiz_answer
      where tenant_id = current_tenant() and attempt_id = any(${sql.val([...attemptIds])}::uuid[])`.execute(tx)
  ).rows

export const versionsAsked = async (tx: Tx, quizId: string) =>
  (
    await sql<{ questionId: string; version: number; kind: QuestionKind; content: Content; keys: Keys }>`
      select v.question_id, v.number as version, q.kind, v.content, v.keys from question_version v
      join question q on q.tenant_id = v.tenant_id and q.id = v.question_id
      where v.tenant_id = current_tenant() and q.tenant_id = current_tenant() and (v.question_id, v.number) in (
        select distinct (d->>'questionId')::uuid, (d->>'version')::int from quiz_attempt a, jsonb_array_elements(a.drawn) d
        where a.tenant_id = current_tenant() and a.quiz_id = ${quizId}::uuid)`.execute(tx)
  ).rows

export const peopleOf = async (tx: Tx, quizId: string) =>
  (
    await sql<{ personId: string; name: string; attempts: number; best: number | null; most: number; passed: boolean }>`
      select a.person_id, p.name, count(*)::int as attempts, max(a.score) as best, max(a.most) as most, coalesce(bool_or(a.passed), false) as passed
      from quiz_attempt a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
      where a.tenant_id = current_tenant() and p.tenant_id = current_tenant() and a.quiz_id = ${quizId}::uuid
      group by a.person_id, p.name order by max(a.score) desc nulls last, p.name limit 2000`.execute(tx)
  ).rows

export const countsOf = async (tx: Tx, quizId: string) =>
  (
    await sql<{ begun: number; over: number; passed: number; toMark: number }>`
      select count(distinct person_id)::int as begun, count(distinct person_id) filter (where submitted_at is not null)::int as over,
        count(distinct person_id) filter (where passed)::int as passed,
        count(*) filter (where submitted_at is not null and score is null)::int as to_mark
      from quiz_attempt where tenant_id = current_tenant() and quiz_id = ${quizId}::uuid`.execute(tx)
  ).rows[0] ?? { begun: 0, over: 0, passed: 0, toMark: 0 }
