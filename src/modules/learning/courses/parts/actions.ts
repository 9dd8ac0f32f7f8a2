import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import type { Download } from '../../../../platform/endpoint.ts'
import { found, Refused, refuse } from '../../../../platform/errors.ts'
import { keptFiles } from '../../../../platform/files.ts'
import { getActivity } from '../../../activities/seeing/actions.ts'
import { knownPerson } from '../../../organizations/people/actions.ts'
import { quizNamed } from '../../quizzes/passing/actions.ts'
import { kept } from '../keeping/actions.ts'
import { placeIn } from '../mine/actions.ts'
import { courseById } from '../queries.ts'
import { mayKeep } from '../rules.ts'
import type * as contract from './contract.ts'
import * as queries from './queries.ts'
import { largestPartMB, partFile, partFileRefusal, partRefusal } from './rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
const finished = { done: true as const }

/** A series is chosen by one of its sessions. */
export async function addPart(context: Context, input: In<typeof contract.addPart>) {
  const { activityId, wholeSeries, ...part } = input
  await kept(context, part.courseId)
  refuse(partRefusal(input))
  if (part.signerId) await knownPerson(context, part.signerId)
  if (part.quizId) await quizNamed(context, part.quizId)
  const session = activityId ? await getActivity(context, { activityId }) : null
  refuse(wholeSeries && !session?.seriesId ? 'partFields' : null)
  const counts = wholeSeries ? { seriesId: session?.seriesId ?? null } : { activityId }
  return queries.insertPart(context.tx, { ...part, ...counts })
}

export async function addPartFile(context: Context, input: In<typeof contract.addPartFile>) {
  const { courseId, file } = input
  await kept(context, courseId)
  const refusal = partFileRefusal(file)
  if (refusal) throw new Refused(refusal, { limitMB: largestPartMB })
  const { kind } = found(partFile(file.name))
  const title = file.name.replace(/\.[a-z0-9]+$/i, '').slice(0, 200) || file.name
  return queries.insertPart(context.tx, { courseId, kind, title, fileHash: file.hash, fileName: file.name })
}

async function setRemoved(context: Context, partId: string, removedAt: Date | null) {
  const { courseId } = found(await queries.partById(context.tx, partId))
  await kept(context, courseId)
  await queries.setPartRemoved(context.tx, partId, removedAt)
  return finished
}

export const removePart = (context: Context, { partId }: { partId: string }) => setRemoved(context, partId, context.now)
export const restorePart = (context: Context, { partId }: { partId: string }) => setRemoved(context, partId, null)

/** For those for whom the course is meant, and for those who keep it. */
export async function readPartFile(context: Context, { partId }: { partId: string }): Promise<Download> {
  const { tx, me } = context
  const { courseId, fileHash, fileName } = found(await queries.partById(tx, partId))
  const course = found(await courseById(tx, courseId))
  const place = me.id ? await placeIn(context, courseId, me.id) : null
  found(place || mayKeep(me, course.path) || null)
  const name = found(fileName)
  const type = partFile(name)?.type ?? 'application/octet-stream'
  return { name, type, body: await keptFiles().read(found(fileHash)), inline: type.startsWith('video/') }
}
