import { expect, test } from 'vitest'
import { type Somebody, town } from '../../../test/town.ts'
import type { Context } from '../../platform/context.ts'
import { listNotices } from '../notices/inbox/actions.ts'
import { rolesOf } from '../organizations/actions.ts'
import { createPlace } from '../places/actions.ts'
import {
  cancelActivity,
  changeActivity,
  createActivity,
  invitePeople,
  restoreActivity,
  uninvitePerson,
} from './actions.ts'
import type { Activity, ActivityFields, ActivityKind } from './contract.ts'
import { maySee } from './rules.ts'
import { getActivity, listActivities, myDay, searchActivities, yearOfActivities } from './seeing/actions.ts'

type Town = Awaited<ReturnType<typeof town>>

const draft = (hostId: string, more: Partial<ActivityFields> = {}): ActivityFields => ({
  kind: 'meeting',
  title: '居民议事会',
  topic: null,
  description: null,
  hostId,
  placeId: null,
  groupId: null,
  teamIds: [],
  equipmentIds: [],
  startsAt: new Date('2026-04-17T06:00:00Z'),
  endsAt: new Date('2026-04-17T08:00:00Z'),
  ...more,
})
const plan = (who: Somebody, hostId: string, more: Partial<ActivityFields> = {}): Promise<Activity> =>
  who.does(createActivity, { ...draft(hostId, more), series: null })
const april = { from: '2026-04-01', to: '2026-05-01', mine: false }
const titles = async (who: Somebody, filter: object = {}): Promise<string[]> =>
  (await who.does(listActivities, { ...april, ...filter })).activities.map((one) => one.title)

async function room({ chen, organizations }: Town): Promise<string> {
  const fields = { address: null, brand: null, areaM2: null, roomCount: null, capacity: null }
  const more = { ...fields, openingHours: [], latitude: null, longitude: null, organizationId: organizations.station }
  const station = await chen.does(createPlace, { ...more, name: '和平站', kind: 'station', parentId: null })
  return (await chen.does(createPlace, { ...more, name: '活动室', kind: 'room', parentId: station.id })).id
}

/** What the rule asks of each activity, read without any rights. */
async function everyActivity({ tx }: Context) {
  const rows = await tx.selectFrom('activity').selectAll().execute()
  const paths = new Map(
    (await tx.selectFrom('organization').select(['id', 'path']).execute()).map(({ id, path }) => [id, path]),
  )
  const teams = await tx.selectFrom('activityTeam').selectAll().execute()
  const people = await tx.selectFrom('participation').selectAll().execute()
  return rows.map(({ id, title, kind, hostId }) => ({
    title,
    kind: kind as ActivityKind,
    hostPath: paths.get(hostId) ?? '',
    teamPaths: teams.flatMap((one) => (one.activityId === id ? [paths.get(one.organizationId) ?? ''] : [])),
    people: people.flatMap((one) => (one.activityId === id ? [one.personId] : [])),
  }))
}

test('who sees what: the own part of the tree, and from above what is open to all', async () => {
  const { lina, wang, qian, xiaoyu, zhao, liu, hugo, organizations } = await town()
  await plan(lina, organizations.willow, { title: '主任办公会' })
  await plan(lina, organizations.willow, { title: '邻里节', kind: 'event' })
  await plan(wang, organizations.peace, { title: '和平议事会' })
  await plan(zhao, organizations.silverTeam, { title: '理发服务', kind: 'service' })
  expect((await titles(lina)).sort()).toEqual(['主任办公会', '和平议事会', '理发服务', '邻里节'].sort())
  expect((await titles(wang)).sort()).toEqual(['主任办公会', '和平议事会', '理发服务', '邻里节'].sort())
  expect((await titles(qian)).sort()).toEqual(['主任办公会', '邻里节'].sort())
  expect((await titles(xiaoyu)).sort()).toEqual(['理发服务', '邻里节'].sort())
  expect(await titles(liu)).toEqual(['邻里节'])
  expect(await titles(hugo)).toEqual([])
})

test('the rule that judges one activity and the calendar that fetches all of them agree for everybody', async () => {
  const here = await town()
  const { lina, wang, zhao, xiaoyu, organizations } = here
  await plan(lina, organizations.willow, { title: '主任办公会' })
  await plan(lina, organizations.willow, { title: '邻里节', kind: 'event' })
  await plan(wang, organizations.peace, { title: '和平议事会' })
  await plan(wang, organizations.peace, { title: '入户服务', kind: 'service', teamIds: [organizations.scienceTeam] })
  const { id } = await plan(zhao, organizations.silverTeam, { title: '理发', kind: 'service' })
  await zhao.does(invitePeople, { activityId: id, personIds: [here.otherLina.id, xiaoyu.id] })
  const all = await here.unasked(everyActivity)
  for (const who of [lina, wang, zhao, xiaoyu, here.chen, here.qian, here.otherLina, here.liu, here.zhang, here.sun]) {
    const roles = await here.unasked(({ tx, now }) => rolesOf(tx, who.id, now))
    const may = all.filter((one) => maySee({ roles }, { ...one, mine: one.people.includes(who.id) }))
    expect((await titles(who)).sort()).toEqual(may.map((one) => one.title).sort())
  }
})

