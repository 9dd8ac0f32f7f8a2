import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BadInput, NotFound } from './errors.ts'

/** Files on disk under the hash of their content: the same content is one file, a changed file is another. */
export type FileStore = {
  save: (from: AsyncIterable<Uint8Array>, limit: number) => Promise<{ hash: string; size: number }>
  read: (hash: string) => Promise<ReadStream>
  path: (hash: string) => string
}

let kept: FileStore | undefined

/** Where this program's files lie; said once by whoever starts it. */
export const keepFilesIn = (store: FileStore): void => {
  kept = store
}

/** The files of the office, for whatever takes them in, makes them or hands them out. */
export function keptFiles(): FileStore {
  if (!kept) throw new Error('nobody said where files are kept')
  return kept
}

export function fileStore(folder: string): FileStore {
  const path = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new NotFound()
    return join(folder, hash.slice(0, 2), hash)
  }
  return {
    path,
    /** Streams to disk, refuses beyond `limit` bytes and leaves nothing half-written. */
    async save(from, limit) {
      await mkdir(folder, { recursive: true })
      const part = join(folder, `part-${randomUUID()}`)
      const hash = createHash('sha256')
      let size = 0
      const measure = new Transform({
        transform(chunk: Uint8Array, _, next) {
          size += chunk.length
          hash.update(chunk)
          next(size > limit ? new BadInput('fileTooLarge', { limitMB: Math.floor(limit / 2 ** 20) }) : null, chunk)
        },
      })
      try {
        await pipeline(from, measure, createWriteStream(part, { flush: true }))
        const name = hash.digest('hex')
        await mkdir(join(folder, name.slice(0, 2)), { recursive: true })
        await rename(part, path(name))
        return { hash: name, size }
      } finally {
        await rm(part, { force: true })
      }
    },
    async read(hash) {
      const info = await stat(path(hash)).catch(() => null)
      if (!info) throw new NotFound()
      return createReadStream(path(hash))
    },
  }
}

/** All of a file at once. */
export async function contentOf(hash: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of await keptFiles().read(hash)) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
