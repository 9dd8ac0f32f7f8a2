import { expect, test } from 'vitest'
import { crowd, moveActivity, saturday, soupKitchen } from '../../../../test/shifts.ts'
import { type Somebody, town } from '../../../../test/town.ts'
import { asTenant } from '../../../platform/tenancy.ts'
import { cancelActivity, invitePeople, restoreActivity, uninvitePerson } from '../../activities/actions.ts'
import { listNotices } from '../../notices/inbox/actions.ts'
import { createPlace } from '../../places/actions.ts'
import { createPlace as creating } from '../../places/contract.ts'
import { createShift, getShift, shiftsOfActivity } from '../actions.ts'
import type { Shift } from '../contract.ts'
import { cancelSignup, confirmSignup, signUp, signupsOfShift } from '../signing/actions.ts'
import { lapse } from '../signing/moving/actions.ts'

const roleOf = (shift: Shift): string => shift.roles[0]?.id as string
const joins = (who: Somebody, shift: Shift) => who.does(signUp, { shiftId: shift.id, roleId: roleOf(shift) })
const seen = async (who: Somebody, shift: Shift) => (await who.does(getShift, { shiftId: shift.id })).mine
const told = async (who: Somebody) =>
  (await who.does(listNotices, { show: 'all' })).notices.map(({ title, text }) => `${title} ${text}`)

test('an activity that moves takes its shift along, sign-up times and people with it, and they are told', async () => {
  const here = await town()
  const shift = await soupKitchen(here, { opensAt: saturday('06:00'), closesAt: saturday('08:00') })
  await here.zhao.at(saturday('07:00')).does(getShift, { shiftId: shift.id })
  await here.xiaoyu.at(saturday('07:00')).does(signUp, { shiftId: shift.id, roleId: roleOf(shift) })
  await moveActivity(here, shift.activityId, { startsAt: saturday('10:00'), endsAt: saturday('14:00') })
  expect(await here.xiaoyu.does(getShift, { shiftId: shift.id })).toMatchObject({
    startsAt: saturday('10:00'),
    // It ended with the activity, and does so still.
    endsAt: saturday('14:00'),
    opensAt: saturday('07:00'),
    closesAt: saturday('09:00'),
    mine: { state: 'confirmed', hindrance: null },
  })
  expect((await told(here.xiaoyu))[0]).toMatch(/^时间有变：社区食堂帮厨 .*您的报名仍然有效。$/)
})

test('who cannot come then keeps the place until they answer, hears why, and may make it fit or let it go', async () => {
  const here = await town()
  const morning = await soupKitchen(here, { roles: [{ most: 2, target: 2 }] })
  const afternoon = await soupKitchen(here, { startsAt: saturday('14:00') })
  const [zhou, wu] = await crowd(here, 2)
  if (!zhou || !wu) throw new Error('two people came')
  await joins(here.xiaoyu, morning)
  await joins(zhou, morning)
  await joins(wu, morning)
  const other = await joins(here.xiaoyu, afternoon)
  await moveActivity(here, morning.activityId, { startsAt: saturday('15:00'), endsAt: saturday('18:00') })
  const kept = await seen(here.xiaoyu, morning)
  expect(kept).toMatchObject({ state: 'kept', hindrance: 'clashes', confirmBy: new Date('2026-04-16T00:00:00+08:00') })
  expect(await seen(zhou, morning)).toMatchObject({ state: 'confirmed' })
  // The place is nobody else's yet.
  expect(await seen(wu, morning)).toMatchObject({ state: 'waiting' })
  expect(await seen(here.xiaoyu, afternoon)).toMatchObject({ state: 'confirmed' })
  expect((await told(here.xiaoyu))[0]).toMatch(/^您还能来吗？社区食堂帮厨 .*与您的另一班次时间冲突。名额为您保留到/)
  const signupId = kept?.id as string
  await expect(here.xiaoyu.does(confirmSignup, { signupId })).rejects.toThrow('clashes')
  await here.xiaoyu.does(cancelSignup, { signupId: other.id, reason: null })
  expect(await here.xiaoyu.does(confirmSignup, { signupId })).toMatchObject({ state: 'confirmed' })
})

test('a kept place that nobody answers for goes to whoever waits', async () => {
  const here = await town()
  const morning = await soupKitchen(here)
  const afternoon = await soupKitchen(here, { startsAt: saturday('14:00') })
  const [zhou] = await crowd(here, 1)
  if (!zhou) throw new Error('somebody came')
  await joins(here.xiaoyu, morning)
  await joins(here.xiaoyu, afternoon)
  await joins(zhou, morning)
  await moveActivity(here, morning.activityId, { startsAt: saturday('15:00'), endsAt: saturday('18:00') })
  await here.lina.at('2026-04-16T00:01:00+08:00').does((context) => lapse(context), {})
  expect(await seen(here.xiaoyu, morning)).toBe(null)
  expect(await seen(zhou, morning)).toMatchObject({ state: 'offered' })
})

test('too little rest hinders as well, and moved back all is as before', async () => {
  const here = await town()
  await asTenant(here.db, here.tenantId, (tx) =>
    tx.insertInto('serviceRule').values({ organizationId: here.organizations.willow, restMinutes: 60 }).execute(),
  )
  const morning = await soupKitchen(here)
  const afternoon = await soupKitchen(here, { startsAt: saturday('14:00') })
  await joins(here.xiaoyu, morning)
  await joins(here.xiaoyu, afternoon)
  await moveActivity(here, morning.activityId, { startsAt: saturday('10:30'), endsAt: saturday('13:30') })
  expect(await seen(here.xiaoyu, morning)).toMatchObject({ state: 'kept', hindrance: 'tooLittleRest' })
  await moveActivity(here, morning.activityId, { startsAt: saturday('09:00'), endsAt: saturday('12:00') })
  expect(await seen(here.xiaoyu, morning)).toMatchObject({ state: 'confirmed', hindrance: null, confirmBy: null })
})

