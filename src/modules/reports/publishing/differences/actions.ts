import type { Context } from '../../../../platform/context.ts'
import { found } from '../../../../platform/errors.ts'
import { factNamed } from '../../../../platform/facts.ts'
import { figures } from '../../../indicators/actions.ts'
import type { Figure, Records } from '../../../indicators/contract.ts'
import { figureKeys, recordsNow } from '../../../indicators/keys/actions.ts'
import { differenceInWords, inWords } from '../../../indicators/rules.ts'
import { questionOf, readable } from '../actions.ts'
import { type Difference, type DifferenceRecords, recordFates } from '../contract.ts'
import * as queries from '../queries.ts'
import { changedRecords, type Fate } from './rules.ts'

/** The figures that are counted differently today than when they were published: in their value, or in how many records. */
export async function publishedDifferences(
  context: Context,
  { publishedId }: { publishedId: string },
): Promise<Difference[]> {
  await readable(context, publishedId)
  const then = await queries.countsOf(context.tx, publishedId)
  const now = await figures(
    context,
    then.map(({ question }) => questionOf(question)),
  )
  return then.flatMap((count, i): Difference[] => {
    const today = found(now[i])
    if (count.value === today.value && count.records === today.records) return []
    return [differenceOf(count, today)]
  })
}

function differenceOf(before: { question: string; value: number | null; records: number }, now: Figure): Difference {
  const fact = found(factNamed(now.question.fact))
  const measure = found(fact.measures[now.question.measure])
  const by = before.value === null || now.value === null ? null : now.value - before.value
  return {
    question: before.question,
    definition: now.definition,
    before: { value: before.value, inWords: [...inWords(fact, measure, before.value)], records: before.records },
    now: { value: now.value, inWords: now.inWords, records: now.records },
    written: [...differenceInWords(fact, measure, by === 0 ? null : by)],
  }
}

const shown = 100

/** Which records made the difference: those that came, those that no longer count, those that give something else. */
export async function differenceRecords(
  context: Context,
  { publishedId, question }: { publishedId: string; question: string },
): Promise<DifferenceRecords> {
  await readable(context, publishedId)
  const then = found(await queries.countOf(context.tx, publishedId, question))
  const asked = questionOf(question)
  const changes = changedRecords(then, await figureKeys(context, asked))
  const of = (fate: Fate) => changes.filter((change) => change.fate === fate)
  const listed = recordFates.flatMap((fate) => of(fate).slice(0, shown))
  const { columns, rows } = await recordsNow(
    context,
    asked,
    listed.map(({ id }) => id),
  )
  return {
    columns,
    records: listed.map(({ id, ...change }) => ({ ...change, row: rows.get(id) ?? null })),
    added: of('added').length,
    removed: of('removed').length,
    changed: of('changed').length,
  }
}

/** The records that stood behind a figure when it was published, a page of them, as they stand today. */
export async function publishedRecords(
  context: Context,
  { publishedId, question, offset, limit }: { publishedId: string; question: string; offset: number; limit: number },
): Promise<Records & { missing: number }> {
  await readable(context, publishedId)
  const { recordIds } = found(await queries.countOf(context.tx, publishedId, question))
  const ids = recordIds.slice(offset, offset + limit)
  const { columns, rows } = await recordsNow(context, questionOf(question), ids)
  const there = ids.flatMap((id) => rows.get(id) ?? [])
  return { columns, rows: there, total: recordIds.length, missing: ids.length - there.length }
}
