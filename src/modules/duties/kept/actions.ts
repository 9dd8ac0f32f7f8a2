import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { type Figure, questionFrom, questionText, type Records } from '../../indicators/contract.ts'
import { figureKeys, recordsNow } from '../../indicators/keys/actions.ts'
import type { Keys } from '../../indicators/keys/contract.ts'

/** What figures were counted from, by the question that was asked: kept with what is closed, so that its numbers open for good. */
export type Counts = Record<string, Keys>

/** Each question once; a change is counted on both its sides. */
export async function countsBehind(context: Context, figures: readonly Figure[]): Promise<Counts> {
  const counts: Counts = {}
  for (const text of new Set(figures.flatMap(questionsOf)))
    counts[text] = await figureKeys(context, found(questionFrom(text)))
  return counts
}

const questionsOf = ({ question, change }: Figure): string[] =>
  (change ? [change.now, change.before] : [{ question }]).map((side) => questionText(side.question))

export type RecordsThen = Records & { missing: number }

/** The first of them as they stand today, as far as the reader may see them. */
export async function recordsThen(
  context: Context,
  recordIds: readonly string[] | null,
  { question, limit }: { question: string; limit: number },
): Promise<RecordsThen> {
  const all = found(recordIds)
  const ids = all.slice(0, limit)
  const { columns, rows } = await recordsNow(context, found(questionFrom(question)), ids)
  const there = ids.flatMap((id) => rows.get(id) ?? [])
  return { columns, rows: there, total: all.length, missing: ids.length - there.length }
}
