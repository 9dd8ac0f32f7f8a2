import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyQuestion } from '../../../../../test/questions.ts'
import type { QuestionFields } from '../../bank/contract.ts'
import { isRefused, questionIn } from '../../bank/qti/importing/rules.ts'
import { treeOf } from '../../bank/qti/reading/actions.ts'
import { shareOf } from '../../bank/scoring/rules.ts'
import { drawn } from '../drawing/rules.ts'
import { asShown, isAnswered, meant, shownAs } from './rules.ts'

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
      const said = ['blanks', 'kind', 'options', 'pieces', 'points', 'position', 'stem', 'targets']
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
  const read = questionIn(await treeOf(readFileSync('test/data/qti/several.xml')))
  if (isRefused(read)) throw new Error(read.reason)
  const { question } = read
  for (const seed of ['a', 'b', 'c', 'd']) {
    const one = draw(question, seed)
    const shown = shownAs(one, { kind: question.kind, content: question.content, blanks: 3 }, 0)
    expect(shown.pieces).toEqual([
      { kind: 'multiple', options: ['1', '2', '3'], targets: [] },
      { kind: 'order', options: ['4', '5', '6'], targets: [] },
      { kind: 'number', options: [], targets: [] },
    ])
    const right = asShown('several', one, question.keys.correct)
    expect(right).toHaveLength(2 + 3 + 1)
    expect(shareOf(question, meant('several', one, right))).toBe(1)
    const withoutNumber = right.filter((entry) => !entry.startsWith('p2='))
    expect(shareOf(question, meant('several', one, [...withoutNumber, 'p2=110', '9', '7 1']))).toBe(2 / 3)
  }
  expect([isAnswered(['p2= ']), isAnswered(['p2=1'])]).toEqual([false, true])
})
