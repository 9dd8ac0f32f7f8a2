import { addDays, daysBetween, weekdayOf } from '../../../../platform/zone.ts'
import { periodBefore, periodOf, periodText } from '../../../indicators/period/rules.ts'
import { isWorkday, nextWorkday, type WorkingCalendar } from '../../../organizations/working-days/rules.ts'

export const scheduleKinds = ['weekly', 'monthly'] as const
export type ScheduleKind = (typeof scheduleKinds)[number]

/** A draft is there when people come to work. */
const begins = '08:00'

export type Due = { period: string; on: string }

/**
 * The draft that is due at this time of the office's clock ('YYYY-MM-DDTHH:MM'): of last week from Monday on, of last month from
 * its successor's first working day on. What was missed while nothing ran comes later, as long as its period is the last one.
 */
export function dueNow(kind: ScheduleKind, clock: string, calendar: WorkingCalendar): Due | null {
  const [today = '', time = ''] = clock.split('T')
  const due = kind === 'weekly' ? weekDue(today) : monthDue(today, calendar)
  const hasCome = due.on < today || (due.on === today && time >= begins)
  return hasCome ? due : null
}

function weekDue(today: string): Due {
  const monday = addDays(today, 1 - weekdayOf(today))
  return { period: `${addDays(monday, -7)}..${addDays(monday, -1)}`, on: monday }
}

function monthDue(today: string, calendar: WorkingCalendar): Due {
  const month = periodOf('month', today)
  const on = isWorkday(month.from, calendar) ? month.from : nextWorkday(month.from, calendar)
  return { period: periodText(periodBefore(month)), on }
}

/** A schedule set up today brings no draft of a period that was over before. */
export const isSince = (fromDate: string, { on }: Due): boolean => daysBetween(fromDate, on) >= 0
