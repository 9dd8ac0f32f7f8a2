import { beforeAll, expect, test } from 'vitest'
import { town } from '../../../../test/town.ts'
import { createActivity } from '../../activities/actions.ts'
import { recordAttendance } from '../../activities/attendance/actions.ts'
import { credentialFile, listCredentials } from '../../credentials/actions.ts'
import { signFor } from '../../credentials/issuer/actions.ts'
import { addPart, applyAudience, createCourse, finishPart, proposeAudience } from '../courses/actions.ts'
import { addMaterial, markRead } from '../sessions/actions.ts'
import { certifyCourse, myRecord, recordFile } from './actions.ts'

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
  const nothing = { url: null, topic: null, activityId: null, quizId: null, signerId: null }
  const { partList } = await lina.does(addPart, { ...reading, ...nothing })
  await lina.does(proposeAudience, { courseId, audience: [[{ is: 'named', personIds: [wang.id] }]] })
  await lina.does(applyAudience, { courseId, in: 1, out: 0 })
  await expect(wang.does(certifyCourse, { courseId })).rejects.toThrow('courseNotDone')
  await wang.does(finishPart, { partId: partList[0]?.id ?? '' })

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
