import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import type { Download } from '../../../platform/endpoint.ts'
import { allow, found, Refused, refuse } from '../../../platform/errors.ts'
import { keptFiles } from '../../../platform/files.ts'
import { getActivity } from '../../activities/seeing/actions.ts'
import { organizationNamed } from '../../organizations/actions.ts'
import { knownPerson } from '../../organizations/people/actions.ts'
import { can } from '../../organizations/rules.ts'
import { quizNamed } from '../quizzes/passing/actions.ts'
import { checkAudience } from './audience/actions.ts'
import { differencesOf } from './audience/queries.ts'
import type * as contract from './contract.ts'
import type { Course } from './contract.ts'
import { nextPart, placeIn } from './mine/actions.ts'
import * as queries from './queries.ts'
import {
  applyRefusal,
  decideRefusal,
  dueRefusal,
  largestPartMB,
  mayKeep,
  partFile,
  partFileRefusal,
  partRefusal,
} from './rules.ts'
import { getCourse, seenCourse, todayOf } from './seeing/actions.ts'
import { settleCourse, settlePerson } from './settling/actions.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
const finished = { done: true as const }

export async function createCourse(context: Context, input: In<typeof contract.createCourse>): Promise<Course> {
  const { tx, me, now } = context
  const { path } = await organizationNamed(context, input.organizationId)
  allow(mayKeep(me, path))
  refuse(dueRefusal(input))
  const courseId = newId()
  await queries.insertCourse(tx, { ...input, id: courseId, changedAt: now })
  return getCourse(context, { courseId })
}

/** The course, held still, for whoever keeps it. */
async function kept(context: Context, courseId: string): Promise<queries.CourseRecord> {
  found(await queries.holdCourse(context.tx, courseId))
  const course = await seenCourse(context, courseId)
  allow(mayKeep(context.me, course.path))
  return course
}

/** Whoever is in it already keeps the day that they were given. */
export async function changeCourse(context: Context, input: In<typeof contract.changeCourse>): Promise<Course> {
  const { courseId, ...fields } = input
  await kept(context, courseId)
  refuse(dueRefusal(fields))
  await queries.updateCourse(context.tx, courseId, { ...fields, changedAt: context.now })
  return getCourse(context, { courseId })
}

export async function proposeAudience(context: Context, input: In<typeof contract.proposeAudience>): Promise<Course> {
  const { courseId, audience } = input
  await kept(context, courseId)
  await checkAudience(context, audience)
  await queries.updateCourse(context.tx, courseId, { nextAudience: JSON.stringify(audience), changedAt: context.now })
  return getCourse(context, { courseId })
}

export async function applyAudience(context: Context, input: In<typeof contract.applyAudience>): Promise<Course> {
  const { tx, now } = context
  const { courseId, ...seen } = input
  const { audience, nextAudience, openedAt } = await kept(context, courseId)
  const parts = await queries.partsOf(tx, courseId)
  const is = nextAudience ? await differencesOf(tx, audience, nextAudience, todayOf(context)) : seen
  refuse(applyRefusal(nextAudience, parts.length, seen, is))
  await queries.updateCourse(tx, courseId, {
    audience: JSON.stringify(nextAudience),
    nextAudience: null,
    changedAt: now,
    ...(openedAt ? {} : { openedAt: now }),
  })
  await settleCourse(context, courseId)
  return getCourse(context, { courseId })
}

export const closeCourse = (context: Context, { courseId }: { courseId: string }) =>
  setClosed(context, courseId, context.now)
export const reopenCourse = (context: Context, { courseId }: { courseId: string }) => setClosed(context, courseId, null)

async function setClosed(context: Context, courseId: string, closedAt: Date | null): Promise<Course> {
  await kept(context, courseId)
  await queries.updateCourse(context.tx, courseId, { closedAt, changedAt: context.now })
  return getCourse(context, { courseId })
}

export async function addPart(context: Context, input: In<typeof contract.addPart>): Promise<Course> {
  const { courseId, activityId, signerId, quizId } = input
  await kept(context, courseId)
  refuse(partRefusal(input))
  if (activityId) await getActivity(context, { activityId })
  if (signerId) await knownPerson(context, signerId)
  if (quizId) await quizNamed(context, quizId)
  await queries.insertPart(context.tx, input)
  return getCourse(context, { courseId })
}

