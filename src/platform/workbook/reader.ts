import { stat } from 'node:fs/promises'
import { basename, posix } from 'node:path'
import { type Archive, kindOfFile, type Limits, limits, openArchive, pieces } from './archive.ts'
import type { Row } from './cell.ts'
import { csvRows } from './csv.ts'
import { WorkbookRefused } from './refusal.ts'
import { mergesOf, sheetRows } from './rows.ts'
import { type NumberKind, readStyles } from './styles.ts'
import { readXml } from './xml.ts'

export type Sheet = {
  name: string
  hidden: boolean
  /** How much there is to read, to tell how far it has got. */
  bytes: number
  rows(seen?: (bytes: number) => void): AsyncIterable<Row>
}
export type Workbook = { format: 'xlsx' | 'csv'; sheets: Sheet[]; close(): void }

/** Opens a workbook or a comma-separated table. Its rows are read one after the other, as often as they are asked for. */
export async function openWorkbook(path: string, fileName = basename(path), max: Limits = limits): Promise<Workbook> {
  if ((await kindOfFile(path, max)) === 'text') {
    const name = fileName.replace(/\.[^.]*$/, '')
    return {
      format: 'csv',
      sheets: [{ name, hidden: false, bytes: (await stat(path)).size, rows: (seen) => csvRows(path, seen) }],
      close() {},
    }
  }
  const archive = await openArchive(path, max)
  try {
    return await readWorkbook(archive, max)
  } catch (error) {
    archive.close()
    throw error
  }
}

export type Parts = {
  sheets: { name: string; part: string; hidden: boolean }[]
  strings?: string
  styles?: string
  from1904: boolean
}

/** Where the sheets, strings and styles of a workbook stand in its archive. Links to other files are not followed. */
export async function partsOf(archive: Archive): Promise<Parts> {
  const root = await relationsOf(archive, '_rels/.rels', '')
  const book = [...root.values()].find((r) => r.type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  if (!archive.has(book) || !book.endsWith('.xml')) throw new WorkbookRefused('notAWorkbook')
  const folder = posix.dirname(book)
  const relations = await relationsOf(archive, posix.join(folder, '_rels', `${posix.basename(book)}.rels`), folder)
  const parts: Parts = { sheets: [], from1904: false }
  await readXml(pieces(archive, book, limits.held), {
    open(tag, attributes) {
      if (tag === 'workbookPr') parts.from1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (tag !== 'sheet') return
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
      const relation = relations.get(id)
      // Charts and macros have sheets of their own kind; only tables are read.
      if (relation?.type !== 'worksheet' || !archive.has(relation.part)) return
      const hidden = (attributes.state ?? 'visible') !== 'visible'
      parts.sheets.push({ name: attributes.name ?? '', part: relation.part, hidden })
    },
  })
  for (const relation of relations.values()) {
    if (relation.type === 'sharedStrings' && archive.has(relation.part)) parts.strings = relation.part
    if (relation.type === 'styles' && archive.has(relation.part)) parts.styles = relation.part
  }
  if (parts.sheets.length === 0) throw new WorkbookRefused('noSheets')
  return parts
}

async function readWorkbook(archive: Archive, max: Limits): Promise<Workbook> {
  const parts = await partsOf(archive)
  const styles: NumberKind[] = parts.styles ? await readStyles(archive, parts.styles) : []
  const strings = parts.strings ? await readStrings(archive, parts.strings, max) : []
  const sheets: Sheet[] = parts.sheets.map(({ name, part, hidden }) => ({
    name,
    hidden,
    bytes: archive.size(part),
    async *rows(seen) {
      const merges = await mergesOf(pieces(archive, part, max.inflated))
      yield* sheetRows(pieces(archive, part, max.inflated, seen), { strings, styles, from1904: parts.from1904, merges })
    },
  }))
  return { format: 'xlsx', sheets, close: () => archive.close() }
}

async function relationsOf(archive: Archive, name: string, folder: string) {
  const relations = new Map<string, { type: string; part: string }>()
  if (!archive.has(name)) return relations
  await readXml(pieces(archive, name, limits.held), {
    open(tag, { Id, Type = '', Target = '', TargetMode }) {
      if (tag !== 'Relationship' || !Id || TargetMode === 'External') return
      const part = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part })
    },
  })
  return relations
}

/** Texts that cells point at. Reading aids above the characters (phonetic runs) are not part of them. */
async function readStrings(archive: Archive, name: string, max: Limits): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let inText = false
  let inAid = false
  await readXml(pieces(archive, name, Math.min(max.held, max.inflated)), {
    open(tag) {
      if (tag === 'si') text = ''
      if (tag === 't') inText = !inAid
      if (tag === 'rPh') inAid = true
    },
    close(tag) {
      if (tag === 'si') strings.push(text)
      if (tag === 't') inText = false
      if (tag === 'rPh') inAid = false
    },
    text(piece) {
      if (inText) text += piece
    },
  })
  return strings
}
