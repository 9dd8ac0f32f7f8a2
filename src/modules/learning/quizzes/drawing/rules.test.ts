import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, chance, drawn, fits, type Plan, shuffled } from './rules.ts'

const options = (n: number, fixed: boolean) =>
  Array.from({ length: n }, (_, i) => ({ id: `o${i}`, ...(fixed && i === n - 1 ? { fixed: true as const } : {}) }))
const candidate = fc.record({
  questionId: fc.uuid(),
  version: fc.integer({ min: 1, max: 9 }),
  kind: fc.constantFrom('single', 'order', 'match', 'number'),
  tags: fc.subarray(['a', 'b', 'c']),
  difficulty: fc.integer({ min: 1, max: 5 }),
  options: fc.tuple(fc.integer({ min: 0, max: 6 }), fc.boolean()).map(([n, fixed]) => options(n, fixed)),
  targets: fc.integer({ min: 0, max: 4 }).map((n) => options(n, false)),
})
const bank = fc.uniqueArray(candidate, { selector: ({ questionId }) => questionId, minLength: 1, maxLength: 40 })
const plan = fc.record({
  draws: fc.array(
    fc.record({
      tags: fc.subarray(['a', 'b'], { maxLength: 1 }),
      difficulties: fc.subarray([1, 2, 3, 4, 5]),
      count: fc.integer({ min: 1, max: 5 }),
      points: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 3 },
  ),
  shuffle: fc.boolean(),
  shuffleOptions: fc.boolean(),
})
const withFixed = (bank: Candidate[], plan: Omit<Plan, 'fixed'>, n: number): Plan => ({
  ...plan,
  fixed: bank.slice(0, n).map(({ questionId }) => ({ questionId, points: 2 })),
})

test('the same seed over the same bank draws the same, in whatever order the bank comes', () => {
  fc.assert(
    fc.property(bank, plan, fc.nat({ max: 3 }), fc.string(), (all, wished, n, seed) => {
      const whole = withFixed(all, wished, n)
      expect(drawn(whole, all.toReversed(), seed)).toEqual(drawn(whole, all, seed))
    }),
  )
})

test('each question once, as many as asked for, all that fit; options are all there and the fast ones in their place', () => {
  fc.assert(
    fc.property(bank, plan, fc.nat({ max: 3 }), fc.string(), (all, wished, n, seed) => {
      const whole = withFixed(all, wished, n)
      const questions = drawn(whole, all, seed)
      if (!questions) return
      const ids = questions.map(({ questionId }) => questionId)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toHaveLength(whole.fixed.length + whole.draws.reduce((sum, { count }) => sum + count, 0))
      for (const { questionId } of whole.fixed) expect(ids).toContain(questionId)
      for (const one of questions) {
        const own = all.find(({ questionId }) => questionId === one.questionId) as Candidate
        expect(one.options.toSorted()).toEqual(own.options.map(({ id }) => id).sort())
        for (const [i, { id, fixed }] of own.options.entries()) if (fixed) expect(one.options[i]).toBe(id)
        if (!whole.shuffleOptions && own.kind !== 'order') expect(one.options).toEqual(own.options.map(({ id }) => id))
        const fixed = whole.fixed.some((kept) => kept.questionId === one.questionId)
        expect(fixed || whole.draws.some((draw) => draw.points === one.points && fits(draw, own))).toBe(true)
      }
    }),
  )
})

test('a bank that has not enough gives nothing rather than fewer', () => {
  const one: Candidate = {
    questionId: 'x',
    version: 1,
    kind: 'single',
    tags: ['a'],
    difficulty: 1,
    options: [],
    targets: [],
  }
  const draw = { tags: ['a'], difficulties: [], points: 1 }
  const asked = { fixed: [], shuffle: true, shuffleOptions: true }
  expect(drawn({ ...asked, draws: [{ ...draw, count: 2 }] }, [one], 's')).toBeNull()
  expect(drawn({ ...asked, draws: [{ ...draw, count: 1 }] }, [one], 's')).toHaveLength(1)
  expect(drawn({ ...asked, fixed: [{ questionId: 'y', points: 1 }], draws: [] }, [one], 's')).toBeNull()
})

test('chance is the documented one, and fair', () => {
  // Any other program that follows the description gets these.
  const next = chance('柳荫 2026')
  expect([next(), next(), next()]).toMatchInlineSnapshot(`
    [
      3657522886,
      635037372,
      3626783028,
    ]
  `)
  const first = Array.from({ length: 5 }, () => 0)
  for (let i = 0; i < 5000; i++) {
    const [one = 0] = shuffled([0, 1, 2, 3, 4], chance(`seed ${i}`))
    first[one] = (first[one] ?? 0) + 1
  }
  for (const count of first) expect(Math.abs(count - 1000)).toBeLessThan(150)
})
