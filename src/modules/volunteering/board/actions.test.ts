import { expect, test } from 'vitest'
import { crowd, saturday, soupKitchen } from '../../../../test/shifts.ts'
import { town } from '../../../../test/town.ts'
import { figure } from '../../indicators/actions.ts'
import { writeAvailability } from '../people/availability/actions.ts'
import { signUp } from '../signing/actions.ts'
import { placePerson } from '../signing/placing/actions.ts'
import { candidatesFor, changeShifts, shiftBoard, shiftGaps, standingOnBoard } from './actions.ts'

const week = { from: '2026-04-20', to: '2026-04-27' }

test('the board shows the leader the week with its gaps, and who holds which place', async () => {
  const here = await town()
  const shift = await soupKitchen(here, { roles: [{ least: 2, target: 3, most: 4 }] })
  await here.xiaoyu.does(signUp, { shiftId: shift.id, roleId: shift.roles[0]?.id as string })
  const board = await here.zhao.does(shiftBoard, week)
  expect(board).toMatchObject({ missing: 2, urgent: 1, mayOverrule: false })
  expect(board.shifts).toMatchObject([{ id: shift.id, holders: [{ name: '林小雨', state: 'confirmed' }] }])
  // Who has least to do that week comes first.
  expect(board.people.at(-1)).toMatchObject({ name: '林小雨', minutes: 180 })
  await expect(here.chen.does(shiftBoard, week)).resolves.toMatchObject({ shifts: [] })
  const elsewhere = { ...week, organizationId: here.organizations.silverTeam }
  await expect(here.chen.does(shiftBoard, elsewhere)).rejects.toThrow()
})

test('taken up to be placed, somebody has a reason at every place they cannot take', async () => {
  const here = await town()
  const first = await soupKitchen(here)
  const clashing = await soupKitchen(here, { startsAt: saturday('10:00') })
  const later = await soupKitchen(here, { startsAt: saturday('14:00') })
  const roleOf = ({ roles }: typeof first): string => roles[0]?.id as string
  await here.xiaoyu.does(signUp, { shiftId: first.id, roleId: roleOf(first) })
  const standing = await here.zhao.does(standingOnBoard, { ...week, personId: here.xiaoyu.id })
  expect(standing[roleOf(first)]).toEqual({ refusal: 'alreadySignedUp', soft: false })
  expect(standing[roleOf(clashing)]).toEqual({ refusal: 'clashes', soft: false })
  expect(standing[roleOf(later)]).toEqual({ refusal: null, soft: false })
  const candidates = await here.zhao.does(candidatesFor, { shiftId: clashing.id, roleId: roleOf(clashing) })
  expect(candidates.find(({ name }) => name === '孙福生')).toMatchObject({ refusal: null })
  expect(candidates.at(-1)).toMatchObject({ name: '林小雨', refusal: 'clashes' })
  await expect(here.zhao.does(standingOnBoard, { ...week, personId: here.qian.id })).rejects.toThrow()
})

test('whoever said that they can come stands first; a no is said first, and a coordinator may go past it with a reason', async () => {
  const here = await town()
  const [silent] = await crowd(here, 1)
  const shift = await soupKitchen(here)
  const roleId = shift.roles[0]?.id as string
  const saturdays = (from: string, to: string) => ({ week: [{ weekday: 6, from, to }], days: [] })
  await here.zhao.does(writeAvailability, { personId: here.sun.id, ...saturdays('08:00', '13:00') })
  await here.xiaoyu.does(writeAvailability, { personId: here.xiaoyu.id, ...saturdays('14:00', '18:00') })
  const candidates = await here.zhao.does(candidatesFor, { shiftId: shift.id, roleId })
  expect(candidates[0]).toMatchObject({ personId: here.sun.id, canCome: 'yes', refusal: null })
  expect(candidates.find(({ personId }) => personId === silent?.id)).toMatchObject({ canCome: 'unsaid', refusal: null })
  const no = { refusal: 'saidCannotCome', soft: true }
  expect(candidates.at(-1)).toMatchObject({ personId: here.xiaoyu.id, canCome: 'no', ...no })
  const standing = await here.zhao.does(standingOnBoard, { ...week, personId: here.xiaoyu.id })
  expect(standing[roleId]).toEqual(no)
  const place = { shiftId: shift.id, roleId, personId: here.xiaoyu.id }
  await expect(here.zhao.does(placePerson, { ...place, overrule: null })).rejects.toThrow('saidCannotCome')
  await expect(here.zhao.does(placePerson, { ...place, overrule: '已电话确认' })).rejects.toThrow('notAllowed')
  expect(await here.lina.does(placePerson, { ...place, overrule: '已电话确认' })).toMatchObject({ state: 'confirmed' })
})

test('several shifts are moved together, those with places in both as well, or none of them', async () => {
  const here = await town()
  const first = await soupKitchen(here)
  const second = await soupKitchen(here, { startsAt: saturday('12:00') })
  for (const { id, roles } of [first, second])
    await here.xiaoyu.does(signUp, { shiftId: id, roleId: roles[0]?.id as string })
  const shiftIds = [first.id, second.id]
  await here.zhao.does(changeShifts, { shiftIds, change: { kind: 'move', minutes: 120 } })
  const { shifts } = await here.zhao.does(shiftBoard, week)
  expect(shifts.map(({ startsAt }) => startsAt)).toEqual([saturday('11:00'), saturday('14:00')])
  const tooFew = { kind: 'numbers' as const, roleName: '引导员', least: 0, target: 0, most: 0 }
  await expect(here.zhao.does(changeShifts, { shiftIds, change: tooFew })).rejects.toThrow('roleBelowTaken')
  await here.zhao.does(changeShifts, { shiftIds, change: { kind: 'cancel', reason: '厨房检修' } })
  expect((await here.zhao.does(shiftBoard, week)).shifts).toEqual([])
})

test('what was planned and what is missing stands in the figures afterwards, and in the gaps before', async () => {
  const here = await town()
  const shift = await soupKitchen(here, { roles: [{ target: 3, most: 4 }] })
  for (const who of [here.xiaoyu, ...(await crowd(here, 1))])
    await who.does(signUp, { shiftId: shift.id, roleId: shift.roles[0]?.id as string })
  expect((await here.lina.does(shiftGaps, { days: 14 })).gaps).toMatchObject([
    {
      name: '银龄互助队',
      community: { id: here.organizations.peace, name: '和平社区' },
      ...{ shifts: 1, offered: 3, filled: 2, missing: 1, urgent: 0 },
    },
  ])
  const opened = await here.lina.does(shiftBoard, { ...week, organizationId: here.organizations.peace })
  expect([opened.shifts.map(({ id }) => id), opened.missing]).toEqual([[shift.id], 1])
  const after = here.lina.at(saturday('18:00'))
  const count = async (measure: string) =>
    (await after.does(figure, { fact: 'shiftRole', measure, filter: '', period: '2026-04' })).value
  expect([await count('offered'), await count('filled'), await count('missing')]).toEqual([3, 2, 1])
  expect(await count('fillRate')).toBeCloseTo(2 / 3)
  const held = await after.does(figure, { fact: 'placeHeld', measure: 'count', filter: '', period: '2026-04' })
  expect(held.value).toBe(2)
})
