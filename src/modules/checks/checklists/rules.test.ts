import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answers, Asked, Content } from './contract.ts'
import { answersOf, applying, contentRefusal, isAnswer, isFine, questionsOf, resultOf } from './rules.ts'

const asked = (more: object): Asked => Asked.parse({ id: 'a', kind: 'yesNo', text: '通道畅通', ...more })
const listOf = (questions: readonly object[], more: object = {}): Content =>
  Content.parse({ ...more, sections: [{ id: 's', title: '消防', questions }] })
const exits = { id: 'exit', kind: 'yesNo', text: '安全出口畅通', weight: 3, critical: true }
const heat = { id: 'heat', kind: 'measure', text: '冷藏温度', unit: '℃', from: 0, to: 8, weight: 2 }
const clean = { id: 'clean', kind: 'score', text: '卫生', most: 5, least: 3, weight: 5 }
const why = {
  id: 'why',
  kind: 'choice',
  text: '堵塞物',
  choices: [
    { id: 'bike', text: '电动车', fine: false },
    { id: 'sign', text: '指示牌', fine: true },
  ],
  when: { id: 'exit', is: ['no'] },
}
const values = (given: Record<string, string | number>): Answers =>
  Object.fromEntries(Object.entries(given).map(([id, value]) => [id, { value, note: '' }]))

test('points count by weight, what does not apply counts for nothing, and what is critical spoils the whole', () => {
  const list = listOf([exits, why, heat, clean], { enough: 60 })
  expect(resultOf(list, values({ exit: 'yes', heat: 4, clean: 4 }))).toMatchObject({
    asked: 3,
    missing: [],
    points: 3 + 2 + 4,
    of: 10,
    percent: 90,
    passed: true,
  })
  expect(resultOf(list, values({ exit: 'yes', heat: 9, clean: 0 }))).toMatchObject({
    amiss: ['heat', 'clean'],
    critical: [],
    percent: 30,
    passed: false,
  })
  expect(resultOf(list, values({ exit: 'no', why: 'sign', heat: 'na', clean: 5 }))).toMatchObject({
    amiss: ['exit'],
    critical: ['exit'],
    passed: false,
    of: 3 + 1 + 5,
  })
  expect(resultOf(list, values({ exit: 'na', heat: 'na', clean: 'na' }))).toMatchObject({ percent: null, passed: true })
})

test.each<[string, readonly object[], string]>([
  ['a question twice', [exits, exits], 'askedTwice'],
  ['a condition on what comes later', [why, exits], 'askedTooLate'],
  [
    'a condition on an answer that nobody can give',
    [exits, { ...why, when: { id: 'exit', is: ['bike'] } }],
    'neverAnswered',
  ],
  ['a range that ends before it begins', [{ ...heat, from: 9 }], 'rangeUpsideDown'],
  ['one choice', [{ ...why, when: null, choices: why.choices.slice(0, 1) }], 'choicesFew'],
  [
    'no choice that is in order',
    [{ ...why, when: null, choices: why.choices.map((one) => ({ ...one, fine: false })) }],
    'noFineChoice',
  ],
  ['more asked than can be scored', [{ ...clean, least: 6 }], 'leastAboveMost'],
])('%s is refused', (_, questions, reason) => {
  expect(contentRefusal(listOf(questions))?.reason).toBe(reason)
})

const someAsked = (id: string, before: readonly Asked[]): fc.Arbitrary<Asked> =>
  fc
    .record({
      kind: fc.constantFrom('yesNo', 'score', 'measure', 'choice', 'photo'),
      weight: fc.integer({ min: 0, max: 9 }),
      critical: fc.boolean(),
      good: fc.constantFrom('yes', 'no'),
      from: fc.option(fc.integer({ min: -5, max: 0 })),
      to: fc.option(fc.integer({ min: 0, max: 5 })),
      on: fc.option(fc.nat({ max: 20 })),
      pick: fc.nat({ max: 20 }),
    })
    .map(({ on, pick, ...more }) => {
      const condition = on === null ? undefined : before[on % (before.length || 1)]
      const possible = condition ? answersOf(condition) : []
      const when = condition ? { id: condition.id, is: [possible[pick % possible.length]] } : null
      return asked({ ...more, id, choices: why.choices, when })
    })

