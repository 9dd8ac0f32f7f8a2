import { expect, test } from 'vitest'
import type { Series } from '../contract.ts'
import { sumOf, totalOf } from './rules.ts'

const part = (key: string, value: number): Series['parts'][number] => ({
  key,
  label: [key, key],
  value,
  written: [String(value), String(value)],
  records: value,
  question: null,
})
const months = [part('01', 4), part('02', 3), part('03', 5)]

test('only parts that share no record are added up', () => {
  expect(sumOf({ sums: true, parts: months })).toEqual({ sum: 12, refused: null })
  expect(sumOf({ sums: true, parts: months }, new Set(['01', '02']))).toEqual({ sum: 7, refused: null })
  expect(sumOf({ sums: false, parts: months })).toEqual({ sum: null, refused: 'partsOverlap' })
})

test('the total is the whole’s own answer, also of people who come in several months', () => {
  const whole = { value: 6 } as Series['whole']
  expect(totalOf({ whole }).value).toBe(6)
})
