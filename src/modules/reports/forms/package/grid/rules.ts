import type { Book } from '../rules.ts'
import {
  type Area,
  columnOf,
  formulaOf,
  mergesOf,
  rowNumber,
  rowsOf,
  type Sheet,
  saidIn,
  styleOf,
} from '../sheet/rules.ts'
import { readStyles, type Style } from '../styles/rules.ts'
import { childrenOf } from '../xml/rules.ts'

/** A cell as a reader sees it: merged cells are one, at the place of the first. */
export type GridCell = {
  row: number
  column: number
  bottom: number
  right: number
  text: string
  number: number | null
  formula: boolean
  style: Style
}
export type Grid = {
  sheet: string
  hidden: boolean
  /** The part in which anything stands, text or border. */
  area: Area
  /** The cell that covers a place. */
  at: (row: number, column: number) => GridCell | undefined
  cells: readonly GridCell[]
}

const most = { rows: 3000, columns: 256 }
const plain: Style = {
  code: 'General',
  kind: 'number',
  bordered: false,
  bold: false,
  size: 11,
  decimals: null,
  align: null,
}

export function gridOf(book: Book, sheet: Sheet, styles: readonly Style[] = readStyles(book)): Grid {
  const cells = new Map<string, GridCell>()
  for (const row of rowsOf(sheet)) {
    const number = rowNumber(row)
    for (const cell of childrenOf(row, 'c')) {
      const column = columnOf(cell)
      if (number > most.rows || column >= most.columns) continue
      const said = saidIn(sheet, cell)
      cells.set(`${number}:${column}`, {
        row: number,
        column,
        bottom: number,
        right: column,
        text: said === null ? '' : String(said),
        number: typeof said === 'number' ? said : null,
        formula: formulaOf(cell) !== undefined,
        style: styles[styleOf(cell)] ?? plain,
      })
    }
  }
  const covered = new Map<string, GridCell>()
  for (const merge of mergesOf(sheet)) {
    if (merge.top > most.rows || merge.left >= most.columns) continue
    const first = cells.get(`${merge.top}:${merge.left}`) ?? empty(merge)
    const [bottom, right] = [Math.min(merge.bottom, most.rows), Math.min(merge.right, most.columns - 1)]
    Object.assign(first, { bottom, right })
    cells.set(`${merge.top}:${merge.left}`, first)
    for (let row = merge.top; row <= bottom; row++)
      for (let column = merge.left; column <= right; column++) {
        if (row !== merge.top || column !== merge.left) cells.delete(`${row}:${column}`)
        covered.set(`${row}:${column}`, first)
      }
  }
  // a form without any borders shows its places by having them
  if (![...cells.values()].some((cell) => cell.style.bordered))
    for (const cell of cells.values()) cell.style = { ...cell.style, bordered: true }
  const all = [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column)
  const used = all.filter((cell) => cell.text !== '' || cell.formula || cell.style.bordered)
  const area = {
    top: Math.min(...used.map((cell) => cell.row), most.rows),
    bottom: Math.max(...used.map((cell) => cell.bottom), 0),
    left: Math.min(...used.map((cell) => cell.column), most.columns),
    right: Math.max(...used.map((cell) => cell.right), 0),
  }
  return {
    sheet: sheet.name,
    hidden: sheet.hidden,
    area,
    cells: all,
    at: (row, column) => covered.get(`${row}:${column}`) ?? cells.get(`${row}:${column}`),
  }
}

const empty = (merge: Area): GridCell => ({
  row: merge.top,
  column: merge.left,
  bottom: merge.bottom,
  right: merge.right,
  text: '',
  number: null,
  formula: false,
  style: plain,
})
