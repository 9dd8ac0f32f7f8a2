import type { StoredFile } from '../endpoint.ts'
import { Refused, refuse } from '../errors.ts'
import { contentOf, keptFiles } from '../files.ts'
import { cleaned } from './cleaned.ts'
import { pictureIn } from './picture.ts'

/** In bytes, and in pixels of a side. What a browser sends is smaller: it makes large pictures fit before. */
const largest = 10 * 2 ** 20
const longestSide = 8000

export type Taken = { file: string; type: 'png' | 'jpg'; width: number; height: number }

/** Takes a PNG or a JPEG in, as its bytes say and not its name, without what else it may carry: where and by whom it was taken. */
export async function takePicture({ hash, size }: Pick<StoredFile, 'hash' | 'size'>): Promise<Taken> {
  refuse(size > largest ? 'pictureTooLarge' : null)
  const data = await contentOf(hash)
  const picture = pictureIn(data)
  if (!picture || picture.type === 'gif') throw new Refused('noPicture')
  const { type, width, height } = picture
  refuse(width > longestSide || height > longestSide ? 'pictureTooLarge' : null)
  const clean = width > 0 && height > 0 ? cleaned(data, type) : null
  if (!clean) throw new Refused('noPicture')
  const kept = await keptFiles().save(whole(clean), largest)
  return { file: kept.hash, type, width, height }
}

export const pictureTypes = { png: 'image/png', jpg: 'image/jpeg' } as const

async function* whole(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}
