import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysFrom } from '../../../platform/zone.ts'
import { isAnnounced, isWorkday, nextWorkday, specialDayRefusal, type WorkingCalendar } from './rules.ts'

/** Spring Festival 2026 as announced: off from 15 to 23 February, made up on the 14th and the 28th. */
const calendar: WorkingCalendar = {
  special: new Map<string, { name: string; works: boolean }>([
    ['2026-02-14', { name: '春节', works: true }],
    ...[...daysFrom('2026-02-15', '2026-02-24')].map((day) => [day, { name: '春节', works: false }] as const),
    ['2026-02-28', { name: '春节', works: true }],
  ]),
  published: new Set([2026]),
}

test.each([
  ['a Saturday is off', '2026-02-07', false],
  ['a Friday is worked', '2026-02-13', true],
  ['a make-up Saturday is worked', '2026-02-14', true],
  ['a holiday Monday is off', '2026-02-16', false],
])('%s', (_name, day, expected) => {
  expect(isWorkday(day, calendar)).toBe(expected)
})

test('after the make-up Saturday comes the Tuesday when the holiday is over', () => {
  expect(nextWorkday('2026-02-14', calendar)).toBe('2026-02-24')
})

test('a year not announced yet says so', () => {
  expect(isAnnounced('2026-05-01', calendar)).toBe(true)
  expect(isAnnounced('2027-05-01', calendar)).toBe(false)
})

test('the next working day is worked, later, and the first such', () => {
  const aDay = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(aDay, (date) => {
      const day = date.toISOString().slice(0, 10)
      const next = nextWorkday(day, calendar)
      expect(isWorkday(next, calendar) && next > day).toBe(true)
      expect([...daysFrom(day, next)].slice(1).some((between) => isWorkday(between, calendar))).toBe(false)
    }),
  )
})

test('calling a Wednesday worked says nothing new', () => {
  expect(specialDayRefusal('2026-03-04', true)).toBe('sameAsWeekday')
  expect(specialDayRefusal('2026-03-04', false)).toBeNull()
  expect(specialDayRefusal('2026-03-07', true)).toBeNull()
})
