import type { Context } from '../../../../platform/context.ts'
import { factNamed } from '../../../../platform/facts.ts'
import type { Content } from '../../../checks/checklists/contract.ts'
import { figures } from '../../../indicators/actions.ts'
import { type Figure, Question } from '../../../indicators/contract.ts'
import { indicatorQuestions } from '../../../indicators/named/actions.ts'

export type Reviewed = { organizationId: string; path: string; period: string }

/** Who reviews reads the figures of that part, whatever else they may count. */
export const asOffice = (context: Context, { organizationId, path }: Reviewed): Context => ({
  ...context,
  me: { ...context.me, roles: [{ role: 'auditor', organizationId, path }] },
})

/** What records say to the questions that name an indicator, by their marks; counted together. */
export async function figuresFor(
  context: Context,
  review: Reviewed,
  content: Content,
): Promise<Record<string, Figure>> {
  const asking = content.sections
    .flatMap(({ questions }) => questions)
    .flatMap(({ id, indicatorId }) => (indicatorId ? [{ id, indicatorId }] : []))
  const named = await indicatorQuestions(context, [...new Set(asking.map(({ indicatorId }) => indicatorId))])
  const asked = asking.flatMap(({ id, indicatorId }) => {
    const known = named.get(indicatorId)?.question
    const read = Question.safeParse({ ...known, period: review.period, scope: review.organizationId })
    return read.success && factNamed(read.data.fact)?.measures[read.data.measure] ? [{ id, question: read.data }] : []
  })
  const counted = await figures(
    asOffice(context, review),
    asked.map(({ question }) => question),
  )
  return Object.fromEntries(asked.flatMap(({ id }, i) => (counted[i] ? [[id, counted[i]]] : [])))
}
