import { beforeEach, expect, test } from 'vitest'
import { town } from '../../../../test/town.ts'
import { createActivity } from '../../activities/actions.ts'
import { recordAttendance } from '../../activities/attendance/actions.ts'
import { figure } from '../../indicators/actions.ts'
import {
  addPart,
  applyAudience,
  askExemption,
  createCourse,
  decideExemption,
  finishPart,
  proposeAudience,
  signOff,
} from './actions.ts'
import type { Course, PartKind } from './contract.ts'
import { myCourses } from './mine/actions.ts'
import { getCourse, listCourses } from './seeing/actions.ts'
import { keepCourses } from './settling/actions.ts'

let here: Awaited<ReturnType<typeof town>>
beforeEach(async () => {
  here = await town()
})

const part = (courseId: string, kind: PartKind, title: string, more: object = {}) =>
  here.lina.does(addPart, {
    courseId,
    kind,
    title,
    body: kind === 'reading' ? '全文' : null,
    url: null,
    topic: null,
    activityId: null,
    quizId: null,
    signerId: null,
    ...more,
  })

/** Every community secretary of the sub-district reads, attends a session and is signed off by Li Na, within 30 days. */
async function secretaries(more: { renewMonths?: number } = {}): Promise<Course> {
  const { id: courseId } = await here.lina.does(createCourse, {
    organizationId: here.organizations.willow,
    name: '社区书记必修课',
    about: null,
    dueDays: 30,
    dueDate: null,
    renewMonths: more.renewMonths ?? null,
  })
  await part(courseId, 'reading', '职责清单')
  await part(courseId, 'session', '基层治理专题', { topic: '基层治理' })
  await part(courseId, 'signOff', '主持一次议事', { signerId: here.lina.id })
  const audience = [[{ is: 'holds' as const, role: 'secretary' as const, organizationId: here.organizations.willow }]]
  const { difference } = await here.lina.does(proposeAudience, { courseId, audience })
  return here.lina.does(applyAudience, { courseId, in: difference?.in ?? 0, out: difference?.out ?? 0 })
}

async function attend(who: { id: string }): Promise<void> {
  const { id: activityId } = await here.lina.does(createActivity, {
    kind: 'study',
    title: '周五学习',
    topic: '基层治理',
    description: null,
    hostId: here.organizations.willow,
    placeId: null,
    groupId: null,
    teamIds: [],
    equipmentIds: [],
    startsAt: new Date('2026-04-15T01:00:00Z'),
    endsAt: new Date('2026-04-15T03:00:00Z'),
    series: null,
  })
  const entry = { personId: who.id, status: 'attended' as const, minutes: null, note: null, at: new Date(), seen: null }
  await here.lina.does(recordAttendance, { activityId, entries: [entry] })
}

test('the audience is shown before it takes effect, and what has become another one meanwhile is shown again', async () => {
  const course = await secretaries()
  expect(course.members.map(({ name, dueOn, state }) => [name, dueOn, state]).sort()).toEqual([
    ['王建国', '2026-05-15', 'todo'],
    ['钱红', '2026-05-15', 'todo'],
  ])
  const named = [...course.audience, [{ is: 'named' as const, personIds: [here.chen.id] }]]
  const { difference } = await here.lina.does(proposeAudience, { courseId: course.id, audience: named })
  expect(difference).toMatchObject({ in: 1, out: 0, comesIn: [{ name: '陈静' }] })
  expect((await here.chen.does(myCourses, {})).courses, 'not in force yet').toEqual([])
  const stale = { courseId: course.id, in: 2, out: 0 }
  await expect(here.lina.does(applyAudience, stale)).rejects.toThrow('differencesChanged')
  await here.lina.does(applyAudience, { courseId: course.id, in: 1, out: 0 })
  expect((await here.chen.does(myCourses, {})).courses.map(({ name }) => name)).toEqual(['社区书记必修课'])
})

test('parts are done in their order: read, attended, signed off by the one who was named; then it is done', async () => {
  const { id: courseId, partList } = await secretaries()
  const [reading, session, practice] = partList.map(({ id }) => id) as [string, string, string]
  await expect(here.lina.does(signOff, { partId: practice, personId: here.wang.id })).rejects.toThrow(
    'earlierPartsFirst',
  )
  await here.wang.does(finishPart, { partId: reading })
  await expect(here.wang.does(finishPart, { partId: session })).rejects.toThrow('partNotYours')
  await attend(here.wang)
  expect((await here.lina.does(myCourses, {})).toSign.map(({ personName }) => personName)).toEqual(['王建国'])
  await expect(here.admin.does(signOff, { partId: practice, personId: here.wang.id })).rejects.toThrow('notAllowed')
  await here.lina.does(signOff, { partId: practice, personId: here.wang.id })
  const [mine] = (await here.wang.does(myCourses, {})).courses
  expect(mine).toMatchObject({ state: 'done' })
  const { tally } = await here.lina.does(getCourse, { courseId })
  expect(tally).toEqual({ done: 1, todo: 1, late: 0, exempt: 0 })
  const counted = async (measure: string) =>
    (await here.lina.does(figure, { fact: 'requiredCourse', measure, filter: '', period: '2026-04' })).value
  expect([await counted('due'), await counted('done')]).toEqual([2, 1])
})

