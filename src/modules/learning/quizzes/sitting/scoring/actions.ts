import type { Context } from '../../../../../platform/context.ts'
import type { Tx } from '../../../../../platform/database.ts'
import { found } from '../../../../../platform/errors.ts'
import { event } from '../../../../../platform/events.ts'
import { shareOf } from '../../../bank/scoring/rules.ts'
import type { Drawn } from '../../contract.ts'
import { isPass, tidy } from '../../rules.ts'
import { type Asked, type Attempt, answersOf, closeAttempt, questionsAt } from '../queries.ts'
import { allowed, isAnswered, meant } from '../rules.ts'

/** An attempt is over and its score, as far as no hand is needed, is known. */
export const attemptClosed = event<{ quizId: string; attemptId: string; personId: string }>('attemptClosed')

export type ScoredAnswer = {
  drawn: Drawn
  asked: Asked
  answer: readonly string[]
  share: number | null
  erased: boolean
}

/** Every question of an attempt with what was answered and the share that it earns: null where a hand must mark it. */
export async function scoredAnswers(tx: Tx, { id, drawn }: Pick<Attempt, 'id' | 'drawn'>): Promise<ScoredAnswer[]> {
  const asked = await questionsAt(tx, drawn)
  const answers = new Map((await answersOf(tx, id)).map((one) => [one.position, one]))
  return drawn.map((one, position) => {
    const question = found(asked.get(`${one.questionId} ${one.version}`))
    const given = answers.get(position)
    const answer = given?.answer ?? []
    const erased = given?.erased ?? false
    if (erased) return { drawn: one, asked: question, answer, share: given?.share ?? 0, erased }
    const marked = question.kind === 'text' && isAnswered(answer) ? (given?.share ?? null) : undefined
    const share =
      question.kind === 'text' && !isAnswered(answer)
        ? 0
        : (marked ?? shareOf(question, allowed(question.content, meant(question.kind, one, answer))))
    return { drawn: one, asked: question, answer, share, erased }
  })
}

export function totalOf(scored: readonly ScoredAnswer[]): number | null {
  if (scored.some(({ share }) => share === null)) return null
  return tidy(scored.reduce((sum, { drawn, share }) => sum + drawn.points * (share ?? 0), 0))
}

/** Scores an attempt that is held, and ends it: by its end where that has passed. */
export async function close(
  context: Context,
  attempt: Attempt,
  { passPercent }: { passPercent: number },
): Promise<{ score: number | null; passed: boolean | null }> {
  const { tx, now } = context
  const score = totalOf(await scoredAnswers(tx, attempt))
  const passed = score === null ? null : isPass(score, attempt.most, passPercent)
  const submittedAt = attempt.endsAt && attempt.endsAt < now ? attempt.endsAt : now
  await closeAttempt(tx, attempt.id, { submittedAt, score, passed })
  await context.publish(attemptClosed, { quizId: attempt.quizId, attemptId: attempt.id, personId: attempt.personId })
  return { score, passed }
}
