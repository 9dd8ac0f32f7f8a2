import { open, readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { BadInput } from '../../../../../platform/errors.ts'
import { type Archive, limits, openArchive, packed, wholeBytes } from '../../../../../platform/workbook/archive.ts'
import { WorkbookRefused } from '../../../../../platform/workbook/refusal.ts'
import type { Question } from '../../contract.ts'
import type { Element } from '../../processing/contract.ts'
import { elementsIn } from '../../processing/values/rules.ts'
import { itemXml, manifestXml } from '../exporting/rules.ts'
import { ItemRefused, treeOf } from '../reading/actions.ts'
import { allNamed, type QtiRefusal } from '../reading/rules.ts'

const most = {
  ...limits,
  file: 100 * 2 ** 20,
  inflated: 300 * 2 ** 20,
  held: 2 * 2 ** 20,
  ratio: 200,
  harmless: 4 * 2 ** 20,
}

/** So many passages are read for one item. */
const mostPassages = 5

/** An item of a file, read as far as it could be. */
export type Found = { file: string; tree: Element } | { file: string; reason: QtiRefusal; what: string }

/** One after the other the items of a package, or the one item that a file is. Nothing of it is written to disk, and no name in it is followed outside. */
export async function* itemsIn(path: string, name: string): AsyncGenerator<Found> {
  if ((await beginning(path)).readUInt32BE(0) === 0x504b0304) return yield* packageItems(path)
  const bytes = await readFile(path)
  if (
    !/^[\s\ufeff]*</.test(
      bytes
        .subarray(0, 200)
        .toString('utf8')
        .replace(/^\u00ff\u00fe/, ''),
    )
  )
    throw new BadInput('qtiNotAPackage')
  yield await itemOf(name, async () => bytes)
}

async function beginning(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const head = Buffer.alloc(4)
    await file.read(head, 0, 4, 0)
    return head
  } finally {
    await file.close()
  }
}

async function itemOf(file: string, bytes: () => Promise<Buffer>): Promise<Found> {
  try {
    return { file, tree: await treeOf(await bytes()) }
  } catch (error) {
    if (error instanceof ItemRefused) return { file, reason: error.reason, what: error.what }
    if (error instanceof WorkbookRefused)
      return { file, reason: error.reason === 'bomb' ? 'qtiTooLarge' : 'qtiDamaged', what: '' }
    throw error
  }
}

async function* packageItems(path: string): AsyncGenerator<Found> {
  const archive = await openArchive(path, most).catch((error: unknown) => {
    throw wordsFor(error)
  })
  try {
    const hrefs = await itemsListed(archive)
    if (hrefs.length === 0) throw new BadInput('qtiNoItems')
    for (const href of hrefs) {
      if (!archive.has(href)) yield { file: href, reason: 'qtiPartMissing', what: '' }
      else yield await withPassages(archive, await itemOf(href, () => wholeBytes(archive, href, most.held)))
    }
  } finally {
    archive.close()
  }
}

/** What an item refers to and is asked about stands before what it asks; what the package does not hold is left as a reference. */
async function withPassages(archive: Archive, item: Found): Promise<Found> {
  if (!('tree' in item)) return item
  const passages: Element[] = []
  const left: Element['c'] = []
  const seen = new Set<string>()
  for (const part of item.tree.c) {
    const isPassage = typeof part !== 'string' && part.n === 'assessment-stimulus-ref'
    const href = isPassage ? inPackage(posix.join(posix.dirname(item.file), part.a.href ?? '')) : ''
    const again = seen.has(href) || seen.size >= mostPassages
    if (isPassage) seen.add(href)
    const read = archive.has(href) && !again ? await itemOf(href, () => wholeBytes(archive, href, most.held)) : null
    if (read && 'reason' in read) return { ...read, file: item.file }
    const [body] = read ? elementsIn(read.tree, 'stimulus-body') : []
    if (read && body) passages.push({ n: 'div', a: languageOf(read.tree), c: body.c })
    else left.push(part)
  }
  const c = left.map((part) =>
    typeof part !== 'string' && part.n === 'item-body' ? { ...part, c: [...passages, ...part.c] } : part,
  )
  return { ...item, tree: { ...item.tree, c } }
}

const languageOf = ({ a }: Element): Record<string, string> => (a['xml:lang'] ? { 'xml:lang': a['xml:lang'] } : {})
const inPackage = (href: string): string => posix.normalize(decoded(href).replaceAll('\\', '/'))

/** A damaged escape stands for itself: the package does not hold it. */
function decoded(href: string): string {
  try {
    return decodeURI(href)
  } catch (error) {
    if (error instanceof URIError) return href
    throw error
  }
}

/** A name that leads out of the archive is refused where the archive is opened; here it gets its own words. */
function wordsFor(error: unknown): unknown {
  if (!(error instanceof WorkbookRefused)) return error
  const told = error.cause instanceof Error ? error.cause.message : ''
  if (/relative path|absolute path|invalid characters in fileName/i.test(told)) return new BadInput('qtiSlip')
  return new BadInput(error.reason === 'bomb' ? 'qtiBomb' : 'qtiNotAPackage')
}

async function itemsListed(archive: Archive): Promise<string[]> {
  if (!archive.has('imsmanifest.xml')) throw new BadInput('qtiNoManifest')
  const manifest = await itemOf('imsmanifest.xml', () => wholeBytes(archive, 'imsmanifest.xml', most.held))
  if ('reason' in manifest) throw new BadInput('qtiNoManifest')
  const items = allNamed(manifest.tree, (name) => name === 'resource').filter(({ a }) =>
    a.type?.startsWith('imsqti_item'),
  )
  // However often it is listed, an item is read once.
  return [...new Set(items.map(({ a }) => inPackage(a.href ?? '')))]
}

/** These questions as a package of QTI 3.0; the same questions are the same bytes. */
export function packageOf(questions: readonly Question[]): Promise<Buffer> {
  const items = questions.map((question) => {
    const identifier = `q-${question.id}`
    return { identifier, href: `items/${identifier}.xml`, xml: itemXml(question, identifier) }
  })
  return packed(
    [
      ['imsmanifest.xml', Buffer.from(manifestXml(items))],
      ...items.map(({ href, xml }) => [href, Buffer.from(xml)] as const),
    ],
    { mtime: new Date('2000-01-01T00:00:00Z') },
  )
}
