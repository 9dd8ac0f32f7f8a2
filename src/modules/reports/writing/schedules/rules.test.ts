import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, weekdayOf } from '../../../../platform/zone.ts'
import type { WorkingCalendar } from '../../../organizations/working-days/rules.ts'
import { isSince, nextDue } from '../../rhythm/rules.ts'
import { dueNow } from './rules.ts'

/** New Year's Day 2026 to 3 January off, 4 January worked. */
const calendar: WorkingCalendar = {
  special: new Map([
    ['2026-01-01', { name: '元旦', works: false }],
    ['2026-01-02', { name: '元旦', works: false }],
    ['2026-01-03', { name: '元旦', works: false }],
    ['2026-01-04', { name: '元旦', works: true }],
  ]),
  published: new Set([2026]),
}

test('the digest of a week comes on Monday at eight, and not a minute before', () => {
  const lastWeek = { period: '2026-04-06..2026-04-12', on: '2026-04-13' }
  const before = { period: '2026-03-30..2026-04-05', on: '2026-04-06' }
  expect(dueNow('weekly', '2026-04-12T23:59', calendar)).toEqual(before)
  expect(dueNow('weekly', '2026-04-13T07:59', calendar)).toBeNull()
  expect(dueNow('weekly', '2026-04-13T08:00', calendar)).toEqual(lastWeek)
  expect(dueNow('weekly', '2026-04-15T03:00', calendar)).toEqual(lastWeek)
})

test('the report of a month comes on the first working day of the next, whatever weekday that is', () => {
  expect(dueNow('monthly', '2026-01-03T12:00', calendar)).toBeNull()
  expect(dueNow('monthly', '2026-01-04T08:00', calendar)).toEqual({ period: '2025-12', on: '2026-01-04' })
  expect(dueNow('monthly', '2026-08-02T12:00', calendar)).toBeNull()
  expect(dueNow('monthly', '2026-08-03T08:00', calendar)).toEqual({ period: '2026-07', on: '2026-08-03' })
})

test('asked every hour of a year, each week and each month come once and in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), (start) => {
      for (const [kind, most] of [
        ['weekly', 10],
        ['monthly', 3],
      ] as const) {
        const periods = new Set<string>()
        for (let day = 0; day < 65; day++)
          for (const hour of ['00', '08', '20']) {
            const due = dueNow(kind, `${addDays('2026-01-05', start + day)}T${hour}:00`, calendar)
            if (due) periods.add(due.period)
            if (due && kind === 'weekly') expect(weekdayOf(due.on)).toBe(1)
          }
        expect(periods.size).toBeGreaterThanOrEqual(most - 1)
        expect([...periods]).toEqual([...periods].sort())
      }
    }),
    { numRuns: 20 },
  )
})

test('what was over before a schedule was set up is not made up for', () => {
  const due = { period: '2026-03', on: '2026-04-01' }
  expect(isSince('2026-04-01', due)).toBe(true)
  expect(isSince('2026-04-02', due)).toBe(false)
})

test('the next of a rhythm is the first working day after a period that is not over, or whose day is still to come', () => {
  expect(nextDue('month', '2026-01-03T12:00', calendar)).toEqual({ period: '2025-12', on: '2026-01-04' })
  expect(nextDue('month', '2026-01-04T07:59', calendar)).toEqual({ period: '2025-12', on: '2026-01-04' })
  expect(nextDue('month', '2026-01-04T08:00', calendar)).toEqual({ period: '2026-01', on: '2026-02-02' })
  expect(nextDue('quarter', '2026-05-20T08:00', calendar)).toEqual({ period: '2026-Q2', on: '2026-07-01' })
  expect(nextDue('year', '2026-01-01T08:00', calendar)).toEqual({ period: '2025', on: '2026-01-04' })
  expect(nextDue('year', '2026-06-01T08:00', calendar)).toEqual({ period: '2026', on: '2027-01-01' })
})
