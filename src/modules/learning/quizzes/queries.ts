import { sql } from 'kysely'
import { newId, type Tx } from '../../../platform/database.ts'
import type { Bilingual } from '../bank/contract.ts'
import type { QuizFields } from './contract.ts'
import type { Candidate } from './drawing/rules.ts'

export type KnownQuiz = QuizFields & {
  id: string
  organizationId: string
  organizationName: string
  path: string
  published: boolean
  begun: boolean
}

const columns = sql`z.id, z.organization_id, o.name as organization_name, o.path, z.name, z.about, z.fixed, z.draws, z.shuffle,
  z.shuffle_options, z.minutes, z.attempts, z.pass_percent, z.feedback, z.opens_at, z.closes_at, z.listed,
  z.published_at is not null as published,
  exists (select from quiz_attempt a where a.tenant_id = z.tenant_id and a.quiz_id = z.id) as begun`
const from = sql`quiz z join organization o on o.tenant_id = z.tenant_id and o.id = z.organization_id`

export const quizById = async (tx: Tx, id: string): Promise<KnownQuiz | undefined> =>
  (
    await sql<KnownQuiz>`select ${columns} from ${from}
      where z.tenant_id = current_tenant() and o.tenant_id = current_tenant() and z.id = ${id}::uuid and z.retired_at is null`.execute(
      tx,
    )
  ).rows[0]

/** One decision at a time about a quiz. */
export const holdQuiz = (tx: Tx, id: string) =>
  tx.selectFrom('quiz').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

/** Listed ones that are published, of these parts of the tree and above them; all that stand in `kept`. */
export const quizzesFor = async (
  tx: Tx,
  mine: readonly string[],
  kept: readonly string[],
  personId: string,
): Promise<KnownQuiz[]> =>
  (
    await sql<KnownQuiz>`select ${columns} from ${from}
      where z.tenant_id = current_tenant() and o.tenant_id = current_tenant() and z.retired_at is null and (
        (z.published_at is not null and z.listed and exists (select from unnest(${sql.val([...mine])}::text[]) m where starts_with(m, o.path)))
        or exists (select from unnest(${sql.val([...kept])}::text[]) k where starts_with(o.path, k))
        or exists (select from quiz_attempt a where a.tenant_id = z.tenant_id and a.quiz_id = z.id and a.person_id = ${personId}::uuid))
      order by coalesce(z.closes_at, 'infinity'), z.name limit 200`.execute(tx)
  ).rows

const json = ({ fixed, draws, ...rest }: QuizFields) => ({
  ...rest,
  fixed: JSON.stringify(fixed),
  draws: JSON.stringify(draws),
})

export async function insertQuiz(tx: Tx, organizationId: string, fields: QuizFields): Promise<string> {
  const id = newId()
  await tx
    .insertInto('quiz')
    .values({ id, organizationId, ...json(fields) })
    .execute()
  return id
}

export const updateQuiz = (tx: Tx, id: string, fields: QuizFields) =>
  tx.updateTable('quiz').set(json(fields)).where('id', '=', id).execute()

export const setDates = (tx: Tx, id: string, dates: { publishedAt?: Date; retiredAt?: Date }) =>
  tx.updateTable('quiz').set(dates).where('id', '=', id).execute()

export const extraOf = (tx: Tx, quizId: string) =>
  tx
    .selectFrom('quizExtra as x')
    .innerJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'x.tenantId').onRef('p.id', '=', 'x.personId'))
    .where('x.quizId', '=', quizId)
    .select(['x.personId', 'p.name', 'x.minutes'])
    .orderBy('p.name')
    .execute()

export const setExtra = (tx: Tx, quizId: string, personId: string, minutes: number) =>
  minutes === 0
    ? tx.deleteFrom('quizExtra').where('quizId', '=', quizId).where('personId', '=', personId).execute()
    : tx
        .insertInto('quizExtra')
        .values({ quizId, personId, minutes })
        .onConflict((on) => on.columns(['tenantId', 'quizId', 'personId']).doUpdateSet({ minutes }))
        .execute()

export const extraMinutes = async (tx: Tx, quizId: string, personId: string): Promise<number> =>
  (
    await tx
      .selectFrom('quizExtra')
      .where('quizId', '=', quizId)
      .where('personId', '=', personId)
      .select('minutes')
      .executeTakeFirst()
  )?.minutes ?? 0

/** The bank as drawing sees it: these questions, and what any of these tags could bring (all, where a draw names none). */
export const candidates = async (
  tx: Tx,
  ids: readonly string[],
  tags: readonly string[] | 'any' | 'none',
): Promise<Candidate[]> =>
  (
    await sql<Candidate>`
      select q.id as question_id, q.version, q.kind, v.tags, v.difficulty, v.content->'options' as options, v.content->'targets' as targets
      from question q join question_version v on v.tenant_id = q.tenant_id and v.question_id = q.id and v.number = q.version
      where q.tenant_id = current_tenant() and v.tenant_id = current_tenant()
        and (q.id = any(${sql.val([...ids])}::uuid[])
          or (q.retired_at is null and ${tags === 'any' ? sql`true` : tags === 'none' ? sql`false` : sql`v.tags && ${sql.val([...tags])}::text[]`}))`.execute(
      tx,
    )
  ).rows

export const stemsOf = async (tx: Tx, ids: readonly string[]): Promise<Map<string, Bilingual>> => {
  const { rows } = await sql<{ id: string; stem: Bilingual }>`
    select q.id, v.content->'stem' as stem from question q
    join question_version v on v.tenant_id = q.tenant_id and v.question_id = q.id and v.number = q.version
    where q.tenant_id = current_tenant() and v.tenant_id = current_tenant() and q.id = any(${sql.val([...ids])}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map(({ id, stem }) => [id, stem]))
}

export type Made = {
  id: string
  quizId: string
  number: number
  startedAt: Date
  submittedAt: Date | null
  score: number | null
  most: number
  passed: boolean | null
}

export const attemptsOf = (tx: Tx, personId: string, quizIds: readonly string[]): Promise<Made[]> =>
  quizIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('quizAttempt')
        .where('personId', '=', personId)
        .where('quizId', 'in', [...quizIds])
        .select(['id', 'quizId', 'number', 'startedAt', 'submittedAt', 'score', 'most', 'passed'])
        .orderBy('number', 'desc')
        .execute()