export async function addPartFile(context: Context, input: In<typeof contract.addPartFile>): Promise<Course> {
  const { courseId, file } = input
  await kept(context, courseId)
  const refusal = partFileRefusal(file)
  if (refusal) throw new Refused(refusal, { limitMB: largestPartMB })
  const { kind } = found(partFile(file.name))
  const title = file.name.replace(/\.[a-z0-9]+$/i, '').slice(0, 200) || file.name
  await queries.insertPart(context.tx, { courseId, kind, title, fileHash: file.hash, fileName: file.name })
  return getCourse(context, { courseId })
}

export async function removePart(context: Context, { partId }: { partId: string }) {
  const { courseId } = found(await queries.partById(context.tx, partId))
  await kept(context, courseId)
  await queries.setPartRemoved(context.tx, partId, context.now)
  return finished
}

export async function restorePart(context: Context, { partId }: { partId: string }): Promise<Course> {
  const { courseId } = found(await queries.partById(context.tx, partId))
  await kept(context, courseId)
  await queries.setPartRemoved(context.tx, partId, null)
  return getCourse(context, { courseId })
}

/** For those for whom the course is meant, and for those who keep it. */
export async function readPartFile(context: Context, { partId }: { partId: string }): Promise<Download> {
  const { tx, me } = context
  const { courseId, fileHash, fileName } = found(await queries.partById(tx, partId))
  const course = found(await queries.courseById(tx, courseId))
  const place = me.id ? await placeIn(context, courseId, me.id) : null
  found(place || mayKeep(me, course.path) || null)
  const name = found(fileName)
  const type = partFile(name)?.type ?? 'application/octet-stream'
  return { name, type, body: await keptFiles().read(found(fileHash)), inline: type.startsWith('video/') }
}

export async function finishPart(context: Context, { partId }: { partId: string }) {
  const { tx, me } = context
  const personId = found(me.id)
  const { part, done } = await nextPart(context, partId, personId)
  refuse(part.kind === 'reading' || part.kind === 'video' ? null : 'partNotYours')
  if (!done) await queries.insertProgress(tx, { partId, personId, doneOn: todayOf(context), signedBy: null })
  await settlePerson(context, part.courseId, personId)
  return finished
}

export async function signOff(context: Context, { partId, personId }: In<typeof contract.signOff>) {
  const { tx, me } = context
  const known = found(await queries.partById(tx, partId))
  allow(known.signerId !== null && known.signerId === me.id)
  const { part, done } = await nextPart(context, partId, personId)
  refuse(personId === me.id ? 'notOnesOwn' : null)
  if (!done) await queries.insertProgress(tx, { partId, personId, doneOn: todayOf(context), signedBy: me.id })
  await settlePerson(context, part.courseId, personId)
  return finished
}

/** For oneself, or for somebody whom one leads. */
export async function askExemption(context: Context, input: In<typeof contract.askExemption>) {
  const { tx, me, now } = context
  const { courseId, personId, reason } = input
  const place = await placeIn(context, courseId, personId)
  const leads = place?.member.path && can(me, 'seePeople', place.member.path)
  if (personId !== me.id) found(leads || null)
  refuse(place ? null : 'notInAudience')
  const asked = { courseId, personId, reason, askedBy: found(me.id), askedAt: now }
  refuse((await queries.insertExemption(tx, asked)) ? null : 'exemptAlready')
  return finished
}

export async function decideExemption(context: Context, { exemptionId, granted }: In<typeof contract.decideExemption>) {
  const { tx, me, now } = context
  const [exemption] = await queries.exemptionsOf(tx, { id: exemptionId })
  const { courseId, askedById, ...one } = found(exemption)
  await kept(context, courseId)
  refuse(decideRefusal({ ...one, askedBy: askedById }, me.id))
  await queries.decide(tx, exemptionId, { decidedBy: found(me.id), decidedAt: now, granted })
  return finished
}
