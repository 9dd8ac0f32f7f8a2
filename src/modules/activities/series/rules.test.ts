import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysOfRule } from '../../../platform/recurrence.ts'
import { addDays, weekdayOf } from '../../../platform/zone.ts'
import { isHoliday, isMakeupWorkday, type WorkingCalendar } from '../../organizations/working-days/rules.ts'
import {
  type Habit,
  isEveryWorkday,
  movedTo,
  type Placement,
  placeDays,
  reconcile,
  type Standing,
  unpublishedYears,
} from './rules.ts'

type Published = { days: { date: string; name: string; isOffDay: boolean }[] }
const years = [2023, 2024, 2025, 2026]
const folder = new URL('../../organizations/working-days/published/', import.meta.url)
const days = years.flatMap(
  (year) => (JSON.parse(readFileSync(new URL(`${year}.json`, folder), 'utf8')) as Published).days,
)
const china: WorkingCalendar = {
  special: new Map(days.map(({ date, name, isOffDay }) => [date, { name, works: !isOffDay }])),
  published: new Set(years),
}
const move: Habit = { onHoliday: 'nextWorkday', onMakeup: true, everyWorkday: false }
const on = (rule: string, from: string, until: string, habit: Partial<Habit> = {}) =>
  Object.fromEntries(
    placeDays(daysOfRule(rule, from, until), { ...move, everyWorkday: isEveryWorkday(rule), ...habit }, china).map(
      (one) => [one.seriesDate, one.date],
    ),
  )

test('a Friday study day that falls on the Dragon Boat Festival moves onto the make-up Sunday', () => {
  expect(on('FREQ=WEEKLY;BYDAY=FR', '2023-06-16', '2023-06-30')).toEqual({
    '2023-06-16': '2023-06-16',
    '2023-06-23': '2023-06-25',
    '2023-06-30': '2023-06-30',
  })
})

test('without make-up days it waits for Monday, and with "skip" it is left out', () => {
  const friday = (habit: Partial<Habit>) => on('FREQ=WEEKLY;BYDAY=FR', '2023-06-23', '2023-06-23', habit)['2023-06-23']
  expect(friday({ onMakeup: false })).toBe('2023-06-26')
  expect(friday({ onHoliday: 'skip' })).toBeNull()
  expect(friday({ onHoliday: 'keep' })).toBe('2023-06-23')
})

test('two Fridays of one long holiday do not both land on the first day back', () => {
  expect(on('FREQ=WEEKLY;BYDAY=FR', '2023-09-29', '2023-10-13')).toEqual({
    '2023-09-29': '2023-10-07',
    '2023-10-06': null,
    '2023-10-13': '2023-10-13',
  })
})

test('a daily round is made on make-up Saturdays too, a Saturday market on every Saturday', () => {
  const round = on('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2024-02-01', '2024-02-20', { onHoliday: 'skip' })
  expect(round['2024-02-04']).toBe('2024-02-04')
  expect(round['2024-02-18']).toBe('2024-02-18')
  expect(round['2024-02-12']).toBeNull()
  expect(on('FREQ=WEEKLY;BYDAY=SA', '2024-03-02', '2024-03-09')).toEqual({
    '2024-03-02': '2024-03-02',
    '2024-03-09': '2024-03-09',
  })
})

test('real calendars: the first working day after each long holiday', () => {
  expect(movedTo('2025-10-01', china, true)).toBe('2025-10-09')
  expect(movedTo('2026-02-15', china, true)).toBe('2026-02-24')
  expect(movedTo('2026-01-01', china, true)).toBe('2026-01-04')
  expect(movedTo('2026-01-01', china, false)).toBe('2026-01-05')
})

test('a year that is not published yet is said to be so', () => {
  const placed = placeDays(['2026-12-25', '2027-01-01'], move, china)
  expect(placed.map((one) => one.provisional)).toEqual([false, true])
  expect(unpublishedYears(['2026-12-25', '2027-01-01', '2027-02-01'], china.published)).toEqual([2027])
})

test.each([
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', true],
  ['FREQ=WEEKLY;BYDAY=FR,MO,TU,WE,TH;INTERVAL=1', true],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;INTERVAL=2', false],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH', false],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA', false],
])('is %s each working day? %s', (rule, expected) => expect(isEveryWorkday(rule)).toBe(expected))

const day = fc.integer({ min: 0, max: 1400 }).map((n) => addDays('2023-01-01', n))
const ruleDays = fc.uniqueArray(day, { maxLength: 60 }).map((all) => all.sort())
const habit = fc.record({
  onHoliday: fc.constantFrom('skip', 'nextWorkday', 'keep'),
  onMakeup: fc.boolean(),
  everyWorkday: fc.boolean(),
}) as fc.Arbitrary<Habit>

test('property: at most once a day, never on a holiday unless told to, never earlier, and what moves lands on a worked day', () => {
  fc.assert(
    fc.property(ruleDays, habit, (given, how) => {
      const placed = placeDays(given, how, china)
      const held = placed.flatMap((one) => (one.date ? [one.date] : []))
      expect(new Set(held).size).toBe(held.length)
      for (const { seriesDate, date } of placed) {
        if (!date) continue
        expect(date >= seriesDate).toBe(true)
        if (how.onHoliday !== 'keep') expect(isHoliday(date, china)).toBe(false)
        if (date !== seriesDate) expect(weekdayOf(date) <= 5 || isMakeupWorkday(date, china)).toBe(true)
      }
    }),
  )
})

const standing: fc.Arbitrary<Standing[]> = fc.uniqueArray(
  fc.record({ id: fc.uuid(), seriesDate: day, date: day, fixed: fc.boolean(), cancelled: fc.boolean() }),
  { selector: (one) => one.seriesDate, maxLength: 40 },
)

test('property: afterwards the series stands as wanted, what is fixed is untouched, and doing it again changes nothing', () => {
  fc.assert(
    fc.property(standing, ruleDays, habit, fc.boolean(), (before, given, how, rearranged) => {
      const wanted = placeDays(given, how, china)
      const after = applied(before, reconcile(before, wanted, rearranged))
      const fixed = before.filter((one) => one.fixed)
      for (const one of fixed) expect(after).toContainEqual(one)
      const ids = after.map((one) => one.id)
      expect(new Set(ids).size).toBe(ids.length)
      const live = after.filter((one) => !one.fixed && !one.cancelled)
      expect(live.map(pair).sort()).toEqual(wanted.filter(isOpen(fixed)).map(pair).sort())
      const again = reconcile(after, wanted, rearranged)
      expect(again.filter((c) => c.change !== 'place' || c.moved)).toEqual([])
    }),
  )
})

const pair = (one: { seriesDate: string; date: string | null }): string => `${one.seriesDate} ${one.date}`
const isOpen = (fixed: Standing[]) => (one: Placement) =>
  one.date !== null && !fixed.some((other) => other.seriesDate === one.seriesDate)

function applied(before: Standing[], changes: ReturnType<typeof reconcile>): Standing[] {
  const after = new Map(before.map((one) => [one.id, one]))
  for (const c of changes) {
    const old = c.change === 'create' ? undefined : after.get(c.id)
    if (c.change === 'create')
      after.set(c.seriesDate, {
        id: c.seriesDate,
        seriesDate: c.seriesDate,
        date: c.date,
        fixed: false,
        cancelled: false,
      })
    else if (old && c.change === 'cancel') after.set(c.id, { ...old, cancelled: true })
    else if (old && c.change === 'place')
      after.set(c.id, { ...old, seriesDate: c.seriesDate, date: c.date, cancelled: false })
  }
  return [...after.values()]
}
