import { expect, test } from 'vitest'
import { town } from '../../../../test/town.ts'
import { subscribe } from '../../../platform/events.ts'
import {
  announceYear,
  readWorkingYear,
  removeSpecialDay,
  restoreYear,
  setSpecialDay,
  workingCalendar,
  workingDaysChanged,
} from './actions.ts'
import { isAnnounced, isWorkday } from './rules.ts'

test('a new tenant has the announced years; the next one is said to be not announced', async () => {
  const { xiaoyu } = await town()
  const known = await xiaoyu.does(readWorkingYear, { year: 2026 })
  expect(known).toMatchObject({ published: true, shipped: true, mayChange: false })
  expect(known.source).toMatch(/gov\.cn/)
  expect(known.days).toContainEqual({ date: '2026-01-04', name: '元旦', works: true })
  expect(await xiaoyu.does(readWorkingYear, { year: 2027 })).toMatchObject({
    published: false,
    days: [],
    shipped: false,
  })
})

test('the administrator enters a year, and everybody who plans is told', async () => {
  const { admin, platform, unasked } = await town()
  const told: object[] = []
  Object.assign(platform, {
    subscriptions: [subscribe(workingDaysChanged, async (_context, span) => void told.push(span))],
  })
  await admin.does(setSpecialDay, { date: '2027-01-01', name: '元旦', works: false })
  await admin.does(announceYear, { year: 2027, published: true })
  expect(told).toEqual([
    { from: '2027-01-01', to: '2027-01-01' },
    { from: '2027-01-01', to: '2027-12-31' },
  ])
  const calendar = await unasked(workingCalendar)
  expect(isWorkday('2027-01-01', calendar)).toBe(false)
  expect(isAnnounced('2027-06-01', calendar)).toBe(true)
})

test('what was changed by hand can be put back', async () => {
  const { admin } = await town()
  const before = await admin.does(readWorkingYear, { year: 2026 })
  await admin.does(removeSpecialDay, { date: '2026-01-04' })
  await admin.does(setSpecialDay, { date: '2026-03-02', name: '街道运动会', works: false })
  expect(await admin.does(restoreYear, { year: 2026 })).toEqual(before)
  await expect(admin.does(restoreYear, { year: 2027 })).rejects.toThrow('notShipped')
})

test('the calendar belongs to the whole: only its administrator changes it', async () => {
  const { lina, admin } = await town()
  const day = { date: '2026-03-02', name: '街道运动会', works: false }
  await expect(lina.does(setSpecialDay, day)).rejects.toThrow('notAllowed')
  await expect(admin.does(setSpecialDay, { ...day, works: true })).rejects.toThrow('sameAsWeekday')
  await expect(admin.does(removeSpecialDay, { date: '2026-03-03' })).rejects.toThrow('notFound')
})
