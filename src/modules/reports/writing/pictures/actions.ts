import type { Context } from '../../../../platform/context.ts'
import { pictureTypes, takePicture } from '../../../../platform/document/taken.ts'
import type { Download, StoredFile } from '../../../../platform/endpoint.ts'
import { found, refuse } from '../../../../platform/errors.ts'
import { keptFiles } from '../../../../platform/files.ts'
import { writableReport } from '../drafts/actions.ts'
import * as queries from './queries.ts'

export async function addPicture(context: Context, { reportId, file }: { reportId: string; file: StoredFile }) {
  const { tx, me, now } = context
  const report = await writableReport(context, reportId)
  refuse(report.deletedAt ? 'reportDeleted' : null)
  const taken = await takePicture(file)
  await queries.insertPicture(tx, { ...taken, addedBy: me.id, addedAt: now })
  return { file: taken.file, width: taken.width, height: taken.height }
}

/** Who knows the hash of a picture of their office has seen it, or the text that it stands in. */
export async function readPicture(context: Pick<Context, 'tx'>, { file }: { file: string }) {
  const { type } = found(await queries.pictureByFile(context.tx, file))
  const name = `${file.slice(0, 12)}.${type}`
  const answer = { name, type: pictureTypes[type as keyof typeof pictureTypes], inline: true, etag: file }
  return { ...answer, body: await keptFiles().read(file) } satisfies Download
}
