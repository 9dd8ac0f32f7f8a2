import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyQuestion } from '../../../../../test/questions.ts'
import { QuestionFields } from '../contract.ts'
import { questionRefusal } from '../rules.ts'
import { isProblem, questionOf, type Row } from './rules.ts'
import { lettered, rowOf } from './writing/rules.ts'

test('every question that a row can hold comes back from it as it was', () => {
  fc.assert(
    fc.property(anyQuestion(), (question) => {
      expect(questionRefusal(question)).toBeNull()
      expect(QuestionFields.parse(question)).toEqual(question)
      expect(questionOf(rowOf(question))).toEqual(lettered(question))
    }),
  )
})

const row = (more: Row): Row => ({
  stem: '火警电话是？',
  optionA: '119',
  optionB: '110',
  optionC: '120',
  answer: 'A',
  ...more,
})
const keysOf = (given: Row) => {
  const read = questionOf(row(given))
  return isProblem(read) ? read.problem : [read.kind, read.keys.correct]
}

test('answers are read as offices write them', () => {
  expect(keysOf({ kind: 'single', answer: ' a ' })).toEqual(['single', ['A']])
  expect(keysOf({ kind: 'single', answer: '110' })).toEqual(['single', ['B']])
  expect(keysOf({ kind: 'multiple', answer: 'A、Ｃ' })).toEqual(['multiple', ['A', 'C']])
  expect(keysOf({ answer: 'CA' })).toEqual(['multiple', ['A', 'C']])
  expect(keysOf({ kind: 'order', answer: 'C→A→B' })).toEqual(['order', ['C', 'A', 'B']])
  const truth = (answer: string) => questionOf({ stem: '119 是火警电话。', kind: 'trueFalse', answer })
  expect(truth('√')).toMatchObject({ keys: { correct: ['true'] } })
  expect(truth('错误')).toMatchObject({ keys: { correct: ['false'] } })
  const number = questionOf({ stem: 'How many grids?', kind: 'number', answer: '1,024 +- 0.5' })
  expect(number).toMatchObject({
    content: { stem: { en: 'How many grids?' } },
    keys: { number: { value: 1024, tolerance: 0.5 } },
  })
  expect(questionOf({ stem: '我国消防日是（ ）月（ ）日。', kind: 'fill', answer: '11|十一；9|九' })).toMatchObject({
    content: { stem: { zh: '我国消防日是____月____日。' } },
    keys: {
      blanks: [
        ['11', '十一'],
        ['9', '九'],
      ],
    },
  })
})

test('a hole or a nonsense is said, with its column', () => {
  const said = (given: Row) => {
    const read = questionOf(row(given))
    return isProblem(read) ? [read.problem, read.key] : 'taken'
  }
  expect(said({ stem: '' })).toEqual(['questionMissing', 'stem'])
  expect(said({ optionB: '' })).toEqual(['optionHole', 'optionB'])
  expect(said({ answer: '' })).toEqual(['answerMissing', 'answer'])
  expect(said({ kind: 'single', answer: 'D' })).toEqual(['answerUnreadable', 'answer'])
  expect(said({ kind: 'single', answer: 'AB' })).toEqual(['onlyOneKey', 'answer'])
  expect(said({ kind: 'order', answer: 'AB' })).toEqual(['orderIncomplete', 'answer'])
  expect(said({ kind: 'number', answer: '约三十' })).toEqual(['answerUnreadable', 'answer'])
  expect(said({ difficulty: '9' })).toEqual(['difficultyUnclear', 'difficulty'])
  expect(said({ stemEn: 'Which number?' })).toEqual(['languageMissing', 'stemEn'])
  expect(said({ kind: 'fill', stem: '____和____', answer: '一' })).toEqual(['blanksDiffer', 'answer'])
})
