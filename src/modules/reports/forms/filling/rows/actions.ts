import type { Context } from '../../../../../platform/context.ts'
import { factNamed } from '../../../../../platform/facts.ts'
import { wallClock } from '../../../../../platform/zone.ts'
import { figureRecords, figureSeries } from '../../../../indicators/actions.ts'
import type { Cell, Question, Records } from '../../../../indicators/contract.ts'
import { filterText, parseFilter } from '../../../../indicators/filter/rules.ts'
import { organizationNamed } from '../../../../organizations/actions.ts'
import { can } from '../../../../organizations/rules.ts'
import type { ListBinding, ListColumn } from '../../contract.ts'
import { type Form, questionOf } from '../asking/actions.ts'

export type RowValue = {
  value: number | string | null
  type: 'number' | 'text' | 'moment' | 'day'
  question: Question | null
}
export type ListRow = { key: string; link: string | null; cells: Record<string, RowValue> }
export type FilledList = { rows: ListRow[] } | { refused: 'noPeriod' | 'notCounted' | 'namesHidden' }

const most = 100_000

/** The rows of a list: records, or parts of a fact, with what each column says of them. */
export async function rowsOfList(context: Context, list: ListBinding, form: Form): Promise<FilledList> {
  const { fact: name, filter, scope, period, by } = list.source
  const fact = factNamed(name)
  const measure = fact && Object.entries(fact.measures).find(([, own]) => own.kind === 'count' && !own.where)?.[0]
  const any = measure ?? (fact && Object.keys(fact.measures)[0])
  if (!fact || !any) return { refused: 'notCounted' }
  const question = questionOf({ fact: name, measure: any, filter, scope, period }, form)
  if (!question) return { refused: 'noPeriod' }
  const rows = by === null ? await records(context, question) : await parts(context, question, by, list)
  if (rows === null) return { refused: 'namesHidden' }
  for (const { column, content } of list.columns)
    if (content.is === 'figure') await count(context, rows, column, content, form)
  const all = rows.map(({ cells, own, ...row }) => ({
    ...row,
    cells: { ...written(list, own, context.me.timeZone), ...cells },
  }))
  return { rows: sorted(all, list.source.order) }
}

/** By what stands in a column; rows in which nothing does come last. */
function sorted(rows: ListRow[], order: ListBinding['source']['order']): ListRow[] {
  if (!order) return rows
  const standing = ({ cells }: ListRow) => cells[order.column]?.value ?? null
  const compare = (a: number | string, b: number | string): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN')
  return rows.toSorted((one, other) => {
    const [a, b] = [standing(one), standing(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return order.descending ? compare(b, a) : compare(a, b)
  })
}

type Row = { key: string; link: string | null; own: Record<string, RowValue>; cells: Record<string, RowValue> }

async function records(context: Context, question: Question): Promise<Row[]> {
  const all = await figureRecords(context, { ...question, search: '', offset: 0, limit: most })
  const at = context.me.language === 'en' ? 0 : 1
  const rows = all.rows.map((row) => ({
    key: row.id,
    link: row.link || null,
    own: Object.fromEntries(
      all.columns.map((column) => [column.name, said(column, row.cells[column.name] ?? null, at)]),
    ),
    cells: {},
  }))
  return inOrder(rows, all, question.fact)
}

/** As they were held; or as the fact lists its kinds, such as the standing teams before the others. */
function inOrder(rows: Row[], { columns, rows: raw }: Records, name: string): Row[] {
  if (factNamed(name)?.time === 'moment') return rows.reverse()
  const choice = columns.find((column) => column.type === 'choice' && column.name === 'category')
  if (!choice) return rows
  const ranks = Object.keys(choice.values ?? {})
  const rank = new Map(raw.map((row) => [row.id, ranks.indexOf(String(row.cells[choice.name]))]))
  return rows.sort((a, b) => (rank.get(a.key) ?? 0) - (rank.get(b.key) ?? 0))
}

function said(column: Column, value: Cell, at: 0 | 1): RowValue {
  const type =
    column.type === 'moment' ? 'moment' : column.type === 'day' ? 'day' : typeof value === 'number' ? 'number' : 'text'
  const words = typeof value === 'string' ? (column.values?.[value]?.[at] ?? value) : value
  return { value: typeof words === 'boolean' ? String(words) : words, type, question: null }
}
type Column = Records['columns'][number]

async function parts(context: Context, question: Question, by: string, list: ListBinding): Promise<Row[] | null> {
  const first = list.columns.find(({ content }) => content.is === 'figure')?.content
  const ask = first?.is === 'figure' && first.ask.fact === question.fact ? first.ask : null
  const series = await figureSeries(context, {
    ...question,
    ...(ask ? { measure: ask.measure, filter: ask.filter } : {}),
    by,
  })
  const column = factNamed(question.fact)?.columns[by]
  if (column?.type === 'reference' && column.person) {
    const node = await organizationNamed(context, series.whole.scope.id)
    if (!node || !can(context.me, 'seePeople', node.path)) return null
  }
  return series.parts
    .filter(({ key }) => key !== '')
    .map(({ key, label }) => ({
      key,
      link: null,
      own: { label: { value: label[1], type: 'text' as const, question: null } },
      cells: {},
    }))
}

/** One read for a column: the figure in its parts, each for the row whose record it belongs to. */
async function count(
  context: Context,
  rows: readonly Row[],
  column: string,
  { ask, by }: ListColumn & { is: 'figure' },
  form: Form,
): Promise<void> {
  const question = questionOf(ask, form)
  if (!question) return
  const series = await figureSeries(context, { ...question, by })
  const byKey = new Map(series.parts.map((part) => [part.key, part]))
  const fact = factNamed(question.fact)
  const measure = fact?.measures[question.measure]
  const none = measure && ask.as !== 'growth' && ['count', 'distinct', 'sum'].includes(measure.kind) ? 0 : null
  for (const row of rows) {
    const part = byKey.get(row.key)
    const own: Question =
      by === 'part'
        ? { ...question, scope: row.key }
        : { ...question, filter: filterText({ ...parseFilter(question.filter), [by]: [row.key] }) }
    row.cells[column] = { value: part ? part.value : none, type: 'number', question: part?.question ?? own }
  }
}

/** What the columns take from the records themselves; moments on the office's clock. */
function written(list: ListBinding, own: Row['own'], timeZone: string): Record<string, RowValue> {
  const cells: Record<string, RowValue> = {}
  for (const { column, content } of list.columns) {
    const value = content.is === 'record' ? own[content.name] : undefined
    if (!value) continue
    cells[column] =
      value.type === 'moment' && value.value !== null
        ? { ...value, value: wallClock(new Date(value.value), timeZone).slice(0, 16) }
        : value
  }
  return cells
}
