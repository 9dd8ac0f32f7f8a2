import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyQuestion } from '../../../../../test/questions.ts'
import type { QuestionFields } from '../../bank/contract.ts'
import { shareOf } from '../../bank/scoring/rules.ts'
import { drawn } from '../drawing/rules.ts'
import { asShown, meant, shownAs } from './rules.ts'

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
      expect(Object.keys(shown).sort()).toEqual(['blanks', 'kind', 'options', 'points', 'position', 'stem', 'targets'])
    }),
  )
})

test('what was never shown is no answer', () => {
  const one = { questionId: 'q', version: 1, points: 1, options: ['B', 'A'], targets: ['T1'] }
  expect(meant('multiple', one, ['1', '3', '0', 'A', '-1'])).toEqual(['B'])
  expect(meant('match', one, ['2 1', '2 2', '1', ' 1'])).toEqual(['A T1'])
})
