import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { allow, found, refuse } from '../../../../platform/errors.ts'
import { addActions } from '../../../checks/findings/actions.ts'
import type * as contract from '../contract.ts'
import * as queries from '../queries.ts'
import { answeringRefusal, mayAnswer } from '../rules.ts'
import { seenReview } from '../seeing/actions.ts'

/** Said again, it is what counts; what was to be done before stays with the finding. */
export async function answerFinding(context: Context, input: z.output<(typeof contract.answerFinding)['input']>) {
  const { tx, me, now } = context
  const { reviewId, findingId, words, action } = input
  await queries.holdReview(tx, reviewId)
  const review = await seenReview(context, reviewId)
  found((await queries.answersTo(tx, reviewId)).find((one) => one.findingId === findingId))
  allow(mayAnswer(me, review))
  refuse(answeringRefusal(review))
  const said = { answer: words, answeredBy: found(me.id), answeredAt: now }
  await queries.answer(tx, { reviewId, findingId, ...said })
  if (action) await addActions(context, [{ ...action, findingId, at: now }])
  return { done: true as const }
}
