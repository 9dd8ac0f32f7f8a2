import type { Context } from '../../../../../platform/context.ts'
import { found } from '../../../../../platform/errors.ts'
import { quizById } from '../../queries.ts'
import { holdAttempt, overdue } from '../queries.ts'
import { close } from '../scoring/actions.ts'

/** Whoever did not hand in is handed in when the time is over, with what they had answered by then. */
export async function closeOverdue(context: Context): Promise<void> {
  const { tx, now } = context
  for (const id of await overdue(tx, now)) {
    const attempt = found(await holdAttempt(tx, id))
    const quiz = await quizById(tx, attempt.quizId)
    if (!attempt.submittedAt) await close(context, attempt, { passPercent: quiz?.passPercent ?? 0 })
  }
}
