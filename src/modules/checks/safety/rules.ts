import type { Me } from '../../../platform/context.ts'
import { addDays } from '../../../platform/zone.ts'
import { can } from '../../organizations/rules.ts'
import type { Answers, Asked, Content } from '../checklists/contract.ts'
import { applying, isAnswer, resultOf } from '../checklists/rules.ts'
import type { checkStates, Hazard } from './contract.ts'

export type CheckRefusal =
  | 'checkDoneAlready'
  | 'answersMissing'
  | 'answerUnfit'
  | 'hazardElsewhere'
  | 'onlyOwnPlaces'
  | 'ruleUnreadable'
  | 'notForSafety'
  | 'photosTooMany'

/** Only the office's own stations and rooms, by whoever checks at the organization that keeps them. */
export const mayCheck = (me: Pick<Me, 'roles'>, path: string | null): boolean =>
  path !== null && can(me, 'doChecks', path)
export const mayPlan = (me: Pick<Me, 'roles'>, path: string | null): boolean =>
  path !== null && can(me, 'managePlaces', path)

/** An address belongs to others: a shop, a home. It is never checked. */
export const placeRefusal = ({ kind, path }: { kind: string; path: string | null }): CheckRefusal | null =>
  kind === 'address' || path === null ? 'onlyOwnPlaces' : null

export const stateOf = (
  { plannedOn, dueOn, doneAt }: { plannedOn: string; dueOn: string; doneAt: Date | null },
  today: string,
): (typeof checkStates)[number] => {
  if (doneAt) return 'done'
  if (today > dueOn) return 'late'
  return today < plannedOn ? 'ahead' : 'due'
}

/** Why the answers are no whole check, or null. */
export function answersRefusal(content: Content, answers: Answers): CheckRefusal | null {
  for (const asked of applying(content, answers)) {
    const value = answers[asked.id]?.value ?? null
    if (value === null) return 'answersMissing'
    if (!isAnswer(asked, value)) return 'answerUnfit'
  }
  return null
}

/** So long whoever answers for it has by default. */
const daysFor = { danger: 0, major: 3, minor: 14 } as const
export const dueFor = (grade: Hazard['grade'], today: string): string => addDays(today, daysFor[grade])

/** As it stands in the answers alone: what whoever checks may then say more exactly. */
export const plainHazard = (
  asked: Asked,
  { placeId, ownerId, today }: { placeId: string; ownerId: string; today: string },
): Hazard => ({
  questionId: asked.id,
  grade: asked.grade,
  words: '',
  placeId,
  pin: null,
  ownerId,
  dueOn: dueFor(asked.grade, today),
})

/** One hazard for each answer that is not in order, in the list's order, as told or else as it stands in the answers. */
export function hazardsOf(
  content: Content,
  answers: Answers,
  told: readonly Hazard[],
  plain: Parameters<typeof plainHazard>[1],
): { asked: Asked; hazard: Hazard }[] {
  const amiss = new Set(resultOf(content, answers).amiss)
  return applying(content, answers)
    .filter(({ id }) => amiss.has(id))
    .map((asked) => ({
      asked,
      hazard: told.find(({ questionId }) => questionId === asked.id) ?? plainHazard(asked, plain),
    }))
}

/** What a hazard is called: the question, what whoever checked wrote to it, and its own words. */
export const wordsOf = (asked: Asked, hazard: Pick<Hazard, 'words'>, answers: Answers): string =>
  [asked.text, hazard.words || answers[asked.id]?.note].filter(Boolean).join('：').slice(0, 1000)
