import { beforeAll, beforeEach, expect, test } from 'vitest'
import { town } from '../../../../test/town.ts'
import type { Context } from '../../../platform/context.ts'
import { createActivity } from '../../activities/actions.ts'
import { recordAttendance } from '../../activities/attendance/actions.ts'
import { listActivities } from '../../activities/seeing/actions.ts'
import { listCredentials, revokeCredential } from '../../credentials/actions.ts'
import { signFor } from '../../credentials/issuer/actions.ts'
import { figure, figureSeries } from '../../indicators/actions.ts'
import { listNotices } from '../../notices/inbox/actions.ts'
import { certifyCourse, myRecord } from '../record/actions.ts'
import { changeCourse, createCourse, foreseeCourse } from './actions.ts'
import { applyAudience, proposeAudience } from './audience/actions.ts'
import type { Course } from './contract.ts'
import { askExemption, decideExemption } from './exempting/actions.ts'
import { myCourses } from './mine/actions.ts'
import { addPart } from './parts/actions.ts'
import type { PartKind } from './parts/contract.ts'
import { finishPart, signOff } from './progress/actions.ts'
import { getCourse, lateCourses, listCourseMembers, listCourses } from './seeing/actions.ts'
import { keepCourses } from './settling/actions.ts'

beforeAll(() => signFor({ secret: 'a secret for tests', address: 'https://linli.example' }))

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
    wholeSeries: false,
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
  const seen = await here.lina.does(proposeAudience, { courseId, audience })
  expect(await here.lina.does(applyAudience, { courseId, in: seen.in, out: seen.out })).toEqual({ people: 2 })
  return here.lina.does(getCourse, { courseId })
}

const all = { q: '', limit: 50 }
/** Who stands how, as Li Na's list has it on a day. */
async function standing(courseId: string, now?: string, more: { state?: 'late'; q?: string } = {}) {
  const lina = now ? here.lina.at(now) : here.lina
  const { members, total } = await lina.does(listCourseMembers, { ...all, courseId, ...more })
  expect(total).toBe(members.length)
  return members.map(({ name, dueOn, state }) => [name, dueOn, state]).sort()
}

async function attend(who: { id: string }): Promise<string> {
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
  return activityId
}

