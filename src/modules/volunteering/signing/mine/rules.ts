import { addDays, dayIn, instantOf, weekdayOf } from '../../../../platform/zone.ts'
import type { Answer, Availability } from '../../people/availability/contract.ts'
import { availableAt } from '../../people/availability/rules.ts'
import type { DayPart } from '../../people/wishes/contract.ts'
import type { Fit } from '../contract.ts'

export type Position = { latitude: number; longitude: number }
/** A shift before it is shown: when and where it is. */
export type Spot = {
  id: string
  startsAt: Date
  endsAt: Date
  placeId: string | null
  /** the station that the room is in */
  parentId: string | null
  latitude: number | null
  longitude: number | null
}
/** What somebody said of themselves, and where they set out. */
export type Seeker = {
  placeIds: readonly string[]
  times: readonly DayPart[]
  said: Availability
  from: Position | null
}

const earthRadius = 6_371_008.8
const rad = (degrees: number): number => (degrees * Math.PI) / 180

/** As the crow flies (haversine), in metres. */
export function metresBetween(a: Position, b: Position): number {
  const across = Math.sin(rad(b.latitude - a.latitude) / 2) ** 2
  const along = Math.sin(rad(b.longitude - a.longitude) / 2) ** 2
  const part = across + Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * along
  return Math.round(2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(part))))
}

/** The part of the day in which it begins. */
export function dayPartOf(day: string, hour: number): DayPart {
  const weekend = weekdayOf(day) > 5
  if (hour < 12) return weekend ? 'weekendMorning' : 'weekdayMorning'
  if (hour < 18) return weekend ? 'weekendAfternoon' : 'weekdayAfternoon'
  return weekend ? 'weekendEvening' : 'weekdayEvening'
}

/** Where a shift stands in the list, and what is said of it. */
export type Placed = { spot: Spot; fit: Fit; key: Key }
/** Day, said no, not a wished place, not a wished time, metres, beginning, id: compared one after the other. */
export type Key = readonly (string | number)[]

/** Nobody has so far to go on this earth: whatever has no distance comes after all that have one. */
const unknown = 99_999_999

/**
 * Soonest day first; within a day those that one said no to last, then wished places, wished times, the nearest, and the
 * earliest. A total order by what is known of the shift and the seeker, so that a page begins where the one before ended.
 */
export function placed(spots: readonly Spot[], seeker: Seeker, timeZone: string): Placed[] {
  const dayOf = dayReader(timeZone)
  return spots
    .map((spot) => {
      const { day, hour } = dayOf(spot.startsAt)
      const fit = fitOf(spot, seeker, dayPartOf(day, hour), timeZone)
      const { canCome, wishedPlace, wishedTime, metres } = fit
      const no = (holds: boolean): number => (holds ? 0 : 1)
      const rank = [no(canCome !== 'no'), no(wishedPlace), no(wishedTime), metres ?? unknown]
      return { spot, fit, key: [day, ...rank, spot.startsAt.toISOString(), spot.id] }
    })
    .sort((a, b) => compare(a.key, b.key))
}

function fitOf(spot: Spot, { placeIds, times, said, from }: Seeker, part: DayPart, timeZone: string): Fit {
  const { latitude, longitude, placeId, parentId } = spot
  const to = latitude === null || longitude === null ? null : { latitude, longitude }
  return {
    metres: from && to ? metresBetween(from, to) : null,
    wishedPlace: [placeId, parentId].some((id) => id !== null && placeIds.includes(id)),
    wishedTime: times.includes(part),
    canCome: answer(said, spot, timeZone),
  }
}

const answer = (said: Availability, { startsAt: from, endsAt: to }: Spot, timeZone: string): Answer =>
  said.week.length + said.days.length === 0 ? 'unsaid' : availableAt(said, { from, to }, timeZone)

/** Days change seldom along a list that is in the order of time: the clock is read once for each. */
function dayReader(timeZone: string): (at: Date) => { day: string; hour: number } {
  let [day, begins, ends] = ['', 0, 0]
  return (at) => {
    if (+at < begins || +at >= ends) {
      day = dayIn(timeZone, at)
      begins = +instantOf(day, '00:00', timeZone)
      ends = +instantOf(addDays(day, 1), '00:00', timeZone)
    }
    return { day, hour: (+at - begins) / 3_600_000 }
  }
}

export function compare(a: Key, b: Key): number {
  for (const [i, mine] of a.entries()) {
    const theirs = b[i]
    if (theirs === undefined || mine === theirs) continue
    return mine < theirs ? -1 : 1
  }
  return 0
}

const shape = /^\d{4}-\d\d-\d\d~[01]~[01]~[01]~\d{1,8}~[\d:.TZ-]{24}~[0-9a-f-]{36}$/

/** As a page's end is named to whoever asks for the next. */
export const writeKey = (key: Key): string => key.join('~')

/** null: nobody was given this by us. */
export const readKey = (text: string): Key | null =>
  shape.test(text) ? text.split('~').map((part, i) => (i > 0 && i < 5 ? Number(part) : part)) : null
