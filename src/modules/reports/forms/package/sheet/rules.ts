import { columnLetters, parseReference } from '../../../../../platform/workbook/cell.ts'
import { type Filled, fillRuns, textOfRuns } from '../strings/rules.ts'
import {
  attribute,
  childOf,
  childrenOf,
  copyOf,
  type Element,
  element,
  isElement,
  NotXml,
  type Piece,
  rootOf,
  setAttribute,
  setText,
  textIn,
} from '../xml/rules.ts'

export type Area = { top: number; bottom: number; left: number; right: number }
export type Value = string | number | boolean | null

/** A sheet whose XML is being edited. Rows count from 1 and columns from 0, as in the reader of workbooks. */
export type Sheet = {
  name: string
  part: string
  hidden: boolean
  pieces: Piece[]
  root: Element
  data: Element
  strings: readonly Element[]
}

export function readSheet(from: Omit<Sheet, 'root' | 'data'>): Sheet {
  const root = rootOf(from.pieces)
  const data = childOf(root, 'sheetData')
  if (!data) throw new NotXml('a sheet without rows')
  numbered(data)
  return { ...from, root, data }
}

/** Rows and cells may leave out where they stand; here each says it. */
function numbered(data: Element): void {
  let last = 0
  for (const row of childrenOf(data, 'row')) {
    const own = Number(attribute(row, 'r'))
    last = Number.isInteger(own) && own > 0 ? own : last + 1
    if (attribute(row, 'r') !== String(last)) setAttribute(row, 'r', String(last))
    let column = -1
    for (const cell of childrenOf(row, 'c')) {
      const written = attribute(cell, 'r')
      column = parseReference(written ?? '')?.column ?? column + 1
      if (written === undefined) setAttribute(cell, 'r', `${columnLetters(column)}${last}`)
    }
  }
}

export const rowNumber = (row: Element): number => Number(attribute(row, 'r'))
export const rowsOf = (sheet: Sheet): Element[] => childrenOf(sheet.data, 'row')
export const rowAt = (sheet: Sheet, number: number): Element | undefined =>
  rowsOf(sheet).find((row) => rowNumber(row) === number)
export const columnOf = (cell: Element): number => parseReference(attribute(cell, 'r') ?? '')?.column ?? 0
export const cellIn = (row: Element | undefined, column: number): Element | undefined =>
  row && childrenOf(row, 'c').find((cell) => columnOf(cell) === column)
export const formulaOf = (cell: Element | undefined): Element | undefined => childOf(cell, 'f')
export const styleOf = (cell: Element | undefined): number => Number(cell ? (attribute(cell, 's') ?? 0) : 0)

const stringOf = (sheet: Sheet, cell: Element): Element | undefined => {
  const type = attribute(cell, 't')
  if (type === 'inlineStr') return childOf(cell, 'is')
  const value = childOf(cell, 'v')
  return type === 's' && value ? sheet.strings[Number(textIn(value))] : undefined
}

/** What a cell says, as it is kept: numbers as numbers, texts without their formats. */
export function saidIn(sheet: Sheet, cell: Element | undefined): Value {
  if (!cell) return null
  const type = attribute(cell, 't') ?? 'n'
  if (type === 's' || type === 'inlineStr') {
    const own = stringOf(sheet, cell)
    return own ? textOfRuns(own) || null : null
  }
  const value = childOf(cell, 'v')
  const text = value ? textIn(value) : ''
  if (text === '') return null
  if (type === 'b') return text === '1' || text === 'true'
  if (type !== 'n') return text
  return Number.isFinite(Number(text)) ? Number(text) : text
}

/** The cell at a place, made if there is none, in the format of its row or column. */
export const cellMade = (sheet: Sheet, number: number, column: number): Element =>
  cellMadeIn(sheet, rowAt(sheet, number) ?? madeRow(sheet, number), column)

export function cellMadeIn(sheet: Sheet, row: Element, column: number): Element {
  const found = cellIn(row, column)
  if (found) return found
  const style = attribute(row, 'customFormat') ? attribute(row, 's') : columnStyle(sheet, column)
  const cell = element(sheet.root, 'c', `r="${columnLetters(column)}${rowNumber(row)}"${style ? ` s="${style}"` : ''}`)
  insertBefore(row, cell, (other) => other.name === 'c' && columnOf(other) > column)
  setAttribute(row, 'spans', null)
  return cell
}

function madeRow(sheet: Sheet, number: number): Element {
  const row = element(sheet.root, 'row', `r="${number}"`)
  insertBefore(sheet.data, row, (other) => other.name === 'row' && rowNumber(other) > number)
  return row
}

function insertBefore(parent: Element, child: Element, later: (other: Element) => boolean): void {
  const at = parent.children.findIndex((other) => isElement(other) && later(other))
  parent.children.splice(at < 0 ? parent.children.length : at, 0, child)
}

export function columnStyle(sheet: Sheet, column: number): string | undefined {
  const own = childrenOf(childOf(sheet.root, 'cols') ?? { children: [] }, 'col').find(
    (col) => Number(attribute(col, 'min')) <= column + 1 && column + 1 <= Number(attribute(col, 'max')),
  )
  return own && attribute(own, 'style')
}

/** Puts a value into a cell; its format stays. A text is never taken for a formula. */
export function setCell(sheet: Sheet, cell: Element, value: Value): void {
  const like = sheet.root
  setAttribute(cell, 't', typeof value === 'string' ? 'inlineStr' : typeof value === 'boolean' ? 'b' : null)
  if (value === null) cell.children = []
  else if (typeof value === 'string') {
    const text = element(like, 't', 'xml:space="preserve"', [''])
    setText(text, value.slice(0, 32_767))
    cell.children = [element(like, 'is', '', [text])]
  } else {
    const own = element(like, 'v', '', [''])
    setText(own, typeof value === 'boolean' ? String(Number(value)) : String(value))
    cell.children = [own]
  }
}

/** Puts words into the blanks of a cell's text and keeps the formats of its runs. */
export function fillBlanks(sheet: Sheet, cell: Element, filled: readonly Filled[]): void {
  const own = stringOf(sheet, cell)
  if (!own) return
  const copy = copyOf(own)
  fillRuns(copy, filled)
  const runs = element(sheet.root, 'is', '', copy.children)
  setAttribute(cell, 't', 'inlineStr')
  cell.children = [runs]
}

export function areaOf(reference: string): Area | null {
  const [from, to] = reference.split(':').map((end) => parseReference(end))
  if (!from) return null
  const last = to ?? from
  return {
    top: Math.min(from.row, last.row),
    bottom: Math.max(from.row, last.row),
    left: Math.min(from.column, last.column),
    right: Math.max(from.column, last.column),
  }
}

const mostMerges = 20_000

export const mergesOf = (sheet: Sheet): Area[] =>
  childrenOf(childOf(sheet.root, 'mergeCells') ?? { children: [] }, 'mergeCell')
    .slice(0, mostMerges)
    .flatMap((merge) => areaOf(attribute(merge, 'ref') ?? '') ?? [])
