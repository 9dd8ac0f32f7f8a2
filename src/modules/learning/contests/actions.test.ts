import { expect, test } from 'vitest'
import { type Somebody, town } from '../../../../test/town.ts'
import { addQuestion } from '../bank/actions.ts'
import { addQuiz, publishQuiz } from '../quizzes/actions.ts'
import { QuizFields } from '../quizzes/contract.ts'
import { decideAnswers, startAttempt, submitAttempt } from '../quizzes/sitting/actions.ts'
import { addContest, finishContest, listContests, seeContest } from './actions.ts'
import { verifyContest } from './verifying/actions.ts'

const zh = (text: string) => ({ zh: text })

async function begun(more: { teams?: { name: string; personIds: string[] }[] } = {}) {
  const here = await town()
  const { lina, xiaoyu, qian, organizations } = here
  const quizIds: string[] = []
  for (const name of ['初赛', '决赛']) {
    const question = await lina.does(addQuestion, {
      kind: 'trueFalse',
      content: { stem: zh(`${name}：119 是火警电话`), options: [], targets: [] },
      keys: { correct: ['true'] },
      tags: [],
      difficulty: 1,
      source: '',
    })
    const fields = QuizFields.parse({
      name,
      fixed: [{ questionId: question.id, points: 5 }],
      closesAt: new Date('2026-04-15T06:00:00Z'),
    })
    const { id: quizId } = await lina.does(addQuiz, { organizationId: organizations.willow, ...fields })
    await lina.does(publishQuiz, { quizId })
    quizIds.push(quizId)
  }
  const whom = more.teams ? { teams: more.teams, personIds: [] } : { teams: [], personIds: [xiaoyu.id, qian.id] }
  const prizes = [{ name: '一等奖', places: 1 }]
  const asked = { organizationId: organizations.willow, name: '消防知识竞赛', about: '', quizIds, prizes, ...whom }
  const { id: contestId } = await lina.does(addContest, asked)
  return { ...here, quizIds, contestId, asked }
}

const at = (minute: number, second = 0): string =>
  `2026-04-15T04:${String(minute).padStart(2, '0')}:${String(second).padStart(2, '0')}Z`

async function sits(who: Somebody, quizId: string, truth: string, from: string, to: string) {
  const { id: attemptId } = await who.at(from).does(startAttempt, { quizId })
  const answers = [{ position: 0, answer: [truth], givenAt: new Date(from), counter: 1 }]
  const [outcome] = await who
    .at(from)
    .does(
      (context, input: Parameters<typeof decideAnswers>[0][number]['input']) => decideAnswers([{ context, input }]),
      { quizId, attemptId, answers },
    )
  expect(outcome?.ok).toBe(true)
  await who.at(to).does(submitAttempt, { quizId, attemptId })
}

test('points first, then time; places, prizes and the seed are there once it is finished, and can be computed again', async () => {
  const { lina, xiaoyu, qian, quizIds, contestId, unasked } = await begun()
  const [first = '', last = ''] = quizIds
  await sits(xiaoyu, first, 'true', at(0), at(1, 30))
  await sits(qian, first, 'true', at(0), at(2))
  expect(await xiaoyu.does(seeContest, { contestId })).toMatchObject({
    seed: null,
    standings: [
      { place: 1, name: '林小雨', points: 5, seconds: 90, mine: true, prize: null },
      { place: 2, points: 5, seconds: 120, byLot: false },
    ],
  })
  await expect(lina.does(finishContest, { contestId })).rejects.toThrow('contestNotOver')
  await sits(xiaoyu, last, 'false', at(10), at(11))
  await sits(qian, last, 'true', at(10), at(12))
  await expect(xiaoyu.does(finishContest, { contestId })).rejects.toThrow('notAllowed')
  const over = await lina.does(finishContest, { contestId })
  expect(over.standings).toMatchObject([
    { place: 1, points: 10, prize: '一等奖' },
    { place: 2, name: '林小雨', points: 5, prize: null },
  ])
  expect(over.seed).toBeTruthy()
  await expect(lina.does(finishContest, { contestId })).rejects.toThrow('contestFinished')
  expect(await unasked((context) => verifyContest(context, { contestId }))).toMatchObject({
    attempts: 4,
    answers: 4,
    places: 2,
    differences: [],
  })
  await unasked(({ tx }) =>
    tx
      .updateTable('quizAnswer')
      .set({ answer: ['false'] })
      .execute(),
  )
  const found = await unasked((context) => verifyContest(context, { contestId }))
  expect(found.differences.map(({ what }) => what)).toEqual(['score', 'score', 'score', 'place', 'place'])
})

test('of the same points and time the lot decides, and says so; who never sat is last', async () => {
  const { lina, xiaoyu, qian, quizIds, contestId } = await begun()
  for (const quizId of quizIds) for (const who of [xiaoyu, qian]) await sits(who, quizId, 'true', at(0), at(1))
  const { standings } = await lina.does(finishContest, { contestId })
  expect(standings.map(({ byLot }) => byLot)).toEqual([true, true])
  expect(standings[0]?.prize).toBe('一等奖')
})

test('teams: their mean counts; a quiz is one contest’s round, and nobody takes part twice', async () => {
  const here = await town()
  const teams = [
    { name: '红队', personIds: [here.xiaoyu.id] },
    { name: '蓝队', personIds: [here.qian.id, here.lina.id] },
  ]
  const { lina, qian, xiaoyu, quizIds, contestId, asked } = await begun({ teams })
  const [first = ''] = quizIds
  await sits(qian, first, 'true', at(0), at(1))
  await sits(xiaoyu, first, 'false', at(0), at(1))
  expect((await lina.does(seeContest, { contestId })).standings).toMatchObject([
    { name: '蓝队', points: 2.5, mine: true },
    { name: '红队', points: 0 },
  ])
  await expect(lina.does(addContest, asked)).rejects.toThrow('contestBegun')
  const twice = [...teams, { name: '绿队', personIds: [here.qian.id] }]
  await expect(lina.does(addContest, { ...asked, teams: twice })).rejects.toThrow('contestTwice')
  await expect(lina.does(addContest, { ...asked, teams: [] })).rejects.toThrow('contestNobody')
  expect(await xiaoyu.does(listContests, undefined as never)).toMatchObject([
    { id: contestId, entrants: 2, teams: true },
  ])
})
