import type { Context } from '../../../../platform/context.ts'
import { allow, found } from '../../../../platform/errors.ts'
import type { CourseRecord } from '../queries.ts'
import { holdCourse } from '../queries.ts'
import { mayKeep } from '../rules.ts'
import { seenCourse } from '../seeing/actions.ts'

/** The course, held still, for whoever keeps it. */
export async function kept(context: Context, courseId: string, { hold } = { hold: true }): Promise<CourseRecord> {
  if (hold) found(await holdCourse(context.tx, courseId))
  const course = await seenCourse(context, courseId)
  allow(mayKeep(context.me, course.path))
  return course
}
