import { movedDown, withRows } from '../references/rules.ts'
import { type Book, relationsOf, xmlOf } from '../rules.ts'
import { formulaOf, rowNumber, rowsOf, type Sheet } from '../sheet/rules.ts'
import {
  attribute,
  childOf,
  childrenOf,
  copyOf,
  type Element,
  element,
  elementsIn,
  setAttribute,
  setText,
  textIn,
} from '../xml/rules.ts'
import { moveDrawings } from './drawings/rules.ts'
import { growFormulas, unshare } from './formulas/rules.ts'
import { type Growth, grown, movedRow } from './rows/rules.ts'

const references = new Set(['ref', 'sqref', 'activeCell', 'topLeftCell'])

/** Makes room for more rows of a list and copies its row down: formats, heights, merges and formulas. */
export function growList(book: Book, sheet: Sheet, growth: Growth): void {
  if (growth.added === 0) return
  for (const own of book.sheets) unshare(own)
  growFormulas(book, sheet, growth)
  moveRows(sheet, growth)
  copyRows(sheet, growth)
  moveRanges(sheet, growth)
  for (const { type, part, external } of relationsOf(book, sheet.part)) {
    if (external || !book.parts.has(part)) continue
    if (type === 'drawing' || type === 'vmlDrawing') moveDrawings(book, part, type, growth)
    else if (['table', 'comments', 'threadedComment', 'pivotTable', 'queryTable'].includes(type))
      movePart(book, part, growth)
  }
  for (const own of book.sheets) book.changed.add(own.part)
}

function moveRows(sheet: Sheet, growth: Growth): void {
  for (const row of rowsOf(sheet)) {
    const number = rowNumber(row)
    if (number > growth.after) renumber(row, number + growth.added)
  }
}

function renumber(row: Element, number: number): void {
  setAttribute(row, 'r', String(number))
  for (const cell of childrenOf(row, 'c'))
    setAttribute(cell, 'r', `${(attribute(cell, 'r') ?? '').replace(/\d+$/, '')}${number}`)
}

function copyRows(sheet: Sheet, { first, last, after, added }: Growth): void {
  const template = rowsOf(sheet).find((row) => rowNumber(row) === after)
  if (!template) return
  const at = sheet.data.children.indexOf(template)
  const same = constants(sheet, first, last === first ? first : after)
  const rows = Array.from({ length: added }, (_, i) => {
    const row = copyOf(template)
    for (const cell of childrenOf(row, 'c')) {
      const formula = formulaOf(cell)
      if (formula) {
        setText(formula, movedDown(textIn(formula), i + 1))
        const ref = attribute(formula, 'ref')
        if (ref) setAttribute(formula, 'ref', movedDown(ref, i + 1))
        cell.children = [formula]
      } else if (!same.has((attribute(cell, 'r') ?? '').replace(/\d+$/, ''))) {
        setAttribute(cell, 't', null)
        cell.children = []
      }
    }
    renumber(row, after + i + 1)
    return row
  })
  sheet.data.children.splice(at + 1, 0, ...rows)
}

/** The columns in which every row of the list says the same: a unit or a word that each new row says as well. */
function constants(sheet: Sheet, first: number, last: number): Set<string> {
  const seen = new Map<string, Set<string>>()
  for (const row of rowsOf(sheet)) {
    if (rowNumber(row) < first || rowNumber(row) > last) continue
    for (const cell of childrenOf(row, 'c')) {
      const column = (attribute(cell, 'r') ?? '').replace(/\d+$/, '')
      const said = ['s', 'inlineStr', 'str'].includes(attribute(cell, 't') ?? '') ? textIn(cell) : ''
      seen.set(column, (seen.get(column) ?? new Set()).add(said))
    }
  }
  return new Set([...seen].filter(([, said]) => said.size === 1 && !said.has('')).map(([column]) => column))
}

const movedRanges = (text: string, growth: Growth): string =>
  text
    .split(' ')
    .map((range) => withRows(range, (rows) => grown(rows, growth)))
    .join(' ')

/** Everything on the sheet beside its rows that says where it stands. */
function moveRanges(sheet: Sheet, growth: Growth): void {
  for (const own of elementsIn(sheet.root.children.filter((child) => child !== sheet.data))) {
    if (own.name === 'brk') {
      const id = Number(attribute(own, 'id'))
      if (isRowBreak(sheet, own) && id > 0) setAttribute(own, 'id', String(movedRow(id, growth)))
    } else moveOwn(own, growth)
  }
  copyMerges(sheet, growth)
}

function moveOwn(own: Element, growth: Growth): void {
  for (const name of references) {
    const value = attribute(own, name)
    if (value) setAttribute(own, name, movedRanges(value, growth))
  }
  if (own.name === 'sqref') setText(own, movedRanges(textIn(own), growth))
}

const isRowBreak = (sheet: Sheet, brk: Element): boolean =>
  childOf(sheet.root, 'rowBreaks')?.children.includes(brk) === true

/** Merged cells of the row that is copied are merged in each copy. */
function copyMerges(sheet: Sheet, { first, last, after, added }: Growth): void {
  const merges = childOf(sheet.root, 'mergeCells')
  if (!merges) return
  const copied: Element[] = []
  for (const merge of childrenOf(merges, 'mergeCell')) {
    const ref = attribute(merge, 'ref') ?? ''
    const inRow = new RegExp(`^[A-Z]+${after}:[A-Z]+(\\d+)$`).exec(ref)
    // a merge of the only row was taken for one that covers the list
    if (!inRow || (Number(inRow[1]) !== after && !(first === last && Number(inRow[1]) === last + added))) continue
    const own = ref.replace(/\d+/g, String(after))
    setAttribute(merge, 'ref', own)
    for (let i = 1; i <= added; i++) copied.push(element(merge, 'mergeCell', `ref="${movedDown(own, i)}"`))
  }
  merges.children.push(...copied)
  setAttribute(merges, 'count', String(childrenOf(merges, 'mergeCell').length))
}

/** Tables, comments and pivot tables that stand on the sheet. */
function movePart(book: Book, part: string, growth: Growth): void {
  for (const own of elementsIn(xmlOf(book, part))) moveOwn(own, growth)
  book.changed.add(part)
}
