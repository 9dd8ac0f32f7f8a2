import { type Fact, valuesOf } from '../../../platform/facts.ts'
import type { Language, Words } from '../../../platform/i18n.ts'
import { wallClock } from '../../../platform/zone.ts'
import type { Cell, FactCard, Records } from '../contract.ts'
import { messages } from '../messages.ts'
import { type Period, periodWords } from '../period/rules.ts'
import { additive, filterable, isTime } from '../rules.ts'

type Row = Record<string, unknown> & { id: string }
type Column = Records['columns'][number]

const pair = (words: Words): [string, string] => [...words]

function described(fact: Fact, name: string): Column[] {
  const column = fact.columns[name]
  if (!column) return []
  const known = valuesOf(column)
  const values = known
    ? { values: Object.fromEntries(Object.entries(known).map(([key, words]) => [key, pair(words)])) }
    : {}
  return [{ name, words: pair(column.words), type: column.type, ...values }]
}

/** The columns of the list with the words of their values. */
export const recordColumns = (fact: Fact): Column[] => fact.shows.flatMap((name) => described(fact, name))

/** A fact as those see it who ask questions: its columns and measures by name. */
export const factCard = (fact: Fact): FactCard => ({
  name: fact.name,
  words: pair(fact.words),
  verb: pair(fact.verb),
  time: fact.time,
  columns: Object.entries(fact.columns).flatMap(([name, column]) =>
    described(fact, name).map((one) => ({
      ...one,
      filters: filterable.includes(column.type),
      person: column.type === 'reference' && column.person === true,
    })),
  ),
  measures: Object.entries(fact.measures).map(([name, measure]) => ({
    name,
    words: pair(measure.words),
    additive: additive(measure),
    reads:
      measure.kind === 'share' ? ('share' as const) : isTime(fact, measure) ? ('hours' as const) : ('number' as const),
  })),
  shows: [...fact.shows],
})

const cell = (value: unknown): Cell => {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}

/** One record's line. Without the right to see people their names are left out, and so is the way to them. */
export function cellsOf(fact: Fact, row: Row, withPeople: boolean): Records['rows'][number] {
  const hidden = (name: string): boolean => {
    const column = fact.columns[name]
    return !withPeople && column?.type === 'reference' && column.person === true
  }
  const keys = [...fact.link.matchAll(/:(\w+)/g)].map(([, key = '']) => key)
  const address = keys.reduce(
    (link, key) => link.replace(`:${key}`, String(row[`key${key[0]?.toUpperCase()}${key.slice(1)}`])),
    fact.link as string,
  )
  return {
    id: row.id,
    link: keys.some(hidden) ? '' : address,
    cells: Object.fromEntries(fact.shows.map((name) => [name, hidden(name) ? null : cell(row[name])])),
  }
}

/** The records of a change: those of both periods, each with its own. */
export function toldApart(
  now: Records,
  before: Pick<Records, 'rows' | 'total'>,
  [period, earlier]: readonly [Period, Period],
): Records {
  const [name, ...others] = now.columns
  const words = { now: pair(periodWords(period)), before: pair(periodWords(earlier)) }
  const which: Column = { name: periodColumn, words: pair(messages.periodOfRow), type: 'choice', values: words }
  const of = (rows: Records['rows'], value: keyof typeof words) =>
    rows.map((row) => ({ ...row, id: `${value}:${row.id}`, cells: { ...row.cells, [periodColumn]: value } }))
  return {
    columns: name ? [name, which, ...others] : [which],
    rows: [...of(now.rows, 'now'), ...of(before.rows, 'before')],
    total: now.total + before.total,
  }
}
/** No fact has a column of this name. */
const periodColumn = 'periodOfRow'

export type Listing = { head: string[]; rows: (string | number | null)[][] }

/** A cell as it stands in a table of its own: words for values, hours for minutes, the office's time. */
function written(column: Column, value: Cell, language: Language, timeZone: string): string | number | null {
  if (value === null) return null
  const at = language === 'en' ? 0 : 1
  if (typeof value === 'boolean') return (value ? messages.yes : messages.no)[at]
  if (column.type === 'minutes') return Number((Number(value) / 60).toFixed(2))
  if (column.type === 'moment')
    return wallClock(new Date(value as string), timeZone)
      .slice(0, 16)
      .replace('T', ' ')
  return column.values?.[String(value)]?.[at] ?? value
}

/** The records as a table in one language. */
export const listing = ({ columns, rows }: Records, language: Language, timeZone: string): Listing => ({
  head: columns.map((column) => column.words[language === 'en' ? 0 : 1]),
  rows: rows.map(({ cells }) => columns.map((c) => written(c, cells[c.name] ?? null, language, timeZone))),
})

// A cell that begins like a formula would be run by the program that opens the file.
const quoted = (value: string | number | null): string => {
  const text = String(value ?? '')
  const safe = typeof value === 'string' && /^[=+@\t\r-]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Comma-separated, with the mark at the beginning without which spreadsheets take Chinese for something else. */
export const commaSeparated = ({ head, rows }: Listing): string =>
  `\uFEFF${[head, ...rows].map((line) => `${line.map(quoted).join(',')}\r\n`).join('')}`
