import { readSheet, type Sheet } from './sheet/rules.ts'
import {
  attribute,
  childrenOf,
  type Element,
  elementsIn,
  NotXml,
  type Piece,
  parseXml,
  printXml,
  rootOf,
} from './xml/rules.ts'

/** Why a workbook is no form that can be filled, beside what makes any workbook unreadable. */
export class NotAForm extends Error {
  reason: 'formMacros' | 'noSheets' | 'notAWorkbook'
  constructor(reason: NotAForm['reason']) {
    super(reason)
    this.reason = reason
  }
}

type Relation = { id: string; type: string; part: string; external: boolean }

/** A workbook's package: parts that were read as XML may be edited and are printed again if they are said to have changed. */
export type Book = {
  parts: Map<string, Uint8Array>
  read: Map<string, Piece[]>
  changed: Set<string>
  workbook: string
  styles: string | null
  sheets: Sheet[]
  from1904: boolean
}

const decoder = new TextDecoder('utf-8')
const encoder = new TextEncoder()

export function xmlOf(book: Pick<Book, 'parts' | 'read'>, part: string): Piece[] {
  const known = book.read.get(part)
  if (known) return known
  const bytes = book.parts.get(part)
  if (!bytes) throw new NotXml(`no part ${part}`)
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe
  const pieces = parseXml(wide ? new TextDecoder('utf-16le').decode(bytes) : decoder.decode(bytes))
  book.read.set(part, pieces)
  return pieces
}

/** A target as it stands in a file of relations, from the folder of the part that has it. */
function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

const folderOf = (part: string): string => part.slice(0, Math.max(0, part.lastIndexOf('/')))
export const relationsPart = (part: string): string =>
  `${folderOf(part)}${folderOf(part) ? '/' : ''}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`

/** What a part refers to; what lies outside the package is named and never fetched. */
export function relationsOf(book: Pick<Book, 'parts' | 'read'>, part: string): Relation[] {
  const own = relationsPart(part)
  if (!book.parts.has(own)) return []
  return childrenOf(rootOf(xmlOf(book, own)), 'Relationship').map((relation) => {
    const target = attribute(relation, 'Target') ?? ''
    const type = attribute(relation, 'Type') ?? ''
    return {
      id: attribute(relation, 'Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      part: resolved(folderOf(part), target),
      external: attribute(relation, 'TargetMode') === 'External',
    }
  })
}

const isHidden = (sheet: Element): boolean => (attribute(sheet, 'state') ?? 'visible') !== 'visible'

export function bookOf(parts: Map<string, Uint8Array>): Book {
  const book: Book = {
    parts,
    read: new Map(),
    changed: new Set(),
    workbook: '',
    styles: null,
    sheets: [],
    from1904: false,
  }
  const root = parts.has('_rels/.rels') ? relationsOf(book, '') : []
  book.workbook = root.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  if (!parts.has(book.workbook) || !book.workbook.endsWith('.xml')) throw new NotAForm('notAWorkbook')
  const relations = relationsOf(book, book.workbook)
  const types = parts.has('[Content_Types].xml') ? decoder.decode(parts.get('[Content_Types].xml')) : ''
  if (relations.some(({ type }) => type === 'vbaProject') || types.includes('macroEnabled'))
    throw new NotAForm('formMacros')
  const partOf = (type: string) => relations.find((own) => own.type === type && parts.has(own.part))?.part ?? null
  book.styles = partOf('styles')
  const stringsPart = partOf('sharedStrings')
  const strings = stringsPart ? childrenOf(rootOf(xmlOf(book, stringsPart)), 'si') : []
  for (const own of elementsIn(xmlOf(book, book.workbook))) {
    if (own.name === 'workbookPr') book.from1904 = /^(1|true)$/.test(attribute(own, 'date1904') ?? '')
    if (own.name !== 'sheet') continue
    const id = /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(own.tag)?.[1]
    const relation = relations.find((other) => other.id === id)
    if (relation?.type !== 'worksheet' || !parts.has(relation.part)) continue
    const pieces = xmlOf(book, relation.part)
    book.sheets.push(
      readSheet({ name: attribute(own, 'name') ?? '', part: relation.part, hidden: isHidden(own), pieces, strings }),
    )
  }
  if (book.sheets.length === 0) throw new NotAForm('noSheets')
  return book
}

/** The parts to write, in their order: those that were changed anew, all others as they came. */
export function partsToWrite(book: Book): Map<string, Uint8Array> {
  const out = new Map(book.parts)
  for (const part of book.changed) {
    const pieces = book.read.get(part)
    if (pieces && out.has(part)) out.set(part, encoder.encode(printXml(pieces)))
  }
  return out
}

export const addPart = (book: Book, part: string, text: string): void => {
  book.parts.set(part, encoder.encode(text))
  book.read.delete(part)
}
