import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDayRule } from '../../../../platform/recurrence.ts'
import { type Repeat, readRule, writeRule } from './rules.ts'

const weekly: Repeat = { every: 'week', interval: 1, weekdays: [5], nth: 1, until: null, count: null }

test.each<[Partial<Repeat>, string]>([
  [{}, 'FREQ=WEEKLY;BYDAY=FR'],
  [{ interval: 2, weekdays: [3, 1] }, 'FREQ=WEEKLY;BYDAY=MO,WE;INTERVAL=2'],
  [{ every: 'workday' }, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  [{ every: 'monthWeekday', nth: -1 }, 'FREQ=MONTHLY;BYDAY=-1FR'],
  [{ every: 'month', until: '2026-12-31' }, 'FREQ=MONTHLY;UNTIL=20261231'],
  [{ every: 'year', count: 3 }, 'FREQ=YEARLY;COUNT=3'],
])('%j', (more, rule) => expect(writeRule({ ...weekly, ...more })).toBe(rule))

test('a rule that says more is not put into the form', () => {
  expect(readRule('FREQ=MONTHLY;BYMONTHDAY=-1')).toBeNull()
  expect(readRule('FREQ=MONTHLY;BYDAY=MO,FR')).toBeNull()
})

test('property: what is chosen is a rule, and is read back as it was chosen', () => {
  const repeat = fc.record({
    every: fc.constantFrom<Repeat['every'][]>('workday', 'day', 'week', 'month', 'monthWeekday', 'year'),
    interval: fc.integer({ min: 1, max: 12 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }),
    nth: fc.constantFrom(-1, 1, 2, 3, 4),
    until: fc.constantFrom(null, '2031-05-17'),
    count: fc.option(fc.integer({ min: 1, max: 99 })),
  })
  fc.assert(
    fc.property(repeat, (chosen) => {
      const rule = writeRule(chosen)
      expect(isDayRule(rule, '2026-04-15')).toBe(true)
      const again = readRule(rule)
      expect(again && writeRule(again)).toBe(rule)
      expect(again?.every).toBe(chosen.every)
    }),
  )
})
