import { expect, test } from 'vitest'
import { type Somebody, town } from '../../../../test/town.ts'
import { newId } from '../../../platform/database.ts'
import { figure } from '../../indicators/actions.ts'
import { Question } from '../../indicators/contract.ts'
import { createActivity, invitePeople } from '../actions.ts'
import type { ActivityFields } from '../contract.ts'
import { listAtDoor } from '../doors/actions.ts'
import { getActivity, myDay } from '../seeing/actions.ts'
import { getSheet, recordAttendance } from './actions.ts'
import type { SheetEntry } from './contract.ts'

type Town = Awaited<ReturnType<typeof town>>
const nine = new Date('2026-04-15T01:00:00Z')
const eleven = new Date('2026-04-15T03:00:00Z')

async function session({ lina, organizations, studyGroup }: Town, more: Partial<ActivityFields> = {}): Promise<string> {
  const fields = { title: '集中学习', topic: null, description: null, placeId: null, teamIds: [], equipmentIds: [] }
  const { id } = await lina.does(createActivity, {
    ...fields,
    kind: 'study',
    hostId: organizations.willow,
    groupId: studyGroup,
    startsAt: nine,
    endsAt: eleven,
    ...more,
    series: null,
  })
  return id
}
const mark = (who: Somebody, status: SheetEntry['status'], more: Partial<SheetEntry> = {}): SheetEntry => ({
  personId: who.id,
  status,
  minutes: null,
  note: null,
  at: new Date('2026-04-15T04:00:00Z'),
  seen: null,
  ...more,
})
const said = async (who: Somebody, activityId: string) =>
  Object.fromEntries((await who.does(getSheet, { activityId })).rows.map((row) => [row.name, row.status]))

test('the sheet knows who is expected that day, takes the marks, and is owed no more', async () => {
  const here = await town()
  const { lina, wang, qian } = here
  const activityId = await session(here)
  expect(await said(lina, activityId)).toEqual({ 李娜: null, 王建国: null, 钱红: null })
  expect((await lina.does(myDay, {})).owed).toHaveLength(1)
  await lina.does(recordAttendance, {
    activityId,
    entries: [mark(lina, 'attended'), mark(wang, 'late'), mark(qian, 'excused', { note: '出差' })],
  })
  expect(await said(lina, activityId)).toEqual({ 李娜: 'attended', 王建国: 'late', 钱红: 'excused' })
  expect(await lina.does(getActivity, { activityId })).toMatchObject({ expected: 3, attended: 2, recorded: 3 })
  expect((await lina.does(myDay, {})).owed).toEqual([])
})

test('before she joined she is not expected, and the sheet says so', async () => {
  const here = await town()
  const span = { startsAt: new Date('2026-02-10T01:00:00Z'), endsAt: new Date('2026-02-10T03:00:00Z') }
  const activityId = await session(here, span)
  const sheet = await here.lina.does(getSheet, { activityId })
  expect(sheet.rows.map((row) => row.name).sort()).toEqual(['李娜', '王建国'].sort())
  expect(sheet.notMembers.map((one) => one.name)).toEqual(['钱红'])
})

test('whoever came unexpected counts as come, not as expected, and is gone when undone', async () => {
  const here = await town()
  const { lina, zhao } = here
  const activityId = await session(here)
  const { rows } = await lina.does(recordAttendance, { activityId, entries: [mark(zhao, 'attended')] })
  expect(rows).toMatchObject([{ name: '赵大勇', expected: false, status: 'attended', recordedBy: '李娜' }])
  expect(await lina.does(getActivity, { activityId })).toMatchObject({ expected: 3, attended: 1 })
  await lina.does(recordAttendance, { activityId, entries: [mark(zhao, null)] })
  expect(await said(lina, activityId)).not.toHaveProperty('赵大勇')
})

test('whoever was invited stays invited when a mark is undone', async () => {
  const here = await town()
  const { lina, zhao } = here
  const activityId = await session(here)
  await lina.does(invitePeople, { activityId, personIds: [zhao.id] })
  await lina.does(recordAttendance, { activityId, entries: [mark(zhao, 'absent')] })
  await lina.does(recordAttendance, { activityId, entries: [mark(zhao, null)] })
  expect(await said(lina, activityId)).toMatchObject({ 赵大勇: 'invited' })
  expect(await lina.does(getActivity, { activityId })).toMatchObject({ expected: 4 })
})

