import { beforeEach, expect, test } from 'vitest'
import { type Somebody, town } from '../../../../test/town.ts'
import { createActivity } from '../../activities/actions.ts'
import { recordAttendance } from '../../activities/attendance/actions.ts'
import { getActivity } from '../../activities/seeing/actions.ts'
import { figure } from '../../indicators/actions.ts'
import { addGroupMember } from '../../organizations/groups/actions.ts'
import { myLearning } from '../actions.ts'
import { addMaterial, markRead, planSession, removeMaterial, restoreMaterial, writeMinutes } from './actions.ts'
import { getSession } from './seeing/actions.ts'

let here: Awaited<ReturnType<typeof town>>
let activityId: string

/** Wang is in the study group from the beginning, Chen since March, Xiaoyu since the day after the session. Old Mr Sun left before it. */
beforeEach(async () => {
  here = await town()
  const member = (who: Somebody, fromDate: string, toDate: string | null = null) =>
    here.lina.does(addGroupMember, {
      id: here.studyGroup,
      personId: who.id,
      position: 'member' as const,
      fromDate,
      toDate,
    })
  await member(here.chen, '2026-03-01')
  await member(here.xiaoyu, '2026-04-11')
  await member(here.sun, '2026-01-01', '2026-04-01')
  const session = await here.lina.does(createActivity, {
    kind: 'study',
    title: '周五学习',
    topic: '基层治理',
    description: null,
    hostId: here.organizations.willow,
    placeId: null,
    groupId: here.studyGroup,
    teamIds: [],
    equipmentIds: [],
    startsAt: new Date('2026-04-10T06:00:00Z'),
    endsAt: new Date('2026-04-10T08:00:00Z'),
    series: null,
  })
  activityId = session.id
})

const read = async (title: string) => {
  const { materials } = await here.lina.does(addMaterial, {
    activityId,
    title,
    url: null,
    body: '全文',
    readingMinutes: 15,
  })
  return materials.at(-1)?.id ?? ''
}
const marks = (status: 'attended' | 'excused', ...people: Somebody[]) =>
  here.lina.does(recordAttendance, {
    activityId,
    entries: people.map(({ id }) => ({
      personId: id,
      status,
      minutes: null,
      note: status === 'excused' ? '下乡走访' : null,
      at: new Date('2026-04-15T04:00:00Z'),
      seen: null,
    })),
  })

const madeUp = async () =>
  (await here.lina.does(figure, { fact: 'madeUp', measure: 'count', filter: '', period: '2026-04' })).value

test('who speaks, what is discussed and who takes notes; the note-taker writes what was said and decided', async () => {
  const planned = {
    activityId,
    lecturerId: null,
    lecturer: '周教授',
    agenda: ['领学', '讨论'],
    noteTakerId: here.wang.id,
    quizId: null,
  }
  await here.lina.does(planSession, planned)
  const noted = { activityId, minutes: '周教授领学第一章。', decisions: ['每月走访一次'], revision: 0 }
  await expect(here.xiaoyu.does(writeMinutes, noted)).rejects.toThrow()
  const session = await here.wang.does(writeMinutes, noted)
  expect(session).toMatchObject({
    lecturer: '周教授',
    agenda: ['领学', '讨论'],
    decisions: ['每月走访一次'],
    notedBy: '王建国',
  })
  await expect(here.lina.does(writeMinutes, noted), 'somebody wrote meanwhile').rejects.toThrow(
    'minutesChangedMeanwhile',
  )
})

test('whoever was absent reads everything and has made it up; it is shown apart and is never attendance', async () => {
  const [one, two] = [await read('第一章'), await read('第二章')]
  await marks('attended', here.chen)
  await marks('excused', here.wang)
  expect((await here.wang.does(myLearning, {})).toMakeUp).toMatchObject([{ activityId, materials: 2, read: 0 }])
  expect((await here.wang.does(markRead, { materialId: one })).makingUp).toMatchObject({ read: 1, madeUpAt: null })
  const done = await here.wang.does(markRead, { materialId: two })
  expect(done.makingUp?.madeUpAt).not.toBeNull()
  expect((await here.wang.does(myLearning, {})).toMakeUp).toEqual([])
  const { absent } = await here.lina.does(getSession, { activityId })
  expect(absent.find(({ id }) => id === here.wang.id)?.madeUpAt).not.toBeNull()
  expect(absent.map(({ id }) => id)).not.toContain(here.chen.id)
  const { attended, recorded } = await here.lina.does(getActivity, { activityId })
  expect([attended, recorded]).toEqual([1, 2])
  expect(await madeUp()).toBe(1)
  // The sheet is corrected: he was there. Then there was nothing to make up.
  await marks('attended', here.wang)
  expect(await madeUp()).toBe(0)
  expect((await here.wang.does(getSession, { activityId })).makingUp).toBeNull()
})

test('who joined later, or had left, was not expected and has nothing to make up', async () => {
  const one = await read('第一章')
  expect((await here.xiaoyu.does(myLearning, {})).toMakeUp).toEqual([])
  await expect(here.sun.does(markRead, { materialId: one })).rejects.toThrow()
  const { absent } = await here.lina.does(getSession, { activityId })
  const names = absent.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['王建国', '陈静']))
  expect(names).not.toContain('林小雨')
  expect(names).not.toContain('孙福生')
})

test('whoever declined beforehand was not expected, and still can make it up', async () => {
  const one = await read('第一章')
  await here.unasked(({ tx }) =>
    tx
      .insertInto('participation')
      .values({
        id: crypto.randomUUID(),
        activityId,
        personId: here.wang.id,
        status: 'cancelled',
        note: '下乡走访',
        recordedAt: new Date('2026-04-08T01:00:00Z'),
      })
      .execute(),
  )
  const { expected } = await here.lina.does(getActivity, { activityId })
  expect((await here.wang.does(myLearning, {})).toMakeUp).toMatchObject([{ activityId, materials: 1, read: 0 }])
  const { absent } = await here.lina.does(getSession, { activityId })
  expect(absent.map(({ name }) => name)).toContain('王建国')
  expect((await here.wang.does(markRead, { materialId: one })).makingUp?.madeUpAt).not.toBeNull()
  expect(await madeUp()).toBe(1)
  expect((await here.lina.does(getActivity, { activityId })).expected, 'no more are expected than were').toBe(expected)
})

test('after thirty days it is too late; a material that was taken back comes back with who had read it', async () => {
  const one = await read('第一章')
  const may = here.wang.at('2026-05-11T09:00:00Z')
  await expect(may.does(markRead, { materialId: one })).rejects.toThrow('makingUpOver')
  await here.wang.does(markRead, { materialId: one })
  await here.lina.does(removeMaterial, { materialId: one })
  expect((await here.wang.does(getSession, { activityId })).materials).toEqual([])
  const back = await here.lina.does(restoreMaterial, { materialId: one })
  expect(back.materials.map(({ title, read: mine }) => [title, mine])).toEqual([['第一章', false]])
  expect((await here.wang.does(getSession, { activityId })).materials[0]?.read).toBe(true)
})
