import type { Me } from '../../../platform/context.ts'
import { daysBetween } from '../../../platform/zone.ts'
import { can } from '../../organizations/rules.ts'
import type { TopicFields } from './contract.ts'

type Asker = Pick<Me, 'roles'>

/** Whoever plans for the place where the group is kept drafts its plan; whoever organizes that place agrees it. */
export const mayDraft = (me: Asker, groupPath: string): boolean => can(me, 'planActivities', groupPath)
export const mayAgree = (me: Asker, groupPath: string): boolean => can(me, 'organize', groupPath)

export type PlanRefusal =
  | 'planThere'
  | 'planChangedMeanwhile'
  | 'topicTwice'
  | 'topicMonths'
  | 'noTopics'
  | 'noDraft'
  | 'changeNeedsReason'
  | 'notFree'

export function topicsRefusal(topics: readonly TopicFields[]): PlanRefusal | null {
  const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length
  if (!distinct(topics.map(({ title }) => title)) || !distinct(topics.map(({ id }) => id))) return 'topicTwice'
  return topics.some(({ fromMonth, toMonth }) => toMonth < fromMonth) ? 'topicMonths' : null
}

/** Nothing is agreed without topics, and no change of what was agreed without a reason. */
export function agreeRefusal(
  draft: { number: number; topics: readonly TopicFields[] } | null,
  reason: string | null,
): PlanRefusal | null {
  if (!draft) return 'noDraft'
  if (draft.topics.length === 0) return 'noTopics'
  return draft.number > 1 && !reason ? 'changeNeedsReason' : null
}

/** Somebody else wrote since the form was opened. */
export const writeRefusal = (draft: { revision: number } | null, openedWith: number | null): PlanRefusal | null =>
  draft && draft.revision !== openedWith ? 'planChangedMeanwhile' : null

export const monthOf = (day: string): number => Number(day.slice(5, 7))

/** The last day of the topic's months. */
const lastDayOf = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
export const isOver = (toMonth: number, year: number, today: string): boolean =>
  daysBetween(lastDayOf(year, toMonth), today) > 0
