import { expect, test } from 'vitest'
import { crowd, saturday, soupKitchen } from '../../../../test/shifts.ts'
import { noon, type Somebody, town } from '../../../../test/town.ts'
import { cancelActivity, createActivity } from '../../activities/actions.ts'
import { listNotices } from '../../notices/inbox/actions.ts'
import { cancelShift, createShift } from '../actions.ts'
import { shiftBoard } from '../board/actions.ts'
import type { Shift } from '../contract.ts'
import { answerTeamRequest, askToJoin, inviteToTeam } from '../people/teams/actions.ts'
import { readTeam } from '../people/teams/seeing/actions.ts'
import { cancelSignup, signUp } from '../signing/actions.ts'
import { mySignups } from '../signing/mine/actions.ts'
import { keepTemplate } from '../templates/actions.ts'
import { tasks } from './actions.ts'

const joins = (who: Somebody, shift: Shift) =>
  who.does(signUp, { shiftId: shift.id, roleId: shift.roles[0]?.id as string })
const titles = async (who: Somebody): Promise<string[]> =>
  (await who.does(listNotices, { show: 'all' })).notices.map(({ title }) => title)

test('whoever is offered a place, and whoever loses one, is told', async () => {
  const here = await town()
  const shift = await soupKitchen(here)
  const [zhou] = await crowd(here, 1)
  if (!zhou) throw new Error('somebody came')
  const mine = await joins(here.xiaoyu, shift)
  await joins(zhou, shift)
  await here.xiaoyu.does(cancelSignup, { signupId: mine.id, reason: null })
  expect(await titles(zhou)).toEqual(['您候补的班次有名额了：社区食堂帮厨'])
  expect(await titles(here.xiaoyu)).toEqual([])
  await here.zhao.does(cancelShift, { shiftId: shift.id, reason: '厨房停电' })
  expect(await titles(zhou)).toContain('班次已取消：社区食堂帮厨')
})

test('the day before, everybody with a place is reminded once', async () => {
  const here = await town()
  const startsAt = new Date(+noon + 23 * 3_600_000)
  const shift = await soupKitchen(here, { startsAt, endsAt: new Date(+startsAt + 3_600_000) })
  await joins(here.xiaoyu, shift)
  for (let hour = 0; hour < 2; hour++)
    for (const { action } of tasks) await here.unasked((context) => action(context, {} as never))
  expect(await titles(here.xiaoyu)).toEqual(['明天：社区食堂帮厨'])
  expect(await titles(here.sun)).toEqual([])
})

test('who leads a team hears of a request, whoever asked of the answer, and whom a team invites of that', async () => {
  const here = await town()
  const teamId = here.organizations.silverTeam
  await here.chen.does(askToJoin, { teamId, message: null })
  expect(await titles(here.zhao)).toEqual([`${here.chen.name}申请加入银龄互助队`])
  expect(await titles(here.xiaoyu)).toEqual([])
  const teamRequestId = (await here.zhao.does(readTeam, { teamId })).open?.[0]?.id as string
  await here.zhao.does(answerTeamRequest, { teamRequestId, accept: true })
  expect(await titles(here.chen)).toEqual(['您已入队：银龄互助队'])
  await here.lina.does(inviteToTeam, { teamId, personId: here.qian.id })
  expect(await titles(here.qian)).toEqual(['银龄互助队邀请您加入'])
})

test('a series that ends is told once to whoever had a place in several of its days, with how many', async () => {
  const here = await town()
  const first = await here.zhao.does(createActivity, {
    kind: 'service',
    title: '代买药品',
    topic: null,
    description: null,
    hostId: here.organizations.silverTeam,
    placeId: null,
    groupId: null,
    teamIds: [],
    equipmentIds: [],
    startsAt: saturday('09:00'),
    endsAt: saturday('11:00'),
    series: { rule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=5', onHoliday: 'skip', onMakeup: true },
  })
  const role = { name: '采购', skillIds: [], adults: false, least: 0, target: 1, most: 1 }
  const times = { startsAt: first.startsAt, endsAt: first.endsAt, opensAt: null, closesAt: null }
  const more = { confirmation: 'first' as const, confirmMinutes: 60, roles: [role] }
  await here.zhao.does(createShift, { activityId: first.id, ...times, ...more })
  await here.zhao.does(keepTemplate, { activityId: first.id, name: '采购', along: true })
  const { shifts } = await here.zhao.does(shiftBoard, { from: '2026-04-20', to: '2026-06-30' })
  for (const shift of shifts.slice(1)) await joins(here.xiaoyu, shift)
  await joins(here.sun, shifts[1] as Shift)
  await here.zhao.does(cancelActivity, { activityId: first.id, reason: '药店代办', scope: 'following' })
  expect(await titles(here.xiaoyu)).toEqual(['“代买药品”有3次已取消'])
  expect(await titles(here.sun)).toEqual(['“代买药品”已取消'])
  expect(await here.xiaoyu.does(mySignups, { past: false })).toEqual([])
})
