import { expect, test } from 'vitest'
import { crowd, saturday, soupKitchen } from '../../../../test/shifts.ts'
import { noon, type Somebody, town } from '../../../../test/town.ts'
import { newId } from '../../../platform/database.ts'
import { asTenant } from '../../../platform/tenancy.ts'
import { cancelShift, changeShift, getShift } from '../actions.ts'
import type { Shift } from '../contract.ts'
import { keepApart } from '../people/apart/actions.ts'
import { noteConsent } from '../people/consents/actions.ts'
import { cancelSignup, confirmSignup, decideSignup, signUp, signupsOfShift } from './actions.ts'
import { mySignups, shiftsForMe } from './mine/actions.ts'
import { lapse } from './moving/actions.ts'
import { placePerson } from './placing/actions.ts'

const roleOf = (shift: Shift, i = 0): string => shift.roles[i]?.id as string
const joins = (who: Somebody, shift: Shift, i = 0) => who.does(signUp, { shiftId: shift.id, roleId: roleOf(shift, i) })
const seen = async (who: Somebody, shift: Shift) => (await who.does(getShift, { shiftId: shift.id })).mine

test('a volunteer takes a place, and everybody sees one less', async () => {
  const here = await town()
  const shift = await soupKitchen(here, { roles: [{ most: 2, target: 2 }] })
  expect(await joins(here.xiaoyu, shift)).toMatchObject({ state: 'confirmed' })
  expect((await here.sun.does(getShift, { shiftId: shift.id })).roles).toMatchObject([{ taken: 1, most: 2 }])
  expect(await here.xiaoyu.does(mySignups, { past: false })).toMatchObject([{ id: shift.id }])
})

test('who cancels makes room for whoever waits longest, who has until then to say yes', async () => {
  const here = await town()
  const shift = await soupKitchen(here)
  const [zhou, wu] = await crowd(here, 2)
  if (!zhou || !wu) throw new Error('two people came')
  const mine = await joins(here.xiaoyu, shift)
  expect(await joins(zhou, shift)).toMatchObject({ state: 'waiting', position: 1 })
  expect(await joins(wu, shift)).toMatchObject({ state: 'waiting', position: 2 })
  await here.xiaoyu.does(cancelSignup, { signupId: mine.id, reason: null })
  expect(await seen(zhou, shift)).toMatchObject({ state: 'offered', confirmBy: new Date(+noon + 12 * 3_600_000) })
  expect(await seen(wu, shift)).toMatchObject({ state: 'waiting', position: 1 })
  await zhou.does(confirmSignup, { signupId: (await seen(zhou, shift))?.id as string })
  expect(await seen(zhou, shift)).toMatchObject({ state: 'confirmed', confirmBy: null })
})

test('an offer that nobody answers goes to the next', async () => {
  const here = await town()
  const shift = await soupKitchen(here)
  const [zhou, wu] = await crowd(here, 2)
  if (!zhou || !wu) throw new Error('two people came')
  const mine = await joins(here.xiaoyu, shift)
  await joins(zhou, shift)
  await joins(wu, shift)
  await here.xiaoyu.does(cancelSignup, { signupId: mine.id, reason: null })
  const tomorrow = new Date(+noon + 13 * 3_600_000)
  const late = zhou.at(tomorrow).does(confirmSignup, { signupId: (await seen(zhou, shift))?.id as string })
  await expect(late).rejects.toThrow('offerLapsed')
  await here.lina.at(tomorrow).does((context) => lapse(context), {})
  expect(await seen(zhou, shift)).toBe(null)
  expect(await seen(wu, shift)).toMatchObject({ state: 'offered' })
})

test('whoever waits but cannot come any more is passed over and keeps the wait', async () => {
  const here = await town()
  const shift = await soupKitchen(here)
  const clashing = await soupKitchen(here, { startsAt: saturday('10:00') })
  const [zhou, wu] = await crowd(here, 2)
  if (!zhou || !wu) throw new Error('two people came')
  const mine = await joins(here.xiaoyu, shift)
  await joins(zhou, shift)
  await joins(wu, shift)
  await joins(zhou, clashing)
  await here.xiaoyu.does(cancelSignup, { signupId: mine.id, reason: null })
  expect(await seen(zhou, shift)).toMatchObject({ state: 'waiting' })
  expect(await seen(wu, shift)).toMatchObject({ state: 'offered' })
})

