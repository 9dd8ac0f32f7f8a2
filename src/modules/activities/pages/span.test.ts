import { expect, test } from 'vitest'
import { addMonths, spanOf, step } from './span.ts'

test('a month is shown in whole weeks, from Monday to Sunday', () => {
  expect(spanOf('month', '2026-04-15')).toEqual({ from: '2026-03-30', to: '2026-05-04' })
  expect(spanOf('month', '2026-02-15')).toEqual({ from: '2026-01-26', to: '2026-03-02' })
  expect(spanOf('week', '2026-04-19')).toEqual({ from: '2026-04-13', to: '2026-04-20' })
})

test('from December it goes on to January, and back', () => {
  expect(addMonths('2026-12-31', 1)).toBe('2027-01-01')
  expect(step('month', '2026-01-31', -1)).toBe('2025-12-01')
  expect(step('week', '2026-12-28', 1)).toBe('2027-01-04')
})
