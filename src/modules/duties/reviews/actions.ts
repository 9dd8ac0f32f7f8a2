import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { allow, found, refuse } from '../../../platform/errors.ts'
import { dayIn } from '../../../platform/zone.ts'
import { checklistOf } from '../../checks/checklists/actions.ts'
import { raiseFindings } from '../../checks/findings/actions.ts'
import { notify } from '../../notices/actions.ts'
import { organizationNamed } from '../../organizations/actions.ts'
import { peopleNamed } from '../../organizations/people/actions.ts'
import { countsBehind } from '../kept/actions.ts'
import type * as contract from './contract.ts'
import { asOffice, figuresFor } from './figures/actions.ts'
import { reviewSent } from './matters.ts'
import * as queries from './queries.ts'
import { doingRefusal, finishingRefusal, foundIn, mayDo, mayPlan, sendingRefusal, withGiven } from './rules.ts'
import { seenReview } from './seeing/actions.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
type One = { reviewId: string }

export async function planReview(context: Context, input: In<typeof contract.planReview>) {
  const { tx, me, now } = context
  const { path } = await organizationNamed(context, input.organizationId)
  allow(mayPlan(me, path))
  const { use, version, retired } = await checklistOf(context, input.checklistId)
  refuse(use === 'review' && !retired ? null : 'otherUse')
  await peopleNamed(context, [input.reviewerId])
  const id = newId()
  await queries.insertReview(tx, { ...input, id, checklistVersion: version, createdAt: now })
  return { id }
}

/** Held still, for whoever does it. */
async function heldReview(context: Context, id: string): Promise<queries.ReviewOf> {
  await queries.holdReview(context.tx, id)
  const review = await seenReview(context, id)
  allow(mayDo(context.me, review))
  return review
}

export async function keepReview(context: Context, { reviewId, ...kept }: In<typeof contract.keepReview>) {
  refuse(doingRefusal(await heldReview(context, reviewId)))
  await queries.keepAnswers(context.tx, reviewId, kept)
  return { done: true as const }
}

export async function sendReview(context: Context, { reviewId }: One) {
  const { tx, me, now } = context
  const review = await heldReview(context, reviewId)
  refuse(doingRefusal(review))
  const { name, content } = await checklistOf(context, review.checklistId, review.checklistVersion)
  const figures = await figuresFor(context, review, content)
  const answers = withGiven(content, review.answers, figures)
  refuse(sendingRefusal(content, answers))
  const counts = await countsBehind(asOffice(context, review), Object.values(figures))
  await queries.send(tx, reviewId, { answers, figures, counts, sentAt: now })
  const all = foundIn(content, answers, review.more, me.language === 'en' ? ': ' : '：')
  const { organizationId } = review
  const origin = { organizationId, origin: 'review' as const, originId: reviewId, actions: [] }
  const ids = await raiseFindings(
    context,
    all.map(({ words, grade, fault }) => ({ ...origin, words, grade, fault })),
  )
  await queries.insertFindings(
    tx,
    ids.map((findingId, i) => ({ reviewId, findingId, position: i, question: all[i]?.question ?? null })),
  )
  await notify(context, {
    personIds: await queries.answeringPeople(tx, organizationId, dayIn(me.timeZone, now)),
    matter: reviewSent,
    key: reviewId,
    values: { name, office: review.organizationName, count: ids.length },
    link: `/reviews/${reviewId}`,
  })
  return { done: true as const }
}

export async function finishReview(context: Context, { reviewId }: One) {
  const { tx, me, now } = context
  const review = await heldReview(context, reviewId)
  const answers = (await queries.answersTo(tx, reviewId)).map(({ answer }) => answer)
  refuse(finishingRefusal(review, answers))
  await queries.settle(tx, reviewId, { finalAt: now, finalBy: found(me.id) })
  return { done: true as const }
}

export async function removeReview(context: Context, { reviewId }: One) {
  refuse(doingRefusal(await heldReview(context, reviewId)))
  await queries.settle(context.tx, reviewId, { removedAt: context.now })
  return { done: true as const }
}

export async function bringBackReview(context: Context, { reviewId }: One) {
  const review = found(await queries.reviewById(context.tx, reviewId))
  found(mayDo(context.me, review) || null)
  await queries.settle(context.tx, reviewId, { removedAt: null })
  return { done: true as const }
}
