import { expect, test } from 'vitest'
import { grouped, hoursRefusal, isOpen, type Opening } from './rules.ts'

const span = (weekday: number, opens = '08:30', closes = '17:30'): Opening => ({ weekday, opens, closes })
const workdays = [1, 2, 3, 4, 5].map((weekday) => span(weekday))
const shanghai = 'Asia/Shanghai'

test.each([
  ['Wednesday noon', '2026-04-15T04:00:00Z', true],
  ['Wednesday half past eight sharp', '2026-04-15T00:30:00Z', true],
  ['Wednesday closing time', '2026-04-15T09:30:00Z', false],
  ['Saturday', '2026-04-18T04:00:00Z', false],
])('%s', (_, at, expected) => expect(isOpen(workdays, new Date(at), shanghai)).toBe(expected))

test('nobody knows when no hours are given', () => expect(isOpen([], new Date(), shanghai)).toBeNull())

test('weekdays with the same hours are one line', () => {
  expect(grouped([...workdays, span(6, '09:00', '12:00')])).toEqual([
    { weekdays: [1, 2, 3, 4, 5], spans: [{ opens: '08:30', closes: '17:30' }] },
    { weekdays: [6], spans: [{ opens: '09:00', closes: '12:00' }] },
  ])
})

test('hours neither end before they begin nor overlap', () => {
  expect(hoursRefusal([span(1, '12:00', '12:00')])).toBe('hoursEndBeforeStart')
  expect(hoursRefusal([span(1, '08:00', '12:00'), span(1, '11:00', '17:00')])).toBe('hoursOverlap')
  expect(hoursRefusal([span(1, '08:00', '12:00'), span(1, '12:00', '17:00')])).toBeNull()
})
