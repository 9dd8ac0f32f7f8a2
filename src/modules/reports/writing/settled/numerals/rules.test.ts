import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chineseInteger, spelledOut } from './rules.ts'

test.each([
  [0, '零'],
  [9, '九'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [105, '一百零五'],
  [110, '一百一十'],
  [129, '一百二十九'],
  [1010, '一千零一十'],
  [10000, '一万'],
  [10010, '一万零一十'],
  [110000, '十一万'],
  [1_000_000_001, '十亿零一'],
  [101_001_000, '一亿零一百万一千'],
])('%i is %s', (n, text) => expect(chineseInteger(n)).toBe(text))

test('with its unit, as an office writes it', () => {
  expect(spelledOut('zh-CN', '9次')).toBe('九次')
  expect(spelledOut('zh-CN', '2次')).toBe('两次')
  expect(spelledOut('zh-CN', '129人次')).toBe('一百二十九人次')
  expect(spelledOut('zh-CN', '732.5小时')).toBe('七百三十二点五小时')
  expect(spelledOut('zh-CN', '50.0%')).toBe('百分之五十')
  expect(spelledOut('zh-CN', '−3.2个百分点')).toBe('减少三点二个百分点')
  expect(spelledOut('zh-CN', '—')).toBe('—')
  expect(spelledOut('en', '9 people')).toBe('nine people')
  expect(spelledOut('en', '1,209 people')).toBe('1,209 people')
})

/** Reads a numeral back, by another way than it was written. */
function readBack(text: string): number {
  const unit: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
  const below = (part: string): number => {
    let [sum, digit] = [0, 0]
    for (const c of part) {
      const at = '零一二三四五六七八九'.indexOf(c)
      if (at >= 0) digit = at
      else {
        sum += (digit || 1) * (unit[c] ?? 0)
        digit = 0
      }
    }
    return sum + digit
  }
  const split = (part: string, by: string, worth: number, next: (rest: string) => number): number => {
    const [left, right] = part.includes(by)
      ? [part.slice(0, part.lastIndexOf(by)), part.slice(part.lastIndexOf(by) + by.length)]
      : ['', part]
    return (left ? next(left) * worth : 0) + next(right)
  }
  const myriads = (part: string) => split(part, '万', 10_000, below)
  return split(text, '亿', 100_000_000, myriads)
}

test('a numeral says its number and no other, and no 零 stands twice or at the end', () => {
  fc.assert(
    fc.property(fc.nat({ max: 999_999_999_999 }), (n) => {
      const text = chineseInteger(n)
      expect(readBack(text)).toBe(n)
      if (n > 0) expect(text).not.toMatch(/零$|零零|^零/)
    }),
    { numRuns: 2000 },
  )
})
