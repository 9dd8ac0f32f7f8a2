import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { found } from '../../../../platform/errors.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { organizationNamed } from '../../../organizations/actions.ts'
import { can, pathsOf } from '../../../organizations/rules.ts'
import { differencesOf, namesOf } from '../audience/queries.ts'
import { idsOf } from '../audience/rules.ts'
import type * as contract from '../contract.ts'
import type { Course, Member, Part, Tally } from '../contract.ts'
import { standingOf } from '../progress/rules.ts'
import * as queries from '../queries.ts'
import { decideRefusal, mayKeep } from '../rules.ts'

export const todayOf = ({ me, now }: Context): string => dayIn(me.timeZone, now)

export const asPart = ({ courseId: _, fileHash: __, removedAt: ___, ...part }: queries.PartRecord): Part => part

/** A course of the reader's part of the tree, or above it: a leader sees how their own people stand in what the office requires. */
const near = (context: Context, path: string): boolean =>
  pathsOf(context.me, 'seePeople').some((own) => path.startsWith(own) || own.startsWith(path))

export async function seenCourse(context: Context, courseId: string): Promise<queries.CourseRecord> {
  const course = found(await queries.courseById(context.tx, courseId))
  found(near(context, course.path) || null)
  return course
}

const none = (): Tally => ({ todo: 0, late: 0, done: 0, exempt: 0 })

/** Those in the audience whom the reader leads in this part of the tree, each with where they stand. */
async function standing(
  context: Context,
  course: queries.CourseRecord,
  parts: readonly Part[],
  within = '/',
): Promise<Member[]> {
  const { tx, me } = context
  const today = todayOf(context)
  if (course.openedAt === null) return []
  const all = await queries.membersOf(tx, course, { today, zone: me.timeZone })
  return all
    .filter(({ path }) => path?.startsWith(within) && can(me, 'seePeople', path))
    .map((member) => {
      const { personId, name, organizationId, organizationName } = member
      const { dueOn, partsDone, state } = standingOf(course, parts, member, today)
      return { personId, name, organizationId, organizationName, dueOn, partsDone, state }
    })
}

function tallied(members: readonly Member[]): Tally {
  const tally = none()
  for (const { state } of members) tally[state]++
  return tally
}

export async function getCourse(context: Context, { courseId }: { courseId: string }): Promise<Course> {
  const { tx, me } = context
  const course = await seenCourse(context, courseId)
  const parts = (await queries.partsOf(tx, courseId)).map(asPart)
  const members = await standing(context, course, parts)
  const change = mayKeep(me, course.path)
  const { path: _, openedAt, closedAt, nextAudience, ...shown } = course
  const exemptions = await queries.exemptionsOf(tx, { courseId })
  const led = new Set(members.map(({ personId }) => personId))
  const byOrganization = [...Map.groupBy(members, ({ organizationId }) => organizationId)]
  return {
    ...shown,
    nextAudience: change ? nextAudience : null,
    open: openedAt !== null && closedAt === null,
    closed: closedAt !== null,
    parts: parts.length,
    partList: parts,
    names: await namesOf(tx, idsOf([...course.audience, ...(nextAudience ?? [])])),
    difference:
      change && nextAudience ? await differencesOf(tx, course.audience, nextAudience, todayOf(context)) : null,
    tally: tallied(members),
    byOrganization: byOrganization.map(([id, own]) => ({
      id,
      name: own[0]?.organizationName ?? null,
      ...tallied(own),
    })),
    members,
    exemptions: exemptions
      .filter(({ personId }) => change || led.has(personId))
      .map(({ courseId: __, askedById, ...one }) => ({
        ...one,
        mayDecide: change && decideRefusal({ ...one, askedBy: askedById }, me.id) === null,
      })),
    may: { change, decide: change },
  }
}

export async function listCourses(context: Context): Promise<z.input<(typeof contract.listCourses)['output']>> {
  const { tx, me } = context
  const rows = []
  for (const course of (await queries.allCourses(tx)).filter(({ path }) => near(context, path))) {
    const parts = (await queries.partsOf(tx, course.id)).map(asPart)
    const { id, name, organizationId, organizationName, openedAt, closedAt } = course
    rows.push({
      id,
      name,
      organizationId,
      organizationName,
      open: openedAt !== null && closedAt === null,
      closed: closedAt !== null,
      parts: parts.length,
      tally: tallied(await standing(context, course, parts)),
    })
  }
  const homes = new Set(
    me.roles.filter((held) => mayKeep({ roles: [held] }, held.path)).map((held) => held.organizationId),
  )
  const places = await Promise.all([...homes].map((id) => organizationNamed(context, id)))
  return { courses: rows, places: places.map(({ id, name }) => ({ id, name })) }
}

/** Required courses in which people of the reader's are late, in a part of the tree: how many, and the first day on which one was due. */
export async function lateCourses(context: Context, path: string) {
  const late = []
  for (const course of (await queries.openCourses(context.tx)).filter((one) => near(context, one.path))) {
    const parts = (await queries.partsOf(context.tx, course.id)).map(asPart)
    const members = (await standing(context, course, parts, path)).filter(({ state }) => state === 'late')
    const since = members.map(({ dueOn }) => dueOn).sort()[0]
    const { id, name, organizationId, organizationName } = course
    if (since)
      late.push({
        id,
        name,
        organization: { id: organizationId, name: organizationName },
        since,
        people: members.length,
      })
  }
  return late
}
