import { addDays, weekdayOf, yearOf } from '../../../platform/zone.ts'

/** The days that differ from their weekday, and the years for which they have been announced. */
export type WorkingCalendar = {
  special: ReadonlyMap<string, { name: string; works: boolean }>
  published: ReadonlySet<number>
}

/** A public holiday is off, a make-up day is worked, any other day is as its weekday says. */
export const isWorkday = (day: string, { special }: WorkingCalendar): boolean =>
  special.get(day)?.works ?? weekdayOf(day) <= 5

/** Off although its weekday is worked, or a holiday that falls on a weekend. */
export const isHoliday = (day: string, { special }: WorkingCalendar): boolean => special.get(day)?.works === false

/** A weekend day that is worked to make up for a holiday. */
export const isMakeupWorkday = (day: string, { special }: WorkingCalendar): boolean =>
  special.get(day)?.works === true && weekdayOf(day) > 5

/** The first working day after this one. */
export function nextWorkday(day: string, calendar: WorkingCalendar): string {
  let next = addDays(day, 1)
  while (!isWorkday(next, calendar)) next = addDays(next, 1)
  return next
}

/** Are this day's holidays known? If not, whoever is shown a plan for it must be told. */
export const isAnnounced = (day: string, { published }: WorkingCalendar): boolean => published.has(yearOf(day))

export type SpecialDayRefusal = 'sameAsWeekday'

/** A special day that says what its weekday says anyway is a slip, unless it names a holiday on a weekend. */
export const specialDayRefusal = (day: string, works: boolean): SpecialDayRefusal | null =>
  works && weekdayOf(day) <= 5 ? 'sameAsWeekday' : null
