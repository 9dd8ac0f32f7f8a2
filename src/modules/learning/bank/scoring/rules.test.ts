import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyQuestion } from '../../../../../test/questions.ts'
import type { QuestionFields } from '../contract.ts'
import { numberIn, shareOf } from './rules.ts'

/** The answer of whoever knows it. */
const right = ({ kind, keys }: QuestionFields): string[] =>
  kind === 'number'
    ? [String(keys.number?.value)]
    : kind === 'fill'
      ? (keys.blanks ?? []).map(([first]) => first as string)
      : [...keys.correct]

const byMachine = anyQuestion(['single', 'multiple', 'trueFalse', 'number', 'fill', 'order', 'match'])

test('the right answer earns all, none earns nothing, and no answer earns more than all or less than nothing', () => {
  fc.assert(
    fc.property(
      byMachine,
      fc.array(fc.constantFrom('A', 'B', 'C', 'A T1', 'true', '3', '', '党章')),
      (question, any) => {
        expect(shareOf(question, right(question))).toBe(1)
        expect(shareOf(question, [])).toBe(0)
        const share = shareOf(question, any) as number
        expect(share >= 0 && share <= 1).toBe(true)
      },
    ),
  )
})

test('the order in which options are ticked changes nothing, the order of an order does', () => {
  fc.assert(
    fc.property(anyQuestion(['multiple', 'match', 'order']), (question) => {
      const turned = right(question).toReversed()
      const same = question.kind !== 'order' || turned.length < 2
      expect(shareOf(question, turned)).toBe(same ? 1 : 0)
    }),
  )
})

test('what a person must mark is not scored by machine', () => {
  fc.assert(
    fc.property(anyQuestion(['text']), (question) => {
      expect(shareOf(question, ['anything'])).toBeNull()
    }),
  )
})

test('part of the right options earns part where that is wished, a wrong one takes it away', () => {
  const keys = { correct: ['A', 'B'] }
  const mapping = {
    entries: [
      { key: 'A', value: 1 },
      { key: 'B', value: 1 },
    ],
    otherwise: -1,
    lower: 0,
  }
  expect(shareOf({ kind: 'multiple', keys }, ['A'])).toBe(0)
  expect(shareOf({ kind: 'multiple', keys: { ...keys, mapping } }, ['A'])).toBe(0.5)
  expect(shareOf({ kind: 'multiple', keys: { ...keys, mapping } }, ['A', 'C'])).toBe(0)
})

test('numbers and blanks are read as people type them', () => {
  expect([numberIn('１，０２４'), numberIn('−0.5'), numberIn('3.'), numberIn('三'), numberIn('')]).toEqual([
    1024,
    -0.5,
    3,
    null,
    null,
  ])
  const near = { kind: 'number' as const, keys: { correct: [], number: { value: 0.3, tolerance: 0 } } }
  expect(shareOf(near, [String(0.1 + 0.2)])).toBe(1)
  const blanks = { kind: 'fill' as const, keys: { correct: [], blanks: [['Party School'], ['党章', '章程']] } }
  expect(shareOf(blanks, ['  party　school ', '章程'])).toBe(1)
  expect(shareOf(blanks, ['party school'])).toBe(0.5)
})
