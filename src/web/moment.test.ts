import { expect, test } from 'vitest'
import { dayOf, sayDay } from './moment.tsx'

const today = '2026-11-24'

test('days are said as people say them', () => {
  expect(sayDay('zh-CN', '2026-11-23', { today })).toBe('昨天')
  expect(sayDay('en', '2026-11-25', { today })).toBe('tomorrow')
  expect(sayDay('zh-CN', '2026-03-05', { today })).toBe('3月5日')
  expect(sayDay('en', '2026-03-05', { today })).toBe('5 Mar')
  expect(sayDay('zh-CN', '2023-03-05', { today, weekday: true })).toBe('2023年3月5日 周日')
  expect(sayDay('en', '2023-03-05', { today, weekday: true })).toBe('Sun 5 Mar 2023')
  expect(sayDay('en', today, { today, relative: false })).toBe('24 Nov')
})

test('an evening in London is the next day on the clock of the office', () => {
  const evening = new Date('2026-11-23T17:00:00Z')
  expect(dayOf(evening, 'Asia/Shanghai')).toBe('2026-11-24')
  expect(dayOf(evening, 'Europe/London')).toBe('2026-11-23')
})