test('where the leader confirms, a yes gives the place and a no ends the wait', async () => {
  const here = await town()
  const shift = await soupKitchen(here, { confirmation: 'leader' })
  const [zhou] = await crowd(here, 1)
  if (!zhou) throw new Error('somebody came')
  const mine = await joins(here.xiaoyu, shift)
  const other = await joins(zhou, shift)
  expect([mine.state, other.state]).toEqual(['asked', 'asked'])
  expect((await here.zhao.does(signupsOfShift, { shiftId: shift.id })).map(({ name }) => name)).toEqual([
    '林小雨',
    '志愿者1',
  ])
  expect(await here.zhao.does(decideSignup, { signupId: mine.id, accept: true })).toMatchObject({ state: 'confirmed' })
  await expect(here.zhao.does(decideSignup, { signupId: other.id, accept: true })).rejects.toThrow('full')
  expect(await here.zhao.does(decideSignup, { signupId: other.id, accept: false })).toMatchObject({ state: 'declined' })
})

test('too little rest is refused; a coordinator goes past it with a reason, a leader does not', async () => {
  const here = await town()
  await asTenant(here.db, here.tenantId, (tx) =>
    tx.insertInto('serviceRule').values({ organizationId: here.organizations.willow, restMinutes: 60 }).execute(),
  )
  const morning = await soupKitchen(here)
  const soonAfter = await soupKitchen(here, { startsAt: saturday('12:30') })
  await joins(here.xiaoyu, morning)
  await expect(joins(here.xiaoyu, soonAfter)).rejects.toThrow('tooLittleRest')
  const placement = { shiftId: soonAfter.id, roleId: roleOf(soonAfter), personId: here.xiaoyu.id }
  await expect(here.zhao.does(placePerson, { ...placement, overrule: null })).rejects.toThrow('tooLittleRest')
  await expect(here.zhao.does(placePerson, { ...placement, overrule: '无人可替' })).rejects.toThrow('notAllowed')
  await here.lina.does(placePerson, { ...placement, overrule: '无人可替' })
  expect(await here.zhao.does(signupsOfShift, { shiftId: soonAfter.id })).toMatchObject([
    { personId: here.xiaoyu.id, overruled: ['tooLittleRest'] },
  ])
})

test('nobody, whatever the reason, is placed in two shifts at once or where a skill is missing', async () => {
  const here = await town()
  const skillId = newId()
  await asTenant(here.db, here.tenantId, (tx) => tx.insertInto('skill').values({ id: skillId, name: '急救' }).execute())
  const morning = await soupKitchen(here)
  const overlapping = await soupKitchen(here, { startsAt: saturday('11:59') })
  const skilled = await soupKitchen(here, { startsAt: saturday('18:00'), roles: [{ skillIds: [skillId] }] })
  await joins(here.xiaoyu, morning)
  for (const [shift, reason] of [
    [overlapping, 'clashes'],
    [skilled, 'notQualified'],
  ] as const)
    await expect(
      here.lina.does(placePerson, {
        shiftId: shift.id,
        roleId: roleOf(shift),
        personId: here.xiaoyu.id,
        overrule: '确有需要',
      }),
    ).rejects.toThrow(reason)
})

test('a bigger role lets the waiting in; it cannot shrink below those who hold a place', async () => {
  const here = await town()
  const shift = await soupKitchen(here)
  const [zhou] = await crowd(here, 1)
  if (!zhou) throw new Error('somebody came')
  await joins(here.xiaoyu, shift)
  await joins(zhou, shift)
  const { startsAt, endsAt } = shift
  const change = (most: number) =>
    here.zhao.does(changeShift, {
      shiftId: shift.id,
      startsAt,
      endsAt,
      opensAt: null,
      closesAt: null,
      confirmation: 'first',
      confirmMinutes: 720,
      roles: [{ id: roleOf(shift), name: '引导员', skillIds: [], adults: false, least: 0, target: most, most }],
    })
  await change(2)
  expect(await seen(zhou, shift)).toMatchObject({ state: 'offered' })
  await expect(change(1)).rejects.toThrow('roleBelowTaken')
})

