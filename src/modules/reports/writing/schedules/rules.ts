import { addDays, weekdayOf } from '../../../../platform/zone.ts'
import type { WorkingCalendar } from '../../../organizations/working-days/rules.ts'
import { type Due, dueFor, hasCome } from '../../rhythm/rules.ts'

export const scheduleKinds = ['weekly', 'monthly'] as const
export type ScheduleKind = (typeof scheduleKinds)[number]

/**
 * The draft that is due at this time of the office's clock ('YYYY-MM-DDTHH:MM'): of last week from Monday on, of last month from
 * its successor's first working day on. What was missed while nothing ran comes later, as long as its period is the last one.
 */
export function dueNow(kind: ScheduleKind, clock: string, calendar: WorkingCalendar): Due | null {
  const today = clock.slice(0, 10)
  const due = kind === 'weekly' ? weekDue(today) : dueFor('month', today, calendar)
  return hasCome(due, clock) ? due : null
}

function weekDue(today: string): Due {
  const monday = addDays(today, 1 - weekdayOf(today))
  return { period: `${addDays(monday, -7)}..${addDays(monday, -1)}`, on: monday }
}
