import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockLater, clockMinutes } from './rules.ts'

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
