import type { Context } from '../../../../platform/context.ts'
import { pictureIn } from '../../../../platform/document/picture.ts'
import type { Download, StoredFile } from '../../../../platform/endpoint.ts'
import { found, Refused, refuse } from '../../../../platform/errors.ts'
import { keptFiles } from '../../../../platform/files.ts'
import { writableReport } from '../drafts/actions.ts'
import { cleaned } from './cleaning/rules.ts'
import { largestPicture, longestSide } from './contract.ts'
import * as queries from './queries.ts'

export async function addPicture(context: Context, { reportId, file }: { reportId: string; file: StoredFile }) {
  const { tx, me, now } = context
  const report = await writableReport(context, reportId)
  refuse(report.deletedAt ? 'reportDeleted' : file.size > largestPicture ? 'pictureTooLarge' : null)
  const data = await keptBytes(file.hash)
  const picture = pictureIn(data)
  if (!picture || picture.type === 'gif') throw new Refused('noPicture')
  const { type, width, height } = picture
  refuse(width > longestSide || height > longestSide ? 'pictureTooLarge' : null)
  const clean = width > 0 && height > 0 ? cleaned(data, type) : null
  if (!clean) throw new Refused('noPicture')
  const { hash } = await keptFiles().save(whole(clean), largestPicture)
  await queries.insertPicture(tx, { file: hash, type, width, height, addedBy: me.id, addedAt: now })
  return { file: hash, width, height }
}

async function* whole(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function keptBytes(hash: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of await keptFiles().read(hash)) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

const types = { png: 'image/png', jpg: 'image/jpeg' } as const

/** Who knows the hash of a picture of their office has seen it, or the text that it stands in. */
export async function readPicture(context: Pick<Context, 'tx'>, { file }: { file: string }) {
  const { type } = found(await queries.pictureByFile(context.tx, file))
  const name = `${file.slice(0, 12)}.${type}`
  const answer = { name, type: types[type as keyof typeof types], inline: true, etag: file }
  return { ...answer, body: await keptFiles().read(file) } satisfies Download
}
