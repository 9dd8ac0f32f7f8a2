import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Download } from '../../../platform/endpoint.ts'
import { allow, found, Refused, refuse } from '../../../platform/errors.ts'
import { keptFiles } from '../../../platform/files.ts'
import { knownPerson } from '../../organizations/people/actions.ts'
import { quizNamed } from '../quizzes/passing/actions.ts'
import type * as contract from './contract.ts'
import type { Session } from './contract.ts'
import * as queries from './queries.ts'
import { fileRefusal, largestMaterialMB, materialType, readRefusal, wasAbsent } from './rules.ts'
import { getSession, seenSession } from './seeing/actions.ts'
import { settleMadeUp } from './settling/actions.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

async function planned(context: Context, activityId: string): Promise<void> {
  const { activity } = await seenSession(context, activityId)
  allow(activity.may.change)
  await queries.begin(context.tx, activityId)
}

export async function planSession(context: Context, input: In<typeof contract.planSession>): Promise<Session> {
  const { activityId, lecturerId, lecturer, agenda, noteTakerId, quizId } = input
  await planned(context, activityId)
  refuse(lecturerId && lecturer ? 'twoLecturers' : null)
  for (const id of [lecturerId, noteTakerId]) if (id) await knownPerson(context, id)
  if (quizId) await quizNamed(context, quizId)
  await queries.plan(context.tx, activityId, { lecturerId, lecturer, agenda, noteTakerId, quizId })
  return getSession(context, { activityId })
}

export async function writeMinutes(context: Context, input: In<typeof contract.writeMinutes>): Promise<Session> {
  const { tx, me, now } = context
  const { activityId, minutes, decisions, revision } = input
  const { may } = await getSession(context, { activityId })
  allow(may.note)
  await queries.begin(tx, activityId)
  const noted = { minutes, decisions, notedBy: found(me.id), notedAt: now }
  refuse((await queries.note(tx, activityId, noted, revision)) ? null : 'minutesChangedMeanwhile')
  return getSession(context, { activityId })
}

export async function addMaterial(context: Context, input: In<typeof contract.addMaterial>): Promise<Session> {
  const { activityId, url, body } = input
  await planned(context, activityId)
  refuse((url === null) === (body === null) ? 'linkOrText' : null)
  await queries.insertMaterial(context.tx, input)
  return getSession(context, { activityId })
}

/** Until somebody says better. */
const guessedMinutes = 10

export async function addMaterialFile(context: Context, input: In<typeof contract.addMaterialFile>): Promise<Session> {
  const { activityId, file } = input
  await planned(context, activityId)
  const refusal = fileRefusal(file)
  if (refusal) throw new Refused(refusal, { limitMB: largestMaterialMB })
  await queries.insertMaterial(context.tx, {
    activityId,
    title: file.name.replace(/\.[a-z]+$/i, '').slice(0, 200) || file.name,
    fileHash: file.hash,
    fileName: file.name,
    readingMinutes: guessedMinutes,
  })
  return getSession(context, { activityId })
}

async function changeable(context: Context, materialId: string): Promise<string> {
  const { activityId } = found(await queries.materialById(context.tx, materialId))
  await planned(context, activityId)
  return activityId
}

export async function changeMaterial(context: Context, input: In<typeof contract.changeMaterial>): Promise<Session> {
  const { materialId, title, readingMinutes } = input
  const activityId = await changeable(context, materialId)
  await queries.updateMaterial(context.tx, materialId, { title, readingMinutes })
  return getSession(context, { activityId })
}

export async function removeMaterial(context: Context, { materialId }: { materialId: string }) {
  await changeable(context, materialId)
  await queries.updateMaterial(context.tx, materialId, { removedAt: context.now })
  return { done: true as const }
}

export async function restoreMaterial(context: Context, { materialId }: { materialId: string }): Promise<Session> {
  const activityId = await changeable(context, materialId)
  await queries.updateMaterial(context.tx, materialId, { removedAt: null })
  return getSession(context, { activityId })
}

export async function readMaterialFile(context: Context, { materialId }: { materialId: string }): Promise<Download> {
  const { activityId, fileHash, fileName } = found(await queries.materialById(context.tx, materialId))
  await seenSession(context, activityId)
  const name = found(fileName)
  return {
    name,
    type: materialType(name) ?? 'application/octet-stream',
    body: await keptFiles().read(found(fileHash)),
  }
}

export async function markRead(context: Context, { materialId }: { materialId: string }): Promise<Session> {
  const { tx, me, now } = context
  const { activityId, removedAt } = found(await queries.materialById(tx, materialId))
  const { activity, mine } = await seenSession(context, activityId)
  found(removedAt === null || null)
  refuse(readRefusal(mine, activity, now))
  const personId = found(me.id)
  await queries.insertReading(tx, { materialId, personId, readAt: now })
  if (wasAbsent(mine, activity, now)) await settleMadeUp(context, activity, personId)
  return getSession(context, { activityId })
}
