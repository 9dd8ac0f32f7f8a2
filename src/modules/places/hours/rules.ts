import { timeIn, wallClock, weekdayOf } from '../../../platform/zone.ts'

/** One span of a week's opening hours: Monday is 1; times are 'HH:MM' of the station's own clock. */
export type Opening = { weekday: number; opens: string; closes: string }

export type HoursRefusal = 'hoursEndBeforeStart' | 'hoursOverlap'

export function hoursRefusal(hours: readonly Opening[]): HoursRefusal | null {
  if (hours.some((one) => one.closes <= one.opens)) return 'hoursEndBeforeStart'
  const sorted = [...hours].sort((a, b) => a.weekday - b.weekday || (a.opens < b.opens ? -1 : 1))
  const overlaps = sorted.some((one, i) => {
    const next = sorted[i + 1]
    return next?.weekday === one.weekday && next.opens < one.closes
  })
  return overlaps ? 'hoursOverlap' : null
}

export const hoursOn = (hours: readonly Opening[], day: string): Opening[] =>
  hours.filter((one) => one.weekday === weekdayOf(day)).sort((a, b) => (a.opens < b.opens ? -1 : 1))

/** Is it open at this instant? Nobody said so when no hours are known. */
export function isOpen(hours: readonly Opening[], at: Date, zone: string): boolean | null {
  if (hours.length === 0) return null
  const time = timeIn(zone, at)
  return hoursOn(hours, wallClock(at, zone).slice(0, 10)).some((one) => one.opens <= time && time < one.closes)
}

/** Weekdays with the same spans together, in order: 'Mon to Fri 8:30–17:30' is one line. */
export function grouped(
  hours: readonly Opening[],
): { weekdays: number[]; spans: { opens: string; closes: string }[] }[] {
  const groups = new Map<string, { weekdays: number[]; spans: { opens: string; closes: string }[] }>()
  for (let weekday = 1; weekday <= 7; weekday++) {
    const spans = hours
      .filter((one) => one.weekday === weekday)
      .map(({ opens, closes }) => ({ opens, closes }))
      .sort((a, b) => (a.opens < b.opens ? -1 : 1))
    if (spans.length === 0) continue
    const key = JSON.stringify(spans)
    const group = groups.get(key) ?? { weekdays: [], spans }
    group.weekdays.push(weekday)
    groups.set(key, group)
  }
  return [...groups.values()]
}
