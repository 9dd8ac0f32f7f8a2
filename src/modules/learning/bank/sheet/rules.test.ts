import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyQuestion } from '../../../../../test/questions.ts'
import { QuestionFields } from '../contract.ts'
import { questionRefusal } from '../rules.ts'
import { kindIn } from './kinds/rules.ts'
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

test('options stand in columns, in one cell or at the end of the question, with their letters or without', () => {
  const choices = (given: Row) => {
    const read = questionOf({ answer: 'B', ...given })
    return isProblem(read)
      ? read.problem
      : [read.content.stem.zh, read.content.options.map(({ text }) => text.zh), read.keys.correct]
  }
  const fire = ['火警电话是？', ['110', '119', '120'], ['B']]
  const stem = '火警电话是？'
  expect(choices({ stem, options: 'A.110 B.119 C.120' })).toEqual(fire)
  expect(choices({ stem, options: 'A、110；B、119；C、120' })).toEqual(fire)
  expect(choices({ stem, options: 'Ａ．110\nＢ．119\nＣ．120' })).toEqual(fire)
  expect(choices({ stem, options: '（A）110（B）119（C）120' })).toEqual(fire)
  expect(choices({ stem, options: '110\n119\n120' })).toEqual(fire)
  expect(choices({ stem, options: '110|119|120' })).toEqual(fire)
  expect(choices({ stem: '火警电话是？\nA. 110  B. 119  C. 120' })).toEqual(fire)
  expect(choices({ stem, optionA: 'A.110', optionB: 'B. 119', optionC: 'C．120' })).toEqual(fire)
  expect(choices({ stem: '火警电话是（ B ）。', options: 'A.110 B.119 C.120', answer: '' })).toEqual([
    '火警电话是（ ）。',
    ...fire.slice(1),
  ])
  // A letter of the text is none of the list.
  expect(choices({ stem: '维生素 A. 的作用是？', optionA: '甲', optionB: 'B. 型', optionC: '丙' })).toEqual([
    '维生素 A. 的作用是？',
    ['甲', 'B. 型', '丙'],
    ['B'],
  ])
  expect(choices({ stem, options: '119' })).toBe('kindUnclear')
})

test('a sheet of one kind says the kind of its questions; a question with a blank and no options asks to fill it in', () => {
  expect(
    ['单选题', '一、多选题（每题2分）', '不定项选择题', '判断', '2026年题库', '单选、多选、判断'].map(kindIn),
  ).toEqual(['single', 'multiple', 'multiple', 'trueFalse', undefined, undefined])
  expect(keysOf({ answer: 'A' })).toEqual(['single', ['A']])
  expect(questionOf(row({ answer: 'A' }), 'multiple')).toMatchObject({ kind: 'multiple', keys: { correct: ['A'] } })
  const words = { stem: '火警电话是（ ）。', answer: '119' }
  expect(questionOf(words)).toMatchObject({ kind: 'fill', content: { stem: { zh: '火警电话是____。' } } })
  expect(questionOf({ stem: '火警电话是119。（ ）', answer: '√' })).toMatchObject({ kind: 'trueFalse' })
  expect(questionOf({ stem: '怎样报火警？', answer: '拨打119' }, 'text')).toMatchObject({ kind: 'text' })
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
  expect(said({ stem: '长'.repeat(4001) })).toEqual(['questionTooLong', 'stem'])
  expect(said({ optionB: '长'.repeat(4001) })).toEqual(['questionTooLong', 'optionB'])
  expect(said({ explanation: '长'.repeat(4001) })).toEqual(['questionTooLong', 'explanation'])
  expect(said({ tags: '标'.repeat(41) })).toEqual(['questionTooLong', 'tags'])
  expect(said({ source: '源'.repeat(201) })).toEqual(['questionTooLong', 'source'])
  expect(said({ kind: 'fill', stem: '____', answer: '答'.repeat(201) })).toEqual(['questionTooLong', 'answer'])
  expect(said({ kind: 'number', answer: '1e300' })).toEqual(['answerUnreadable', 'answer'])
  expect(said({ difficulty: '9' })).toEqual(['difficultyUnclear', 'difficulty'])
  expect(said({ stemEn: 'Which number?' })).toEqual(['languageMissing', 'stemEn'])
  expect(said({ kind: 'fill', stem: '____和____', answer: '一' })).toEqual(['blanksDiffer', 'answer'])
})
