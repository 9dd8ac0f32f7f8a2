import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { allow, refuse } from '../../../platform/errors.ts'
import { organizationNamed } from '../../organizations/actions.ts'
import type * as contract from './contract.ts'
import type { Course, Foreseen, Terms } from './contract.ts'
import { kept } from './keeping/actions.ts'
import * as queries from './queries.ts'
import { dueRefusal, mayKeep } from './rules.ts'
import { getCourse, todayOf } from './seeing/actions.ts'
import { changeTerms, foreseen } from './settling/queries.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

export async function createCourse(context: Context, input: In<typeof contract.createCourse>): Promise<Course> {
  const { tx, me, now } = context
  const { path } = await organizationNamed(context, input.organizationId)
  allow(mayKeep(me, path))
  refuse(dueRefusal(input))
  const courseId = newId()
  await queries.insertCourse(tx, { ...input, id: courseId, changedAt: now })
  return getCourse(context, { courseId })
}

const nobody: Foreseen = { changed: 0, late: 0, people: [] }

async function foresee(context: Context, course: queries.CourseRecord, terms: Terms): Promise<Foreseen> {
  if (!course.openedAt) return nobody
  return foreseen(context.tx, course, terms, { today: todayOf(context), zone: context.me.timeZone })
}

export async function foreseeCourse(context: Context, input: In<typeof contract.foreseeCourse>): Promise<Foreseen> {
  const { courseId, dueDays = null, dueDate = null, renewMonths = null } = input
  const course = await kept(context, courseId, { hold: false })
  const terms = { dueDays, dueDate, renewMonths }
  return dueRefusal(terms) ? nobody : foresee(context, course, terms)
}

/** Other terms take effect as they were foreseen, from today on; how it stood before stays as it was. */
export async function changeCourse(context: Context, input: In<typeof contract.changeCourse>): Promise<Course> {
  const { tx, now } = context
  const { courseId, changed, ...fields } = input
  const course = await kept(context, courseId)
  refuse(dueRefusal(fields))
  const is = await foresee(context, course, fields)
  refuse(is.changed === changed ? null : 'differencesChanged')
  await queries.updateCourse(tx, courseId, { ...fields, changedAt: now })
  if (course.openedAt) await changeTerms(tx, { ...course, ...fields }, todayOf(context))
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
