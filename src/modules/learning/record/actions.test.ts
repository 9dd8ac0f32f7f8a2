import { beforeAll, expect, test } from 'vitest'
import { fireContest, fireQuiz, sits } from '../../../../test/quizzes.ts'
import { town } from '../../../../test/town.ts'
import { createActivity } from '../../activities/actions.ts'
import { recordAttendance } from '../../activities/attendance/actions.ts'
import { credentialFile, listCredentials } from '../../credentials/actions.ts'
import { signFor } from '../../credentials/issuer/actions.ts'
import { verifyToken } from '../../credentials/verifying/actions.ts'
import { finishContest } from '../contests/actions.ts'
import { createCourse } from '../courses/actions.ts'
import { applyAudience, proposeAudience } from '../courses/audience/actions.ts'
import { addPart } from '../courses/parts/actions.ts'
import { finishPart } from '../courses/progress/actions.ts'
import { addMaterial, markRead } from '../sessions/actions.ts'
import { certifyCourse, certifyPrize, myRecord, recordFile } from './actions.ts'

beforeAll(() => signFor({ secret: 'a secret for tests', address: 'https://linli.example' }))

test('what somebody attended, made up and finished stands in their record; a course is certified once, and goes along on paper', async () => {
  const here = await town()
  const { lina, wang } = here
  const session = async (topic: string, startsAt: string) =>
    (
      await lina.does(createActivity, {
        kind: 'study',
        title: '周五学习',
        topic,
        description: null,
        hostId: here.organizations.willow,
        placeId: null,
        groupId: here.studyGroup,
        teamIds: [],
        equipmentIds: [],
        startsAt: new Date(startsAt),
        endsAt: new Date(Date.parse(startsAt) + 7_200_000),
        series: null,
      })
    ).id
  const attended = await session('基层治理', '2026-04-03T06:00:00Z')
  const entry = {
    personId: wang.id,
    status: 'attended' as const,
    minutes: null,
    note: null,
    at: new Date(),
    seen: null,
  }
  await lina.does(recordAttendance, { activityId: attended, entries: [entry] })
  const missed = await session('安全生产', '2026-04-10T06:00:00Z')
  const text = { activityId: missed, title: '第一章', url: null, body: '全文', readingMinutes: 10 }
  const { materials } = await lina.does(addMaterial, text)
  await wang.does(markRead, { materialId: materials[0]?.id ?? '' })

  const { id: courseId } = await lina.does(createCourse, {
    organizationId: here.organizations.willow,
    name: '接待规范',
    about: null,
    dueDays: 30,
    dueDate: null,
    renewMonths: 24,
  })
  const reading = { courseId, kind: 'reading' as const, title: '规范', body: '全文' }
  const nothing = { url: null, topic: null, activityId: null, wholeSeries: false, quizId: null, signerId: null }
  const { partId } = await lina.does(addPart, { ...reading, ...nothing })
  await lina.does(proposeAudience, { courseId, audience: [[{ is: 'named', personIds: [wang.id] }]] })
  await lina.does(applyAudience, { courseId, in: 1, out: 0 })
  await expect(wang.does(certifyCourse, { courseId })).rejects.toThrow('courseNotDone')
  await wang.does(finishPart, { partId: partId })

  const { years } = await wang.does(myRecord, {})
  expect(years).toMatchObject([{ year: 2026, attended: 1, madeUp: 1, minutes: 120 }])
  expect(years[0]?.sessions.map(({ topic, way }) => [topic, way])).toEqual([
    ['安全生产', 'madeUp'],
    ['基层治理', 'attended'],
  ])
  const first = await wang.does(certifyCourse, { courseId })
  expect(await wang.does(certifyCourse, { courseId }), 'the same again').toEqual(first)
  expect(await wang.does(listCredentials, { personId: wang.id })).toMatchObject([
    { kind: 'course', title: '接待规范', organizationName: '柳荫街道' },
  ])
  const badge = JSON.parse(String((await wang.does(credentialFile, first)).body)) as { type: string[]; proof: unknown }
  expect(badge.type).toContain('OpenBadgeCredential')
  expect(badge.proof).toBeDefined()
  const { body } = await wang.does(recordFile, {})
  expect(
    Buffer.from(body as Uint8Array)
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  await expect(here.xiaoyu.does(certifyCourse, { courseId })).rejects.toThrow('notFound')
})

test('quizzes that were passed and contests stand in the record of their year; every member of a team has its prize certified', async () => {
  const here = await town()
  const { lina, wang, qian, xiaoyu } = here
  const quizId = await fireQuiz(here, { attempts: null })
  await sits(wang, quizId, 'false', '2025-12-30T02:00:00Z', '2025-12-30T02:05:00Z')
  expect((await wang.does(myRecord, {})).years, 'not passed yet').toEqual([])
  await sits(wang, quizId, 'true', '2025-12-31T02:00:00Z', '2025-12-31T02:05:00Z')
  await sits(wang, quizId, 'false', '2026-01-04T02:00:00Z', '2026-01-04T02:05:00Z')
  const teams = [
    { name: '红队', personIds: [wang.id, qian.id] },
    { name: '蓝队', personIds: [xiaoyu.id, lina.id] },
  ]
  const { contestId, quizIds } = await fireContest(here, { teams })
  const [first = ''] = quizIds
  await sits(wang, first, 'true', '2026-04-14T04:00:00Z', '2026-04-14T04:01:00Z')
  await sits(xiaoyu, first, 'false', '2026-04-15T04:00:00Z', '2026-04-15T04:01:00Z')
  expect((await wang.does(myRecord, {})).years, 'a contest stands there once it is finished').toHaveLength(1)
  await lina.at('2026-04-15T07:00:00Z').does(finishContest, { contestId })

  const { years } = await wang.does(myRecord, {})
  expect(years).toMatchObject([
    { year: 2026, quizzes: [], contests: [{ place: 1, of: 2, team: '红队', prize: '一等奖', credentialId: null }] },
    { year: 2025, quizzes: [{ quizId, passedOn: '2025-12-31', best: 1 }], contests: [] },
  ])
  // Qian never sat: what the team won is theirs all the same.
  const certificates = []
  for (const who of [wang, qian]) {
    const won = await who.does(certifyPrize, { contestId })
    expect(await who.does(certifyPrize, { contestId }), 'the same again').toEqual(won)
    expect((await who.does(myRecord, {})).years[0]?.contests[0]?.credentialId).toBe(won.credentialId)
    const [one] = await who.does(listCredentials, { personId: who.id })
    expect(one).toMatchObject({
      kind: 'contest',
      title: '消防知识竞赛 · 一等奖 · 红队',
      fromDate: '2026-04-14',
      toDate: '2026-04-15',
    })
    certificates.push(one?.verifyPath.split('/').at(-1) ?? '')
  }
  for (const token of certificates)
    expect(await here.unasked((context) => verifyToken(context, { token }))).toMatchObject({ verdict: 'genuine' })
  await expect(xiaoyu.does(certifyPrize, { contestId })).rejects.toThrow('noPrize')
  await expect(here.chen.does(certifyPrize, { contestId })).rejects.toThrow('notFound')
  expect((await wang.does(recordFile, {})).type).toBe('application/pdf')
})
