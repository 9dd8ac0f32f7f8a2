import type { Context } from '../../../../platform/context.ts'
import { notify } from '../../../notices/actions.ts'
import { courseDue } from '../matters.ts'
import { standingOf } from '../progress/rules.ts'
import * as queries from '../queries.ts'
import { dueOn, reminderDue } from '../rules.ts'
import { todayOf } from '../seeing/actions.ts'

/** Notes who has come in and who has gone, and which rounds are done. */
export async function settleCourse(context: Context, courseId: string): Promise<void> {
  const { tx, me } = context
  const course = await queries.courseById(tx, courseId)
  if (!course?.openedAt || course.closedAt) return
  const today = todayOf(context)
  await queries.settleMembers(tx, course, today, dueOn(course, today))
  const parts = await queries.partsOf(tx, courseId)
  for (const member of await queries.membersOf(tx, course, { today, zone: me.timeZone })) {
    const { finishedOn } = standingOf(course, parts, member, today)
    if (finishedOn) await queries.setDone(tx, courseId, member.personId, finishedOn)
  }
}

/** The same for one person who has just done something. */
export async function settlePerson(context: Context, courseId: string, personId: string): Promise<void> {
  const { tx, me } = context
  const course = await queries.courseById(tx, courseId)
  if (!course) return
  const today = todayOf(context)
  const parts = await queries.partsOf(tx, courseId)
  const [member] = await queries.membersOf(tx, course, { today, zone: me.timeZone, only: personId })
  const finishedOn = member && standingOf(course, parts, member, today).finishedOn
  if (finishedOn) await queries.setDone(tx, courseId, personId, finishedOn)
}

/** Every morning: audiences as they are today, and reminders of what is due, each once. */
export async function keepCourses(context: Context): Promise<void> {
  const { tx, me } = context
  const today = todayOf(context)
  for (const course of await queries.openCourses(tx)) {
    await settleCourse(context, course.id)
    const parts = await queries.partsOf(tx, course.id)
    for (const member of await queries.membersOf(tx, course, { today, zone: me.timeZone })) {
      const { state, dueOn: due } = standingOf(course, parts, member, today)
      const days = state === 'todo' ? reminderDue(due, today) : null
      if (days === null) continue
      await notify(context, {
        personIds: [member.personId],
        matter: courseDue,
        key: `${course.id} ${due} ${days}`,
        values: { course: course.name, due },
        link: '/learning',
      })
    }
  }
}

/** A quiz is done: perhaps the last part of a course. */
export async function followQuiz(context: Context, { quizId, personId }: { quizId: string; personId: string }) {
  for (const courseId of await queries.coursesWithQuiz(context.tx, quizId))
    await settlePerson(context, courseId, personId)
}

/** For whom this quiz is a part of a required course that is not done yet. */
export async function membersToPass(context: Context, quizId: string): Promise<string[]> {
  const { tx, me } = context
  const today = todayOf(context)
  const waiting: string[] = []
  for (const courseId of await queries.coursesWithQuiz(tx, quizId)) {
    const course = await queries.courseById(tx, courseId)
    if (!course?.openedAt || course.closedAt) continue
    const parts = await queries.partsOf(tx, courseId)
    const asked = parts.filter((part) => part.quizId === quizId)
    for (const member of await queries.membersOf(tx, course, { today, zone: me.timeZone })) {
      const { state, isDone } = standingOf(course, parts, member, today)
      const owes = (state === 'todo' || state === 'late') && asked.some(({ id }) => !isDone(id))
      if (owes) waiting.push(member.personId)
    }
  }
  return waiting
}
