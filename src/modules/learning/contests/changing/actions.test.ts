import { expect, test } from 'vitest'
import { fireContest, fireQuiz, sits } from '../../../../../test/quizzes.ts'
import { type Somebody, town } from '../../../../../test/town.ts'
import { listNotices } from '../../../notices/inbox/actions.ts'
import { myRecord } from '../../record/actions.ts'
import { addContest, finishContest, listContests, seeContest } from '../actions.ts'
import { cancelContest, changeContest, readContest } from './actions.ts'

const [from, to] = ['2026-04-15T04:00:00Z', '2026-04-15T04:01:00Z']
const begin = (who: Somebody, quizId: string) => sits(who, quizId, 'true', from, to)

test('a contest is changed as long as nobody has begun it: other rounds, other people, in teams', async () => {
  const here = await town()
  const { lina, xiaoyu, qian, wang } = here
  const { contestId, quizIds, asked } = await fireContest(here, { personIds: [xiaoyu.id, qian.id] })
  const [first = '', last = ''] = quizIds
  const replay = await fireQuiz(here, { name: '加赛' })
  const { organizationId: _, ...fields } = asked
  const teams = [{ name: '红队', personIds: [wang.id, qian.id] }]
  const changed = { ...fields, contestId, name: '消防竞赛', personIds: [], teams, quizIds: [first, replay] }
  await expect(xiaoyu.does(changeContest, changed)).rejects.toThrow('notAllowed')
  await expect(xiaoyu.does(readContest, { contestId })).rejects.toThrow('notAllowed')
  const told = async (who: Somebody) =>
    (await who.at('2026-06-01T00:00:00Z').does(listNotices, { show: 'all' })).notices
      .map(({ title, text }) => `${title} ${text}`)
      .sort()
  const entered = '您已列入“消防知识竞赛”参赛名单 各轮测验及时间见竞赛页面。'
  expect([await told(xiaoyu), await told(qian)]).toEqual([[entered], [entered]])
  const { seedDigest } = await lina.does(seeContest, { contestId })
  expect(await lina.does(changeContest, changed)).toMatchObject({
    name: '消防竞赛',
    teams: true,
    entrants: 1,
    people: 2,
    rounds: [{ quizId: first }, { quizId: replay }],
    seedDigest,
  })
  expect(await lina.does(readContest, { contestId })).toMatchObject({
    quizzes: [{ id: first }, { id: replay }],
    people: [],
    teams: [{ name: '红队', people: expect.arrayContaining([{ id: wang.id, name: wang.name }]) }],
  })
  // Each hears what it means for them: out of it, in a team, new in a team.
  expect(await told(xiaoyu)).toEqual([entered, '您不再参加“消防知识竞赛” 各轮测验无需再参加。'].sort())
  expect(await told(qian)).toEqual(
    [entered, '“消防竞赛”有变更 变更内容：名称（原为“消防知识竞赛”）、轮次、您的队伍：“红队”。'].sort(),
  )
  expect(await told(wang)).toEqual(['您所在的“红队”参加“消防竞赛” 各轮测验及时间见竞赛页面，队员须各自作答。'])
  await lina.at('2026-04-15T04:30:00Z').does(changeContest, changed)
  expect([(await told(qian)).length, (await told(wang)).length], 'nothing has changed').toEqual([2, 1])
  // What it gave up is free; what it holds is not.
  await expect(lina.does(addContest, { ...asked, quizIds: [replay] })).rejects.toThrow('contestRoundTaken')
  await lina.does(addContest, { ...asked, quizIds: [last] })
  await expect(lina.does(changeContest, { ...changed, quizIds: [last] })).rejects.toThrow('contestRoundTaken')

  await begin(qian, first)
  await expect(lina.does(changeContest, changed)).rejects.toThrow('contestUnderWay')
})

test('whoever begins while it is changed has begun the contest as it was, or as it is then', async () => {
  const here = await town()
  const { lina, xiaoyu, qian } = here
  const { contestId, quizIds, asked } = await fireContest(here, { personIds: [xiaoyu.id] })
  const { organizationId: _, ...fields } = asked
  const [changed] = await Promise.all([
    lina.does(changeContest, { ...fields, contestId, personIds: [xiaoyu.id, qian.id] }).then(
      () => true,
      (error: Error) => error.message,
    ),
    begin(xiaoyu, quizIds[0] ?? ''),
  ])
  expect([true, 'contestUnderWay', 'contestBegun']).toContain(changed)
  const { people, standings } = await lina.does(seeContest, { contestId })
  expect([people, standings.length]).toEqual([changed === true ? 2 : 1, 1])
})

test('a contest is cancelled with a reason, of which all who were to take part are told; its quizzes are free again', async () => {
  const here = await town()
  const { lina, xiaoyu, qian } = here
  const { contestId, quizIds, asked } = await fireContest(here, { personIds: [xiaoyu.id, qian.id] })
  const [first = '', last = ''] = quizIds
  await begin(xiaoyu, first)
  const reason = '场地停电'
  await expect(xiaoyu.does(cancelContest, { contestId, reason })).rejects.toThrow('notAllowed')
  expect(await lina.does(cancelContest, { contestId, reason })).toMatchObject({ cancelReason: reason, seed: null })
  for (const who of [xiaoyu, qian]) {
    const { notices } = await who.does(listNotices, { show: 'all' })
    expect(notices).toContainEqual(
      expect.objectContaining({ title: '“消防知识竞赛”已取消', text: `各轮测验无需再参加。原因：${reason}` }),
    )
  }
  for (const [action, input] of [
    [cancelContest, { contestId, reason }],
    [changeContest, { ...asked, contestId }],
    [finishContest, { contestId }],
  ] as const)
    await expect(lina.does(action as typeof cancelContest, input as never)).rejects.toThrow('contestCancelled')
  // What was sat stays somebody's own quiz; what nobody began may be a round of the next contest.
  expect((await xiaoyu.does(myRecord, {})).years[0]?.quizzes).toMatchObject([{ quizId: first }])
  await expect(lina.does(addContest, { ...asked, quizIds: [first] })).rejects.toThrow('contestBegun')
  await lina.does(addContest, { ...asked, quizIds: [last] })
  expect((await qian.does(listContests, undefined as never)).map(({ cancelledAt }) => cancelledAt !== null)).toEqual(
    expect.arrayContaining([true, false]),
  )
})
