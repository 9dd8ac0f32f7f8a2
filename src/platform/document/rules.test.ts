import { expect, test } from 'vitest'
import type { Block } from './contract.ts'
import { chineseNumber, headingNumber, numbered, page, signatureIndents, widthOf, writtenDate } from './rules.ts'

test('the type area holds 22 lines of 28 characters and not one more', () => {
  const height = page.height - page.top - page.bottom
  const pitch = 320 + page.characterSpacing
  expect([Math.floor(height / page.linePitch), Math.floor(page.textWidth / pitch)]).toEqual([
    page.lines,
    page.characters,
  ])
})

test.each([
  [1, '一'],
  [9, '九'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [99, '九十九'],
])('%i is written %s', (n, written) => expect(chineseNumber(n)).toBe(written))

test('headings count anew below each heading above them', () => {
  const heading = (level: number): Block => ({ kind: 'heading', level, text: '' })
  const levels = [1, 2, 2, 3, 4, 3, 1, 2].map(heading)
  expect(numbered(levels, 'zh-CN').map(({ number }) => number)).toEqual([
    '一、',
    '（一）',
    '（二）',
    '1. ',
    '（1）',
    '2. ',
    '二、',
    '（一）',
  ])
  expect(numbered(levels, 'en').map(({ number }) => number)).toEqual([
    'I. ',
    'A. ',
    'B. ',
    '1. ',
    '(1) ',
    '2. ',
    'II. ',
    'A. ',
  ])
  expect([4, 9, 14].map((n) => headingNumber('en', 1, n))).toEqual(['IV. ', 'IX. ', 'XIV. '])
})

test('a date has Arabic numerals without padding', () => {
  expect(writtenDate('zh-CN', '2023-03-05')).toBe('2023年3月5日')
  expect(writtenDate('en', '2023-12-31')).toBe('31 December 2023')
})

test('without a seal the office stands two characters in and the date begins two characters right of it', () => {
  const [office, date] = ['柳林街道办事处党政综合办公室', '2023年12月31日']
  const indents = signatureIndents(office, date)
  expect(indents.organization).toBe(2)
  expect(indents.date + widthOf(date)).toBe(indents.organization + widthOf(office) - 2)
})

test('a date longer than the office stands two characters in, the office farther', () => {
  const [office, date] = ['柳林街道', '2023年12月31日']
  const indents = signatureIndents(office, date)
  expect(indents.date).toBe(2)
  expect(indents.organization + widthOf(office)).toBe(indents.date + widthOf(date) + 2)
})
