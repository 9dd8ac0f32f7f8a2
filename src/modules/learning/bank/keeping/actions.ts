import { createHash } from 'node:crypto'
import { canonical } from '../../../../platform/canonical.ts'
import type { Tx } from '../../../../platform/database.ts'
import type { QuestionFields } from '../contract.ts'
import * as queries from '../queries.ts'

type Given = Pick<QuestionFields, 'kind' | 'content' | 'keys'>

/** The same question has the same digest, wherever it came from. */
export const digestOf = ({ kind, content, keys }: Given): string =>
  createHash('sha256').update(canonical({ kind, content, keys })).digest('hex')

export const searchOf = ({ content, tags, source }: Pick<QuestionFields, 'content' | 'tags' | 'source'>): string => {
  const texts = [content.stem, ...content.options.map(({ text }) => text), ...content.targets.map(({ text }) => text)]
  return [...texts.flatMap(({ en, zh }) => [zh, en]), ...tags, source]
    .filter(Boolean)
    .join('\n')
    .toLowerCase()
    .slice(0, 10_000)
}

export type Keeping = { tx: Tx; now: Date; by: string | null }

/** Adds those that the bank does not have yet, each once; answers for each which question it is. */
export async function keepNew(
  { tx, now, by }: Keeping,
  questions: readonly QuestionFields[],
): Promise<{ id: string; isNew: boolean }[]> {
  const marked = questions.map((question) => ({ question, digest: digestOf(question) }))
  const known = await queries.byDigest(
    tx,
    marked.map(({ digest }) => digest),
  )
  const fresh = new Map(
    marked.filter(({ digest }) => !known.has(digest)).map(({ digest, question }) => [digest, question]),
  )
  const ids = await queries.insertQuestions(
    tx,
    [...fresh].map(([digest, question]) => ({
      ...question,
      digest,
      search: searchOf(question),
      changedBy: by,
      changedAt: now,
    })),
  )
  const made = new Map([...fresh.keys()].map((digest, i) => [digest, ids[i] as string]))
  return marked.map(({ digest }) => {
    const id = made.get(digest)
    // The first of two that are the same is the new one.
    const isNew = id !== undefined && fresh.delete(digest)
    return { id: id ?? (known.get(digest) as string), isNew }
  })
}
