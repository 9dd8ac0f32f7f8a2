import { expect, test } from 'vitest'
import { monthsLater, reminderDue } from './rules.ts'

test('a month later is the same day, or the last of a shorter month', () => {
  expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28')
  expect(monthsLater('2024-02-29', 12)).toBe('2025-02-28')
  expect(monthsLater('2026-11-15', 3)).toBe('2027-02-15')
})

test('fourteen days before, and three; the clock that slept reminds late rather than never, of a date that has passed never', () => {
  expect(reminderDue('2026-05-01', '2026-04-16')).toBe(null)
  expect(reminderDue('2026-05-01', '2026-04-17')).toBe(14)
  expect(reminderDue('2026-05-01', '2026-04-27')).toBe(14)
  expect(reminderDue('2026-05-01', '2026-04-28')).toBe(3)
  expect(reminderDue('2026-05-01', '2026-05-02')).toBe(null)
})
