import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, instantOf, wallClock, weekdayOf } from '../../../../platform/zone.ts'
import type { Availability } from './contract.ts'
import { availabilityRefusal, availableAt } from './rules.ts'

const shanghai = 'Asia/Shanghai'
const at = (day: string, time: string, zone = shanghai): Date => instantOf(day, time, zone)
const saturday = '2026-04-18'

const saturdays: Availability = {
  week: [
    { weekday: 6, from: '08:00', to: '12:00' },
    { weekday: 6, from: '12:00', to: '18:00' },
  ],
  days: [],
}

test('a pattern is read by the clock on the wall', () => {
  const morning = { from: at(saturday, '09:00'), to: at(saturday, '13:00') }
  expect(availableAt(saturdays, morning, shanghai)).toBe('yes')
  expect(availableAt(saturdays, { ...morning, to: at(saturday, '18:30') }, shanghai)).toBe('no')
  expect(availableAt(saturdays, { from: at('2026-04-19', '09:00'), to: at('2026-04-19', '10:00') }, shanghai)).toBe(
    'no',
  )
  expect(availableAt({ week: [], days: [] }, morning, shanghai)).toBe('unsaid')
})

test('a day that differs has the last word, in both directions', () => {
  const away = { ...saturdays, days: [{ date: saturday, from: '00:00', to: '24:00', available: false }] }
  expect(availableAt(away, { from: at(saturday, '09:00'), to: at(saturday, '10:00') }, shanghai)).toBe('no')
  expect(availableAt(away, { from: at('2026-04-25', '09:00'), to: at('2026-04-25', '10:00') }, shanghai)).toBe('yes')
  const free = { ...saturdays, days: [{ date: '2026-04-19', from: '09:00', to: '11:00', available: true }] }
  expect(availableAt(free, { from: at('2026-04-19', '09:00'), to: at('2026-04-19', '11:00') }, shanghai)).toBe('yes')
})

test('a night shift needs the evening and the morning after', () => {
  const night = { from: at('2026-04-17', '22:00'), to: at(saturday, '02:00') }
  const friday = { weekday: 5, from: '20:00', to: '24:00' }
  expect(availableAt({ week: [friday], days: [] }, night, shanghai)).toBe('no')
  const both = { week: [friday, { weekday: 6, from: '00:00', to: '03:00' }], days: [] }
  expect(availableAt(both, night, shanghai)).toBe('yes')
  // It ends at midnight: nothing of the day after is asked for.
  expect(availableAt({ week: [friday], days: [] }, { ...night, to: at(saturday, '00:00') }, shanghai)).toBe('yes')
})

test('a time that ends before it begins is refused', () => {
  const week = [{ weekday: 1, from: '12:00', to: '12:00' }]
  expect(availabilityRefusal({ week, days: [] })).toBe('timeEndsBeforeItBegins')
  expect(availabilityRefusal(saturdays)).toBeNull()
})

const half = (slot: number): string => `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 ? '30' : '00'}`
const span = fc
  .tuple(fc.nat(47), fc.integer({ min: 1, max: 12 }))
  .map(([from, length]) => ({ from: half(from), to: half(Math.min(48, from + length)) }))
const first = '2026-03-27'
const dates = Array.from({ length: 5 }, (_, i) => addDays(first, i))
const said: fc.Arbitrary<Availability> = fc.record({
  week: fc.array(
    fc.tuple(fc.integer({ min: 1, max: 7 }), span).map(([weekday, one]) => ({ weekday, ...one })),
    { maxLength: 14 },
  ),
  days: fc.array(
    fc
      .tuple(fc.constantFrom(...dates), span, fc.boolean())
      .map(([date, one, available]) => ({ date, ...one, available })),
    { maxLength: 6 },
  ),
})
// In the last days of March clocks go forward in Berlin: the day that lacks an hour is among them.
const zones = fc.constantFrom(shanghai, 'Europe/Berlin', 'UTC')
const halfHour = 1_800_000
const time = fc.tuple(fc.nat(150), fc.integer({ min: 1, max: 70 }))
const spanIn = (zone: string, [start, length]: [number, number]) => {
  const from = new Date(+at(first, '00:00', zone) + start * halfHour)
  return { from, to: new Date(+from + length * halfHour) }
}

/** The same question asked of one half hour, in the plainest words. */
function canAt({ week, days }: Availability, instant: Date, zone: string): 'yes' | 'no' | 'unsaid' {
  const [day, clock] = wallClock(instant, zone).split('T') as [string, string]
  const covers = ({ from, to }: { from: string; to: string }) => from <= clock.slice(0, 5) && clock.slice(0, 5) < to
  const today = days.filter(({ date }) => date === day)
  if (today.some((one) => !one.available && covers(one))) return 'no'
  if (today.some((one) => one.available && covers(one))) return 'yes'
  if (week.some((one) => one.weekday === weekdayOf(day) && covers(one))) return 'yes'
  return week.length === 0 ? 'unsaid' : 'no'
}

test('they can come for a whole time exactly when they can for each half hour of it', () => {
  fc.assert(
    fc.property(said, time, zones, (availability, when, zone) => {
      const { from, to } = spanIn(zone, when)
      const each: string[] = []
      for (let t = +from; t < +to; t += halfHour) each.push(canAt(availability, new Date(t), zone))
      const expected = each.includes('no') ? 'no' : each.includes('unsaid') ? 'unsaid' : 'yes'
      const answer = availableAt(availability, { from, to }, zone)
      // Without a pattern, a day that only half adds time leaves the other half unsaid.
      expect(answer).toBe(expected)
    }),
    { numRuns: 500 },
  )
})

test('whoever can come for long can come for less, and for two times in a row when for both', () => {
  fc.assert(
    fc.property(said, time, fc.integer({ min: 1, max: 69 }), zones, (availability, when, cut, zone) => {
      const { from, to } = spanIn(zone, when)
      const middle = new Date(Math.min(+to, +from + cut * halfHour))
      const parts = [
        availableAt(availability, { from, to: middle }, zone),
        availableAt(availability, { from: middle, to }, zone),
      ]
      const whole = availableAt(availability, { from, to }, zone)
      expect(whole === 'yes').toBe(parts.every((part) => part === 'yes'))
      expect(whole === 'no').toBe(parts.includes('no'))
    }),
    { numRuns: 500 },
  )
})
