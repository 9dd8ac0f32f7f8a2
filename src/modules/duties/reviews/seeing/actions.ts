import { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { found } from '../../../../platform/errors.ts'
import { checklistOf } from '../../../checks/checklists/actions.ts'
import { findingsOf } from '../../../checks/findings/actions.ts'
import { Figure } from '../../../indicators/contract.ts'
import { organizationNamed } from '../../../organizations/actions.ts'
import { holdersOf } from '../../../organizations/rules.ts'
import { type RecordsThen, recordsThen } from '../../kept/actions.ts'
import type * as contract from '../contract.ts'
import type { Review, ReviewFinding, ReviewRow } from '../contract.ts'
import { figuresFor } from '../figures/actions.ts'
import * as queries from '../queries.ts'
import { finishingRefusal, mayAnswer, mayDo, maySee, stageOf, withGiven } from '../rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
type One = { reviewId: string }

const Figures = z.record(z.string(), Figure)
/** As they were when the review was sent; none before. */
export const figuresThen = ({ figures }: queries.ReviewOf) => (figures === null ? null : Figures.parse(figures))

/** One that the asker may not see does not exist. */
export async function seenReview({ tx, me }: Context, id: string): Promise<queries.ReviewOf> {
  const review = await queries.reviewById(tx, id)
  return found(review && review.removedAt === null && maySee(me, review) ? review : undefined)
}

export const rowOf = (review: queries.ReviewOf, checklist: string): ReviewRow => ({
  id: review.id,
  organization: { id: review.organizationId, name: review.organizationName },
  checklist: { id: review.checklistId, name: checklist },
  period: review.period,
  plannedOn: review.plannedOn,
  reviewer: { id: review.reviewerId, name: review.reviewerName },
  stage: stageOf(review),
  findings: review.findings,
  answered: review.answered,
})

export async function listReviews(context: Context, { organizationId }: In<typeof contract.listReviews>) {
  const { tx, me } = context
  const path = organizationId && (await organizationNamed(context, organizationId)).path
  const seen = (await queries.reviewsOf(tx, path)).filter((review) => maySee(me, review))
  const names = new Map<string, string>()
  for (const id of new Set(seen.map(({ checklistId }) => checklistId)))
    names.set(id, (await checklistOf(context, id)).name)
  const writers = holdersOf('writeReports')
  return {
    reviews: seen.map((review) => rowOf(review, names.get(review.checklistId) ?? '')),
    mayPlan: me.roles.some(({ role }) => writers.includes(role)),
  }
}

export async function foundOf(context: Context, reviewId: string): Promise<ReviewFinding[]> {
  const findings = new Map((await findingsOf(context, 'review', [reviewId])).map((one) => [one.id, one]))
  return (await queries.answersTo(context.tx, reviewId)).flatMap(({ findingId, question, answer, ...answered }) => {
    const finding = findings.get(findingId)
    if (!finding) return []
    const { id, words, grade, closedAt, actions } = finding
    return [
      {
        id,
        question,
        words,
        grade,
        closedAt,
        answer,
        answeredBy: answered.answeredByName,
        answeredAt: answered.answeredAt,
        actions,
      },
    ]
  })
}

/** What the reviewer has written so far is theirs until it is sent. */
export async function readReview(context: Context, { reviewId }: One): Promise<Review> {
  const { me } = context
  const review = await seenReview(context, reviewId)
  const { name, content } = await checklistOf(context, review.checklistId, review.checklistVersion)
  const doing = mayDo(me, review)
  const shown = doing || review.sentAt !== null
  const figures = figuresThen(review) ?? (doing ? await figuresFor(context, review, content) : {})
  const findings = await foundOf(context, reviewId)
  const answers = findings.map(({ answer }) => answer)
  return {
    ...rowOf(review, name),
    content,
    answers: shown ? withGiven(content, review.answers, figures) : {},
    figures,
    more: shown ? review.more : [],
    seen: shown ? review.seen : '',
    found: findings,
    sentAt: review.sentAt,
    finalAt: review.finalAt,
    mayDo: doing && review.sentAt === null,
    mayAnswer: mayAnswer(me, review) && stageOf(review) === 'sent',
    mayFinish: doing && finishingRefusal(review, answers) === null,
  }
}

export async function reviewRecords(
  context: Context,
  { reviewId, ...asked }: In<typeof contract.reviewRecords>,
): Promise<RecordsThen> {
  await seenReview(context, reviewId)
  return recordsThen(context, await queries.recordIdsOf(context.tx, reviewId, asked.question), asked)
}
