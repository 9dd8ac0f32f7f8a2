import type { Me } from '../../../platform/context.ts'
import type { Finding } from '../../checks/findings/contract.ts'
import type { Item, Meeting } from './contract.ts'

export type MeetingRefusal =
  | 'minutesConfirmed'
  | 'noChair'
  | 'notBegun'
  | 'meetingCancelled'
  | 'notedMeanwhile'
  | 'itemHasMinutes'
  | 'emptyAgenda'

type Stands = Pick<Meeting, 'confirmedAt' | 'cancelledAt'>

/** Confirmed minutes stay as they are, and one that was called off has none. */
export function changeRefusal({ confirmedAt, cancelledAt }: Stands): MeetingRefusal | null {
  if (confirmedAt) return 'minutesConfirmed'
  return cancelledAt ? 'meetingCancelled' : null
}

export function confirmRefusal(
  meeting: Stands & Pick<Meeting, 'startsAt' | 'chair'> & { items: readonly unknown[] },
  now: Date,
): MeetingRefusal | null {
  const refusal = changeRefusal(meeting)
  if (refusal) return refusal
  if (!meeting.chair) return 'noChair'
  if (now < meeting.startsAt) return 'notBegun'
  return meeting.items.length === 0 ? 'emptyAgenda' : null
}

/** The chair alone says that the minutes are right. */
export const mayConfirm = (me: Pick<Me, 'id'>, chair: { id: string } | null): boolean =>
  me.id !== null && me.id === chair?.id

/** The chair and whoever plans meetings there write down what is said. */
export const mayNote = (me: Pick<Me, 'id'>, chair: { id: string } | null, plans: boolean): boolean =>
  plans || mayConfirm(me, chair)

/** A point that something was said or decided at stays on the agenda. */
export const removeRefusal = (gone: readonly Pick<Item, 'minutes' | 'decisions'>[]): MeetingRefusal | null =>
  gone.some(({ minutes, decisions }) => minutes !== '' || decisions.length > 0) ? 'itemHasMinutes' : null

/** How a finding stands, by the action that wants somebody most. */
export function findingState({ closedAt, actions }: Pick<Finding, 'closedAt' | 'actions'>) {
  if (closedAt) return 'closed' as const
  for (const state of ['overdue', 'open', 'done'] as const) if (actions.some((one) => one.state === state)) return state
  return 'unassigned' as const
}
