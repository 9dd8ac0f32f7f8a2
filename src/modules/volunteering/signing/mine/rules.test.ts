import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn } from '../../../../platform/zone.ts'
import type { Availability } from '../../people/availability/contract.ts'
import { compare, dayPartOf, metresBetween, placed, readKey, type Spot, writeKey } from './rules.ts'

const shanghai = 'Asia/Shanghai'

test('distances are those of a map', () => {
  const pearlTower = { latitude: 31.2397, longitude: 121.4998 }
  const peoplesSquare = { latitude: 31.2304, longitude: 121.4737 }
  expect(metresBetween(pearlTower, pearlTower)).toBe(0)
  expect(metresBetween(pearlTower, peoplesSquare)).toBeGreaterThan(2600)
  expect(metresBetween(pearlTower, peoplesSquare)).toBeLessThan(2750)
  // A quarter of the way round the earth, and half of it.
  expect(metresBetween({ latitude: 0, longitude: 0 }, { latitude: 90, longitude: 0 })).toBe(10_007_557)
  expect(metresBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBe(20_015_114)
})

test('a day has a morning until noon and an evening from six; Saturday and Sunday are the weekend', () => {
  expect(dayPartOf('2026-04-24', 11.9)).toBe('weekdayMorning')
  expect(dayPartOf('2026-04-25', 12)).toBe('weekendAfternoon')
  expect(dayPartOf('2026-04-26', 18)).toBe('weekendEvening')
})

const position = { latitude: fc.double({ min: -90, max: 90, noNaN: true }), longitude: fc.constantFrom(0, 121.4, 180) }
const spot: fc.Arbitrary<Spot> = fc
  .record({
    id: fc.uuid(),
    at: fc.integer({ min: 0, max: 5 * 48 }),
    placeId: fc.constantFrom('hall', 'park', null),
    known: fc.boolean(),
    ...position,
  })
  .map(({ id, at, placeId, known, latitude, longitude }) => ({
    id,
    startsAt: new Date(Date.UTC(2026, 3, 24, 0, at * 30)),
    endsAt: new Date(Date.UTC(2026, 3, 24, 2, at * 30)),
    placeId,
    parentId: null,
    latitude: known ? latitude : null,
    longitude: known ? longitude : null,
  }))
const seeker = fc.record({
  placeIds: fc.subarray(['hall', 'park']),
  times: fc.subarray(['weekendMorning', 'weekdayEvening'] as const),
  said: fc.constantFrom<Availability>(
    { week: [], days: [] },
    { week: [{ weekday: 6, from: '08:00', to: '20:00' }], days: [] },
  ),
  from: fc.option(fc.record(position)),
})

test('the order is one and the same however the list arrives, days in their order, and each place in it has a name', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(spot, { selector: ({ id }) => id, maxLength: 30 }),
      seeker,
      fc.infiniteStream(fc.nat()),
      (all, who, mix) => {
        const order = placed(all, who, shanghai)
        const mixed = all.map((one) => ({ one, by: mix.next().value })).sort((a, b) => a.by - b.by)
        const again = placed(
          mixed.map(({ one }) => one),
          who,
          shanghai,
        )
        expect(again.map((one) => one.spot.id)).toEqual(order.map((one) => one.spot.id))
        const days = order.map((one) => dayIn(shanghai, one.spot.startsAt))
        expect(days).toEqual(days.toSorted())
        for (const [i, one] of order.entries()) {
          expect(readKey(writeKey(one.key))).toEqual(one.key)
          const next = order[i + 1]
          if (next) expect(compare(one.key, next.key)).toBe(-1)
        }
      },
    ),
  )
})
