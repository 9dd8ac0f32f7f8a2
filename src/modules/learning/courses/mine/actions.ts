import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { found, refuse } from '../../../../platform/errors.ts'
import type * as contract from '../contract.ts'
import type { MyCourse, ToSign } from '../contract.ts'
import { partsFor, standingOf } from '../progress/rules.ts'
import * as queries from '../queries.ts'
import { asPart, todayOf } from '../seeing/actions.ts'

/** Somebody in a course that is open and meant for them; null: it is not. */
export async function placeIn(context: Context, courseId: string, personId: string) {
  const { tx, me } = context
  const course = found(await queries.courseById(tx, courseId))
  if (course.openedAt === null || course.closedAt !== null) return null
  const today = todayOf(context)
  const [member] = await queries.membersOf(tx, course, { today, zone: me.timeZone, only: personId })
  if (!member) return null
  const parts = (await queries.partsOf(tx, courseId)).map(asPart)
  return { course, member, parts, standing: standingOf(course, parts, member, today) }
}

/** What is the reader's own to do, and what they are to see others do: no more of anybody. */
export async function myCourses(context: Context): Promise<z.input<(typeof contract.myCourses)['output']>> {
  const { tx, me } = context
  if (!me.id) return { courses: [], toSign: [] }
  const courses: MyCourse[] = []
  for (const { id } of await queries.openCourses(tx)) {
    const place = await placeIn(context, id, me.id)
    if (!place) continue
    const { course, member, parts, standing } = place
    courses.push({
      id,
      name: course.name,
      about: course.about,
      organizationName: course.organizationName,
      dueOn: standing.dueOn,
      state: standing.state,
      parts: partsFor(parts, standing),
      asked: member.asked,
    })
  }
  return { courses: courses.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)), toSign: await toSign(context, me.id) }
}

/** Only those for whom this part is the next. */
async function toSign(context: Context, signerId: string): Promise<ToSign[]> {
  const { tx, me } = context
  const today = todayOf(context)
  const waiting: ToSign[] = []
  for (const { id: partId, courseId, title } of await queries.signOffsOf(tx, signerId)) {
    const course = found(await queries.courseById(tx, courseId))
    if (course.openedAt === null || course.closedAt !== null) continue
    const parts = (await queries.partsOf(tx, courseId)).map(asPart)
    for (const member of await queries.membersOf(tx, course, { today, zone: me.timeZone })) {
      const standing = standingOf(course, parts, member, today)
      const next = partsFor(parts, standing).find(({ open }) => open)
      if (next?.id === partId && standing.state !== 'exempt')
        waiting.push({ partId, title, courseName: course.name, personId: member.personId, personName: member.name })
    }
  }
  return waiting
}

/** A part that is somebody's next, of a kind that may be finished this way. */
export async function nextPart(context: Context, partId: string, personId: string) {
  const part = found(await queries.partById(context.tx, partId))
  found(part.removedAt === null || null)
  const place = await placeIn(context, part.courseId, personId)
  refuse(place ? null : 'notInAudience')
  const { parts, standing } = found(place)
  const mine = found(partsFor(parts, standing).find(({ id }) => id === partId))
  refuse(mine.open || mine.done ? null : 'earlierPartsFirst')
  return { part, done: mine.done }
}
