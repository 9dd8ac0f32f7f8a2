import { type Book, relationsOf, relationsPart, xmlOf } from '../rules.ts'
import { formulaOf, rowsOf, setCell } from '../sheet/rules.ts'
import {
  attribute,
  childrenOf,
  type Element,
  element,
  elementsIn,
  isElement,
  rootOf,
  setAttribute,
} from '../xml/rules.ts'
import { calculator } from './values/rules.ts'

/**
 * After a filling nothing calculated before holds: simple formulas get their value, the others none, so that whatever opens
 * the file calculates them; and Excel is told to calculate everything anew.
 */
export function recalculate(book: Book): void {
  const valueAt = calculator(book)
  for (const sheet of book.sheets) {
    let any = false
    for (const row of rowsOf(sheet))
      for (const cell of childrenOf(row, 'c')) {
        const formula = formulaOf(cell)
        if (!formula) continue
        any = true
        const value = valueAt(sheet.name, attribute(cell, 'r') ?? '')
        const style = attribute(cell, 's')
        setCell(sheet, cell, typeof value === 'object' ? null : value)
        if (typeof value === 'string') {
          setAttribute(cell, 't', 'str')
          const text = cell.children
            .filter(isElement)
            .flatMap((own) => own.children.filter(isElement).flatMap((t) => t.children))
          cell.children = [element(sheet.root, 'v', '', text)]
        }
        if (style) setAttribute(cell, 's', style)
        cell.children.unshift(formula)
      }
    if (any) book.changed.add(sheet.part)
  }
  forgetChain(book)
  calculateOnLoad(book)
  refreshPivots(book)
}

/** The order of calculation names cells that have moved; without it, it is made anew. */
function forgetChain(book: Book): void {
  const chain = relationsOf(book, book.workbook).find(({ type }) => type === 'calcChain')
  if (!chain) return
  book.parts.delete(chain.part)
  drop(book, relationsPart(book.workbook), (own) => attribute(own, 'Id') === chain.id)
  drop(book, '[Content_Types].xml', (own) => attribute(own, 'PartName') === `/${chain.part}`)
}

function drop(book: Book, part: string, which: (own: Element) => boolean): void {
  const root = rootOf(xmlOf(book, part))
  root.children = root.children.filter((child) => !isElement(child) || !which(child))
  book.changed.add(part)
}

/** What follows `calcPr` in a workbook, in the order that the format asks for. */
const after = [
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
]

function calculateOnLoad(book: Book): void {
  const root = rootOf(xmlOf(book, book.workbook))
  let own = root.children.find((child): child is Element => isElement(child) && child.name === 'calcPr')
  if (!own) {
    own = element(root, 'calcPr', '')
    const at = root.children.findIndex((child) => isElement(child) && after.includes(child.name))
    root.children.splice(at < 0 ? root.children.length : at, 0, own)
  }
  setAttribute(own, 'fullCalcOnLoad', '1')
  book.changed.add(book.workbook)
}

function refreshPivots(book: Book): void {
  for (const part of book.parts.keys()) {
    if (!/\/pivotCacheDefinition\d*\.xml$/.test(part)) continue
    for (const own of elementsIn(xmlOf(book, part)))
      if (own.name === 'pivotCacheDefinition') setAttribute(own, 'refreshOnLoad', '1')
    book.changed.add(part)
  }
}
