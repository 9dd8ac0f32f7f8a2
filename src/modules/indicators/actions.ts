import type { Context } from '../../platform/context.ts'
import type { Download } from '../../platform/endpoint.ts'
import { BadInput, found } from '../../platform/errors.ts'
import { declaredFacts, factNamed } from '../../platform/facts.ts'
import type { Language } from '../../platform/i18n.ts'
import { writeWorkbook } from '../../platform/workbook/write.ts'
import { can } from '../organizations/rules.ts'
import { answer, before, type Prepared, prepare, type Scopes } from './asking/actions.ts'
import { comparingOf, earlier } from './comparing/rules.ts'
import { type Comparison, type FactCard, type Figure, Question, type Records, type Series } from './contract.ts'
import { parsePeriod, periodText } from './period/rules.ts'
import * as queries from './queries.ts'
import { records as recordsOf } from './records/queries.ts'
import { cellsOf, commaSeparated, factCard, listing, recordColumns, toldApart } from './records/rules.ts'
import { differenceInWords, pointsInWords } from './rules.ts'
import { partsOfFigure } from './series/actions.ts'
import { countFromTallies } from './tallies/actions.ts'

/** Everything that may be counted: the names with which questions are asked. */
export const listFacts = async (): Promise<FactCard[]> => declaredFacts().map(factCard)

/** What a measure of a fact is, for those who may ask of this part of the tree. */
export async function figure(context: Context, question: Question): Promise<Figure> {
  return found((await figures(context, [question]))[0])
}

/** Several figures at once; those that measure the same rows are counted together. */
export async function figures(context: Context, questions: readonly Question[]): Promise<Figure[]> {
  const all: Prepared[] = []
  const scopes: Scopes = new Map()
  for (const question of questions) all.push(await prepare(context, question, scopes))
  const earlier = all.map(before)
  const counts = await countEach(context, [...all, ...earlier.filter((asked) => asked !== null)])
  const answers: Figure[] = []
  for (const [i, asked] of all.entries()) {
    const past = earlier[i]
    answers.push(await answer(context, asked, found(counts.get(asked)), past ? counts.get(past) : undefined))
  }
  return answers
}

/** From what is kept of past months where that answers; else those that measure the same rows are counted in one read. */
async function countEach({ tx }: Context, all: readonly Prepared[]): Promise<ReadonlyMap<Prepared, queries.Counted>> {
  const counted = await countFromTallies(tx, all)
  const rest = all.filter((asked) => !counted.has(asked))
  for (const same of Map.groupBy(rest, rowsKey).values()) {
    const measures = same.map(({ measure }) => measure)
    const values = await queries.countAll(tx, found(same[0]), measures)
    for (const [i, asked] of same.entries()) counted.set(asked, values[i] ?? { value: null, records: 0 })
  }
  return counted
}

/** Questions with the same key are asked of the same rows. */
const rowsKey = ({ fact, question, period, path, measure }: Prepared): string =>
  JSON.stringify([fact.name, question.filter, period.from, period.to, path, measure.where ?? {}])

/** The same figure in its parts. Periods without any row are parts as well; other parts are those that have rows. */
export async function figureSeries(context: Context, { by, ...question }: Question & { by: string }): Promise<Series> {
  return inParts(context, await figure(context, question), by)
}

/** A figure already counted, in its parts; `scopes` are those that were looked up for others already. */
export async function inParts(context: Context, whole: Figure, by: string, scopes?: Scopes): Promise<Series> {
  return { whole, ...(await partsOfFigure(context, await prepare(context, whole.question, scopes), by)) }
}

type CountedPart = Pick<Series['parts'][number], 'question' | 'value' | 'records'>

/** Parts of a series as figures of their own, with the values that were counted together. */
export async function partFigures(context: Context, parts: readonly CountedPart[]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { question, value, records } of parts)
    if (question)
      figures.push(await answer(context, await prepare(context, Question.parse(question)), { value, records }))
  return figures
}

/** The figure beside the one of a year earlier, or of the period just before. */
export async function figureCompared(
  context: Context,
  { with: against, ...question }: Question & { with: 'yearBefore' | 'periodBefore' },
): Promise<Comparison> {
  const period = parsePeriod(question.period)
  if (!period) throw new BadInput('invalidInput')
  const other = { ...question, period: periodText(earlier({ against }, period)) }
  const [now, then] = await figures(context, [question, other])
  return compared(found(now), found(then))
}

/** Two figures of the same measure beside one another. */
export function compared(now: Figure, before: Figure): Comparison {
  const fact = found(factNamed(now.question.fact))
  const measure = found(fact.measures[now.question.measure])
  const difference = now.value === null || before.value === null ? null : now.value - before.value
  // between two changes there is a change of the change
  const comparing = comparingOf(now.question)
  const written: [string, string] =
    comparing?.as === 'growth' ? [...pointsInWords(difference)] : [...differenceInWords(fact, measure, difference)]
  return { now, before, difference, written, comparable: before.records > 0 }
}

type Look = { search: string; offset: number; limit: number }

/** The records behind the figure, as far as the reader may see them. */
export async function figureRecords(
  context: Context,
  { search, offset, limit, ...question }: Question & Look,
): Promise<Records> {
  const asked = await prepare(context, question)
  const { me, tx } = context
  const withPeople = can(me, 'seePeople', asked.path)
  const look = { search, withPeople }
  const past = before(asked)
  const counts = await countEach(context, past ? [asked, past] : [asked])
  const pageOf = (of: Prepared, page: { offset: number; limit: number }) =>
    recordsOf(tx, of, { ...look, ...page }, found(counts.get(of)).records)
  const page = await pageOf(asked, { offset, limit })
  const lines = (rows: typeof page.rows) => rows.map((row) => cellsOf(asked.fact, row, can(me, 'seePeople', row.path)))
  if (!past) return { columns: recordColumns(asked.fact), rows: lines(page.rows), total: page.total }
  // First those of the period itself, then those of the earlier one.
  const rest = { offset: Math.max(0, offset - page.total), limit: limit - page.rows.length }
  const then = await pageOf(past, rest)
  return toldApart(
    { columns: recordColumns(asked.fact), rows: lines(page.rows), total: page.total },
    { rows: lines(then.rows), total: then.total },
    [asked.period, past.period],
  )
}

/** All of them, as a file that a spreadsheet opens. */
export async function figureRecordsFile(
  context: Context,
  { language, format, ...asking }: Question & { search: string; language: Language; format: 'xlsx' | 'csv' },
): Promise<Download> {
  const all = await figureRecords(context, { ...asking, offset: 0, limit: 100_000 })
  const { definition } = await figure(context, asking)
  const name = definition[language === 'en' ? 0 : 1]
  const list = listing(all, language, context.me.timeZone)
  if (format === 'csv') return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', body: commaSeparated(list) }
  return {
    name: `${name}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: await writeWorkbook({ name, ...list }),
  }
}
