import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timeIn } from '../../platform/zone.ts'
import { afterQuiet, isQuiet, isToday, nextTry, saidOf, usualQuiet } from './rules.ts'

const clock = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
const quiet = fc.option(fc.record({ from: clock, to: clock }), { nil: null })
const zone = fc.constantFrom(
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
)
const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
const hours = (count: number): number => count * 3600_000

describe('quiet hours', () => {
  test('what falls into them goes out at their end, and nothing else is moved', () => {
    fc.assert(
      fc.property(quiet, zone, instant, (own, where, at) => {
        const after = afterQuiet(own, where, at)
        expect(isQuiet(own, timeIn(where, after))).toBe(false)
        if (!isQuiet(own, timeIn(where, at))) expect(after).toEqual(at)
        // A day at most, and an hour more in the night in which the clock is put back.
        expect(after.getTime()).toBeGreaterThanOrEqual(at.getTime())
        expect(after.getTime() - at.getTime()).toBeLessThanOrEqual(hours(25))
        expect(afterQuiet(own, where, after)).toEqual(after)
      }),
      { numRuns: 2000 },
    )
  })

  test('they end on the minute', () => {
    fc.assert(
      fc.property(clock, clock, instant, (from, to, at) => {
        const after = afterQuiet({ from, to }, 'Asia/Shanghai', at)
        if (after > at) expect([timeIn('Asia/Shanghai', after), after.getTime() % 60_000]).toEqual([to, 0])
      }),
    )
  })

  test('as people mean them', () => {
    const at = (time: string): Date => new Date(`2026-04-15T${time}:00+08:00`)
    const end = (time: string) => afterQuiet(usualQuiet, 'Asia/Shanghai', at(time)).toISOString()
    expect(end('21:59')).toBe(at('21:59').toISOString())
    expect(end('22:00')).toBe('2026-04-15T23:00:00.000Z')
    expect(end('03:30')).toBe('2026-04-14T23:00:00.000Z')
    expect(end('07:00')).toBe(at('07:00').toISOString())
    const midday = { from: '12:00', to: '14:00' }
    expect(afterQuiet(midday, 'Asia/Shanghai', at('13:00'))).toEqual(at('14:00'))
    expect(isQuiet({ from: '08:00', to: '08:00' }, '08:00')).toBe(false)
  })

  test('only what happens today cannot wait', () => {
    const now = new Date('2026-04-15T23:30:00+08:00')
    expect(isToday(new Date('2026-04-15T23:50:00+08:00'), now, 'Asia/Shanghai')).toBe(true)
    expect(isToday(new Date('2026-04-16T00:10:00+08:00'), now, 'Asia/Shanghai')).toBe(false)
    expect(isToday(new Date('2026-04-15T09:00:00+08:00'), now, 'Asia/Shanghai')).toBe(false)
  })
})

describe('trying again', () => {
  test('waits longer each time, never over six hours, for a day', () => {
    const begun = new Date('2026-04-15T04:00:00Z')
    const waits: number[] = []
    let now = begun
    for (let tries = 1; ; tries++) {
      const next = nextTry(tries, begun, now)
      if (!next) break
      waits.push((next.getTime() - now.getTime()) / 1000)
      now = next
    }
    expect(waits).toEqual([30, 120, 480, 1920, 7680, 21600, 21600, 21600])
    expect(now.getTime() - begun.getTime()).toBeLessThanOrEqual(hours(24))
  })

  test('later when the other side asks for it, within reason', () => {
    const now = new Date('2026-04-15T04:00:00Z')
    expect(nextTry(1, now, now, 600)).toEqual(new Date('2026-04-15T04:10:00Z'))
    expect(nextTry(1, now, now, 1e9)).toEqual(new Date('2026-04-15T10:00:00Z'))
  })
})

test('words are filled for their reader, on the clock of the office', () => {
  const filling = { at: { at: '2026-04-18T01:00:00Z' }, what: { words: ['cleaning day', '大扫除'] as const }, left: 2 }
  const words = ['{what} on {at}, {left} left', '{at}{what}，还有 {left} 个名额'] as const
  expect(saidOf('en', 'Asia/Shanghai', words, filling)).toMatch(/^cleaning day on Sat, Apr 18(,| at) 09:00, 2 left$/)
  expect(saidOf('zh-CN', 'Asia/Shanghai', words, filling)).toMatch(/^4月18日.*09:00大扫除，还有 2 个名额$/)
})
