import { addPart, type Book, relationsOf, relationsPart, xmlOf } from '../rules.ts'
import type { Sheet } from '../sheet/rules.ts'
import {
  attribute,
  childOf,
  childrenOf,
  type Element,
  element,
  elementsIn,
  escaped,
  isElement,
  parseXml,
  rootOf,
} from '../xml/rules.ts'

/** A remark at a cell; rows count from 1 and columns from 0. */
export type Remark = { cell: string; row: number; column: number; text: string }

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const author = '邻里 Linli'

/** Puts remarks at cells, beside those that the form has; a cell with a remark of its own keeps that one. */
export function remark(book: Book, sheet: Sheet, remarks: readonly Remark[]): void {
  if (remarks.length === 0) return
  const own = relationsOf(book, sheet.part)
  const comments = own.find(({ type }) => type === 'comments')?.part ?? newComments(book, sheet)
  const drawing = own.find(({ type }) => type === 'vmlDrawing')?.part ?? newDrawing(book, sheet)
  const root = rootOf(xmlOf(book, comments))
  const list = childOf(root, 'commentList')
  const shapes = rootOf(xmlOf(book, drawing))
  if (!list) return
  const at = authorIn(root)
  const taken = new Set(childrenOf(list, 'comment').map((comment) => attribute(comment, 'ref')))
  for (const { cell, row, column, text } of remarks) {
    if (taken.has(cell)) continue
    const words = element(root, 't', 'xml:space="preserve"', [escaped(text)])
    list.children.push(element(root, 'comment', `ref="${cell}" authorId="${at}"`, [element(root, 'text', '', [words])]))
    shapes.children.push(...parseXml(shapeOf(row - 1, column, list.children.length)))
  }
  for (const part of [comments, drawing]) book.changed.add(part)
}

function authorIn(root: Element): number {
  const authors = childOf(root, 'authors')
  if (!authors) return 0
  const all = childrenOf(authors, 'author')
  const known = all.findIndex((own) => own.children.join('') === author)
  if (known >= 0) return known
  authors.children.push(element(root, 'author', '', [author]))
  return all.length
}

function newComments(book: Book, sheet: Sheet): string {
  const part = freePart(book, (n) => `xl/commentsLinli${n}.xml`)
  addPart(
    book,
    part,
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors></authors><commentList></commentList></comments>',
  )
  addType(
    book,
    'Override',
    `PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"`,
  )
  relate(book, sheet.part, 'comments', part)
  return part
}

function newDrawing(book: Book, sheet: Sheet): string {
  const part = freePart(book, (n) => `xl/drawings/vmlLinli${n}.vml`)
  addPart(
    book,
    part,
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>',
  )
  const types = rootOf(xmlOf(book, '[Content_Types].xml'))
  const known = childrenOf(types, 'Default').some((own) => attribute(own, 'Extension')?.toLowerCase() === 'vml')
  if (!known)
    addType(book, 'Default', 'Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"')
  const id = relate(book, sheet.part, 'vmlDrawing', part)
  const own = element(sheet.root, 'legacyDrawing', `xmlns:r="${office}" r:id="${id}"`)
  const at = sheet.root.children.findIndex((child) => isElement(child) && after.has(child.name))
  sheet.root.children.splice(at < 0 ? sheet.root.children.length : at, 0, own)
  book.changed.add(sheet.part)
  return part
}
/** What follows a drawing of remarks in a sheet, in the order that the format asks for. */
const after = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
])

function freePart(book: Book, named: (n: number) => string): string {
  let n = 1
  while (book.parts.has(named(n))) n += 1
  return named(n)
}

function addType(book: Book, name: string, attributes: string): void {
  const root = rootOf(xmlOf(book, '[Content_Types].xml'))
  const own = element(root, name, attributes)
  // defaults stand before overrides
  if (name === 'Default') root.children.unshift(own)
  else root.children.push(own)
  book.changed.add('[Content_Types].xml')
}

function relate(book: Book, part: string, type: string, target: string): string {
  const relations = relationsPart(part)
  if (!book.parts.has(relations))
    addPart(
      book,
      relations,
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
    )
  const root = rootOf(xmlOf(book, relations))
  const taken = new Set([...elementsIn(root.children)].map((own) => attribute(own, 'Id')))
  let n = 1
  while (taken.has(`linli${n}`)) n += 1
  root.children.push(element(root, 'Relationship', `Id="linli${n}" Type="${office}/${type}" Target="/${target}"`))
  book.changed.add(relations)
  return `linli${n}`
}

const shapeOf = (row: number, column: number, number: number): string =>
  `<v:shape id="_x0000_l${number}" type="#_x0000_t202" style="position:absolute;width:180pt;height:60pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 4}, 15, ${row + 4}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
