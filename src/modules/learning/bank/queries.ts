import { type RawBuilder, sql } from 'kysely'
import { newId, type Tx } from '../../../platform/database.ts'
import type { Content, Keys, Question, QuestionKind, QuestionLine, Which } from './contract.ts'

export type NewVersion = {
  questionId: string
  number: number
  content: Content
  keys: Keys
  tags: string[]
  difficulty: number
  source: string
  digest: string
  search: string
  changedBy: string | null
  changedAt: Date
}
export type NewQuestion = Omit<NewVersion, 'questionId' | 'number'> & { kind: QuestionKind }

/** Many at once, as sets. */
export async function insertQuestions(tx: Tx, questions: readonly NewQuestion[]): Promise<string[]> {
  const rows = questions.map((question) => ({ ...question, id: newId() }))
  for (let at = 0; at < rows.length; at += 500) {
    const part = rows.slice(at, at + 500)
    await tx
      .insertInto('question')
      .values(part.map(({ id, kind }) => ({ id, kind, version: 1 })))
      .execute()
    await insertVersions(
      tx,
      part.map(({ kind: _, id, ...version }) => ({ ...version, questionId: id, number: 1 })),
    )
  }
  return rows.map(({ id }) => id)
}

export const insertVersions = (tx: Tx, versions: readonly NewVersion[]) =>
  tx
    .insertInto('questionVersion')
    .values(
      versions.map(({ content, keys, ...rest }) => ({
        ...rest,
        content: JSON.stringify(content),
        keys: JSON.stringify(keys),
      })),
    )
    .execute()

export const setVersion = (tx: Tx, id: string, version: number) =>
  tx.updateTable('question').set({ version }).where('id', '=', id).execute()

export const setRetired = (tx: Tx, id: string, retiredAt: Date | null) =>
  tx.updateTable('question').set({ retiredAt }).where('id', '=', id).execute()

/** One change at a time of a question. */
export const holdQuestion = (tx: Tx, id: string) =>
  tx.selectFrom('question').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

/** The questions that are these already, by what they say and what is right. */
export const byDigest = async (tx: Tx, digests: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await sql<{ digest: string; id: string }>`
    select v.digest, q.id from question q
    join question_version v on v.tenant_id = q.tenant_id and v.question_id = q.id and v.number = q.version
    where q.tenant_id = current_tenant() and v.tenant_id = current_tenant() and v.digest = any(${sql.val([...digests])}::text[])
      and q.retired_at is null`.execute(tx)
  return new Map(rows.map(({ digest, id }) => [digest, id]))
}

const current = sql`question q
  join question_version v on v.tenant_id = q.tenant_id and v.question_id = q.id and v.number = q.version`

const chosen = ({ q, kind, tag, difficulty, retired }: Which): RawBuilder<unknown> => sql`q.tenant_id = current_tenant()
  and v.tenant_id = current_tenant() and (q.retired_at is not null) = ${retired}
  ${kind ? sql`and q.kind = ${kind}` : sql``} ${tag ? sql`and ${tag} = any(v.tags)` : sql``}
  ${difficulty ? sql`and v.difficulty = ${difficulty}` : sql``}
  ${q ? sql`and position(lower(${q}) in v.search) > 0` : sql``}`

export const questionLines = async (tx: Tx, which: Which, limit: number): Promise<QuestionLine[]> =>
  (
    await sql<QuestionLine>`
      select q.id, q.kind, v.content->'stem' as stem, v.tags, v.difficulty, v.source, q.version, q.retired_at is not null as retired
      from ${current} where ${chosen(which)} order by q.id desc limit ${limit}`.execute(tx)
  ).rows

export const countQuestions = async (tx: Tx, which: Which): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from ${current} where ${chosen(which)}`.execute(tx)).rows[0]?.n ??
  0

export const tagsInUse = async (tx: Tx): Promise<{ tag: string; count: number }[]> =>
  (
    await sql<{ tag: string; count: number }>`
      select t.tag, count(*)::int as count from ${current}, unnest(v.tags) as t(tag)
      where q.tenant_id = current_tenant() and v.tenant_id = current_tenant() and q.retired_at is null
      group by t.tag order by count(*) desc, t.tag limit 200`.execute(tx)
  ).rows

const whole = sql`q.id, q.kind, v.number as version, v.content, v.keys, v.tags, v.difficulty, v.source,
  q.retired_at is not null as retired, v.changed_at, p.name as changed_by`

export const questionsChosen = async (tx: Tx, which: Which): Promise<Question[]> =>
  (
    await sql<Question>`select ${whole} from ${current}
      left join person p on p.tenant_id = v.tenant_id and p.id = v.changed_by
      where ${chosen(which)} order by q.id limit 20000`.execute(tx)
  ).rows

/** A question in its newest version, or in that one. */
export const questionById = async (tx: Tx, id: string, version?: number): Promise<Question | undefined> =>
  (
    await sql<Question>`select ${whole} from question q
      join question_version v on v.tenant_id = q.tenant_id and v.question_id = q.id and v.number = ${version ?? sql`q.version`}
      left join person p on p.tenant_id = v.tenant_id and p.id = v.changed_by
      where q.tenant_id = current_tenant() and q.id = ${id}::uuid`.execute(tx)
  ).rows[0]

export const versionsOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('questionVersion as v')
    .leftJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'v.tenantId').onRef('p.id', '=', 'v.changedBy'))
    .where('v.questionId', '=', id)
    .select(['v.number', 'v.changedAt', 'p.name as changedBy'])
    .orderBy('v.number', 'desc')
    .execute()
