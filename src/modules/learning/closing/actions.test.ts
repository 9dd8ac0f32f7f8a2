import { expect, test } from 'vitest'
import { fireContest, fireQuiz, sits } from '../../../../test/quizzes.ts'
import { type Somebody, town } from '../../../../test/town.ts'
import { createActivity } from '../../activities/actions.ts'
import { recordAttendance } from '../../activities/attendance/actions.ts'
import { listNotices } from '../../notices/inbox/actions.ts'
import { createCourse } from '../courses/actions.ts'
import { applyAudience, proposeAudience } from '../courses/audience/actions.ts'
import { addPart } from '../courses/parts/actions.ts'
import { startAttempt } from '../quizzes/sitting/actions.ts'
import { planSession } from '../sessions/actions.ts'
import { makeUpUntil } from '../sessions/rules.ts'
import { remindOfClosing } from './actions.ts'

const closesAt = new Date('2026-04-20T06:00:00Z')
const hour = 3_600_000
const before = (hours: number, of = closesAt): Date => new Date(+of - hours * hour)

async function board() {
  const here = await town()
  const clock = (now: Date) => here.unasked((context) => remindOfClosing({ ...context, now }))
  const told = async (who: Somebody): Promise<string[]> => {
    const { notices } = await who.at('2026-06-01T00:00:00Z').does(listNotices, { show: 'all' })
    return notices.filter(({ title }) => title.includes('截止')).map(({ title }) => title.split('”')[0]?.slice(1) ?? '')
  }
  return { ...here, clock, told }
}

test('whoever began a quiz, is in its contest or must pass it in a course is told once, within a day before it closes', async () => {
  const here = await board()
  const { lina, wang, qian, xiaoyu, chen, sun, clock, told } = here
  const quizId = await fireQuiz(here, { name: '结业测验', closesAt, attempts: 2 })
  const organizationId = here.organizations.willow
  const begun = { organizationId, name: '消防必修', about: null, dueDays: 90, dueDate: null, renewMonths: null }
  const { id: courseId } = await lina.does(createCourse, begun)
  const part = { body: null, url: null, topic: null, activityId: null, wholeSeries: false, signerId: null }
  await lina.does(addPart, { courseId, kind: 'quiz', title: '测验', quizId, ...part })
  await lina.does(proposeAudience, { courseId, audience: [[{ is: 'named', personIds: [wang.id, qian.id] }]] })
  await lina.does(applyAudience, { courseId, in: 2, out: 0 })
  await sits(qian, quizId, 'true', '2026-04-16T01:00:00Z', '2026-04-16T01:02:00Z')
  await xiaoyu.does(startAttempt, { quizId })
  for (const at of ['2026-04-16T01:00:00Z', '2026-04-16T02:00:00Z']) await sits(chen, quizId, 'false', at, at)

  await clock(before(25))
  expect(await told(wang), 'not earlier').toEqual([])
  for (const hours of [24, 23, 1]) await clock(before(hours))
  await clock(closesAt)
  expect(await told(wang)).toEqual(['结业测验'])
  expect(await told(xiaoyu), 'began it').toEqual(['结业测验'])
  expect(await told(qian), 'has passed').toEqual([])
  expect(await told(chen), 'has no attempt left').toEqual([])
  expect(await told(sun), 'was never asked').toEqual([])

  const { quizIds } = await fireContest(here, { personIds: [xiaoyu.id, sun.id] })
  await sits(xiaoyu, quizIds[0] ?? '', 'true', '2026-04-15T04:00:00Z', '2026-04-15T04:01:00Z')
  await clock(new Date('2026-04-15T05:00:00Z'))
  expect(await told(sun)).toEqual(expect.arrayContaining(['初赛', '决赛']))
  expect((await told(xiaoyu)).sort()).toEqual(['决赛', '结业测验'])
})

test('whoever missed a session is told a day before its quiz can be passed no more; who was there is not', async () => {
  const here = await board()
  const { lina, wang, clock, told } = here
  const quizId = await fireQuiz(here, { name: '补学测验' })
  const endsAt = new Date('2026-04-10T08:00:00Z')
  const { id: activityId } = await lina.does(createActivity, {
    kind: 'study',
    title: '周五学习',
    topic: '消防安全',
    description: null,
    hostId: here.organizations.willow,
    placeId: null,
    groupId: here.studyGroup,
    teamIds: [],
    equipmentIds: [],
    startsAt: new Date('2026-04-10T06:00:00Z'),
    endsAt,
    series: null,
  })
  await lina.does(planSession, { activityId, lecturerId: null, lecturer: null, agenda: [], noteTakerId: null, quizId })
  const there = {
    personId: here.qian.id,
    status: 'attended' as const,
    minutes: null,
    note: null,
    at: new Date(),
    seen: null,
  }
  await lina.does(recordAttendance, { activityId, entries: [there] })
  await clock(before(25, makeUpUntil(endsAt)))
  expect(await told(wang)).toEqual([])
  for (const hours of [24, 2]) await clock(before(hours, makeUpUntil(endsAt)))
  expect(await told(wang)).toEqual(['补学测验'])
  expect(await told(here.qian)).toEqual([])
})
