import { Refused } from '../errors.ts'
import { type Archive, openArchive, pieces, wholeText } from '../workbook/archive.ts'
import { WorkbookRefused } from '../workbook/refusal.ts'
import { readXml } from '../workbook/xml.ts'
import type { Paragraph } from './tags.ts'

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const limits = {
  file: 20 * 2 ** 20,
  inflated: 100 * 2 ** 20,
  held: 50 * 2 ** 20,
  ratio: 300,
  harmless: 16 * 2 ** 20,
  entries: 1000,
}

/**
 * The paragraphs of a Word file with their places. Refuses what is no such file, what carries programs, and what would
 * fetch something from elsewhere when it is opened.
 */
export async function paragraphsOf(path: string): Promise<Paragraph[]> {
  try {
    const archive = await openArchive(path, limits)
    try {
      await refuseHostile(archive)
      const paragraphs: Paragraph[] = []
      for (const [name, part] of partsOf(archive)) paragraphs.push(...(await paragraphsIn(archive, name, part)))
      return paragraphs
    } finally {
      archive.close()
    }
  } catch (error) {
    throw error instanceof WorkbookRefused ? new Refused('notAWordFile') : error
  }
}

const partsOf = ({ names }: Archive): [string, Paragraph['part']][] => [
  ...names.filter((name) => /^word\/header\d*\.xml$/.test(name)).map((name): [string, 'header'] => [name, 'header']),
  ['word/document.xml', 'body'],
  ...names.filter((name) => /^word\/footer\d*\.xml$/.test(name)).map((name): [string, 'footer'] => [name, 'footer']),
]

async function refuseHostile(archive: Archive): Promise<void> {
  if (!archive.has('word/document.xml')) throw new Refused('notAWordFile')
  if (archive.names.some((name) => /vbaProject|\/embeddings\/|\/activeX\//i.test(name)))
    throw new Refused('templateRuns')
  for (const name of archive.names.filter((one) => one.endsWith('.rels')))
    for (const [link = ''] of (await wholeText(archive, name, 2 ** 20)).matchAll(/<Relationship\b[^>]*>/g))
      if (/TargetMode\s*=\s*["']External/.test(link) && !/\/hyperlink["']/.test(link))
        throw new Refused('templateFetches')
}

async function paragraphsIn(archive: Archive, name: string, part: Paragraph['part']): Promise<Paragraph[]> {
  const found: Paragraph[] = []
  let text = ''
  let number = 0
  let taking = false
  await readXml(pieces(archive, name, limits.held), {
    open: (tag) => {
      if (tag === 'p') text = ''
      taking = tag === 't'
    },
    text: (more) => {
      if (taking) text += more
    },
    close: (tag) => {
      taking = false
      if (tag !== 'p') return
      number += 1
      if (text !== '') found.push({ part, number, text })
    },
  })
  return found
}