const someList: fc.Arbitrary<Content> = fc.integer({ min: 1, max: 12 }).chain((count) =>
  Array.from({ length: count })
    .reduce<fc.Arbitrary<Asked[]>>(
      (all, _, i) => all.chain((before) => someAsked(`q${i}`, before).map((one) => [...before, one])),
      fc.constant([]),
    )
    .map((questions) => listOf(questions)),
)
const someValue = fc.constantFrom('yes', 'no', 'na', 'bike', 'sign', -6, 0, 2, 3, 5, 7)
const someAnswers = (list: Content): fc.Arbitrary<Answers> =>
  fc
    .array(fc.tuple(fc.constantFrom(...questionsOf(list).map(({ id }) => id)), someValue))
    .map((pairs) => values(Object.fromEntries(pairs)))
const listAndAnswers = someList.chain((list) => fc.tuple(fc.constant(list), someAnswers(list)))

test('whatever list can be written can be asked, and its result holds together', () => {
  fc.assert(
    fc.property(listAndAnswers, ([list, answers]) => {
      expect(contentRefusal(list)).toBeNull()
      const all = applying(list, answers)
      const result = resultOf(list, answers)
      const ids = all.map(({ id }) => id)
      for (const some of [result.missing, result.amiss, result.critical])
        expect(some.every((id) => ids.includes(id))).toBe(true)
      expect(result.missing.some((id) => result.amiss.includes(id))).toBe(false)
      expect(result.critical.every((id) => result.amiss.includes(id))).toBe(true)
      expect(result.points).toBeGreaterThanOrEqual(0)
      expect(result.points).toBeLessThanOrEqual(result.of + 1e-9)
      expect(result.asked).toBe(ids.length)
      if (result.passed) expect([result.missing, result.critical]).toEqual([[], []])
    }),
  )
})

test('a question applies exactly if the one that it looks at applies and was answered so', () => {
  fc.assert(
    fc.property(listAndAnswers, ([list, answers]) => {
      const ids = new Set(applying(list, answers).map(({ id }) => id))
      const byId = new Map(questionsOf(list).map((one) => [one.id, one]))
      for (const { id, when } of byId.values()) {
        if (!when) expect(ids.has(id)).toBe(true)
        else {
          const before = byId.get(when.id) as Asked
          const value = answers[before.id]?.value
          const said = value !== undefined && value !== null && isAnswer(before, value)
          const fine = isFine(before, value)
          const met =
            said && (when.is.includes(String(value)) || when.is.includes(fine === null ? '' : fine ? 'fine' : 'amiss'))
          expect(ids.has(id)).toBe(ids.has(before.id) && met)
        }
      }
    }),
  )
})

test('what is said to a question that does not apply changes nothing, and setting one thing right never makes it worse', () => {
  fc.assert(
    fc.property(listAndAnswers, ([list, answers]) => {
      const ids = new Set(applying(list, answers).map(({ id }) => id))
      const heard = Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)))
      expect(resultOf(list, heard)).toEqual(resultOf(list, answers))
      const before = resultOf(list, answers)
      const looked = new Set(questionsOf(list).flatMap(({ when }) => when?.id ?? []))
      for (const one of questionsOf(list).filter(
        ({ id, kind }) => kind === 'yesNo' && before.amiss.includes(id) && !looked.has(id),
      )) {
        const after = resultOf(list, { ...answers, ...values({ [one.id]: one.good }) })
        expect(after.points).toBeGreaterThanOrEqual(before.points)
        expect(after.critical.length).toBeLessThanOrEqual(before.critical.length)
      }
    }),
  )
})
