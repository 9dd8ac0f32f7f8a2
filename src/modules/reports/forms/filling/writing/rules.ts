import { columnLetters, parseReference } from '../../../../../platform/workbook/cell.ts'
import type { Question } from '../../../../indicators/contract.ts'
import type { ListBinding, Unit } from '../../contract.ts'
import { type Growth, movedRow } from '../../package/growing/rows/rules.ts'
import type { Book } from '../../package/rules.ts'
import {
  cellMade,
  cellMadeIn,
  columnOf,
  fillBlanks,
  formulaOf,
  rowNumber,
  rowsOf,
  type Sheet,
  setCell,
  styleOf,
  type Value,
} from '../../package/sheet/rules.ts'
import { formattedStyles, markedStyles, readStyles, type Style } from '../../package/styles/rules.ts'
import { attribute, childrenOf, type Element, setAttribute } from '../../package/xml/rules.ts'
import { inUnit, serialOf, showsTime } from '../rules.ts'

export type RowValue = {
  value: number | string | null
  type: 'number' | 'text' | 'moment' | 'day'
  question: Question | null
}
export type Pen = {
  book: Book
  styles: readonly Style[]
  mark: (style: number) => number
  format: (style: number, code: string) => number
}

export const penFor = (book: Book): Pen => ({
  book,
  styles: readStyles(book),
  mark: markedStyles(book),
  format: formattedStyles(book),
})

export const sheetNamed = (book: Book, name: string): Sheet | undefined =>
  book.sheets.find((sheet) => sheet.name === name)

/** Is the place one that may be written to: not a formula, and in the sheet? */
export function placeOf(book: Book, sheetName: string, cell: string): { sheet: Sheet; cell: Element } | null {
  const sheet = sheetNamed(book, sheetName)
  const at = parseReference(cell)
  if (!sheet || !at) return null
  const own = cellMade(sheet, at.row, at.column)
  return formulaOf(own) ? null : { sheet, cell: own }
}

export function writeValue(
  { book, styles, format }: Pen,
  sheet: Sheet,
  cell: Element,
  value: Value,
  unit?: Unit,
): Value {
  const style = styles[styleOf(cell)]
  const written = typeof value === 'number' && unit ? inUnit(value, unit, style) : value
  setCell(sheet, cell, written)
  // a share in a cell without a format of its own would be read as a number of something
  if (unit === 'fraction' && written !== null && style?.code === 'General')
    setAttribute(cell, 's', String(format(styleOf(cell), '0.0%')))
  book.changed.add(sheet.part)
  return written
}

export function writeDay({ book, styles, format }: Pen, sheet: Sheet, cell: Element, iso: string): Value {
  const style = styles[styleOf(cell)]
  const timed = style !== undefined && showsTime(style.code)
  if (style?.kind === 'text') setCell(sheet, cell, iso.slice(0, timed ? 16 : 10).replace('T', ' '))
  else {
    setCell(sheet, cell, serialOf(timed ? iso : iso.slice(0, 10), book.from1904))
    if (style?.kind !== 'date' && style?.kind !== 'time')
      setAttribute(cell, 's', String(format(styleOf(cell), 'yyyy-mm-dd')))
  }
  book.changed.add(sheet.part)
  return iso
}

export function writeMark({ book, mark }: Pen, sheet: Sheet, cell: Element): void {
  setAttribute(cell, 's', String(mark(styleOf(cell))))
  book.changed.add(sheet.part)
}

export function writeSentence(
  { book }: Pen,
  sheet: Sheet,
  cell: Element,
  filled: readonly { start: number; end: number; text: string }[],
): void {
  fillBlanks(sheet, cell, filled)
  book.changed.add(sheet.part)
}

export type WrittenCell = { column: string; row: number; value: Value; question: Question | null; link: string | null }

/** Writes the rows of a list that has grown to them; those left over stay as they were, without formulas that would fail. */
export function writeList(
  pen: Pen,
  list: ListBinding,
  rows: readonly { link: string | null; cells: Record<string, RowValue> }[],
  { added, others }: { added: number; others: readonly ListBinding[] },
): WrittenCell[] {
  const { book } = pen
  const sheet = sheetNamed(book, list.sheet)
  if (!sheet) return []
  const written: WrittenCell[] = []
  const byNumber = new Map(rowsOf(sheet).map((row) => [rowNumber(row), row]))
  for (const [i, { cells, link }] of rows.entries()) {
    const number = list.first + i
    const row = byNumber.get(number)
    const own = new Map((row ? childrenOf(row, 'c') : []).map((cell) => [columnOf(cell), cell]))
    for (const { column, content } of list.columns) {
      const at = parseReference(`${column}1`)?.column ?? 0
      const cell = own.get(at) ?? (row ? cellMadeIn(sheet, row, at) : cellMade(sheet, number, at))
      if (formulaOf(cell)) continue
      if (content.is === 'number') writeValue(pen, sheet, cell, i + 1)
      else if (content.is === 'unknown') writeMark(pen, sheet, cell)
      const said = content.is === 'hand' ? undefined : cells[column]
      if (!said) continue
      const value =
        (said.type === 'moment' || said.type === 'day') && said.value !== null
          ? writeDay(pen, sheet, cell, String(said.value))
          : writeValue(pen, sheet, cell, said.value, content.is === 'figure' ? content.unit : undefined)
      written.push({ column: columnLetters(at), row: number, value, question: said.question, link })
    }
  }
  const isOthers = (column: number): boolean => others.some((other) => hasColumn(other, column))
  for (let number = list.first + rows.length; number <= list.last + added; number++)
    dropFailing(byNumber.get(number), isOthers)
  book.changed.add(sheet.part)
  return written
}

function hasColumn({ columns }: ListBinding, column: number): boolean {
  const all = columns.map((own) => parseReference(`${own.column}1`)?.column ?? 0)
  return column >= Math.min(...all) && column <= Math.max(...all)
}

/** A rate in a row without a record would say #DIV/0!, and so would every total over it. */
function dropFailing(row: Element | undefined, isOthers: (column: number) => boolean): void {
  for (const cell of row ? childrenOf(row, 'c') : []) {
    if (isOthers(columnOf(cell))) continue
    const formula = formulaOf(cell)
    if (formula && /\//.test(formula.children.join('')) && attribute(formula, 't') === undefined) setCellEmpty(cell)
  }
}

function setCellEmpty(cell: Element): void {
  setAttribute(cell, 't', null)
  cell.children = []
}

/** How far a row of the blank form moves when the lists above it grow. */
export const movedBy = (row: number, growths: readonly Growth[]): number =>
  growths.reduce((sum, growth) => sum + movedRow(row, growth) - row, 0)

export const movedCell = (cell: string, growths: readonly Growth[]): string => {
  const at = parseReference(cell)
  return at ? `${columnLetters(at.column)}${at.row + movedBy(at.row, growths)}` : cell
}
