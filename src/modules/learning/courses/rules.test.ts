import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../../../platform/zone.ts'
import { dueOn, monthsLater, openParts, reminderDue, renewalDays, roundOf, stateOf } from './rules.ts'

const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2024-01-01', n))

test('somebody has the days of the course from when they came in, or until its date; never less than a day', () => {
  fc.assert(
    fc.property(day, fc.option(fc.integer({ min: 1, max: 400 })), day, (entered, days, date) => {
      const due = dueOn({ dueDays: days, dueDate: days === null ? date : null, renewMonths: null }, entered)
      if (days !== null) expect(daysBetween(entered, due)).toBe(days)
      else expect(due).toBe(date >= entered ? date : addDays(entered, 30))
    }),
  )
})

test('what is done stays done until sixty days before its renewal; then only what is done anew counts', () => {
  fc.assert(
    fc.property(day, day, fc.option(fc.integer({ min: 3, max: 60 })), fc.nat(2500), (due, done, months, later) => {
      const today = addDays(done, later)
      const round = roundOf({ dueOn: due, doneOn: done }, months, today)
      if (months === null) {
        expect(round.settled).toBe(true)
        return
      }
      const end = monthsLater(done, months)
      expect(round.dueOn).toBe(end)
      expect(round.since).toBe(done)
      expect(round.settled).toBe(daysBetween(today, end) > renewalDays)
    }),
  )
  expect(roundOf({ dueOn: '2026-05-01', doneOn: null }, 12, '2026-06-01').settled).toBe(false)
})

test('a month later is the same day, or the last of a shorter month', () => {
  expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28')
  expect(monthsLater('2024-02-29', 12)).toBe('2025-02-28')
  expect(monthsLater('2026-11-15', 3)).toBe('2027-02-15')
})

test('late is only who has something left after the day; an exemption or the last part ends that', () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.boolean(),
      fc.nat(5),
      fc.integer({ min: 1, max: 5 }),
      day,
      day,
      (exempt, settled, n, parts, due, today) => {
        const state = stateOf({ exempt, settled, partsDone: Math.min(n, parts), parts, dueOn: due }, today)
        expect(state === 'late').toBe(!exempt && !settled && n < parts && today > due)
        expect(state === 'exempt').toBe(exempt)
      },
    ),
  )
})

test('one part is open at a time: the first that is not done', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), (done) => {
      const open = openParts(done)
      expect(open.filter(Boolean)).toHaveLength(done.includes(false) ? 1 : 0)
      expect(open.indexOf(true)).toBe(done.indexOf(false))
    }),
  )
})

test('fourteen days before, and three; the clock that slept reminds late rather than never, of a date that has passed never', () => {
  expect(reminderDue('2026-05-01', '2026-04-16')).toBe(null)
  expect(reminderDue('2026-05-01', '2026-04-17')).toBe(14)
  expect(reminderDue('2026-05-01', '2026-04-27')).toBe(14)
  expect(reminderDue('2026-05-01', '2026-04-28')).toBe(3)
  expect(reminderDue('2026-05-01', '2026-05-02')).toBe(null)
})
