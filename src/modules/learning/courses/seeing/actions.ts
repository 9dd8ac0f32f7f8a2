import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { found } from '../../../../platform/errors.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { organizationNamed } from '../../../organizations/actions.ts'
import { pathsOf } from '../../../organizations/rules.ts'
import { differencesOf, namesOf } from '../audience/queries.ts'
import { idsOf } from '../audience/rules.ts'
import type * as contract from '../contract.ts'
import type { Course } from '../contract.ts'
import { exemptionsOf } from '../exempting/queries.ts'
import { decideRefusal } from '../exempting/rules.ts'
import type { Part } from '../parts/contract.ts'
import { countParts, type PartRecord, partsOf } from '../parts/queries.ts'
import type { listCourseMembers as membersEndpoint, Tally } from '../progress/contract.ts'
import * as queries from '../queries.ts'
import { mayKeep } from '../rules.ts'
import { lateIn, ledAmong, membersOf, tallies, talliesOf } from './queries.ts'

export const todayOf = ({ me, now }: Context): string => dayIn(me.timeZone, now)

export const asPart = ({ courseId: _, fileHash: __, removedAt: ___, ...part }: PartRecord): Part => part

const led = ({ me }: Context): string[] => pathsOf(me, 'seePeople')

/** A course of the reader's part of the tree, or above it: a leader sees how their own people stand in what the office requires. */
const near = (context: Context, path: string): boolean =>
  led(context).some((own) => path.startsWith(own) || own.startsWith(path))

export async function seenCourse(context: Context, courseId: string): Promise<queries.CourseRecord> {
  const course = found(await queries.courseById(context.tx, courseId))
  found(near(context, course.path) || null)
  return course
}

const asked = (context: Context) => ({
  today: todayOf(context),
  zone: context.me.timeZone,
  paths: led(context),
})

const nobody: Tally = { todo: 0, late: 0, done: 0, exempt: 0 }

/** How those in the audience whom the reader leads stand, by organization and in all. */
async function tallied(context: Context, course: queries.CourseRecord) {
  const byOrganization = course.openedAt ? await tallies(context.tx, course, asked(context)) : []
  const tally: Tally = { ...nobody }
  for (const one of byOrganization)
    for (const state of ['todo', 'late', 'done', 'exempt'] as const) tally[state] += one[state]
  return { tally, byOrganization }
}

const standing = ({ openedAt, closedAt }: queries.CourseRecord) => ({
  open: openedAt !== null && closedAt === null,
  closed: closedAt !== null,
})

export async function getCourse(context: Context, { courseId }: { courseId: string }): Promise<Course> {
  const { tx, me } = context
  const course = await seenCourse(context, courseId)
  const partList = (await partsOf(tx, courseId)).map(asPart)
  const change = mayKeep(me, course.path)
  const { path: _, openedAt: __, closedAt: ___, nextAudience, ...shown } = course
  const exemptions = await exemptionsOf(tx, { courseId })
  const mine = change ? null : await ledAmong(tx, exemptions, asked(context))
  return {
    ...shown,
    ...standing(course),
    ...(await tallied(context, course)),
    nextAudience: change ? nextAudience : null,
    parts: partList.length,
    partList,
    names: await namesOf(tx, idsOf([...course.audience, ...(nextAudience ?? [])])),
    difference:
      change && nextAudience ? await differencesOf(tx, course.audience, nextAudience, todayOf(context)) : null,
    exemptions: exemptions
      .filter(({ personId }) => mine === null || mine.has(personId))
      .map(({ courseId: _____, askedById, ...one }) => ({
        ...one,
        mayDecide: change && decideRefusal({ ...one, askedBy: askedById }, me.id) === null,
      })),
    may: { change, decide: change },
  }
}

export async function listCourseMembers(context: Context, input: z.output<typeof membersEndpoint.input>) {
  const { courseId, state, organizationId, ...page } = input
  const course = await seenCourse(context, courseId)
  if (!course.openedAt) return { members: [], total: 0 }
  const narrowed = { ...(state ? { state } : {}), ...(organizationId ? { organizationId } : {}) }
  return membersOf(context.tx, course, { ...asked(context), ...page, ...narrowed })
}

export async function listCourses(context: Context): Promise<z.input<(typeof contract.listCourses)['output']>> {
  const { tx, me } = context
  const courses = (await queries.allCourses(tx)).filter(({ path }) => near(context, path))
  const parts = await countParts(tx)
  const opened = courses.filter(({ openedAt }) => openedAt)
  const counted = await talliesOf(tx, opened, asked(context))
  const rows = courses.map((course) => {
    const { id, name, organizationId, organizationName } = course
    const tally = counted.get(id) ?? { ...nobody }
    return { id, name, organizationId, organizationName, ...standing(course), parts: parts.get(id) ?? 0, tally }
  })
  const homes = new Set(
    me.roles.filter((held) => mayKeep({ roles: [held] }, held.path)).map((held) => held.organizationId),
  )
  const places = await Promise.all([...homes].map((id) => organizationNamed(context, id)))
  return { courses: rows, places: places.map(({ id, name }) => ({ id, name })) }
}

/** Required courses in which people of the reader's are late, in a part of the tree: how many, and the first day on which one was due. */
export async function lateCourses(context: Context, path: string) {
  const courses = (await queries.openCourses(context.tx)).filter((one) => near(context, one.path))
  const late = await lateIn(context.tx, courses, asked(context), path)
  return courses.flatMap(({ id, name, organizationId, organizationName }) => {
    const found = late.get(id)
    return found ? [{ id, name, organization: { id: organizationId, name: organizationName }, ...found }] : []
  })
}
