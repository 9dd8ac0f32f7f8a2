import type { Context } from '../../../../platform/context.ts'
import { pictureTypes, takePicture } from '../../../../platform/document/taken.ts'
import type { Download, StoredFile } from '../../../../platform/endpoint.ts'
import { found, refuse } from '../../../../platform/errors.ts'
import { keptFiles } from '../../../../platform/files.ts'
import { checkedHere } from '../actions.ts'
import * as queries from '../queries.ts'

const most = 100

type Shot = { checkId: string; shotId: string }

/** Before or after the check itself, once or several times: the photo is there once, without what it tells of its taking. */
export async function addCheckPhoto(context: Context, { checkId, shotId, file }: Shot & { file: StoredFile }) {
  await checkedHere(context, checkId)
  const photos = await queries.photosOf(context.tx, checkId)
  const own = photos.find(({ id }) => id === shotId)
  if (own?.file) return { done: true as const }
  refuse(!own && photos.length >= most ? 'photosTooMany' : null)
  await queries.keepPhoto(context.tx, checkId, shotId, await takePicture(file))
  return { done: true as const }
}

export async function readCheckPhoto(context: Context, { checkId, shotId }: Shot): Promise<Download> {
  await checkedHere(context, checkId)
  const { file, type } = found((await queries.photosOf(context.tx, checkId)).find(({ id }) => id === shotId))
  const hash = found(file)
  const name = `${hash.slice(0, 12)}.${type}`
  const kind = pictureTypes[type as keyof typeof pictureTypes]
  return { name, type: kind, inline: true, etag: hash, body: await keptFiles().read(hash) }
}
