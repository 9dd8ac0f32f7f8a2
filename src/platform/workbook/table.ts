import { type Cell, distinctTexts, type Row } from './cell.ts'
import { type Heading, isNote, isPrivate, plainHeading } from './headings.ts'
import type { Candidate } from './reading.ts'
import type { SheetColumn, TableContext } from './sheet.ts'
import { dayFirstOf, readDate } from './values/date.ts'
import { needsYear, ownYear, unitOf, yearIn } from './years.ts'

/** One table found on a sheet, with what it is taken for and how sure that is. */
export type Table = {
  sheet: string
  headingRow: number
  firstRow: number
  /** The row before which the next table begins. */
  lastRow: number | null
  /** The columns that it has to itself, where others stand beside it. */
  left: number | null
  right: number | null
  title: string
  kind: string | null
  /** Sure enough to go on without asking. */
  certain: boolean
  /** Its days leave out the year, and nothing else names it. */
  lacksYear: boolean
  /** Its days do not say whether the day or the month comes first. */
  lacksOrder: boolean
  headings: Heading[]
  context: TableContext
  /** Names the same headings the next time. */
  signature: string
  sample: { number: number; cells: (Cell | undefined)[] }[]
}

export const sampleSize = 60

export const signatureOf = (texts: readonly string[]): string =>
  texts.map(plainHeading).join('|').slice(0, 1000).toWellFormed()

/** The table below the headings of `rows[index]`, as it was read best. */
export function tableOf(
  sheet: string,
  rows: readonly Row[],
  index: number,
  best: Candidate & { height: number },
  title: string,
  year: number | undefined,
): Table {
  const firstIndex = index + best.height
  const below = rows.slice(firstIndex)
  const sample = below.slice(0, sampleSize)
  const typed = (type: SheetColumn['type']) =>
    best.headings.filter((h) => best.kind.columns.some((column) => column.key === h.key && column.type === type))
  const cellsOf = (headings: readonly Heading[], of: readonly Row[]) =>
    headings.flatMap((h) => of.map((row) => row.cells[h.column]).filter((cell) => cell !== undefined))
  const dayColumns = typed('day')
  const cells = cellsOf(dayColumns, sample)
  const days = cellsOf(dayColumns, below)
  const own = yearIn(title) ?? ownYear(cells) ?? year
  const dayFirst = dayFirstOf(days.map((cell) => cell.text))
  const carried = best.headings
    .filter(
      (h) => best.kind.columns.some((column) => column.key === h.key && column.carried) && isCarried(h, best, below),
    )
    .map((h) => h.column)
  const signed = cellsOf(typed('mark'), below).length > 0
  const context: TableContext = {
    ...(own ? { year: own } : {}),
    ...(dayFirst === undefined ? {} : { dayFirst }),
    ...(best.about ? { about: { ...best.about, ...(signed && { signed: true }) } } : {}),
    ...(carried.length > 0 ? { carried } : {}),
  }
  const [length] = typed('length')
  if (length)
    context.unit = unitOf(
      length.text,
      sample.map((row) => row.cells[length.column]),
    )
  else if (best.kind.across?.holds === 'length') context.unit = unitOf(title, acrossCells(best.headings, sample))
  return {
    sheet,
    headingRow: (rows[index] as Row).number,
    firstRow: (rows[firstIndex - 1] as Row).number + 1,
    lastRow: null,
    left: null,
    right: null,
    title: title.slice(0, 300).toWellFormed(),
    kind: best.kind.kind,
    // A sheet that nobody signed may be a list of who was expected.
    certain: best.sure && !(best.about && typed('mark').length > 0 && !signed),
    lacksYear: !own && needsYear(cells, best.headings, best.about),
    lacksOrder: dayFirst === undefined && days.some(isUnclear),
    headings: best.headings.filter((h) => h.text !== ''),
    context,
    signature: signatureOf(best.headings.map((h) => (h.day || h.across ? '' : h.text)).filter(Boolean)),
    sample: sample.map(({ number, cells }) => ({ number, cells })),
  }
}

const isUnclear = (cell: Cell): boolean => {
  const read = readDate(cell, { year: 2000 })
  return 'problem' in read && read.problem === 'dayOrMonth'
}

const acrossCells = (headings: readonly Heading[], sample: readonly Row[]) =>
  headings.filter((h) => h.day || h.across).flatMap((h) => sample.map((row) => row.cells[h.column]))

/** Is its value written once for the rows below: first on top, then with gaps, and never the same twice running? */
function isCarried(heading: Heading, { headings }: Candidate, rows: readonly Row[]): boolean {
  const keyed = headings.filter((h) => h.key && h.column !== heading.column)
  const used = rows.filter(
    (row) => !isNote(row) && keyed.some((h) => row.cells[h.column] && !row.cells[h.column]?.filled),
  )
  const cells = used.map((row) => row.cells[heading.column])
  const written = cells.filter((cell) => cell !== undefined)
  if (!cells[0] || cells.some((cell) => cell?.filled) || cells.length < 4 || written.length * 2 > cells.length)
    return false
  return written.every((cell, i) => i === 0 || cell.text !== written[i - 1]?.text)
}

/** A table of which nothing is known but where its headings seem to stand: its reader may say what it is. */
export function rawTable(sheet: string, rows: readonly Row[]): Table[] {
  const index = rows.findIndex(
    (row) => distinctTexts(row).length >= 2 && row.cells.every((c) => !c || c.kind === 'text'),
  )
  const row = rows[index]
  if (!row) return []
  const headings = row.cells.flatMap((cell, column) =>
    cell ? [{ column, text: cell.text, key: null, likeness: 0, isPrivate: isPrivate(cell.text) }] : [],
  )
  const sample = rows.slice(index + 1, index + 1 + sampleSize)
  return [
    {
      sheet,
      headingRow: row.number,
      firstRow: row.number + 1,
      lastRow: null,
      left: null,
      right: null,
      title: sheet,
      kind: null,
      certain: false,
      lacksYear: false,
      lacksOrder: false,
      headings,
      context: {},
      signature: signatureOf(headings.map((heading) => heading.text)),
      sample: sample.map(({ number, cells }) => ({ number, cells })),
    },
  ]
}
