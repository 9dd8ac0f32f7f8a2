import { addDays, dayIn } from '../../../platform/zone.ts'
import type { ActivitySummary, Calendar } from '../contract.ts'

export type Days = ReadonlyMap<string, ActivitySummary[]>

/** The activities of each day from `from` to before `to`; one that lasts several days stands on each. */
export function byDay({ activities, timeZone }: Calendar, from: string, to: string): Days {
  const days = new Map<string, ActivitySummary[]>()
  for (let day = from; day < to; day = addDays(day, 1)) days.set(day, [])
  for (const activity of activities) {
    const last = dayIn(timeZone, new Date(activity.endsAt.getTime() - 1))
    for (let day = dayIn(timeZone, activity.startsAt); day <= last; day = addDays(day, 1)) days.get(day)?.push(activity)
  }
  return days
}

export const specialOf = ({ specialDays }: Calendar) => new Map(specialDays.map((one) => [one.date, one]))
