import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correlation, doubtOf, type Result, statisticsOf } from './rules.ts'

const result = (personKey: string, questionId: string, share: number, chosen: string[] = []): Result => ({
  personKey,
  questionId,
  kind: 'single',
  share,
  chosen,
})

test('a question that the good know and the others do not tells apart; one that is the other way round is doubted', () => {
  const people = Array.from({ length: 20 }, (_, i) => i)
  const results = people.flatMap((i) => [
    ...[1, 2, 3, 4, 5, 6].map((n) => result(`p${i}`, `q${n}`, i >= n * 3 ? 1 : 0)),
    result(`p${i}`, 'wrong', i < 10 ? 1 : 0, [i < 10 ? 'A' : 'B']),
  ])
  const by = new Map(statisticsOf(results).map((one) => [one.questionId, one]))
  expect(by.get('q2')).toMatchObject({ count: 20, difficulty: 0.7 })
  expect(by.get('q2')?.discrimination).toBeGreaterThan(0.3)
  const wrong = by.get('wrong')
  expect(wrong?.chosen).toEqual({ A: 10, B: 10 })
  expect(wrong?.discrimination).toBeLessThan(-0.5)
  expect(wrong && doubtOf(wrong, 0)).toBe('wrongWay')
})

test('a correlation lies between −1 and 1, is the same both ways, and is none where nothing varies', () => {
  const pair = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 30 }), (pairs) => {
      const r = correlation(pairs)
      if (r === null) return
      expect(Math.abs(r)).toBeLessThanOrEqual(1 + 1e-9)
      expect(correlation(pairs.map(([x, y]) => [y, x]))).toBeCloseTo(r, 9)
    }),
  )
  expect(
    correlation([
      [1, 0],
      [1, 1],
    ]),
  ).toBeNull()
  expect(correlation([])).toBeNull()
})

test('few answers raise no doubt', () => {
  const all = { questionId: 'q', chosen: {}, discrimination: null }
  expect(doubtOf({ ...all, count: 9, difficulty: 0 }, 2)).toBeNull()
  expect(doubtOf({ ...all, count: 10, difficulty: 0.1 }, 0)).toBe('tooHard')
  expect(doubtOf({ ...all, count: 10, difficulty: 1 }, 0)).toBe('tooEasy')
  expect(doubtOf({ ...all, count: 40, difficulty: 0.5 }, 1)).toBe('distractorUnused')
})
