import { openArchive, pieces, wholeText } from '../../../../../platform/workbook/archive.ts'
import { WorkbookRefused } from '../../../../../platform/workbook/refusal.ts'
import { readXml } from '../../../../../platform/workbook/xml.ts'
import { markIn } from '../../files/rules.ts'

const limits = {
  file: 50 * 2 ** 20,
  inflated: 200 * 2 ** 20,
  held: 50 * 2 ** 20,
  ratio: 300,
  harmless: 16 * 2 ** 20,
  entries: 2000,
}

/** What a brought file says: whose mark it carries, and its lines where it is a Word file or a workbook. */
export type Read = { mark: string | null; lines: string[] | null }

const isZip = (bytes: Buffer): boolean => bytes.length > 4 && bytes.readUInt32BE(0) === 0x504b0304

/** Never throws at what a stranger brings: what cannot be read says nothing. */
export async function readBrought(bytes: Buffer): Promise<Read> {
  if (!isZip(bytes)) return { mark: markIn(bytes), lines: null }
  try {
    return await readPackage(bytes)
  } catch (error) {
    if (error instanceof WorkbookRefused) return { mark: null, lines: null }
    throw error
  }
}

async function readPackage(bytes: Buffer): Promise<Read> {
  const archive = await openArchive(bytes, limits)
  try {
    const core = archive.has('docProps/core.xml') ? await wholeText(archive, 'docProps/core.xml', 2 ** 20) : ''
    const body = ['word/document.xml', 'xl/worksheets/sheet1.xml'].find(archive.has)
    const shared = archive.has('xl/sharedStrings.xml') ? await textsOf(archive, 'xl/sharedStrings.xml', 'si') : []
    const lines = body ? await textsOf(archive, body, body.startsWith('word') ? 'p' : 'c', shared) : null
    return { mark: markIn(Buffer.from(core)), lines }
  } finally {
    archive.close()
  }
}

type Archive = Awaited<ReturnType<typeof openArchive>>

/** The text of each element of this name, one line each, without empty ones. */
async function textsOf(
  archive: Archive,
  name: string,
  unit: string,
  shared: readonly string[] = [],
): Promise<string[]> {
  const lines: string[] = []
  let line = ''
  let isShared = false
  let taking = false
  await readXml(pieces(archive, name, limits.held), {
    open: (tag, attributes) => {
      if (tag === unit) {
        line = ''
        isShared = attributes.t === 's'
      }
      taking = tag === 't' || tag === 'v'
    },
    text: (text) => {
      if (taking) line += text
    },
    close: (tag) => {
      taking = false
      if (tag !== unit) return
      const text = (isShared ? (shared[Number(line)] ?? '') : line).trim()
      if (text !== '') lines.push(text)
    },
  })
  return lines
}
