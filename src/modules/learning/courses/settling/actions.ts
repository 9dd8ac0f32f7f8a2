import type { Context } from '../../../../platform/context.ts'
import { notify } from '../../../notices/actions.ts'
import { courseDue } from '../matters.ts'
import { coursesWithQuiz } from '../parts/queries.ts'
import { courseById, openCourses } from '../queries.ts'
import { reminderDue, remindersBefore } from '../rules.ts'
import { todayOf } from '../seeing/actions.ts'
import { findCorrections } from '../withdrawing/actions.ts'
import { dueWithin, noteDone, owing, settle } from './queries.ts'

const asked = (context: Context) => ({ today: todayOf(context), zone: context.me.timeZone })

/** Notes who has come in and who has gone, and which rounds are done. */
export async function settleCourse(context: Context, courseId: string): Promise<void> {
  const course = await courseById(context.tx, courseId)
  if (course?.openedAt && !course.closedAt) await settle(context.tx, course, asked(context), context.now)
}

/** Whether one person, who has just done something, has done all. */
export async function settlePerson(context: Context, courseId: string, personId: string): Promise<void> {
  const course = await courseById(context.tx, courseId)
  if (course?.openedAt && !course.closedAt) {
    await noteDone(context.tx, course, { ...asked(context), only: personId }, context.now)
  }
}

/** Every morning: audiences as they are today, and reminders of what is due, each once. */
export async function keepCourses(context: Context): Promise<void> {
  const { tx } = context
  const today = todayOf(context)
  await findCorrections(context)
  for (const course of await openCourses(tx)) {
    await settleCourse(context, course.id)
    const due = await dueWithin(tx, course, asked(context), Math.max(...remindersBefore))
    for (const [on, people] of Map.groupBy(due, ({ dueOn }) => dueOn)) {
      const days = reminderDue(on, today)
      if (days === null) continue
      await notify(context, {
        personIds: people.map(({ personId }) => personId),
        matter: courseDue,
        key: `${course.id} ${on} ${days}`,
        values: { course: course.name, due: on },
        link: '/learning',
      })
    }
  }
}

/** A quiz is done: perhaps the last part of a course. */
export async function followQuiz(context: Context, { quizId, personId }: { quizId: string; personId: string }) {
  for (const courseId of await coursesWithQuiz(context.tx, quizId)) await settlePerson(context, courseId, personId)
}

/** For whom this quiz is a part of a required course that is not done yet. */
export async function membersToPass(context: Context, quizId: string): Promise<string[]> {
  const { tx } = context
  const waiting: string[] = []
  for (const courseId of await coursesWithQuiz(tx, quizId)) {
    const course = await courseById(tx, courseId)
    if (course?.openedAt && !course.closedAt) waiting.push(...(await owing(tx, course, asked(context), quizId)))
  }
  return waiting
}