test('a cancelled shift takes nobody, and those who had a place are free again', async () => {
  const here = await town()
  const shift = await soupKitchen(here)
  await joins(here.xiaoyu, shift)
  await here.zhao.does(cancelShift, { shiftId: shift.id, reason: '厨房停电' })
  await expect(joins(here.sun, shift)).rejects.toThrow('shiftCancelled')
  const instead = await soupKitchen(here)
  expect(await joins(here.xiaoyu, instead)).toMatchObject({ state: 'confirmed' })
})

test('shifts for me: what I can take, and why not the others, in the order of time', async () => {
  const here = await town()
  const noonShift = await soupKitchen(here, { startsAt: saturday('12:00') })
  const mine = await soupKitchen(here)
  const full = await soupKitchen(here, { startsAt: saturday('10:00') })
  await joins(here.xiaoyu, mine)
  const able = await here.xiaoyu.does(shiftsForMe, { limit: 30, all: false })
  expect(able.shifts.map(({ id }) => id)).toEqual([noonShift.id])
  const all = await here.xiaoyu.does(shiftsForMe, { limit: 30, all: true })
  expect(all.shifts.map(({ id, refusals }) => [id, Object.values(refusals)[0]])).toEqual([
    [mine.id, 'alreadySignedUp'],
    [full.id, 'clashes'],
    [noonShift.id, null],
  ])
  const first = await here.xiaoyu.does(shiftsForMe, { limit: 2, all: true })
  const rest = await here.xiaoyu.does(shiftsForMe, { limit: 2, all: true, after: first.next as string })
  expect([...first.shifts, ...rest.shifts].map(({ id }) => id)).toEqual([mine.id, full.id, noonShift.id])
})

test('a helper signs up an older neighbour who agreed, is shown as such, and may cancel; without consent nobody acts for another', async () => {
  const here = await town()
  const shift = await soupKitchen(here)
  const forSun = { shiftId: shift.id, roleId: roleOf(shift), personId: here.sun.id }
  await expect(here.xiaoyu.does(signUp, forSun)).rejects.toThrow('notFound')
  await here.zhao.does(noteConsent, { personId: here.sun.id, helperId: here.xiaoyu.id, given: 'byPhone' })
  const made = await here.xiaoyu.does(signUp, forSun)
  expect(await here.zhao.does(signupsOfShift, { shiftId: shift.id })).toMatchObject([
    { personId: here.sun.id, placedBy: '林小雨' },
  ])
  expect(await here.xiaoyu.does(cancelSignup, { signupId: made.id, reason: null })).toMatchObject({
    state: 'cancelled',
  })
})

test('people kept apart are placed together only by who knows of it, and with a reason', async () => {
  const here = await town()
  const shift = await soupKitchen(here, { roles: [{ most: 2, target: 2 }] })
  await here.lina.does(keepApart, { onePersonId: here.sun.id, otherPersonId: here.xiaoyu.id, reason: null })
  await joins(here.sun, shift)
  const placement = { shiftId: shift.id, roleId: roleOf(shift), personId: here.xiaoyu.id }
  await expect(here.lina.does(placePerson, { ...placement, overrule: null })).rejects.toThrow('keptApart')
  await here.lina.does(placePerson, { ...placement, overrule: '双方已同意' })
  expect((await here.lina.does(signupsOfShift, { shiftId: shift.id })).map(({ overruled }) => overruled)).toEqual([
    [],
    ['keptApart'],
  ])
})

test('another tenant neither sees the shift nor takes a place', async () => {
  const here = await town()
  const shift = await soupKitchen(here)
  await expect(joins(here.hugo, shift)).rejects.toThrow('notFound')
  await expect(here.hugo.does(getShift, { shiftId: shift.id })).rejects.toThrow('notFound')
})
