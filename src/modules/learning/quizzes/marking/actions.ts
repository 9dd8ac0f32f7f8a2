import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { allow, found, NotFound, refuse } from '../../../../platform/errors.ts'
import { can } from '../../../organizations/rules.ts'
import { seenQuiz } from '../actions.ts'
import { isPass } from '../rules.ts'
import { closeAttempt, holdAttempt } from '../sitting/queries.ts'
import { attemptClosed, scoredAnswers, totalOf } from '../sitting/scoring/actions.ts'
import type * as contract from './contract.ts'
import * as queries from './queries.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

async function markers(context: Context, quizId: string) {
  const quiz = await seenQuiz(context, quizId)
  allow(can(context.me, 'keepQuestions', quiz.path))
  return quiz
}

export async function listToMark(context: Context, { quizId }: In<typeof contract.listToMark>) {
  const { name } = await markers(context, quizId)
  return { quizName: name, answers: await queries.unmarked(context.tx, quizId) }
}

/** The last mark of an attempt makes its score. A mark may be corrected. */
export async function markAnswer(
  context: Context,
  { quizId, attemptId, position, share }: In<typeof contract.markAnswer>,
) {
  const { tx, me, now } = context
  const { passPercent } = await markers(context, quizId)
  const attempt = found(await holdAttempt(tx, attemptId))
  if (attempt.quizId !== quizId) throw new NotFound()
  const { submittedAt, most, personId } = attempt
  if (!submittedAt) return refuse('attemptNotOver') as never
  const scored = await scoredAnswers(tx, attempt)
  const marked = scored[position]
  if (marked?.asked.kind !== 'text' || marked.erased) throw new NotFound()
  if (!(await queries.setShare(tx, { attemptId, position, share, by: found(me.id), at: now }))) throw new NotFound()
  const score = totalOf(await scoredAnswers(tx, attempt))
  if (score === null) return { done: true as const, score }
  await closeAttempt(tx, attemptId, { submittedAt, score, passed: isPass(score, most, passPercent) })
  await context.publish(attemptClosed, { quizId, attemptId, personId })
  return { done: true as const, score }
}
