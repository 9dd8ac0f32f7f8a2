import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysFrom } from '../../../platform/zone.ts'
import { daysOf, isMostlyKept, keptBefore, pieceOf, split } from './rules.ts'

const begin = '2026-01-01'
const day = fc.integer({ min: 0, max: 150 }).map((days) => addDays(begin, days))
const asked = fc.record({
  from: day,
  length: fc.integer({ min: 1, max: 120 }),
  today: day,
  until: day,
  reached: fc.array(day),
})

test('a period is its kept pieces and the rest up to today: each day once, none of it changed, none of it still to be counted', () => {
  fc.assert(
    fc.property(asked, ({ from, length, today, until, reached }) => {
      const period = { kind: 'days' as const, from, to: addDays(from, length) }
      const { pieces, rest } = split(period, today, keptBefore(until, reached))
      const days = (ranges: readonly { from: string; to: string }[]): string[] =>
        ranges.flatMap((range) => [...daysFrom(range.from, range.to)])
      const kept = days(pieces.map(daysOf))
      expect([...kept, ...days(rest)].filter((one) => one <= today).sort()).toEqual(
        [...daysFrom(period.from, period.to)].filter((one) => one <= today),
      )
      for (const one of kept) {
        expect(one < until && one < today).toBe(true)
        expect(reached).not.toContain(one)
        expect(pieces).toContain(pieceOf(one, until))
      }
    }),
    { numRuns: 500 },
  )
})

test('before this day a month is kept whole, and the month that runs and the one before it by their days', () => {
  const isKept = keptBefore('2026-11-25', ['2026-07-03', '2026-11-02'])
  const year = { kind: 'year' as const, from: '2026-01-01', to: '2027-01-01' }
  const { pieces, rest } = split(year, '2026-11-26', isKept)
  expect(pieces.filter((piece) => piece.length === 7)).toEqual(
    ['01', '02', '03', '04', '05', '06', '08', '09'].map((month) => `2026-${month}`),
  )
  expect(pieces.filter((piece) => piece.length > 7)).toEqual(
    [...daysFrom('2026-10-01', '2026-11-25')].filter((one) => one !== '2026-11-02'),
  )
  expect(rest).toEqual([
    { from: '2026-07-01', to: '2026-08-01' },
    { from: '2026-11-02', to: '2026-11-03' },
    { from: '2026-11-25', to: '2026-11-27' },
  ])
  expect(isMostlyKept(year, '2026-11-26', isKept)).toBe(true)
  expect(isMostlyKept(year, '2026-11-26', () => false)).toBe(false)
})
