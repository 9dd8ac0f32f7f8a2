import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import { ZipFile as PackedZip } from 'yazl'
import { WorkbookRefused } from './refusal.ts'

export const limits = {
  file: 100 * 1024 * 1024,
  inflated: 2 * 1024 * 1024 * 1024,
  /** What is held in memory whole: styles, relations, shared strings. */
  held: 160 * 1024 * 1024,
  ratio: 300,
  /** Below this, no ratio is suspicious. */
  harmless: 16 * 1024 * 1024,
  entries: 5000,
}
export type Limits = typeof limits

export type FileKind = 'zip' | 'text'

/** Looks at the first bytes only, so that a file of any size is refused at once. */
export async function kindOfFile(path: string, max: Limits = limits): Promise<FileKind> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size === 0) throw new WorkbookRefused('empty')
    if (size > max.file) throw new WorkbookRefused('tooLarge')
    const head = Buffer.alloc(Math.min(size, 65536))
    await file.read(head, 0, head.length, 0)
    if (head.readUInt32BE(0) === 0x504b0304) return 'zip'
    if (head.length >= 8 && head.toString('hex', 0, 8) === 'd0cf11e0a1b11ae1') {
      throw new WorkbookRefused((await namesEncryptedPackage(file, size)) ? 'encrypted' : 'oldFormat')
    }
    return looksLikeText(head) ? 'text' : refuse('notAWorkbook')
  } finally {
    await file.close()
  }
}

const refuse = (reason: 'notAWorkbook'): never => {
  throw new WorkbookRefused(reason)
}

/** Office puts an encrypted workbook into an OLE container with a stream of this name. */
async function namesEncryptedPackage(file: Awaited<ReturnType<typeof open>>, size: number): Promise<boolean> {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  const piece = Buffer.alloc(1024 * 1024)
  for (let at = 0; at < size; at += piece.length - name.length) {
    const { bytesRead } = await file.read(piece, 0, piece.length, at)
    if (piece.subarray(0, bytesRead).includes(name)) return true
    if (bytesRead < piece.length) break
  }
  return false
}

function looksLikeText(head: Buffer): boolean {
  if (head[0] === 0xff && head[1] === 0xfe) return true
  if (head.includes(0)) return false
  const start = head.toString('latin1', 0, 64).trimStart().toLowerCase()
  return !/^(%pdf|<!doctype|<html|<\?xml|\{\\rtf|\x89png)/.test(start)
}

export type Archive = {
  has(name: string): boolean
  size(name: string): number
  stream(name: string): Promise<Readable>
  names: string[]
  close(): void
}

/** A zip whose entries are measured while they inflate: what it says of itself is not believed. */
export async function openArchive(from: string | Buffer, max: Limits = limits): Promise<Archive> {
  const lazily = { lazyEntries: true, autoClose: false }
  const opened = typeof from === 'string' ? openPromise(from, lazily) : fromBufferPromise(from, lazily)
  const zip: ZipFile = await opened.catch((error: unknown) => {
    throw new WorkbookRefused('damaged', error)
  })
  // Without a listener a broken archive would end the process; the same error also rejects the reading promise.
  zip.on('error', () => zip.close())
  const entries = new Map<string, Entry>()
  try {
    let total = 0
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName.replace(/\\/g, '/'), entry)
      total += entry.uncompressedSize
      if (entry.isEncrypted()) throw new WorkbookRefused('encrypted')
      const bloated = entry.uncompressedSize > max.harmless && entry.uncompressedSize > entry.compressedSize * max.ratio
      if (bloated || total > max.inflated || entries.size > max.entries) throw new WorkbookRefused('bomb')
    }
    if (total > max.harmless && total > zip.fileSize * max.ratio) throw new WorkbookRefused('bomb')
  } catch (error) {
    zip.close()
    throw error instanceof WorkbookRefused ? error : new WorkbookRefused('damaged', error)
  }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    size: (name) => entries.get(name)?.uncompressedSize ?? 0,
    close: () => zip.close(),
    async stream(name) {
      const entry = entries.get(name)
      if (!entry) throw new WorkbookRefused('damaged')
      try {
        return await zip.openReadStreamPromise(entry)
      } catch (error) {
        throw new WorkbookRefused('damaged', error)
      }
    },
  }
}

/** The pieces of an entry, never more of them than the limits allow. */
export async function* pieces(
  archive: Archive,
  name: string,
  most: number,
  seen?: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  let inflated = 0
  try {
    for await (const piece of await archive.stream(name)) {
      inflated += (piece as Buffer).length
      if (inflated > most) throw new WorkbookRefused('bomb')
      seen?.((piece as Buffer).length)
      yield piece as Buffer
    }
  } catch (error) {
    throw error instanceof WorkbookRefused ? error : new WorkbookRefused('damaged', error)
  }
}

export async function wholeBytes(archive: Archive, name: string, most: number): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const piece of pieces(archive, name, most)) parts.push(piece)
  return Buffer.concat(parts)
}

export const wholeText = async (archive: Archive, name: string, most = limits.held): Promise<string> =>
  (await wholeBytes(archive, name, most)).toString('utf8').replace(/^\uFEFF/, '')

/** A zip of these parts in their order. With a time given, the same parts are the same bytes whenever they are packed. */
export async function packed(
  parts: Iterable<readonly [name: string, content: Uint8Array]>,
  when: { mtime?: Date } = {},
): Promise<Buffer> {
  const zip = new PackedZip()
  for (const [name, content] of parts) zip.addBuffer(Buffer.from(content), name, when)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