test('a leader sees their own people, and a person nothing but their own', async () => {
  const { id: courseId } = await secretaries()
  const own = await here.wang.does(getCourse, { courseId })
  expect(own.members.map(({ name }) => name)).toEqual(['王建国'])
  expect(own.may.change).toBe(false)
  await expect(here.xiaoyu.does(getCourse, { courseId })).rejects.toThrow('notFound')
  expect((await here.xiaoyu.does(myCourses, {})).courses).toEqual([])
  await expect(here.hugo.does(getCourse, { courseId })).rejects.toThrow('notFound')
  expect((await here.hugo.does(listCourses, {})).courses).toEqual([])
})

test('nobody is exempt by their own word, nor by the word of whoever asked', async () => {
  const { id: courseId } = await secretaries()
  await here.wang.does(askExemption, { courseId, personId: here.wang.id, reason: '已取得同类证书' })
  await expect(here.wang.does(askExemption, { courseId, personId: here.wang.id, reason: '再问' })).rejects.toThrow(
    'exemptAlready',
  )
  await here.lina.does(askExemption, { courseId, personId: here.qian.id, reason: '产假' })
  const { exemptions } = await here.lina.does(getCourse, { courseId })
  const of = (name: string) => exemptions.find(({ personName }) => personName === name)?.id ?? ''
  await expect(here.lina.does(decideExemption, { exemptionId: of('钱红'), granted: true })).rejects.toThrow(
    'notOnesOwn',
  )
  await here.lina.does(decideExemption, { exemptionId: of('王建国'), granted: true })
  await here.admin.does(decideExemption, { exemptionId: of('钱红'), granted: false })
  const { tally } = await here.lina.does(getCourse, { courseId })
  expect(tally).toEqual({ done: 0, todo: 1, late: 0, exempt: 1 })
})

test('who comes in later has their days from then; who falls out is not chased; each is reminded once of each date', async () => {
  const { id: courseId } = await secretaries()
  const nightly = (now: string) => here.unasked(async (context) => keepCourses({ ...context, now: new Date(now) }))
  const reminded = () =>
    here.unasked(
      async ({ tx }) =>
        (await tx.selectFrom('notice').where('matter', '=', 'courseDue').select('personId').execute()).length,
    )
  await nightly('2026-04-20T00:17:00Z')
  expect(await reminded()).toBe(0)
  await nightly('2026-05-02T00:17:00Z')
  await nightly('2026-05-03T00:17:00Z')
  expect(await reminded()).toBe(2)
  await here.unasked(async ({ tx }) => {
    await tx.updateTable('membership').set({ toDate: '2026-05-04' }).where('personId', '=', here.qian.id).execute()
    await tx
      .insertInto('membership')
      .values({
        id: crypto.randomUUID(),
        personId: here.chen.id,
        organizationId: here.organizations.pines,
        role: 'secretary',
        fromDate: '2026-05-04',
      })
      .execute()
  })
  await nightly('2026-05-05T00:17:00Z')
  const { members } = await here.lina.at('2026-05-20T02:00:00Z').does(getCourse, { courseId })
  expect(members.map(({ name, dueOn, state }) => [name, dueOn, state]).sort()).toEqual([
    ['王建国', '2026-05-15', 'late'],
    ['陈静', '2026-06-04', 'todo'],
  ])
})

test('what is renewed is theirs to do again before the day, and only what is done anew counts', async () => {
  const { partList } = await secretaries({ renewMonths: 12 })
  const [reading, , practice] = partList.map(({ id }) => id) as [string, string, string]
  await here.wang.does(finishPart, { partId: reading })
  await attend(here.wang)
  await here.lina.does(signOff, { partId: practice, personId: here.wang.id })
  const at = async (now: string) => (await here.wang.at(now).does(myCourses, {})).courses[0]
  expect(await at('2027-01-10T02:00:00Z')).toMatchObject({ state: 'done' })
  expect(await at('2027-03-10T02:00:00Z')).toMatchObject({ state: 'todo', dueOn: '2027-04-15' })
  expect(await at('2027-04-16T02:00:00Z')).toMatchObject({ state: 'late' })
})

test('nobody requires anything of people whom they do not organize', async () => {
  const { id: courseId } = await here.wang.does(createCourse, {
    organizationId: here.organizations.peace,
    name: '网格员入门',
    about: null,
    dueDays: 10,
    dueDate: null,
    renewMonths: null,
  })
  const audience = [[{ is: 'at' as const, organizationId: here.organizations.pines }]]
  await expect(here.wang.does(proposeAudience, { courseId, audience })).rejects.toThrow('audienceElsewhere')
  await expect(here.qian.does(getCourse, { courseId })).rejects.toThrow('notFound')
})
