import type { Block, Column, Run } from '../../../../../platform/document/contract.ts'
import { factNamed } from '../../../../../platform/facts.ts'
import type { Language } from '../../../../../platform/i18n.ts'
import { type Figure, questionText, type Series } from '../../../../indicators/contract.ts'
import { alike } from '../../../../indicators/series/rules.ts'
import { messages } from '../messages.ts'
import { at } from '../rules.ts'

type Table = Extract<Block, { kind: 'table' }>
type Part = Series['parts'][number]

/** Names to the left, numbers to the right. */
export const columnsNamed = (heads: readonly string[]): Column[] =>
  heads.map((title, i) => ({ title, align: i === 0 ? 'left' : 'right', width: i === 0 ? 2 : 1 }))

/** One column of a breakdown: its series, or the words that stand in its place. */
export type Measured = { title: string; series: Series } | { title: string; missing: Run }

/** The parts that any of the series has records in, each with the series that named it first. */
function partsWithRecords(all: readonly Series[]): { part: Part; of: Series }[] {
  const parts = new Map(all.flatMap((of) => of.parts.map((part) => [part.key, { part, of }])))
  return [...parts.values()].filter(({ part: { key } }) =>
    all.some((one) => one.parts.some((part) => part.key === key && part.records > 0)),
  )
}

/** What stands in a cell without any row: nought of what is counted, nothing of what is shared or divided. */
function emptyPart({ whole }: Series): Pick<Part, 'value' | 'written' | 'records'> {
  const kind = factNamed(whole.question.fact)?.measures[whole.question.measure]?.kind ?? 'count'
  const counts = ['count', 'distinct', 'sum'].includes(kind)
  return { value: counts ? 0 : null, written: counts ? ['0', '0'] : ['—', '—'], records: 0 }
}

type Cell = Pick<Part, 'value' | 'written' | 'records' | 'question'>

/** A part that a series has no rows in is asked as the series asks that has. */
function cellOf(series: Series, like: Part, of: Series): Cell {
  const part = series.parts.find(({ key }) => key === like.key)
  return part ?? { ...emptyPart(series), question: alike(series.whole.question, like.question, of.whole.question) }
}

export type Breakdown = { table: Table; wholes: Figure[]; cells: Cell[] }

/** A row for each part with records, and the whole below; null when there is none. */
export function breakdownTable(
  language: Language,
  { caption, head }: { caption: string; head: string },
  measured: readonly Measured[],
): Breakdown | null {
  const all = measured.flatMap((one) => ('series' in one ? [one.series] : []))
  const say = (words: readonly [string, string]): string => words[at(language)]
  const [first] = all
  const known = partsWithRecords(all)
  if (!first || known.length === 0) return null
  const cells: Cell[] = []
  const run = (one: Measured, part: Part, of: Series): Run => {
    if ('missing' in one) return one.missing
    const cell = cellOf(one.series, part, of)
    cells.push(cell)
    return { text: say(cell.written), ...(cell.question ? { figure: questionText(cell.question) } : {}) }
  }
  const total = measured.map(
    (one): Run =>
      'missing' in one
        ? one.missing
        : { text: say(one.series.whole.written), figure: questionText(one.series.whole.question) },
  )
  return {
    table: {
      kind: 'table',
      caption,
      columns: columnsNamed([head || say(first.by), ...measured.map(({ title }) => title)]),
      rows: [
        ...known.map(({ part, of }) => [{ text: say(part.label) }, ...measured.map((one) => run(one, part, of))]),
        [{ text: say(messages.total) }, ...total],
      ],
    },
    wholes: all.map(({ whole }) => whole),
    cells,
  }
}
