import { columnLetters } from '../../../../../platform/workbook/cell.ts'
import { type Grid, type GridCell, gridOf } from '../../package/grid/rules.ts'
import type { Book } from '../../package/rules.ts'
import type { Sheet } from '../../package/sheet/rules.ts'
import { readStyles } from '../../package/styles/rules.ts'
import { attribute, childOf, childrenOf } from '../../package/xml/rules.ts'
import type { Drawing } from '../contract.ts'
import { shownNumber } from './numbers/rules.ts'

/** More is no form that anybody fills at a screen; it is still filled, only not drawn. */
const most = { sheets: 5, rows: 300, columns: 60 }
const usualWidth = 9

/** The sheets in sight as they look: texts, merges, widths, borders. */
export function drawingsOf(book: Book): Drawing[] {
  const styles = readStyles(book)
  return book.sheets
    .filter((sheet) => !sheet.hidden)
    .slice(0, most.sheets)
    .map((sheet) => drawingOf(sheet, gridOf(book, sheet, styles), book.from1904))
}

function drawingOf(sheet: Sheet, grid: Grid, from1904: boolean): Drawing {
  const { top, left } = grid.area
  const bottom = Math.min(grid.area.bottom, top + most.rows - 1)
  const right = Math.min(grid.area.right, left + most.columns - 1)
  const rows: Drawing['rows'] = []
  for (let row = top; row <= bottom; row++) {
    const cells: Drawing['rows'][number]['cells'] = []
    for (let column = left; column <= right; column++) {
      const own = grid.at(row, column)
      if (own && (own.row !== row || own.column !== column)) continue
      cells.push({ cell: `${columnLetters(column)}${row}`, ...looks(own, { row, column, bottom, right }, from1904) })
    }
    rows.push({ row, cells })
  }
  return {
    sheet: sheet.name,
    widths: widthsOf(sheet, left, right),
    rows,
    cut: bottom < grid.area.bottom || right < grid.area.right,
  }
}

type Looks = Omit<Drawing['rows'][number]['cells'][number], 'cell'>
const aligned = new Set(['left', 'center', 'right'] as const)

type At = { row: number; column: number; bottom: number; right: number }
function looks(own: GridCell | undefined, at: At, from1904: boolean): Looks {
  if (!own) return { text: '', across: 1, down: 1, bold: false, bordered: false, align: null }
  return {
    // a formula without a value yet is no empty place
    text: own.number === null ? own.text || (own.formula ? '=' : '') : shownNumber(own.number, own.style, from1904),
    across: Math.min(own.right, at.right) - at.column + 1,
    down: Math.min(own.bottom, at.bottom) - at.row + 1,
    bold: own.style.bold,
    bordered: own.style.bordered,
    align: [...aligned].find((known) => own.style.align === known) ?? (own.number === null ? null : 'right'),
  }
}

function widthsOf(sheet: Sheet, left: number, right: number): number[] {
  const all = childrenOf(childOf(sheet.root, 'cols') ?? { children: [] }, 'col').map((col) => ({
    from: Number(attribute(col, 'min')) - 1,
    to: Number(attribute(col, 'max')) - 1,
    width: Number(attribute(col, 'width')),
  }))
  return Array.from({ length: Math.max(0, right - left + 1) }, (_, i) => {
    const width = all.find(({ from, to }) => from <= left + i && left + i <= to)?.width ?? usualWidth
    return Number.isFinite(width) ? Math.min(Math.max(width, 2), 80) : usualWidth
  })
}
