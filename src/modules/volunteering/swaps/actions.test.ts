import { expect, test } from 'vitest'
import { saturday, soupKitchen } from '../../../../test/shifts.ts'
import { type Somebody, town } from '../../../../test/town.ts'
import { getShift } from '../actions.ts'
import type { Shift } from '../contract.ts'
import { signUp } from '../signing/actions.ts'
import { answerSwap, askSwap, decideSwap, mySwaps, withdrawSwap } from './actions.ts'

const joins = (who: Somebody, shift: Shift) =>
  who.does(signUp, { shiftId: shift.id, roleId: shift.roles[0]?.id as string })
const holds = async (who: Somebody, shift: Shift): Promise<boolean> =>
  (await who.does(getShift, { shiftId: shift.id })).mine?.state === 'confirmed'

test('a place changes hands when both and the leader agree, and not before', async () => {
  const here = await town()
  const { xiaoyu, sun, zhao } = here
  const shift = await soupKitchen(here)
  const mine = await joins(xiaoyu, shift)
  const swap = await xiaoyu.does(askSwap, { signupId: mine.id, personId: sun.id, forSignupId: null })
  expect(await sun.does(mySwaps, {})).toMatchObject([{ id: swap.id, from: { name: '林小雨' } }])
  await expect(zhao.does(decideSwap, { swapId: swap.id, accept: true })).rejects.toThrow('swapNotAgreed')
  await sun.does(answerSwap, { swapId: swap.id, agree: true })
  expect(await zhao.does(mySwaps, {})).toMatchObject([{ state: 'agreed' }])
  expect([await holds(xiaoyu, shift), await holds(sun, shift)]).toEqual([true, false])
  await zhao.does(decideSwap, { swapId: swap.id, accept: true })
  expect([await holds(xiaoyu, shift), await holds(sun, shift)]).toEqual([false, true])
})

test('two places are exchanged whole, even when each clashes with the one given away', async () => {
  const here = await town()
  const { xiaoyu, sun, zhao } = here
  const morning = await soupKitchen(here)
  const later = await soupKitchen(here, { startsAt: saturday('10:00') })
  const mine = await joins(xiaoyu, morning)
  const theirs = await joins(sun, later)
  const swap = await xiaoyu.does(askSwap, { signupId: mine.id, personId: sun.id, forSignupId: theirs.id })
  await sun.does(answerSwap, { swapId: swap.id, agree: true })
  expect(await zhao.does(decideSwap, { swapId: swap.id, accept: true })).toMatchObject({ state: 'done' })
  expect([await holds(xiaoyu, later), await holds(sun, morning)]).toEqual([true, true])
  expect([await holds(xiaoyu, morning), await holds(sun, later)]).toEqual([false, false])
})

test('whoever could not serve there cannot agree; a withdrawn swap is over; strangers learn nothing of it', async () => {
  const here = await town()
  const { xiaoyu, sun, hugo, otherLina } = here
  const shift = await soupKitchen(here)
  const clashing = await soupKitchen(here, { startsAt: saturday('10:00') })
  const mine = await joins(xiaoyu, shift)
  await joins(sun, clashing)
  const swap = await xiaoyu.does(askSwap, { signupId: mine.id, personId: sun.id, forSignupId: null })
  await expect(sun.does(answerSwap, { swapId: swap.id, agree: true })).rejects.toThrow('clashes')
  for (const stranger of [hugo, otherLina])
    await expect(stranger.does(answerSwap, { swapId: swap.id, agree: true })).rejects.toThrow('notFound')
  await xiaoyu.does(withdrawSwap, { swapId: swap.id })
  await expect(sun.does(answerSwap, { swapId: swap.id, agree: false })).rejects.toThrow('swapOver')
})
