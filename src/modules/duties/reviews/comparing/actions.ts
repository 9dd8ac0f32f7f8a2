import type { Context } from '../../../../platform/context.ts'
import { checklistOf } from '../../../checks/checklists/actions.ts'
import type { Answers, Asked } from '../../../checks/checklists/contract.ts'
import { isFine, questionsOf } from '../../../checks/checklists/rules.ts'
import { findingsOf } from '../../../checks/findings/actions.ts'
import type { Figure } from '../../../indicators/contract.ts'
import type { Comparison } from '../contract.ts'
import * as queries from '../queries.ts'
import { figuresThen, readReview, seenReview } from '../seeing/actions.ts'

const most = 3

type Then = { asked: readonly Asked[]; answers: Answers; figures: Readonly<Record<string, Figure>> }

/** Beside its own past alone: what an earlier version of the list asked in other words is told by its mark. */
export async function compareReview(context: Context, { reviewId }: { reviewId: string }): Promise<Comparison> {
  const { tx } = context
  const review = await seenReview(context, reviewId)
  const { organization, checklist, content, answers, figures } = await readReview(context, { reviewId })
  const earlier = await queries.earlierThan(tx, review, most)
  const all = [review, ...earlier]
  const findings = await findingsOf(
    context,
    'review',
    all.map(({ id }) => id),
  )
  const past: Then[] = []
  for (const one of earlier) {
    const list = await checklistOf(context, one.checklistId, one.checklistVersion)
    past.push({ asked: questionsOf(list.content), answers: one.answers, figures: figuresThen(one) ?? {} })
  }
  const asked = questionsOf(content)
  return {
    organization,
    checklist,
    reviews: all.map(({ id, period, plannedOn }) => {
      const own = findings.filter(({ originId }) => originId === id)
      return { id, period, plannedOn, findings: own.length, closed: own.filter(({ closedAt }) => closedAt).length }
    }),
    questions: asked.map(({ id, text }) => ({
      id,
      text,
      given: [{ asked, answers, figures }, ...past].map((then) => {
        const question = then.asked.find((one) => one.id === id)
        const value = then.answers[id]?.value
        if (!question || value === undefined) return null
        return { value, fine: isFine(question, value), figure: then.figures[id] ?? null }
      }),
    })),
  }
}
