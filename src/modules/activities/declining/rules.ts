import type { ParticipationState } from '../contract.ts'

export type DeclineRefusal = 'activityBegun' | 'declineNotExpected' | 'declineByShift' | 'nothingDeclined'

type Asked = { startsAt: Date; cancelledAt: Date | null; mine: ParticipationState | null; declined: string | null }
const byShift: readonly (ParticipationState | null)[] = ['registered', 'waitlisted', 'confirmed']
type Refusal = DeclineRefusal | 'activityCancelled'

function timeRefusal({ startsAt, cancelledAt }: Asked, now: Date): Refusal | null {
  if (cancelledAt) return 'activityCancelled'
  return startsAt <= now ? 'activityBegun' : null
}

/** Whoever is expected says beforehand that they will not come; who signed up for a shift withdraws from that. */
export function declineRefusal(activity: Asked, now: Date): Refusal | null {
  const early = timeRefusal(activity, now)
  if (early) return early
  if (activity.mine === 'invited') return null
  return byShift.includes(activity.mine) ? 'declineByShift' : 'declineNotExpected'
}

/** Whoever said so may come after all. */
export const returnRefusal = (activity: Asked, now: Date): Refusal | null =>
  timeRefusal(activity, now) ?? (activity.declined === null ? 'nothingDeclined' : null)
