import type { Context } from '../../../platform/context.ts'
import type { QuestionKind } from '../bank/contract.ts'
import { quizById } from '../quizzes/queries.ts'
import { isPass } from '../quizzes/rules.ts'
import { attemptsBy, closeAttempt } from '../quizzes/sitting/queries.ts'
import { isAnswered } from '../quizzes/sitting/rules.ts'
import { scoredAnswers, totalOf } from '../quizzes/sitting/scoring/actions.ts'
import * as queries from './queries.ts'

/** Answered in words of one's own. */
const typed: readonly QuestionKind[] = ['text', 'fill', 'number', 'several']

/** What was learnt stays counted under a number that nobody can be found by. */
export async function forget(context: Pick<Context, 'tx'>, personId: string): Promise<void> {
  await queries.withoutName(context.tx, personId)
  await eraseAnswers(context, personId)
}

/** What they typed goes; the share that each answer has earned stays in its place. What nobody has marked yet earns nothing. */
async function eraseAnswers({ tx }: Pick<Context, 'tx'>, personId: string): Promise<void> {
  for (const attempt of await attemptsBy(tx, personId)) {
    const scored = await scoredAnswers(tx, attempt)
    const erased = scored.flatMap(({ asked, answer, share }, position) =>
      typed.includes(asked.kind) && isAnswered(answer) ? [{ attemptId: attempt.id, position, share: share ?? 0 }] : [],
    )
    if (erased.length === 0) continue
    await queries.erase(tx, erased)
    const { submittedAt, most, quizId } = attempt
    const score = totalOf(await scoredAnswers(tx, attempt))
    if (!submittedAt || attempt.score !== null || score === null) continue
    const quiz = await quizById(tx, quizId)
    await closeAttempt(tx, attempt.id, { submittedAt, score, passed: isPass(score, most, quiz?.passPercent ?? 0) })
  }
}
