import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newOffice } from '../../../../test/imports.ts'
import { anyQuestion } from '../../../../test/questions.ts'
import { town } from '../../../../test/town.ts'
import { declareSheets } from '../../../platform/workbook/sheet.ts'
import {
  addQuestion,
  bringBackQuestion,
  changeQuestion,
  listQuestions,
  questionsFile,
  retireQuestion,
  seeQuestion,
} from './actions.ts'
import type { QuestionFields } from './contract.ts'
import { digestOf } from './keeping/actions.ts'
import { lettered } from './sheet/writing/rules.ts'
import { sheets } from './sheets.ts'

const all = { q: '', retired: false, limit: 500 }
const fire: QuestionFields = {
  kind: 'single',
  content: {
    stem: { zh: '火警电话是？', en: 'Which number is for fire?' },
    options: [
      { id: 'A', text: { zh: '119', en: '119' } },
      { id: 'B', text: { zh: '110', en: '110' } },
    ],
    targets: [],
  },
  keys: { correct: ['A'], explanation: { zh: '119 为火警。' } },
  tags: ['消防'],
  difficulty: 1,
  source: '《消防法》',
}

test('a question is asked, changed in a version of its own, retired and brought back', async () => {
  const { lina } = await town()
  const { id: questionId } = await lina.does(addQuestion, fire)
  expect(await lina.does(addQuestion, fire)).toMatchObject({ id: questionId, version: 1 })
  const { kind: _, ...fields } = fire
  await expect(lina.does(changeQuestion, { questionId, ...fields })).rejects.toThrow('nothingChanged')
  const keys = { ...fire.keys, correct: ['B'] }
  expect(await lina.does(changeQuestion, { questionId, ...fields, keys })).toMatchObject({
    version: 2,
    changedBy: '李娜',
  })
  expect(await lina.does(seeQuestion, { questionId, version: 1 })).toMatchObject({ keys: { correct: ['A'] } })
  expect((await lina.does(seeQuestion, { questionId })).versions.map(({ number }) => number)).toEqual([2, 1])
  expect(await lina.does(listQuestions, { ...all, q: 'FIRE', tag: '消防' })).toMatchObject({ total: 1 })
  await lina.does(retireQuestion, { questionId })
  expect(await lina.does(listQuestions, all)).toMatchObject({ total: 0, tags: [] })
  await lina.does(bringBackQuestion, { questionId })
  expect(await lina.does(listQuestions, all)).toMatchObject({ total: 1, tags: [{ tag: '消防', count: 1 }] })
})

test('two who change it at once make two versions', async () => {
  const { lina } = await town()
  const { id: questionId } = await lina.does(addQuestion, fire)
  const { kind: _, ...fields } = fire
  await Promise.all([
    lina.does(changeQuestion, { questionId, ...fields, difficulty: 2 }),
    lina.does(changeQuestion, { questionId, ...fields, difficulty: 4 }),
  ])
  expect((await lina.does(seeQuestion, { questionId })).versions.map(({ number }) => number)).toEqual([3, 2, 1])
})

test('a version that was asked cannot be changed, not even by a mistake of ours; who makes no quizzes sees none', async () => {
  const { lina, qian, xiaoyu, unasked } = await town()
  await lina.does(addQuestion, fire)
  await expect(
    unasked(({ tx }) => tx.updateTable('questionVersion').set({ source: '' }).where('number', '=', 1).execute()),
  ).rejects.toThrow('permission denied')
  expect(await qian.does(listQuestions, all)).toMatchObject({ total: 1 })
  await expect(qian.does(addQuestion, fire)).rejects.toThrow('notAllowed')
  await expect(xiaoyu.does(listQuestions, all)).rejects.toThrow('notAllowed')
  await expect(xiaoyu.does(addQuestion, fire)).rejects.toThrow('notAllowed')
})

const head = ['题型', '题干', '选项A', '选项B', '选项C', '答案', '难度', '标签', '来源', '解析']

test('the office’s sheet comes in: rows with holes are refused in words with their row, the others are kept', async () => {
  const office = await newOffice()
  declareSheets(sheets)
  const path = await office.write([
    {
      name: '知识竞赛题库',
      rows: [
        ['2026 年知识竞赛题库'],
        head,
        ['单选题', '火警电话是？', 119, 110, 120, 'A', '易', '消防、安全', '《消防法》', '见第一条'],
        ['多选题', '哪些属于网格员职责？', '巡查', '走访', '执法', 'AB', 3, '网格', '', ''],
        ['判断题', '119 是火警电话。', '', '', '', '对', 1, '消防', '', ''],
        ['填空题', '全国消防日是____月____日。', '', '', '', '11|十一；9|九', '', '消防', '', ''],
        ['单选题', '', 'a', 'b', '', 'A', '', '', '', ''],
        ['单选题', '缺选项的题？', 'a', '', 'c', 'A', '', '', '', ''],
        ['单选题', '没有答案的题？', 'a', 'b', '', '', '', '', '', ''],
        ['单选题', '答案不在选项中？', 'a', 'b', '', 'D', '', '', '', ''],
        ['画图题', '画一个圆', '', '', '', '略', '', '', '', ''],
        ['单选题', '火警电话是？', 119, 110, 120, 'A', '易', '消防、安全', '《消防法》', '见第一条'],
      ],
    },
  ])
  const tried = await office.take([path], { trial: true })
  const outcome = await office.take([path])
  expect(outcome.tables.map(({ kind }) => kind)).toEqual(['questions'])
  expect({ ...tried, id: outcome.id }).toEqual(outcome)
  expect(outcome.records.question).toEqual({ created: 4, updated: 0, unchanged: 0 })
  expect(outcome.refused.map(({ row, reason, column }) => [row, reason, column])).toEqual([
    [7, 'questionMissing', 1],
    [8, 'optionHole', 3],
    [9, 'answerMissing', 5],
    [10, 'answerUnreadable', 5],
    [11, 'badChoice', 0],
  ])
  expect(await office.take([path])).toMatchObject({ records: { question: { created: 0, unchanged: 4 } } })
})

test('what is written as a workbook comes back from it as the same questions', async () => {
  const office = await newOffice()
  const folder = await mkdtemp(join(tmpdir(), 'linli-questions-'))
  declareSheets(sheets)
  for (const language of ['en', 'zh-CN'] as const) {
    const here = await town()
    const questions = fc.sample(anyQuestion(), 60)
    for (const question of questions) await here.lina.does(addQuestion, question)
    const file = await here.lina.does(
      (context, input: Parameters<typeof questionsFile>[1]) =>
        questionsFile({ ...context, me: { ...context.me, language } }, input),
      { ...all, format: 'xlsx' as const },
    )
    const path = join(folder, `${language}.xlsx`)
    await writeFile(path, file.body as Buffer)
    const wanted = new Set(questions.map((question) => digestOf(lettered(question))))
    const again = await newOffice()
    const outcome = await again.take([path])
    expect(outcome.refused).toEqual([])
    const found = await again.does(async ({ tx }) => tx.selectFrom('questionVersion').select('digest').execute())
    expect(new Set(found.map(({ digest }) => digest))).toEqual(wanted)
  }
  expect(office.rootId).toBeTruthy()
})
