/** Days and clock times of a place on earth. Pure, and the same in browser and server; `day` is always 'YYYY-MM-DD'. */

const formats = new Map<string, Intl.DateTimeFormat>()

function clock(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, format)
  }
  return format
}

/** The wall clock there at this instant, as 'YYYY-MM-DDTHH:MM:SS'. */
export function wallClock(at: Date, zone: string): string {
  const part: Record<string, string> = {}
  for (const { type, value } of clock(zone).formatToParts(at)) part[type] = value
  return `${part.year?.padStart(4, '0')}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}`
}

export const dayIn = (zone: string, at: Date): string => wallClock(at, zone).slice(0, 10)
/** 'HH:MM' */
export const timeIn = (zone: string, at: Date): string => wallClock(at, zone).slice(11, 16)

/** Minutes by which the zone's clock is ahead of UTC at this instant. */
export const offsetMinutes = (zone: string, at: Date): number =>
  Math.round((Date.parse(`${wallClock(at, zone)}Z`) - Math.floor(at.getTime() / 1000) * 1000) / 60_000)

/** The instant at which the clock there shows this day and time; a time that the clock skips is the one after the gap. */
export function instantOf(day: string, time: string, zone: string): Date {
  const wall = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`)
  const guess = new Date(wall - offsetMinutes(zone, new Date(wall)) * 60_000)
  return new Date(wall - offsetMinutes(zone, guess) * 60_000)
}

const asUtc = (day: string): number => Date.parse(`${day}T00:00:00Z`)

export const addDays = (day: string, count: number): string =>
  new Date(asUtc(day) + count * 86_400_000).toISOString().slice(0, 10)

export const daysBetween = (from: string, to: string): number => Math.round((asUtc(to) - asUtc(from)) / 86_400_000)

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: string): number => new Date(asUtc(day)).getUTCDay() || 7

export const yearOf = (day: string): number => Number(day.slice(0, 4))

/** All days from `from` to before `to`. */
export function* daysFrom(from: string, to: string): Generator<string> {
  for (let day = from; day < to; day = addDays(day, 1)) yield day
}
