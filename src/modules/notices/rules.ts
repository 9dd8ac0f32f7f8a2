import { type Language, sayIn, type Words } from '../../platform/i18n.ts'
import type { Channel, Filling, Matter } from '../../platform/notice/matter.ts'
import { addDays, dayIn, instantOf, timeIn } from '../../platform/zone.ts'

/** 'HH:MM' on the tenant's clock. `to` is no longer quiet; one that lies before `from` is on the next day. */
export type Quiet = { from: string; to: string }

/** The quiet hours of everybody who has chosen none. */
export const usualQuiet: Quiet = { from: '22:00', to: '07:00' }

export function isQuiet(quiet: Quiet | null, time: string): boolean {
  if (!quiet || quiet.from === quiet.to) return false
  const { from, to } = quiet
  return from < to ? time >= from && time < to : time >= from || time < to
}

/** The instant itself, or the end of the quiet hours that it falls into. */
export function afterQuiet(quiet: Quiet | null, zone: string, at: Date): Date {
  const time = timeIn(zone, at)
  if (!quiet || !isQuiet(quiet, time)) return at
  const day = dayIn(zone, at)
  const end = instantOf(quiet.to > time ? day : addDays(day, 1), quiet.to, zone)
  // A night in which the clock is put back has an hour twice.
  let after = end > at ? end : at
  while (isQuiet(quiet, timeIn(zone, after))) after = new Date(after.getTime() + 60_000)
  return after
}

/** Does it happen on the day on which people are told? Then it cannot wait for the end of the quiet hours. */
export const isToday = (happensAt: Date, now: Date, zone: string): boolean =>
  happensAt >= now && dayIn(zone, happensAt) === dayIn(zone, now)

const shortest = 30
const longest = 6 * 3600
const patience = 24 * 3600

/** When to try again after so many tries, or null: it has been tried for a day. `after`: as the other side asked, in seconds. */
export function nextTry(tries: number, begunAt: Date, now: Date, after = 0): Date | null {
  const wait = Math.min(Math.max(shortest * 4 ** (tries - 1), after), longest)
  const next = new Date(now.getTime() + wait * 1000)
  return next.getTime() - begunAt.getTime() > patience * 1000 ? null : next
}

/** The ways that a matter takes to somebody: as they chose, or the usual ones. */
export const waysOf = (matter: Pick<Matter, 'channels'>, chosen: readonly string[] | undefined): readonly Channel[] =>
  (chosen as Channel[] | undefined) ?? matter.channels

/** The words of a notice, filled for one reader. */
export function saidOf(language: Language, zone: string, words: Words, filling: Filling): string {
  const values = Object.entries(filling).map(([name, value]) => {
    if (typeof value !== 'object') return [name, value] as const
    return [name, 'at' in value ? momentIn(language, zone, new Date(value.at)) : sayIn(language, value.words)] as const
  })
  return sayIn(language, words, Object.fromEntries(values))
}

function momentIn(language: Language, zone: string, at: Date): string {
  const format = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return format.format(at)
}

export const mostMailboxes = 5
export const mostDevices = 10
export const confirmHours = 24

/** May another confirmation be sent to anybody's mailbox on this person's behalf? */
export const confirmationRefusal = (lastSentAt: Date | null, now: Date): 'confirmationJustSent' | null =>
  lastSentAt && now.getTime() - lastSentAt.getTime() < 60_000 ? 'confirmationJustSent' : null
