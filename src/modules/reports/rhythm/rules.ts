import { daysBetween } from '../../../platform/zone.ts'
import { type Period, periodAfter, periodBefore, periodOf, periodText } from '../../indicators/period/rules.ts'
import { isWorkday, nextWorkday, type WorkingCalendar } from '../../organizations/working-days/rules.ts'

export const rhythms = ['month', 'quarter', 'year'] as const
export type Rhythm = (typeof rhythms)[number]

/** What is made for a period, and the day on which it is made. */
export type Due = { period: string; on: string }

/** It is there when people come to work. */
const begins = '08:00'

/** Has its time come on the office's clock ('YYYY-MM-DDTHH:MM')? */
export function hasCome({ on }: Pick<Due, 'on'>, clock: string): boolean {
  const [today = '', time = ''] = clock.split('T')
  return on < today || (on === today && time >= begins)
}

/** What is due after a period is over: on the first working day of the one that follows. */
function dueIn(following: Period, calendar: WorkingCalendar): Due {
  const on = isWorkday(following.from, calendar) ? following.from : nextWorkday(following.from, calendar)
  return { period: periodText(periodBefore(following)), on }
}

/** Of the last month, quarter or year that is over; its day may be still to come. */
export const dueFor = (rhythm: Rhythm, today: string, calendar: WorkingCalendar): Due =>
  dueIn(periodOf(rhythm, today), calendar)

/** The first that is still to come. */
export function nextDue(rhythm: Rhythm, clock: string, calendar: WorkingCalendar): Due {
  const now = periodOf(rhythm, clock.slice(0, 10))
  const due = dueIn(now, calendar)
  return hasCome(due, clock) ? dueIn(periodAfter(now), calendar) : due
}

/** What is set up today makes nothing of a period whose day was before. */
export const isSince = (fromDate: string, { on }: Due): boolean => daysBetween(fromDate, on) >= 0
