import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lotsOf, placesOf, prizeOf } from './rules.ts'

const sides = fc
  .uniqueArray(fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((keys) => keys.map((key) => ({ key, members: [`${key}1`, `${key}2`] })))
const resultOf = (personId: string) =>
  fc.record({
    personId: fc.constant(personId),
    points: fc.integer({ min: 0, max: 3 }),
    seconds: fc.integer({ min: 1, max: 3 }),
  })
const contest = sides.chain((all) =>
  fc.tuple(
    fc.constant(all),
    fc.tuple(...all.flatMap(({ members }) => members.map(resultOf))).chain((results) => fc.subarray(results)),
    fc.string(),
  ),
)

test('everybody has a place of their own; points, rounds, time and lot decide, whatever the order in which they come', () => {
  fc.assert(
    fc.property(contest, ([all, results, seed]) => {
      const places = placesOf(all, results, seed)
      expect(places.map(({ place }) => place)).toEqual(all.map((_, i) => i + 1))
      expect(new Set(places.map(({ key }) => key)).size).toBe(all.length)
      expect(placesOf(all.toReversed(), results.toReversed(), seed)).toEqual(places)
      const lots = lotsOf(
        all.map(({ key }) => key),
        seed,
      )
      for (const [i, one] of places.entries()) {
        const next = places[i + 1]
        if (!next) continue
        const order = [one.points - next.points, one.sat - next.sat, next.seconds - one.seconds]
        const first = order.find((difference) => difference !== 0)
        if (first === undefined) {
          expect((lots.get(one.key) ?? 0) < (lots.get(next.key) ?? 0)).toBe(true)
          expect(one.byLot && next.byLot).toBe(true)
        } else expect(first).toBeGreaterThan(0)
      }
    }),
  )
})

test('the points of a team are the mean of its members: who did not sit has none', () => {
  const all = [
    { key: 'A', members: ['a', 'b'] },
    { key: 'B', members: ['c'] },
  ]
  const results = [
    { personId: 'a', points: 10, seconds: 60 },
    { personId: 'c', points: 6, seconds: 90 },
  ]
  expect(placesOf(all, results, 's').map(({ key, points, seconds }) => [key, points, seconds])).toEqual([
    ['B', 6, 90],
    ['A', 5, 30],
  ])
})

test('prizes go by places, and to nobody without points', () => {
  const prizes = [
    { name: '一等奖', places: 1 },
    { name: '二等奖', places: 2 },
  ]
  const of = (place: number, points = 5) => prizeOf({ place, points }, prizes)
  expect([1, 2, 3, 4].map((place) => of(place))).toEqual(['一等奖', '二等奖', '二等奖', null])
  expect(of(1, 0)).toBeNull()
})