test('sent twice it is one record; the second writes nothing', async () => {
  const here = await town()
  const { lina, wang } = here
  const activityId = await session(here)
  const asked = { activityId, entries: [mark(wang, 'attended')] }
  const first = await lina.does(recordAttendance, asked)
  const again = await lina.at('2026-04-15T05:00:00Z').does(recordAttendance, asked)
  expect(again).toEqual(first)
})

test('two who fill the same sheet keep each other’s lines, and the later one is asked about the same line', async () => {
  const here = await town()
  const { lina, admin, wang, qian } = here
  const activityId = await session(here)
  await Promise.all([
    lina.does(recordAttendance, { activityId, entries: [mark(wang, 'attended')] }),
    admin.does(recordAttendance, { activityId, entries: [mark(qian, 'absent')] }),
  ])
  expect(await said(lina, activityId)).toMatchObject({ 王建国: 'attended', 钱红: 'absent' })
  const asked = await admin.does(recordAttendance, { activityId, entries: [mark(wang, 'absent')] })
  expect(asked).toMatchObject({ conflicts: [wang.id], rows: [{ status: 'attended', recordedBy: '李娜' }] })
  const seen = asked.rows[0]?.recordedAt ?? null
  await admin.does(recordAttendance, { activityId, entries: [mark(wang, 'absent', { seen })] })
  expect(await said(lina, activityId)).toMatchObject({ 王建国: 'absent' })
})

test('the sheet says who came to a service, and leaves hours to the door', async () => {
  const here = await town()
  const { lina, zhao, xiaoyu, sun, organizations } = here
  const more = {
    kind: 'service' as const,
    groupId: null,
    hostId: organizations.peace,
    teamIds: [organizations.silverTeam],
  }
  const activityId = await session(here, more)
  await lina.does(invitePeople, { activityId, personIds: [xiaoyu.id, sun.id] })
  const asked = { activityId, entries: [mark(xiaoyu, 'attended'), mark(sun, 'attended', { minutes: 45 })] }
  expect((await zhao.does(recordAttendance, asked)).rows.map((row) => row.minutes)).toEqual([null, null])
  const passing = (direction: 'in' | 'out', at: Date) => ({ id: newId(), personId: sun.id, direction, at })
  await zhao.does(listAtDoor, { activityId, events: [passing('in', nine), passing('out', eleven)] })
  const { rows } = await zhao.does(recordAttendance, { activityId, entries: [mark(sun, null)] })
  expect(rows).toMatchObject([{ name: '孙福生', status: 'invited', minutes: 120 }])
})

test('a volunteer sees the line about herself and writes none; another community none at all', async () => {
  const here = await town()
  const { lina, xiaoyu, sun, qian, organizations } = here
  const activityId = await session(here, { kind: 'service', groupId: null, hostId: organizations.silverTeam })
  await lina.does(invitePeople, { activityId, personIds: [xiaoyu.id, sun.id] })
  expect(await said(xiaoyu, activityId)).toEqual({ 林小雨: 'invited' })
  await expect(xiaoyu.does(recordAttendance, { activityId, entries: [mark(xiaoyu, 'attended')] })).rejects.toThrow(
    'notAllowed',
  )
  await expect(qian.does(getSheet, { activityId })).rejects.toThrow('notFound')
})

test('neither long before it begins nor for what was cancelled', async () => {
  const here = await town()
  const { lina, wang } = here
  const activityId = await session(here, {
    startsAt: new Date('2026-04-16T01:00:00Z'),
    endsAt: new Date('2026-04-16T02:00:00Z'),
  })
  await expect(lina.does(recordAttendance, { activityId, entries: [mark(wang, 'attended')] })).rejects.toThrow(
    'sheetTooEarly',
  )
})

test('calendar, sheet and figure count the same people as expected and as come', async () => {
  const here = await town()
  const { lina, wang, qian, zhao, xiaoyu } = here
  const activityId = await session(here, { startsAt: new Date('2026-04-14T01:00:00Z'), endsAt: eleven })
  await lina.does(invitePeople, { activityId, personIds: [xiaoyu.id] })
  await lina.does(recordAttendance, {
    activityId,
    entries: [mark(wang, 'attended'), mark(qian, 'absent'), mark(zhao, 'late')],
  })
  const count = async (measure: string): Promise<number | null> =>
    (await lina.does(figure, Question.parse({ fact: 'participation', measure, period: '2026-04' }))).value
  const { expected, attended } = await lina.does(getActivity, { activityId })
  const { rows } = await lina.does(getSheet, { activityId })
  expect([expected, attended]).toEqual([4, 2])
  expect([await count('expected'), await count('attended')]).toEqual([4, 2])
  expect(rows.filter((row) => row.expected)).toHaveLength(4)
})
