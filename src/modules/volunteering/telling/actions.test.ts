import { expect, test } from 'vitest'
import { crowd, soupKitchen } from '../../../../test/shifts.ts'
import { noon, type Somebody, town } from '../../../../test/town.ts'
import { listNotices } from '../../notices/inbox/actions.ts'
import { cancelShift } from '../actions.ts'
import type { Shift } from '../contract.ts'
import { cancelSignup, signUp } from '../signing/actions.ts'
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