test('two shifts of one day, one person in both, move past each other and lose nobody', async () => {
  const here = await town()
  const first = await soupKitchen(here, { startsAt: saturday('09:00'), endsAt: saturday('12:00') })
  const second = await here.zhao.does(createShift, {
    activityId: first.activityId,
    startsAt: saturday('12:00'),
    endsAt: saturday('15:00'),
    opensAt: null,
    closesAt: null,
    confirmation: 'first',
    confirmMinutes: 720,
    roles: [{ name: '洗碗', skillIds: [], adults: false, least: 0, target: 1, most: 1 }],
  })
  await joins(here.xiaoyu, first)
  await joins(here.xiaoyu, second)
  for (const [from, to] of [
    ['12:00', '15:00'],
    ['09:00', '12:00'],
  ] as const) {
    await moveActivity(here, first.activityId, { startsAt: saturday(from), endsAt: saturday(to) })
    for (const shift of [first, second]) expect(await seen(here.xiaoyu, shift)).toMatchObject({ state: 'confirmed' })
  }
})

test('with the activity its shifts are cancelled and its people free, told once; restored, they are offered their places', async () => {
  const here = await town()
  const { activityId, ...shift } = await soupKitchen(here)
  const [zhou] = await crowd(here, 1)
  if (!zhou) throw new Error('somebody came')
  await joins(here.xiaoyu, { activityId, ...shift })
  await joins(zhou, { activityId, ...shift })
  await here.zhao.does(cancelActivity, { activityId, reason: '下雨', scope: 'this' })
  expect(await here.xiaoyu.does(getShift, { shiftId: shift.id })).toMatchObject({ mine: null })
  expect(await told(here.xiaoyu)).toEqual([expect.stringContaining('下雨')])
  const instead = await soupKitchen(here)
  expect(await joins(zhou, instead)).toMatchObject({ state: 'confirmed' })
  await here.zhao.does(restoreActivity, { activityId })
  const [stands] = await here.xiaoyu.does(shiftsOfActivity, { activityId })
  expect(stands).toMatchObject({ cancelledAt: null, mine: { state: 'offered' } })
  // Who has found another shift meanwhile keeps the wait and nothing more.
  expect(await here.zhao.does(signupsOfShift, { shiftId: shift.id })).toMatchObject([
    { personId: here.xiaoyu.id, state: 'offered' },
    { personId: zhou.id, state: 'waiting' },
  ])
})

test('whoever is expected hears that it is at another place, with a shift or without; what is over is told to nobody', async () => {
  const here = await town()
  const shift = await soupKitchen(here)
  const { activityId, startsAt, endsAt } = shift
  const [zhou] = await crowd(here, 1)
  if (!zhou) throw new Error('somebody came')
  await joins(here.xiaoyu, shift)
  await here.zhao.does(invitePeople, { activityId, personIds: [zhou.id] })
  const organizationId = here.organizations.station
  const place = (name: string) =>
    here.chen.does(createPlace, creating.input.parse({ kind: 'station', name, organizationId }))
  const [hall, yard] = [await place('三楼大厅'), await place('后院')]
  await moveActivity(here, activityId, { startsAt, endsAt, placeId: hall.id })
  const elsewhere = expect.stringMatching(/^地点有变：“社区食堂帮厨” 4月25日.*09:00 的活动改在 三楼大厅 举行。$/)
  expect([await told(zhou), await told(here.xiaoyu)]).toEqual([[elsewhere], [elsewhere]])
  await moveActivity(here, activityId, { startsAt, endsAt, placeId: hall.id })
  await moveActivity({ zhao: here.zhao.at(saturday('20:00')) }, activityId, { startsAt, endsAt, placeId: yard.id })
  expect(await told(zhou)).toHaveLength(1)
})

test('who is invited without a shift hears where the activity went; who serves hears it once, of the shift', async () => {
  const here = await town()
  const shift = await soupKitchen(here)
  const { activityId } = shift
  const [zhou] = await crowd(here, 1)
  if (!zhou) throw new Error('somebody came')
  await joins(here.xiaoyu, shift)
  await here.zhao.does(invitePeople, { activityId, personIds: [zhou.id, here.xiaoyu.id, here.sun.id] })
  await here.zhao.does(uninvitePerson, { activityId, personId: here.sun.id })
  await moveActivity(here, activityId, { startsAt: saturday('10:00'), endsAt: saturday('14:00') })
  expect(await told(zhou)).toEqual([
    expect.stringMatching(/^时间有变：“社区食堂帮厨” 原定 4月25日.*09:00，现改为 4月25日.*10:00 至 4月25日.*14:00。$/),
  ])
  expect(await told(here.xiaoyu)).toEqual([expect.stringContaining('您的报名仍然有效')])
  expect(await told(here.sun)).toEqual([])
  // Under another name and at the same time it has not moved; and what is put right afterwards is told to nobody.
  await moveActivity(here, activityId, { startsAt: saturday('10:00'), endsAt: saturday('14:00') })
  const after = here.zhao.at(saturday('20:00'))
  await moveActivity({ zhao: after }, activityId, { startsAt: saturday('11:00'), endsAt: saturday('14:00') })
  expect(await told(zhou)).toHaveLength(1)
})
