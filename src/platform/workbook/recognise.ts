import { isLabelled, saysAbout } from './about.ts'
import { cutsOf } from './bands.ts'
import { type Cell, distinctTexts, type Row, within } from './cell.ts'
import { plainHeading } from './headings.ts'
import { bestReading } from './reading.ts'
import type { SheetKind } from './sheet.ts'
import { type Table, tableOf } from './table.ts'

const mostHeadingRows = 60

/** Finds the tables in the first rows of a sheet: below each other, or beside each other where that says more. */
export function recognise(sheet: string, rows: readonly Row[], kinds: readonly SheetKind[], year?: number): Table[] {
  const whole = tablesIn(sheet, rows, rows, kinds, year)
  for (const { bands, one } of cutsOf(rows)) {
    const parts = bands.map(({ left, right }) => {
      const own = rows.map((row) => within(row, left, right))
      return tablesIn(sheet, own, one ? rows : own, kinds, year).map((table) => ({ ...table, left, right }))
    })
    const tables = parts.flat()
    if (parts.filter((part) => part.length > 0).length > 1 && tables.length > whole.length)
      return one ? signedAlike(tables) : tables
  }
  return whole
}

/** Who has not signed in one part of a sheet is not there because nobody has signed in that part. */
function signedAlike(tables: Table[]): Table[] {
  if (!tables.some(({ context }) => context.about?.signed)) return tables
  return tables.map((table) => {
    const { about } = table.context
    return about ? { ...table, context: { ...table.context, about: { ...about, signed: true } } } : table
  })
}

/** Tables below each other; their titles stand in `titled`. */
function tablesIn(
  sheet: string,
  rows: readonly Row[],
  titled: readonly Row[],
  kinds: readonly SheetKind[],
  year?: number,
): Table[] {
  const tables: Table[] = []
  let from = 0
  while (from < rows.length) {
    const found = firstTable(sheet, rows, titled, from, kinds, year)
    if (!found) break
    const before = tables.at(-1)
    const title = rows[found.titleIndex]?.number ?? found.table.headingRow
    if (before) before.lastRow = title - 1
    tables.push(found.table)
    from = found.next
  }
  for (const table of tables) {
    table.sample = table.sample.filter((row) => table.lastRow === null || row.number <= table.lastRow)
  }
  return tables
}

function firstTable(
  sheet: string,
  rows: readonly Row[],
  titled: readonly Row[],
  from: number,
  kinds: readonly SheetKind[],
  year: number | undefined,
) {
  let tried = 0
  for (let index = from; index < rows.length; index++) {
    const row = rows[index] as Row
    if (distinctTexts(row).length < 2 || isLabelled(row)) continue
    const again = from > 0
    if (++tried > mostHeadingRows && !again) break
    if (again && !speaksOfHeadings(row, kinds)) continue
    const lines = titleLines(titled.slice(Math.max(from, index - 6), index))
    const title = [sheet, ...lines.flatMap(distinctTexts)].join(' ')
    const best = bestReading(rows, index, kinds, { sheet, lines, title, year })
    if (!best) continue
    return {
      table: tableOf(sheet, rows, index, best, title, year),
      titleIndex: index - lines.length,
      next: index + best.height,
    }
  }
  return undefined
}

/** The lines right above a heading: a single text each, or what is said under labels. */
function titleLines(rows: readonly Row[]): Row[] {
  const lines: Row[] = []
  for (const row of rows.toReversed()) {
    const texts = distinctTexts(row).length
    const plain = texts <= 1 || (texts === 2 && !row.cells.some((cell) => cell?.kind === 'number'))
    if (!plain && !saysAbout(row)) break
    lines.unshift(row)
  }
  return lines
}

const words = new WeakMap<readonly SheetKind[], Set<string>>()

/** A quick look: are at least two cells, and half of them, headings word for word? */
function speaksOfHeadings(row: Row, kinds: readonly SheetKind[]): boolean {
  let all = words.get(kinds)
  if (!all) {
    all = new Set(kinds.flatMap((kind) => kind.columns.flatMap((column) => column.words.map(plainHeading))))
    words.set(kinds, all)
  }
  const texts = row.cells.filter((cell) => cell?.kind === 'text').map((cell) => plainHeading((cell as Cell).text))
  const hits = new Set(texts.filter((text) => all.has(text))).size
  return hits >= 2 && hits * 2 >= texts.length
}
