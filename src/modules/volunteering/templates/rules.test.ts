import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockLater, clockMinutes, clockOf, minutesTo, templateShiftRefusal } from './rules.ts'

const dates = fc.date({ min: new Date('2024-01-01T00:00Z'), max: new Date('2028-01-01T00:00Z'), noInvalidDate: true })
const whole = dates.map((at) => new Date(Math.floor(+at / 60_000) * 60_000))

test('what is kept of one day gives that day again', () => {
  fc.assert(
    fc.property(whole, fc.integer({ min: -20_000, max: 3000 }), (start, minutes) => {
      const at = clockLater(start, minutes, 'Asia/Shanghai')
      expect(clockMinutes(start, at, 'Asia/Shanghai')).toBe(minutes)
      expect(clockLater(start, clockMinutes(start, at, 'Asia/Shanghai'), 'Asia/Shanghai')).toEqual(at)
    }),
  )
})

test('sign-up that opens five days before at eight opens at eight, also across the night when the clocks change', () => {
  const friday = new Date('2026-03-20T17:00:00Z')
  const opens = clockMinutes(friday, new Date('2026-03-15T07:00:00Z'), 'Europe/Berlin')
  const later = new Date('2026-04-03T16:00:00Z')
  expect(clockLater(later, opens, 'Europe/Berlin')).toEqual(new Date('2026-03-29T06:00:00Z'))
})

test('what is shown on the clock of an example is kept as the same minutes', () => {
  const clock = fc.integer({ min: 0, max: 1439 }).map((minute) => clockOf(minute, '00:00').time)
  fc.assert(
    fc.property(clock, fc.integer({ min: -20_000, max: 3000 }), (begins, minutes) => {
      expect(minutesTo(clockOf(minutes, begins), begins)).toBe(minutes)
    }),
  )
  expect(clockOf(-30, '09:00')).toEqual({ day: 0, time: '08:30' })
  expect(clockOf(-5 * 1440 - 60, '09:00')).toEqual({ day: -5, time: '08:00' })
})

test('a template may hold what some activity could have, and nothing else', () => {
  const role = { name: '厨师', skillIds: [], adults: false, least: 1, target: 2, most: 3 }
  const shift = {
    starts: -30,
    ends: 120,
    opens: -7200,
    closes: -60,
    confirmation: 'first' as const,
    confirmMinutes: 60,
    roles: [role],
  }
  expect(templateShiftRefusal(shift)).toBe(null)
  expect(templateShiftRefusal({ ...shift, ends: -30 })).toBe('shiftEndsBeforeStart')
  expect(templateShiftRefusal({ ...shift, starts: -721 })).toBe('shiftOutsideActivity')
  expect(templateShiftRefusal({ ...shift, closes: -7200 })).toBe('signUpClosesBeforeOpening')
  expect(templateShiftRefusal({ ...shift, roles: [role, role] })).toBe('roleNameTwice')
  expect(templateShiftRefusal({ ...shift, roles: [{ ...role, least: 3 }] })).toBe('roleNumbersDisagree')
})
