import type { Context } from '../../../platform/context.ts'
import { pictureTypes, takePicture } from '../../../platform/document/taken.ts'
import type { Download, StoredFile } from '../../../platform/endpoint.ts'
import { found } from '../../../platform/errors.ts'
import { keptFiles } from '../../../platform/files.ts'
import { manageable } from '../actions.ts'
import * as queries from './queries.ts'

export async function setFloor(context: Context, { placeId, file }: { placeId: string; file: StoredFile }) {
  await manageable(context, placeId)
  const taken = await takePicture(file)
  await queries.saveFloor(context.tx, { ...taken, placeId, addedBy: context.me.id, addedAt: context.now })
  return { file: taken.file, width: taken.width, height: taken.height }
}

export async function removeFloor(context: Context, { placeId }: { placeId: string }) {
  await manageable(context, placeId)
  await queries.deleteFloor(context.tx, placeId)
  return { done: true as const }
}

export async function readFloor({ tx }: Context, { placeId }: { placeId: string }): Promise<Download> {
  const { file, type } = found(await queries.floorOf(tx, placeId))
  const name = `${file.slice(0, 12)}.${type}`
  return {
    name,
    type: pictureTypes[type as keyof typeof pictureTypes],
    inline: true,
    etag: file,
    body: await keptFiles().read(file),
  }
}
