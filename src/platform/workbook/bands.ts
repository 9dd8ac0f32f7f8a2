import { distinctTexts, type Row } from './cell.ts'
import { plainHeading } from './headings.ts'

/** Columns from one to another, beside which another table may stand. */
export type Band = { left: number; right: number }
/** `one`: the parts are one table, printed in several columns, and have its title in common. */
export type Cut = { bands: Band[]; one: boolean }

/** How a sheet may be cut from top to bottom: at columns that stay empty, or where its headings begin again. */
export const cutsOf = (rows: readonly Row[]): Cut[] =>
  [
    { bands: repeatedHeadings(rows), one: true },
    { bands: emptyColumns(rows), one: false },
  ].filter(({ bands }) => bands.length > 1)

/** A title merged over the whole sheet belongs to each part and parts nothing. */
function emptyColumns(rows: readonly Row[]): Band[] {
  const used = new Set<number>()
  for (const row of rows) {
    if (distinctTexts(row).length < 2) continue
    row.cells.forEach((cell, column) => {
      if (cell) used.add(column)
    })
  }
  const bands: Band[] = []
  for (const column of [...used].sort((a, b) => a - b)) {
    const last = bands.at(-1)
    if (last && last.right === column - 1) last.right = column
    else bands.push({ left: column, right: column })
  }
  return bands.filter(({ left, right }) => right > left)
}

function repeatedHeadings(rows: readonly Row[]): Band[] {
  for (const row of rows.slice(0, 60)) {
    const cells = row.cells.flatMap((cell, column) =>
      cell?.kind === 'text' && !cell.filled ? [{ column, text: plainHeading(cell.text) }] : [],
    )
    for (let period = 2; period * 2 <= cells.length; period++) {
      if (cells.length % period !== 0 || cells.some(({ text }, i) => text !== cells[i % period]?.text)) continue
      if (new Set(cells.slice(0, period).map(({ text }) => text)).size < period) continue
      const starts = cells.filter((_, i) => i % period === 0).map(({ column }) => column)
      return starts.map((left, i) => ({ left, right: (starts[i + 1] ?? row.cells.length) - 1 }))
    }
  }
  return []
}
