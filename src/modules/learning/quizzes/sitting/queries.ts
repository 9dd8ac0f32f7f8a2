import { sql } from 'kysely'
import { newId, planned, type Tx } from '../../../../platform/database.ts'
import type { Content, Keys, QuestionKind } from '../../bank/contract.ts'
import type { Drawn } from '../contract.ts'
import type { Given } from './contract.ts'

export type Attempt = {
  id: string
  quizId: string
  personId: string
  number: number
  seed: string
  drawn: Drawn[]
  startedAt: Date
  endsAt: Date | null
  submittedAt: Date | null
  score: number | null
  most: number
  passed: boolean | null
}

const columns = [
  'id',
  'quizId',
  'personId',
  'number',
  'seed',
  'drawn',
  'startedAt',
  'endsAt',
  'submittedAt',
  'score',
  'most',
  'passed',
] as const

export const attemptById = async (tx: Tx, id: string): Promise<Attempt | undefined> =>
  (await tx.selectFrom('quizAttempt').where('id', '=', id).select(columns).executeTakeFirst()) as Attempt | undefined

/** All that somebody has sat, held still. */
export const attemptsBy = async (tx: Tx, personId: string): Promise<Attempt[]> =>
  (await tx
    .selectFrom('quizAttempt')
    .where('personId', '=', personId)
    .select(columns)
    .orderBy('id')
    .forUpdate()
    .execute()) as Attempt[]

/** Held still: nobody answers while it is being scored. */
export const holdAttempt = async (tx: Tx, id: string): Promise<Attempt | undefined> =>
  (await tx.selectFrom('quizAttempt').where('id', '=', id).select(columns).forUpdate().executeTakeFirst()) as
    | Attempt
    | undefined

/** One beginning at a time for a person. */
export const holdPerson = (tx: Tx, personId: string) =>
  tx.selectFrom('person').where('id', '=', personId).select('id').forNoKeyUpdate().executeTakeFirst()

export async function insertAttempt(
  tx: Tx,
  attempt: Omit<Attempt, 'id' | 'submittedAt' | 'score' | 'passed'>,
): Promise<string> {
  const id = newId()
  const { drawn, ...rest } = attempt
  await tx
    .insertInto('quizAttempt')
    .values({ id, ...rest, size: drawn.length, drawn: JSON.stringify(drawn) })
    .execute()
  return id
}

export type Ask = Given & { ask: number; attemptId: string; quizId: string; personId: string }

/**
 * Answers of many people in one statement, and which of the asks found an attempt of theirs that is still going on. An attempt that is being handed
 * in is waited for, so what is acknowledged here is scored.
 */
export async function upsertAnswers(tx: Tx, asks: readonly Ask[], now: Date): Promise<Set<number>> {
  const { rows } = await sql<{ ask: number }>`${planned}
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(asks)}::jsonb) as g("ask" int, "attemptId" uuid, "quizId" uuid, "personId" uuid,
        "position" int, "answer" text[], "givenAt" timestamptz, "counter" int)
    ), going as (
      select a.id, a.size from quiz_attempt a
      where a.tenant_id = current_tenant() and (a.id, a.quiz_id, a.person_id) in (select g."attemptId", g."quizId", g."personId" from given g)
        and a.submitted_at is null and (a.ends_at is null or a.ends_at > ${now})
      order by a.id for share of a
    ), taken as (
      select g.* from given g join going on going.id = g."attemptId"
    ), written as (
      insert into quiz_answer (attempt_id, position, answer, given_at, counter, saved_at)
      select distinct on (t."attemptId", t.position) t."attemptId", t.position, t.answer, t."givenAt", t.counter, ${now}
      from taken t join going on going.id = t."attemptId" and t.position < going.size
      order by t."attemptId", t.position, t."givenAt" desc, t.counter desc
      on conflict (tenant_id, attempt_id, position)
        do update set answer = excluded.answer, given_at = excluded.given_at, counter = excluded.counter, saved_at = excluded.saved_at
        where (excluded.given_at, excluded.counter) > (quiz_answer.given_at, quiz_answer.counter)
    )
    select distinct t."ask" from taken t`.execute(tx)
  return new Set(rows.map(({ ask }) => ask))
}

/** Which of these attempts are somebody's of this quiz at all. */
export const attemptsThere = async (
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { quizId: string; personId: string }>> => {
  const rows = await tx
    .selectFrom('quizAttempt')
    .where('id', 'in', [...ids])
    .select(['id', 'quizId', 'personId'])
    .execute()
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}

/** `erased`: of somebody who was forgotten; what it earned is its share. */
export type Saved = Given & { share: number | null; erased: boolean }

export const answersOf = (tx: Tx, attemptId: string): Promise<Saved[]> =>
  tx
    .selectFrom('quizAnswer')
    .where('attemptId', '=', attemptId)
    .select(['position', 'answer', 'givenAt', 'counter', 'share', 'erased'])
    .orderBy('position')
    .execute()

export type Asked = { questionId: string; version: number; kind: QuestionKind; content: Content; keys: Keys }

export const questionsAt = async (tx: Tx, drawn: readonly Drawn[]): Promise<Map<string, Asked>> => {
  const { rows } = await sql<Asked>`
    select v.question_id, v.number as version, q.kind, v.content, v.keys from question_version v
    join question q on q.tenant_id = v.tenant_id and q.id = v.question_id
    where v.tenant_id = current_tenant() and q.tenant_id = current_tenant() and (v.question_id, v.number) in (
      select d."questionId", d.version from jsonb_to_recordset(${JSON.stringify(drawn)}::jsonb) as d("questionId" uuid, version int))`.execute(
    tx,
  )
  return new Map(rows.map((one) => [`${one.questionId} ${one.version}`, one]))
}

export const closeAttempt = (
  tx: Tx,
  id: string,
  { submittedAt, score, passed }: { submittedAt: Date; score: number | null; passed: boolean | null },
) => tx.updateTable('quizAttempt').set({ submittedAt, score, passed }).where('id', '=', id).execute()

/** Attempts whose time is over and that nobody has handed in. */
export const overdue = async (tx: Tx, now: Date): Promise<string[]> =>
  (
    await tx
      .selectFrom('quizAttempt')
      .where('submittedAt', 'is', null)
      .where('endsAt', '<=', now)
      .select('id')
      .orderBy('endsAt')
      .limit(2000)
      .execute()
  ).map(({ id }) => id)