test('the audience is shown before it takes effect, and what has become another one meanwhile is shown again', async () => {
  const course = await secretaries()
  expect(await standing(course.id)).toEqual([
    ['王建国', '2026-05-15', 'todo'],
    ['钱红', '2026-05-15', 'todo'],
  ])
  const named = [...course.audience, [{ is: 'named' as const, personIds: [here.chen.id] }]]
  expect(await here.lina.does(proposeAudience, { courseId: course.id, audience: named })).toMatchObject({
    in: 1,
    out: 0,
    comesIn: [{ name: '陈静' }],
  })
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
  const { members } = await here.wang.does(listCourseMembers, { ...all, courseId })
  expect(members.map(({ name }) => name)).toEqual(['王建国'])
  expect(own.tally).toEqual({ todo: 1, late: 0, done: 0, exempt: 0 })
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
  expect(await standing(courseId, '2026-05-20T02:00:00Z')).toEqual([
    ['王建国', '2026-05-15', 'late'],
    ['陈静', '2026-06-04', 'todo'],
  ])
  expect(await standing(courseId, '2026-05-20T02:00:00Z', { state: 'late' })).toHaveLength(1)
  expect(await standing(courseId, '2026-05-20T02:00:00Z', { q: 'cj' })).toEqual([['陈静', '2026-06-04', 'todo']])
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

const figureIn = async (measure: string, period: string, now = '2027-06-01T02:00:00Z') =>
  (await here.lina.at(now).does(figure, { fact: 'requiredCourse', measure, filter: '', period })).value

test('a month that is over keeps its figures, whoever finishes, is exempt, comes or goes later', async () => {
  const { id: courseId, partList } = await secretaries({ renewMonths: 12 })
  const [reading, , practice] = partList.map(({ id }) => id) as [string, string, string]
  const months = ['2026-04', '2026-05', '2026-06', '2026-07', '2027-03', '2027-05']
  const counted = async (now?: string) =>
    Promise.all(
      months.map(async (month) => Promise.all(['due', 'done', 'late'].map((measure) => figureIn(measure, month, now)))),
    )
  // Both have until 15 May; nobody has done anything: late from the end of May on.
  const before = await counted()
  expect(before).toEqual([
    [2, 0, 0],
    [2, 0, 2],
    [2, 0, 2],
    [2, 0, 2],
    [2, 0, 2],
    [2, 0, 2],
  ])
  // Wang finishes on 10 June; his course is theirs to do again sixty days before 10 June of the next year.
  const june = here.wang.at('2026-06-10T02:00:00Z')
  await attend(here.wang)
  await june.does(finishPart, { partId: reading })
  await here.lina.at('2026-06-10T02:00:00Z').does(signOff, { partId: practice, personId: here.wang.id })
  // As the page says on the last day of a month, so the figure counts it.
  const page = async (day: string) => {
    const { tally } = await here.lina.at(`${day}T02:00:00Z`).does(getCourse, { courseId })
    return [tally.done, tally.late]
  }
  expect(await page('2026-06-30')).toEqual([1, 1])
  // Qian is exempt from 5 July on.
  const july = '2026-07-05T02:00:00Z'
  await here.lina.at(july).does(askExemption, { courseId, personId: here.qian.id, reason: '产假' })
  const { exemptions } = await here.lina.at(july).does(getCourse, { courseId })
  await here.admin.at(july).does(decideExemption, { exemptionId: exemptions[0]?.id ?? '', granted: true })
  const after = [
    [2, 0, 0],
    [2, 0, 2],
    [2, 1, 1],
    [2, 1, 0],
    [2, 1, 0],
    [2, 0, 0],
  ]
  expect(await counted()).toEqual(after)
  expect(await page('2026-07-31')).toEqual([1, 0])
  expect(await page('2027-05-31')).toEqual([0, 0])
  const { parts } = await here.lina
    .at('2027-06-01T02:00:00Z')
    .does(figureSeries, { fact: 'requiredCourse', measure: 'done', filter: '', period: '2026', by: 'month' })
  expect(parts.map(({ value }) => value)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1])
  const by = async (by: string) => {
    const asked = { fact: 'requiredCourse', measure: 'due', filter: '', period: '2026-04', by }
    const series = await here.lina.at('2027-06-01T02:00:00Z').does(figureSeries, asked)
    return series.parts.map(({ key, value }) => [key, value]).sort()
  }
  expect(await by('topic')).toEqual([['基层治理', 2]])
  expect(await by('group')).toEqual([[here.studyGroup, 2]])
  expect(await by('organization')).toEqual(
    [here.organizations.peace, here.organizations.pines].sort().map((id) => [id, 1]),
  )
})

test('other terms are shown before they hold: who is due when, and who would be late at once; past months stay', async () => {
  const { id: courseId, partList } = await secretaries()
  const may = '2026-05-01T02:00:00Z'
  const lina = here.lina.at(may)
  const ten = { dueDays: 10, dueDate: null, renewMonths: null }
  expect(await lina.does(foreseeCourse, { courseId, dueDays: 10 })).toEqual({
    changed: 2,
    late: 2,
    people: expect.arrayContaining([
      { id: here.wang.id, name: '王建国', before: '2026-05-15', after: '2026-04-25', late: true },
    ]),
  })
  expect(await lina.does(foreseeCourse, { courseId, dueDays: 30 })).toMatchObject({ changed: 0, people: [] })
  const fields = { courseId, name: '书记必修', about: null, ...ten }
  await expect(lina.does(changeCourse, { ...fields, changed: 1 })).rejects.toThrow('differencesChanged')
  await lina.does(changeCourse, { ...fields, changed: 2 })
  expect(await standing(courseId, may)).toEqual([
    ['王建国', '2026-04-25', 'late'],
    ['钱红', '2026-04-25', 'late'],
  ])
  expect([await figureIn('late', '2026-04'), await figureIn('late', '2026-05')]).toEqual([0, 2])
  // What is done is due again once it is to be renewed.
  const [reading, , practice] = partList.map(({ id }) => id) as [string, string, string]
  await attend(here.wang)
  await here.wang.at(may).does(finishPart, { partId: reading })
  await lina.does(signOff, { partId: practice, personId: here.wang.id })
  const renewed = await lina.does(foreseeCourse, { courseId, dueDays: 10, renewMonths: 6 })
  expect(renewed).toMatchObject({
    changed: 1,
    late: 0,
    people: [{ name: '王建国', before: null, after: '2026-11-01' }],
  })
  await expect(here.wang.at(may).does(foreseeCourse, { courseId, dueDays: 5 })).rejects.toThrow('notAllowed')
})

test('a part names one session, or any of its series', async () => {
  const { id: courseId } = await secretaries()
  const weekly = { rule: 'FREQ=WEEKLY;BYDAY=WE', onHoliday: 'skip' as const, onMakeup: false }
  const session = {
    kind: 'study' as const,
    title: '周三学习',
    topic: null,
    description: null,
    hostId: here.organizations.willow,
    placeId: null,
    groupId: null,
    teamIds: [],
    equipmentIds: [],
    startsAt: new Date('2026-04-15T01:00:00Z'),
    endsAt: new Date('2026-04-15T03:00:00Z'),
    series: null,
  }
  const { id: alone } = await here.lina.does(createActivity, session)
  await expect(part(courseId, 'session', '周三', { activityId: alone, wholeSeries: true })).rejects.toThrow(
    'partFields',
  )
  const { id: first } = await here.lina.does(createActivity, { ...session, series: weekly })
  await part(courseId, 'session', '当天', { activityId: alone })
  await part(courseId, 'session', '系列', { activityId: first, wholeSeries: true })
  const { partList } = await here.lina.does(getCourse, { courseId })
  expect(
    partList.slice(3).map(({ activityId, seriesId, sessionTitle }) => [activityId, seriesId !== null, sessionTitle]),
  ).toEqual([
    [alone, false, '周三学习'],
    [null, true, '周三学习'],
  ])
  const { activities } = await here.lina.does(listActivities, {
    from: '2026-04-20',
    to: '2026-04-24',
    kind: 'study',
    mine: false,
  })
  const [second] = activities.filter(({ seriesId }) => seriesId !== null)
  const entry = {
    personId: here.wang.id,
    status: 'attended' as const,
    minutes: null,
    note: null,
    at: new Date(),
    seen: null,
  }
  const later = here.lina.at('2026-04-23T02:00:00Z')
  await later.does(recordAttendance, { activityId: second?.id ?? '', entries: [entry] })
  const { members } = await later.does(listCourseMembers, { ...all, courseId, q: '王建国' })
  expect(members[0]?.partsDone).toBe(1)
})

test('the list counts every course in one statement, as each course’s own page does', async () => {
  const first = await secretaries()
  const { id: second } = await here.lina.does(createCourse, {
    organizationId: here.organizations.willow,
    name: '消防必修',
    about: null,
    dueDays: 5,
    dueDate: null,
    renewMonths: null,
  })
  await part(second, 'reading', '读本')
  await here.lina.does(proposeAudience, { courseId: second, audience: [[{ is: 'named', personIds: [here.chen.id] }]] })
  await here.lina.does(applyAudience, { courseId: second, in: 1, out: 0 })
  const { id: draft } = await here.lina.does(createCourse, {
    organizationId: here.organizations.willow,
    name: '草拟',
    about: null,
    dueDays: 5,
    dueDate: null,
    renewMonths: null,
  })
  for (const [who, now] of [
    [here.lina, '2026-04-25T02:00:00Z'],
    [here.wang, '2026-06-01T02:00:00Z'],
  ] as const) {
    const { courses } = await who.at(now).does(listCourses, {})
    expect(courses.map(({ id }) => id).sort()).toEqual([first.id, second, draft].sort())
    for (const { id, parts, tally } of courses) {
      const page = await who.at(now).does(getCourse, { courseId: id })
      expect([id, parts, tally]).toEqual([id, page.parts, page.tally])
    }
  }
  const late = await here.lina
    .at('2026-06-01T02:00:00Z')
    .does((context: Context) => lateCourses(context, context.me.roles[0]?.path ?? ''), undefined)
  expect(late.map(({ id, people, since }) => [id, people, since]).sort()).toEqual(
    [
      [first.id, 2, '2026-05-15'],
      [second, 1, '2026-04-20'],
    ].sort(),
  )
})

const mark = (activityId: string, personId: string, status: 'attended' | 'absent', at: string) =>
  here.lina.at(at).does(recordAttendance, {
    activityId,
    entries: [{ personId, status, minutes: null, note: null, at: new Date(at), seen: null }],
  })

test('attendance corrected to absent takes the course back, and its certificate; another session of the same topic holds it; done anew, it is certified anew', async () => {
  const { id: courseId, partList } = await secretaries()
  const [reading, , practice] = partList.map(({ id }) => id) as [string, string, string]
  const { wang, lina, unasked } = here
  await wang.does(finishPart, { partId: reading })
  const activityId = await attend(wang)
  await lina.does(signOff, { partId: practice, personId: wang.id })
  const { credentialId } = await wang.does(certifyCourse, { courseId })
  const recorded = async () => (await wang.at('2026-06-01').does(myRecord, {})).years[0]?.courses ?? []
  expect(await recorded()).toMatchObject([{ doneOn: '2026-04-15', credentialId, revoked: null }])

  await mark(activityId, wang.id, 'absent', '2026-04-16T02:00:00Z')
  expect((await wang.at('2026-04-16').does(myCourses, {})).courses).toMatchObject([{ state: 'todo' }])
  expect(await recorded()).toEqual([])
  const { notices } = await wang.at('2026-06-01').does(listNotices, { show: 'all' })
  expect(notices.map(({ title }) => title)).toContain('“社区书记必修课”现为未完成')
  const [certificate] = await wang.does(listCredentials, { personId: wang.id })
  expect(certificate).toMatchObject({ id: credentialId, revokeReason: '课程学习的出勤记录已更正' })
  await expect(wang.at('2026-04-16').does(certifyCourse, { courseId })).rejects.toThrow('courseNotDone')

  // It was a mistake: he was there. What is noted anew may be certified anew.
  await mark(activityId, wang.id, 'attended', '2026-04-17T02:00:00Z')
  await unasked((context) => keepCourses({ ...context, now: new Date('2026-04-18T00:17:00Z') }))
  const again = await wang.at('2026-04-18').does(certifyCourse, { courseId })
  expect(again.credentialId).not.toBe(credentialId)
  // A second session of the topic on the same day: without the first it is done all the same.
  const second = await attend(wang)
  await mark(activityId, wang.id, 'absent', '2026-04-19T02:00:00Z')
  expect(await recorded()).toMatchObject([{ credentialId: again.credentialId }])
  // The other one is corrected by a workbook, of which nobody says a word: the night finds it.
  await unasked(({ tx }) =>
    tx
      .updateTable('participation')
      .set({ status: 'absent', recordedAt: new Date('2026-04-20T02:00:00Z') })
      .where('activityId', '=', second)
      .execute(),
  )
  expect(await recorded()).toHaveLength(1)
  await unasked((context) => keepCourses({ ...context, now: new Date('2026-04-21T00:17:00Z') }))
  expect(await recorded()).toEqual([])
})

test('a certificate that was revoked is not simply had again', async () => {
  const { id: courseId, partList } = await secretaries()
  const [reading, , practice] = partList.map(({ id }) => id) as [string, string, string]
  const { wang, lina } = here
  await wang.does(finishPart, { partId: reading })
  await attend(wang)
  await lina.does(signOff, { partId: practice, personId: wang.id })
  const { credentialId } = await wang.does(certifyCourse, { courseId })
  await lina.does(revokeCredential, { credentialId, reason: '由他人代学' })
  await expect(wang.does(certifyCourse, { courseId })).rejects.toThrow('certificateRevoked')
  expect((await wang.does(myRecord, {})).years[0]?.courses).toMatchObject([
    { credentialId: null, revoked: '由他人代学' },
  ])
})
