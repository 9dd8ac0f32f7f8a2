import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foreign } from '../../../../../test/foreign.ts'
import { anyQuestion } from '../../../../../test/questions.ts'
import type { QuestionFields } from '../../bank/contract.ts'
import { shareOf } from '../../bank/scoring/rules.ts'
import { drawn } from '../drawing/rules.ts'
import { allowed, answersPiece, asShown, isAnswered, meant, shownAs, shownPiece } from './rules.ts'

const draw = (question: QuestionFields, seed: string) => {
  const { kind, content, tags, difficulty } = question
  const candidate = {
    questionId: 'q',
    version: 1,
    kind,
    tags,
    difficulty,
    options: content.options,
    targets: content.targets,
  }
  const plan = { fixed: [{ questionId: 'q', points: 1 }], draws: [], shuffle: true, shuffleOptions: true }
  const [one] = drawn(plan, [candidate], seed) ?? []
  if (!one) throw new Error('nothing drawn')
  return one
}

test('what is right is right however it was mixed, and what is shown does not tell it', () => {
  fc.assert(
    fc.property(anyQuestion(['single', 'multiple', 'order', 'match']), fc.string(), (question, seed) => {
      const { kind, content, keys } = question
      const one = draw(question, seed)
      const given = asShown(kind, one, keys.correct)
      expect(meant(kind, one, given)).toEqual(keys.correct)
      expect(shareOf(question, meant(kind, one, given))).toBe(1)
      const shown = shownAs(one, { kind, content, blanks: 0 }, 0)
      expect(shown.options.map(({ id }) => id)).toEqual(content.options.map((_, i) => String(i + 1)))
      const said = ['blanks', 'kind', 'most', 'options', 'pieces', 'points', 'position', 'stem', 'targets']
      expect(Object.keys(shown).sort()).toEqual(said)
    }),
  )
})

test('what was never shown is no answer', () => {
  const one = { questionId: 'q', version: 1, points: 1, options: ['B', 'A'], targets: ['T1'] }
  expect(meant('multiple', one, ['1', '3', '0', 'A', '-1'])).toEqual(['B'])
  expect(meant('match', one, ['2 1', '2 2', '1', ' 1'])).toEqual(['A T1'])
})

test('of several things each keeps its own options, and an answer to each of them is scored by the item’s own rules', async () => {
  const { question } = await foreign('several')
  for (const seed of ['a', 'b', 'c', 'd']) {
    const one = draw(question, seed)
    const shown = shownAs(one, { kind: question.kind, content: question.content, blanks: 3 }, 0)
    expect(shown.pieces).toEqual([
      { kind: 'multiple', text: { en: 'What do you look for?' }, most: null, options: ['1', '2', '3'], targets: [] },
      { kind: 'order', text: { en: 'What comes first?' }, most: null, options: ['4', '5', '6'], targets: [] },
      { kind: 'number', text: { en: 'The number of the fire service is ____.' }, most: null, options: [], targets: [] },
    ])
    const right = asShown('several', one, question.keys.correct)
    expect(right).toHaveLength(2 + 3 + 1)
    expect(shareOf(question, meant('several', one, right))).toBe(1)
    expect([0, 1, 2].map((i) => right.filter((entry) => answersPiece(shown, i, entry)).length)).toEqual([2, 3, 1])
    expect(shownPiece(shown, 1).options.map(({ id }) => id)).toEqual(['4', '5', '6'])
    const withoutNumber = right.filter((entry) => !entry.startsWith('p2='))
    expect(shareOf(question, meant('several', one, [...withoutNumber, 'p2=110', '9', '7 1']))).toBe(2 / 3)
  }
  expect([isAnswered(['p2= ']), isAnswered(['p2=1'])]).toEqual([false, true])
})

test('of more options than may be chosen the first ones count', () => {
  expect(allowed({ most: 2 }, ['B', 'A', 'C'])).toEqual(['B', 'A'])
  expect(allowed({}, ['B', 'A', 'C'])).toEqual(['B', 'A', 'C'])
  const pieces = [{ kind: 'multiple' as const, most: 1 }, { kind: 'multiple' as const }]
  expect(allowed({ pieces }, ['p0.A', 'p1.A', 'p0.B', 'p1.B', 'p2=x'])).toEqual(['p0.A', 'p1.A', 'p1.B', 'p2=x'])
})
