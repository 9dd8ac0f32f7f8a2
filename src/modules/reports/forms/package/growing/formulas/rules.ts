import { mapReferences, movedDown, withRows } from '../../references/rules.ts'
import { type Book, xmlOf } from '../../rules.ts'
import { formulaOf, rowNumber, rowsOf, type Sheet } from '../../sheet/rules.ts'
import { attribute, childrenOf, type Element, elementsIn, setAttribute, setText, textIn } from '../../xml/rules.ts'
import { type Growth, grown, movedRow } from '../rows/rules.ts'

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** A formula that many cells share is written out in each, since the cells no longer stand as they did. */
export function unshare(sheet: Sheet): void {
  const masters = new Map<string, { text: string; row: number; column: string }>()
  for (const row of rowsOf(sheet))
    for (const cell of childrenOf(row, 'c')) {
      const formula = formulaOf(cell)
      if (!formula || attribute(formula, 't') !== 'shared') continue
      const id = attribute(formula, 'si') ?? ''
      const column = (attribute(cell, 'r') ?? '').replace(/\d+$/, '')
      const text = textIn(formula)
      if (text !== '') masters.set(id, { text, row: rowNumber(row), column })
      const master = masters.get(id)
      if (!master) continue
      const across = numberOf(column) - numberOf(master.column)
      setText(formula, movedAcross(movedDown(master.text, rowNumber(row) - master.row), across))
      for (const name of ['t', 'si', 'ref']) setAttribute(formula, name, null)
    }
}

const numberOf = (letters: string): number => [...letters].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0)
function lettersOf(number: number): string {
  let out = ''
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    out = String.fromCharCode(65 + ((rest - 1) % 26)) + out
  return out
}

const movedAcross = (formula: string, columns: number): string =>
  columns === 0
    ? formula
    : mapReferences(formula, ({ text }) =>
        text.replace(
          /(^|:)([A-Za-z]{1,3})/g,
          (_, before: string, own: string) =>
            `${before}${lettersOf(Math.max(1, numberOf(own.toUpperCase()) + columns))}`,
        ),
      )

/** Follows the moved rows in every formula of the workbook, in names, charts and the sources of pivot tables. */
export function growFormulas(book: Book, sheet: Sheet, growth: Growth): void {
  for (const other of book.sheets) {
    for (const row of rowsOf(other)) {
      const number = rowNumber(row)
      const inList = other === sheet && number >= growth.first && number <= growth.last
      for (const cell of childrenOf(row, 'c')) {
        const formula = formulaOf(cell)
        if (formula) growFormula(formula, other === sheet, sheet.name, growth, inList)
      }
    }
    const rest = other.root.children.filter((child) => child !== other.data)
    for (const own of elementsIn(rest)) {
      if (['formula', 'formula1', 'formula2', 'f'].includes(own.name)) rewrite(own, other === sheet, sheet.name, growth)
      const location = own.name === 'hyperlink' ? attribute(own, 'location') : undefined
      if (location) setAttribute(own, 'location', followed(location, other === sheet, sheet.name, growth))
    }
  }
  for (const own of elementsIn(xmlOf(book, book.workbook)))
    if (own.name === 'definedName') rewrite(own, false, sheet.name, growth)
  book.changed.add(book.workbook)
  growOutside(book, sheet.name, growth)
}

/** Charts read ranges, pivot tables have a source. */
function growOutside(book: Book, name: string, growth: Growth): void {
  for (const part of book.parts.keys()) {
    if (/\/charts\/[^/]+\.xml$/.test(part)) {
      for (const own of elementsIn(xmlOf(book, part))) if (own.name === 'f') rewrite(own, false, name, growth)
      book.changed.add(part)
    } else if (/\/pivotCacheDefinition\d*\.xml$/.test(part)) {
      for (const own of elementsIn(xmlOf(book, part))) {
        const ref =
          own.name === 'worksheetSource' && isSame(attribute(own, 'sheet') ?? '', name)
            ? attribute(own, 'ref')
            : undefined
        if (ref)
          setAttribute(
            own,
            'ref',
            withRows(ref, (rows) => grown(rows, growth)),
          )
      }
      book.changed.add(part)
    }
  }
}

const rewrite = (own: Element, here: boolean, name: string, growth: Growth): void =>
  setText(own, followed(textIn(own), here, name, growth))

const followed = (formula: string, here: boolean, name: string, growth: Growth): string =>
  mapReferences(formula, ({ sheet, text }) =>
    (sheet === null ? here : isSame(sheet, name)) ? withRows(text, (rows) => grown(rows, growth)) : text,
  )

const adding = /^(?:SUM|AVERAGE|COUNT|COUNTA|MAX|MIN|PRODUCT)\((\$?[A-Z]{1,3}\$?\d+)\)$/i

/**
 * A formula outside the list that covers it covers the new rows too, also where it names its one row or adds all its rows up
 * by hand. A formula in the list's own rows speaks of its row, so only what is fixed with `$` grows.
 */
function growFormula(formula: Element, here: boolean, name: string, growth: Growth, inList: boolean): void {
  const { first, last, added } = growth
  const text = textIn(formula)
  const own = ({ sheet }: { sheet: string | null }): boolean => (sheet === null ? here : isSame(sheet, name))
  const grownText = mapReferences(inList ? text : spelledOut(text, here, growth), (reference) => {
    if (!own(reference)) return reference.text
    return withRows(reference.text, (rows, single) => {
      if (single || (inList && !rows.absolute))
        return { top: movedRow(rows.top, growth), bottom: movedRow(rows.bottom, growth) }
      return grown(rows, growth)
    })
  })
  if (grownText !== text) setText(formula, grownText)
  const ref = attribute(formula, 'ref')
  if (ref && here) {
    const alone = areaIsOneRow(ref, first, last, added)
    setAttribute(
      formula,
      'ref',
      withRows(ref, (rows) => (alone ? rows : grown(rows, growth))),
    )
  }
}

const areaIsOneRow = (ref: string, first: number, last: number, added: number): boolean =>
  added > 0 && first === last && !ref.includes(':')

/** `SUM(E3)` and `E3+E4` of a list in rows 3 to 4 become ranges, which can grow. */
function spelledOut(text: string, here: boolean, { first, last }: Growth): string {
  if (!here) return text
  const alone = adding.exec(text)?.[1]
  if (alone && first === last && Number(/\d+$/.exec(alone)?.[0]) === first)
    return text.replace(alone, `${alone}:${alone}`)
  const parts = text.split('+').map((part) => /^([A-Z]{1,3})(\d+)$/i.exec(part.trim()))
  const column = parts[0]?.[1]
  const all =
    parts.length === last - first + 1 &&
    parts.every((part, i) => part?.[1] === column && Number(part?.[2]) === first + i)
  return all && parts.length > 1 ? `SUM(${column}${first}:${column}${last})` : text
}
