import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  countedOn,
  parsePeriod,
  partsOf,
  periodAfter,
  periodBefore,
  periodPhrase,
  periodText,
  periodWords,
  yearBefore,
} from './rules.ts'

const period = (text: string) => {
  const parsed = parsePeriod(text)
  if (!parsed) throw new Error(`${text} is no period`)
  return parsed
}

test.each([
  ['2023', '2023-01-01', '2024-01-01', '2022', '2022', '2023', '2023年'],
  ['2024-H2', '2024-07-01', '2025-01-01', '2024-H1', '2023-H2', 'the second half of 2024', '2024年下半年'],
  ['2023-Q1', '2023-01-01', '2023-04-01', '2022-Q4', '2022-Q1', 'the first quarter of 2023', '2023年第一季度'],
  ['2023-03', '2023-03-01', '2023-04-01', '2023-02', '2022-03', 'March 2023', '2023年3月'],
  [
    '2023-03-05..2023-03-11',
    '2023-03-05',
    '2023-03-12',
    '2023-02-26..2023-03-04',
    '2022-03-05..2022-03-11',
    '5 March 2023 to 11 March 2023',
    '2023年3月5日至2023年3月11日',
  ],
])('%s', (text, from, to, before, year, en, zh) => {
  const read = period(text)
  expect([read.from, read.to]).toEqual([from, to])
  expect(periodText(periodBefore(read))).toBe(before)
  expect(periodText(yearBefore(read))).toBe(year)
  expect(periodWords(read)).toEqual([en, zh])
})

test.each([
  '',
  '23',
  '2023-13',
  '2023-Q5',
  '2023-H3',
  '2023-02-30..2023-03-01',
  '2023-03-02..2023-03-01',
  '2023..2024',
])('%s is no period', (text) => expect(parsePeriod(text)).toBeNull())

test('what lasts is counted on the last day, or today while the period goes on', () => {
  expect(countedOn(period('2023'), '2026-11-23')).toBe('2023-12-31')
  expect(countedOn(period('2026'), '2026-11-23')).toBe('2026-11-23')
  expect(periodPhrase(period('2023-01'), 'span', '2026-11-23')).toEqual(['on 31 January 2023', '截至2023年1月31日'])
  expect(periodPhrase(period('2023'), 'moment', '2026-11-23')).toEqual(['in 2023', '2023年'])
})

const anyDay = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => new Date(n * 86_400_000 + 9e11).toISOString().slice(0, 10))
const anyPeriod = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: 1990, max: 2060 }),
      fc.constantFrom('', '-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4', '-02', '-12'),
    )
    .map(([y, p]) => `${y}${p}`),
  fc.tuple(anyDay, anyDay).map(([a, b]) => [a, b].sort().join('..')),
)

test('a period reads as it was written, and its parts cover it without gap or overlap', () => {
  fc.assert(
    fc.property(anyPeriod, fc.constantFrom('day' as const, 'month' as const, 'quarter' as const), (text, kind) => {
      const whole = period(text)
      expect(periodText(whole)).toBe(text)
      const parts = partsOf(whole, kind)
      expect(parts[0]?.from).toBe(whole.from)
      expect(parts.at(-1)?.to).toBe(whole.to)
      expect(parts.slice(1).filter((part, i) => part.from !== parts[i]?.to)).toEqual([])
      const read = parts.slice(0, 400).map((part) => parsePeriod(periodText(part)))
      expect(read).toEqual(parts.slice(0, 400))
    }),
    { numRuns: 60 },
  )
})

test('the period before ends where the period begins', () => {
  fc.assert(
    fc.property(anyPeriod, (text) => {
      expect(periodBefore(period(text)).to).toBe(period(text).from)
      expect(periodAfter(period(text)).from).toBe(period(text).to)
    }),
  )
})
