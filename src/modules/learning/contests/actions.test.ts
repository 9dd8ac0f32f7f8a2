import { expect, test } from 'vitest'
import { fireContest, sits, type Teams } from '../../../../test/quizzes.ts'
import { town } from '../../../../test/town.ts'
import { figureSeries } from '../../indicators/actions.ts'
import { addGroupMember } from '../../organizations/groups/actions.ts'
import { addContest, finishContest, listContests, seeContest } from './actions.ts'
import { verifyContest } from './verifying/actions.ts'

async function begun(more: { teams?: Teams } = {}) {
  const here = await town()
  const whom = more.teams ? { teams: more.teams } : { personIds: [here.xiaoyu.id, here.qian.id] }
  return { ...here, ...(await fireContest(here, whom)) }
}

const at = (minute: number, second = 0): string =>
  `2026-04-15T04:${String(minute).padStart(2, '0')}:${String(second).padStart(2, '0')}Z`

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

test('quizzes sat and places are counted by the groups that people were in on that day, and by month', async () => {
  const { lina, xiaoyu, qian, quizIds, contestId, studyGroup, unasked } = await begun()
  const joined = { id: studyGroup, position: 'member' as const, fromDate: '2026-04-01', toDate: null }
  await lina.does(addGroupMember, { ...joined, personId: xiaoyu.id })
  await unasked(({ tx }) =>
    tx.updateTable('groupMember').set({ toDate: '2026-04-01' }).where('personId', '=', qian.id).execute(),
  )
  for (const quizId of quizIds) for (const who of [xiaoyu, qian]) await sits(who, quizId, 'true', at(0), at(1))
  await lina.does(finishContest, { contestId })
  const counted = async (fact: string, measure: string, by: string) => {
    const asked = { fact, measure, filter: '', period: '2026-04', by }
    const { parts } = await lina.at('2026-06-01T02:00:00Z').does(figureSeries, asked)
    return parts.map(({ key, value }) => [key === studyGroup ? 'study group' : key, value]).sort()
  }
  expect(await counted('quizAttempt', 'count', 'group')).toEqual([
    ['', 2],
    ['study group', 2],
  ])
  expect(await counted('quizAttempt', 'people', 'month')).toEqual([['2026-04', 2]])
  expect(await counted('quizAttempt', 'count', 'topic'), 'no session ends with them').toEqual([['', 4]])
  expect(await counted('contestPlace', 'count', 'group')).toEqual([
    ['', 1],
    ['study group', 1],
  ])
  expect(await counted('contestPlace', 'prizes', 'month')).toEqual([['2026-04', 1]])
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
