import { Refused } from '../../../../platform/errors.ts'
import { type Archive, kindOfFile, openArchive, packed, pieces } from '../../../../platform/workbook/archive.ts'
import { WorkbookRefused } from '../../../../platform/workbook/refusal.ts'
import { type Book, bookOf, NotAForm, partsToWrite } from './rules.ts'
import { NotXml } from './xml/rules.ts'

const limits = {
  file: 20 * 2 ** 20,
  inflated: 128 * 2 ** 20,
  held: 32 * 2 ** 20,
  ratio: 300,
  harmless: 4 * 2 ** 20,
  entries: 2000,
}
/** What is taken apart: a sheet of more than this is no blank form. */
const mostXml = 12 * 2 ** 20

/** Every part of a workbook's package in memory. Only what is written to changes; the rest is handed on as it came. */
export async function openPackage(path: string): Promise<Book> {
  try {
    if ((await kindOfFile(path, limits)) !== 'zip') throw new WorkbookRefused('notAWorkbook')
    const archive = await openArchive(path, limits)
    try {
      return bookOf(await partsOf(archive))
    } finally {
      archive.close()
    }
  } catch (error) {
    if (error instanceof WorkbookRefused) throw new Refused(error.reason === 'tooLarge' ? 'formTooLarge' : error.reason)
    if (error instanceof NotAForm) throw new Refused(error.reason)
    if (error instanceof NotXml) throw new Refused('damaged')
    throw error
  }
}

async function partsOf(archive: Archive): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>()
  let total = 0
  for (const name of archive.names) {
    if (name.endsWith('/')) continue
    const most = /\.(xml|rels|vml)$/i.test(name) ? mostXml : limits.inflated
    const own: Buffer[] = []
    for await (const piece of pieces(archive, name, most, (bytes) => (total += bytes))) {
      if (total > limits.inflated) throw new WorkbookRefused('bomb')
      own.push(piece)
    }
    parts.set(name, Buffer.concat(own))
  }
  return parts
}

/** The package as a file again: its parts in their order. */
export function writePackage(book: Book): Promise<Buffer> {
  // a time of its own would make two fillings of the same figures differ
  return packed(partsToWrite(book), { mtime: new Date(1980, 0, 1) })
}
