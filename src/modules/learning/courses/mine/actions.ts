import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { found, refuse } from '../../../../platform/errors.ts'
import { partById, partsOf } from '../parts/queries.ts'
import type * as contract from '../progress/contract.ts'
import type { MyCourse, ToSign } from '../progress/contract.ts'
import { signOffsOf, standingOf, waitingFor } from '../progress/queries.ts'
import { partsFor } from '../progress/rules.ts'
import { courseById, openCourses } from '../queries.ts'
import { asPart, todayOf } from '../seeing/actions.ts'

const today = (context: Context) => ({ today: todayOf(context), zone: context.me.timeZone })

/** Somebody in a course that is open and meant for them; null: it is not. */
export async function placeIn(context: Context, courseId: string, personId: string) {
  const { tx } = context
  const course = found(await courseById(tx, courseId))
  if (course.openedAt === null || course.closedAt !== null) return null
  const standing = await standingOf(tx, course, { ...today(context), only: personId })
  if (!standing) return null
  return { course, standing, parts: partsFor((await partsOf(tx, courseId)).map(asPart), standing.doneParts) }
}

/** What is the reader's own to do, and what they are to see others do: no more of anybody. */
export async function myCourses(context: Context): Promise<z.input<(typeof contract.myCourses)['output']>> {
  const { tx, me } = context
  if (!me.id) return { courses: [], toSign: [] }
  const courses: MyCourse[] = []
  for (const { id } of await openCourses(tx)) {
    const place = await placeIn(context, id, me.id)
    if (!place) continue
    const { course, standing, parts } = place
    const { name, about, organizationName } = course
    const { dueOn, state, asked } = standing
    courses.push({ id, name, about, organizationName, dueOn, state, parts, asked })
  }
  return { courses: courses.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)), toSign: await toSign(context, me.id) }
}

/** Only those for whom this part is the next. */
async function toSign(context: Context, signerId: string): Promise<ToSign[]> {
  const { tx } = context
  const waiting: ToSign[] = []
  for (const { id: partId, courseId, title } of await signOffsOf(tx, signerId)) {
    const course = found(await courseById(tx, courseId))
    if (course.openedAt === null || course.closedAt !== null) continue
    const people = await waitingFor(tx, course, partId, today(context))
    waiting.push(...people.map((person) => ({ partId, title, courseName: course.name, ...person })))
  }
  return waiting
}

/** A part that is somebody's next, of a kind that may be finished this way. */
export async function nextPart(context: Context, partId: string, personId: string) {
  const part = found(await partById(context.tx, partId))
  found(part.removedAt === null || null)
  const place = await placeIn(context, part.courseId, personId)
  refuse(place ? null : 'notInAudience')
  const mine = found(found(place).parts.find(({ id }) => id === partId))
  refuse(mine.open || mine.done ? null : 'earlierPartsFirst')
  return { part, done: mine.done }
}