test('whoever is invited sees it, wherever it is, and no longer once uninvited', async () => {
  const { wang, otherLina, organizations } = await town()
  const { id: activityId } = await plan(wang, organizations.peace)
  await expect(otherLina.does(getActivity, { activityId })).rejects.toThrow('notFound')
  await wang.does(invitePeople, { activityId, personIds: [otherLina.id] })
  expect(await otherLina.does(getActivity, { activityId })).toMatchObject({ mine: 'invited', expected: 1 })
  await wang.does(uninvitePerson, { activityId, personId: otherLina.id })
  await expect(otherLina.does(getActivity, { activityId })).rejects.toThrow('notFound')
})

test('only those with a right at the host plan there', async () => {
  const { qian, zhao, xiaoyu, wang, organizations } = await town()
  await expect(plan(qian, organizations.peace)).rejects.toThrow('notAllowed')
  await expect(plan(zhao, organizations.peace)).rejects.toThrow('notAllowed')
  await expect(plan(xiaoyu, organizations.silverTeam)).rejects.toThrow('notAllowed')
  const { id: activityId } = await plan(wang, organizations.peace)
  await expect(
    wang.does(changeActivity, { ...draft(organizations.pines), activityId, scope: 'this', series: null }),
  ).rejects.toThrow('notAllowed')
})

test('those expected are the members of the group on that day', async () => {
  const { lina, organizations, studyGroup } = await town()
  const on = (day: string) => ({
    groupId: studyGroup,
    kind: 'study' as const,
    startsAt: new Date(`${day}T01:00:00Z`),
    endsAt: new Date(`${day}T03:00:00Z`),
  })
  expect(await plan(lina, organizations.willow, on('2026-02-27'))).toMatchObject({ expected: 2 })
  expect(await plan(lina, organizations.willow, on('2026-03-06'))).toMatchObject({ expected: 3 })
})

test('a move raises the sequence, and what somebody else changed meanwhile is not overwritten unseen', async () => {
  const { lina, wang, organizations } = await town()
  const { id: activityId, sequence } = await plan(wang, organizations.peace)
  const moved = { ...draft(organizations.peace), startsAt: new Date('2026-04-17T07:00:00Z') }
  const asked = { activityId, scope: 'this' as const, series: null, sequence }
  expect(await wang.does(changeActivity, { ...moved, ...asked })).toMatchObject({ sequence: 1 })
  await expect(lina.does(changeActivity, { ...draft(organizations.peace), ...asked })).rejects.toThrow(
    'activityChangedMeanwhile',
  )
  expect(await wang.does(changeActivity, { ...moved, ...asked, sequence: 1 })).toMatchObject({ sequence: 1 })
})

test('cancelled with a reason, and after all it takes place', async () => {
  const { wang, organizations } = await town()
  const { id: activityId } = await plan(wang, organizations.peace)
  const cancelled = await wang.does(cancelActivity, { activityId, reason: '暴雨', scope: 'this' })
  expect(cancelled).toMatchObject({ cancelReason: '暴雨', sequence: 1 })
  await expect(wang.does(cancelActivity, { activityId, reason: '暴雨', scope: 'this' })).rejects.toThrow(
    'activityCancelled',
  )
  expect(await wang.does(restoreActivity, { activityId })).toMatchObject({ cancelledAt: null, sequence: 2 })
})

test('whoever is invited is told once that it is cancelled, and again if it happens again', async () => {
  const { wang, chen, zhao, organizations } = await town()
  const { id: activityId } = await plan(wang, organizations.peace)
  await wang.does(invitePeople, { activityId, personIds: [chen.id, zhao.id] })
  await wang.does(uninvitePerson, { activityId, personId: zhao.id })
  await wang.does(cancelActivity, { activityId, reason: '暴雨', scope: 'this' })
  await wang.does(restoreActivity, { activityId })
  await wang.at('2026-04-16T04:00:00Z').does(cancelActivity, { activityId, reason: '大风', scope: 'this' })
  const toldTo = async (who: typeof chen) =>
    (await who.at('2026-04-17T00:00:00Z').does(listNotices, { show: 'all' })).notices.map(({ title, text }) => [
      title,
      text,
    ])
  const told = (reason: string) => [
    '“居民议事会”已取消',
    expect.stringMatching(`^原定 4月17日.*14:00。原因：${reason}$`),
  ]
  expect(await toldTo(chen)).toEqual([told('大风'), told('暴雨')])
  expect(await toldTo(zhao)).toEqual([])
})

test('a room is taken until it is given back', async () => {
  const here = await town()
  const { chen, wang, organizations } = here
  const placeId = await room(here)
  const first = await plan(wang, organizations.peace, { placeId })
  const clash = { placeId, startsAt: new Date('2026-04-17T07:59:00Z'), endsAt: new Date('2026-04-17T09:00:00Z') }
  await expect(plan(chen, organizations.station, clash)).rejects.toMatchObject({
    reason: 'roomTaken',
    values: { name: '活动室', from: '2026-04-17 14:00', to: '16:00' },
  })
  await plan(chen, organizations.station, { ...clash, startsAt: new Date('2026-04-17T08:00:00Z') })
  await wang.does(cancelActivity, { activityId: first.id, reason: '改期', scope: 'this' })
  await plan(chen, organizations.station, { placeId, endsAt: new Date('2026-04-17T08:00:00Z') })
})

