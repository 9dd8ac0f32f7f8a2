import type { Grid, GridCell } from '../../package/grid/rules.ts'

/** A text over the whole width: a title, the head of a section, a note. */
export type Band = { row: number; bottom: number; text: string }

export const isBlank = (cell: GridCell | undefined): boolean =>
  cell === undefined || (cell.text === '' && !cell.formula)
/** Words, and no number that was put in before. */
export const isText = (cell: GridCell | undefined): cell is GridCell =>
  cell !== undefined && cell.text !== '' && cell.number === null && !cell.formula && cell.text.trim() !== ''

/** Rows of which one text takes most of the width, or in which it stands alone above a table. */
export function bandsOf(grid: Grid): Band[] {
  const width = grid.area.right - grid.area.left + 1
  const byRow = Map.groupBy(grid.cells, (cell) => cell.row)
  const bands: Band[] = []
  for (const [row, cells] of byRow) {
    const said = cells.filter((cell) => cell.text !== '' || cell.formula)
    const [only] = said
    if (said.length !== 1 || !only || !isText(only)) continue
    const broad = only.right - only.column + 1 >= Math.max(2, width * 0.6)
    const others = cells.filter((cell) => cell !== only && cell.style.bordered)
    if ((broad || (others.length === 0 && !only.style.bordered)) && only.right - only.column + 1 + others.length > 0)
      if (others.length === 0) bands.push({ row, bottom: only.bottom, text: only.text })
  }
  return bands.sort((a, b) => a.row - b.row)
}

const note = /^\s*(?:注|备注|填表说明|填报说明|说明|note|remark)/i

/** What titles and heads of sections say of a place: the title above all, and the nearest one above. */
export function bandsAbove(bands: readonly Band[], row: number): string[] {
  const above = bands.filter((band) => band.bottom < row && !note.test(band.text) && band.text.length <= 60)
  const title = above.find((band) => band.row === bands[0]?.row) ?? above[0]
  const nearest = above.at(-1)
  // under the head of a section the title stands behind it; lines right below the title belong to it
  return [
    ...new Set([
      ...(nearest ? [nearest.text] : []),
      ...above.slice(0, 3).map((band) => band.text),
      ...(title ? [title.text] : []),
    ]),
  ]
}

const isBand = (bands: readonly Band[], cell: GridCell): boolean =>
  bands.some((band) => band.row === cell.row && band.text === cell.text)

/** A label with a colon is that of the place behind it. */
const isApart = (near: GridCell, far: GridCell): boolean =>
  near.style.bordered !== far.style.bordered || /[:：]\s*$/.test(far.text)

const isOutside = (cell: GridCell | undefined): boolean => cell === undefined || (!cell.style.bordered && isBlank(cell))

export type Heads = { left: GridCell[]; above: GridCell[]; beside: boolean; under: boolean }

/** The labels of a place: those to its left and those above, the nearest first. */
export function headsOf(grid: Grid, bands: readonly Band[], row: number, column: number): Heads {
  const own = grid.at(row, column)
  const bordered = own?.style.bordered ?? false
  const walk = (
    step: (from: GridCell | undefined, at: number) => { row: number; column: number; at: number } | null,
  ): GridCell[] => {
    const texts: GridCell[] = []
    let at = 0
    let from = own
    for (;;) {
      const next = step(from, at)
      if (!next) return texts
      at = next.at
      const cell = grid.at(next.row, next.column)
      if (isText(cell)) {
        // a line in a frame is no head of places outside of it, nor the other way round
        if (isBand(bands, cell) || (texts[0] && isApart(texts[0], cell))) return texts
        if (!texts.includes(cell)) texts.push(cell)
      } else {
        if (texts.length > 0) return texts
        // beyond the border of a table stands another one
        if (bordered && isOutside(grid.at(next.row, next.column))) return texts
        if (!bordered && cell === undefined && at > 1) return texts
      }
      from = cell
    }
  }
  const left = walk((from, at) => {
    const next = (from?.column ?? column - at) - 1
    return next < grid.area.left ? null : { row, column: next, at: at + 1 }
  })
  const above = walk((from, at) => {
    const next = (from?.row ?? row - at) - 1
    return next < grid.area.top ? null : { row: next, column, at: at + 1 }
  })
  return {
    left,
    above,
    beside: left[0] !== undefined && left[0].right === (own?.column ?? column) - 1,
    under: above[0] !== undefined && above[0].bottom === (own?.row ?? row) - 1,
  }
}
