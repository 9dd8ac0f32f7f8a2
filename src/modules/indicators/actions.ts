import type { Context } from '../../platform/context.ts'
import type { Download } from '../../platform/endpoint.ts'
import { allow, BadInput, found } from '../../platform/errors.ts'
import { declaredFacts, type Fact, type Filter, factNamed } from '../../platform/facts.ts'
import type { Language } from '../../platform/i18n.ts'
import { writeWorkbook } from '../../platform/workbook/write.ts'
import { wallClock } from '../../platform/zone.ts'
import { can, pathsOf } from '../organizations/rules.ts'
import { type Comparison, type FactCard, type Figure, Question, type Records, type Series } from './contract.ts'
import { parseFilter } from './filter/rules.ts'
import { parsePeriod, partsOf, periodBefore, periodText, periodWords, yearBefore } from './period/rules.ts'
import * as queries from './queries.ts'
import { records as recordsOf } from './records/queries.ts'
import { cellsOf, commaSeparated, factCard, listing, recordColumns } from './records/rules.ts'
import { additive, differenceInWords, filterRefusal, groupingRefusal, inWords, partsSum, written } from './rules.ts'
import { definitionOf, type Names } from './sentence/rules.ts'
import { bucketOf, labelled } from './series/rules.ts'

type Prepared = queries.Asked & { question: Question; scope: queries.Node }

const tree = (): Fact => found(factNamed('organization'))

/** Which part of the tree: the one asked for, when the reader may count it, or the largest of theirs. */
async function scopeOf({ tx, me }: Context, id: string | undefined): Promise<queries.Node> {
  const own = pathsOf(me, 'readFigures').sort((a, b) => a.length - b.length)
  const [largest] = own
  allow(largest !== undefined)
  const wanted = id ?? largest?.split('/').at(-2)
  if (!wanted) return found(await queries.topNode(tx, tree()))
  const node = found((await queries.nodes(tx, tree(), [wanted]))[0])
  allow(can(me, 'readFigures', node.path))
  return node
}

async function prepare(context: Context, question: Question): Promise<Prepared> {
  const fact = factNamed(question.fact)
  if (!fact) throw new BadInput('unknownFact')
  const measure = fact.measures[question.measure]
  if (!measure) throw new BadInput('unknownMeasure')
  const filter = parseFilter(question.filter)
  const refused = filterRefusal(fact, filter)
  if (refused) throw new BadInput(refused.reason, { column: refused.column })
  const period = parsePeriod(question.period)
  if (!period) throw new BadInput('invalidInput')
  const scope = await scopeOf(context, question.scope)
  const { timeZone } = context.me
  const { now } = context
  const today = wallClock(now, timeZone).slice(0, 10)
  return { question, scope, fact, measure, filter, period, path: scope.path, timeZone, now, today }
}

async function namesIn({ tx }: Context, fact: Fact, filter: Filter): Promise<Names> {
  const names: Record<string, Record<string, string>> = {}
  for (const [name, values] of Object.entries(filter)) {
    const column = fact.columns[name]
    if (column) names[name] = await queries.namesOf(tx, fact, column, name, values)
  }
  return names
}

async function answer(context: Context, asked: Prepared, counted: queries.Counted): Promise<Figure> {
  const { fact, measure, filter, period, scope, today, question } = asked
  const names = await namesIn(context, fact, filter)
  return {
    question: { ...question, scope: scope.id },
    value: counted.value,
    written: [...written(fact, measure, counted.value)],
    inWords: [...inWords(fact, measure, counted.value)],
    definition: [...definitionOf({ fact, measure, filter }, { period, scope: scope.name, names, today })],
    period: [...periodWords(period)],
    scope: { id: scope.id, name: scope.name },
    records: counted.records,
    additive: additive(measure),
    counted: asked.now,
  }
}

/** Everything that may be counted: the names with which questions are asked. */
export const listFacts = async (): Promise<FactCard[]> => declaredFacts().map(factCard)

/** What a measure of a fact is, for those who may ask of this part of the tree. */
export async function figure(context: Context, question: Question): Promise<Figure> {
  const asked = await prepare(context, question)
  return answer(context, asked, await queries.count(context.tx, asked))
}

/** Several figures at once; those that measure the same rows are counted together. */
export async function figures(context: Context, questions: readonly Question[]): Promise<Figure[]> {
  const all: Prepared[] = []
  for (const question of questions) all.push(await prepare(context, question))
  const counted = new Map<Prepared, queries.Counted>()
  for (const same of Map.groupBy(all, rowsKey).values()) {
    const [first] = same
    if (!first) continue
    const values = await queries.countAll(
      context.tx,
      first,
      same.map(({ measure }) => measure),
    )
    for (const [i, asked] of same.entries()) counted.set(asked, values[i] ?? { value: null, records: 0 })
  }
  const answers: Figure[] = []
  for (const asked of all) answers.push(await answer(context, asked, found(counted.get(asked))))
  return answers
}

/** Questions with the same key are asked of the same rows. */
const rowsKey = ({ fact, question, path, measure }: Prepared): string =>
  JSON.stringify([fact.name, question.filter, question.period, path, measure.where ?? {}])

/** The same figure in its parts. Periods without any row are parts as well; other parts are those that have rows. */
export async function figureSeries(context: Context, { by, ...question }: Question & { by: string }): Promise<Series> {
  return inParts(context, await figure(context, question), by)
}

/** A figure already counted, in its parts. */
export async function inParts(context: Context, whole: Figure, by: string): Promise<Series> {
  const asked = await prepare(context, whole.question)
  const refused = groupingRefusal(asked.fact, by)
  if (refused) throw new BadInput(refused, { column: by })
  const parts = await partsOfFigure(context, asked, by)
  const keys = parts.map((part) => part.key)
  const children = by === 'part' ? await queries.nodes(context.tx, tree(), keys) : []
  return { whole, ...labelled(asked, by, parts, children), sums: partsSum(asked.fact, asked.measure, by) }
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

async function partsOfFigure({ tx }: Context, asked: Prepared, by: string): Promise<queries.Part[]> {
  if (asked.fact.time === 'moment' || (by !== 'month' && by !== 'quarter' && by !== 'year'))
    return queries.countBy(tx, asked, by)
  // What lasts is counted anew at the end of each part.
  const parts: queries.Part[] = []
  for (const period of partsOf(asked.period, by))
    parts.push({ key: bucketOf(by, period), label: null, ...(await queries.count(tx, { ...asked, period })) })
  return parts
}

/** The figure beside the one of a year earlier, or of the period just before. */
export async function figureCompared(
  context: Context,
  { with: earlier, ...question }: Question & { with: 'yearBefore' | 'periodBefore' },
): Promise<Comparison> {
  const period = parsePeriod(question.period)
  if (!period) throw new BadInput('invalidInput')
  const other = periodText(earlier === 'yearBefore' ? yearBefore(period) : periodBefore(period))
  return compared(await figure(context, question), await figure(context, { ...question, period: other }))
}

/** Two figures of the same measure beside one another. */
export function compared(now: Figure, before: Figure): Comparison {
  const fact = found(factNamed(now.question.fact))
  const measure = found(fact.measures[now.question.measure])
  const difference = now.value === null || before.value === null ? null : now.value - before.value
  const written: [string, string] = [...differenceInWords(fact, measure, difference)]
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
  const page = await recordsOf(tx, asked, { search, withPeople, offset, limit })
  return {
    columns: recordColumns(asked.fact),
    rows: page.rows.map((row) => cellsOf(asked.fact, row, can(me, 'seePeople', row.path))),
    total: page.total,
  }
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