test('of two who book the room at once, one gets it', async () => {
  const here = await town()
  const { chen, wang, organizations } = here
  const placeId = await room(here)
  for (let round = 0; round < 15; round++) {
    const day = `2026-05-${String(round + 1).padStart(2, '0')}`
    const span = { placeId, startsAt: new Date(`${day}T01:00:00Z`), endsAt: new Date(`${day}T02:00:00Z`) }
    const asked = await Promise.allSettled([
      plan(chen, organizations.station, span),
      plan(wang, organizations.peace, { ...span, startsAt: new Date(`${day}T01:30:00Z`) }),
    ])
    expect(asked.map((one) => (one.status === 'fulfilled' ? 'booked' : one.reason.reason)).sort()).toEqual([
      'booked',
      'roomTaken',
    ])
  }
})

test('the calendar narrows to a kind, a part of the tree, a place, and to what is mine', async () => {
  const here = await town()
  const { lina, wang, xiaoyu, organizations } = here
  const placeId = await room(here)
  await plan(lina, organizations.willow, { title: '邻里节', kind: 'event' })
  await plan(wang, organizations.peace, { title: '和平议事会', placeId })
  const service = await plan(wang, organizations.peace, {
    title: '理发服务',
    kind: 'service',
    teamIds: [organizations.silverTeam],
  })
  await wang.does(invitePeople, { activityId: service.id, personIds: [xiaoyu.id] })
  expect(await titles(lina, { kind: 'event' })).toEqual(['邻里节'])
  expect((await titles(lina, { organizationId: organizations.peace })).sort()).toEqual(['和平议事会', '理发服务'])
  expect(await titles(lina, { organizationId: organizations.silverTeam })).toEqual(['理发服务'])
  expect(await titles(lina, { placeId })).toEqual(['和平议事会'])
  expect(await titles(xiaoyu, { mine: true })).toEqual(['理发服务'])
})

test('the calendar says which holidays are known, and which year is not published yet', async () => {
  const { lina } = await town()
  const may = await lina.does(listActivities, { from: '2026-05-01', to: '2026-05-10', mine: false })
  expect(may.specialDays).toHaveLength(6)
  expect(may.specialDays.at(-1)).toMatchObject({ date: '2026-05-09', works: true })
  expect(may.unpublishedYears).toEqual([])
  const turn = await lina.does(listActivities, { from: '2026-12-28', to: '2027-01-04', mine: false })
  expect(turn.unpublishedYears).toEqual([2027])
})

test('my day: what is on, and the sheets that I owe', async () => {
  const { wang, lina, organizations, studyGroup } = await town()
  const at = (day: string) => ({ startsAt: new Date(`${day}T06:00:00Z`), endsAt: new Date(`${day}T08:00:00Z`) })
  await plan(lina, organizations.willow, {
    title: '四月集中学习',
    kind: 'study',
    groupId: studyGroup,
    ...at('2026-04-10'),
  })
  await plan(lina, organizations.willow, { title: '今日会', groupId: studyGroup, ...at('2026-04-15') })
  await plan(lina, organizations.willow, { title: '周五会', groupId: studyGroup, ...at('2026-04-17') })
  const day = await lina.does(myDay, {})
  expect(day).toMatchObject({
    day: '2026-04-15',
    today: [{ title: '今日会' }],
    week: [{ title: '周五会' }],
    owed: [{ title: '四月集中学习', late: true }],
  })
  expect(await wang.does(myDay, {})).toMatchObject({ today: [{ title: '今日会', mine: 'invited' }], owed: [] })
})

test('my day: a volunteer sees what their own team does this week, and not what another does', async () => {
  const { wang, xiaoyu, organizations } = await town()
  const on = { startsAt: new Date('2026-04-17T06:00:00Z'), endsAt: new Date('2026-04-17T08:00:00Z') }
  const service = { kind: 'service' as const, ...on }
  await plan(wang, organizations.peace, { title: '理发服务', teamIds: [organizations.silverTeam], ...service })
  await plan(wang, organizations.peace, { title: '清洁楼道', ...service })
  expect((await xiaoyu.does(myDay, {})).week.map(({ title }) => title)).toEqual(['理发服务'])
})

test('the year by days, and the one search box', async () => {
  const { lina, organizations } = await town()
  await plan(lina, organizations.willow, { title: '防汛演练' })
  await plan(lina, organizations.willow, { title: '防汛会' })
  const year = await lina.does(yearOfActivities, { year: 2026 })
  expect(year.days).toHaveLength(365)
  expect(year.days.filter((one) => one.activities > 0)).toEqual([{ date: '2026-04-17', activities: 2 }])
  expect((await lina.does(searchActivities, { q: '防汛', limit: 8 })).map((one) => one.name).sort()).toEqual([
    '防汛会',
    '防汛演练',
  ])
})
