import { expect, test } from 'vitest'
import { crowd, rulesHold, saturday, soupKitchen } from '../../../../test/shifts.ts'
import { type Somebody, town } from '../../../../test/town.ts'
import { performTogether } from '../../../platform/perform.ts'
import { asTenant } from '../../../platform/tenancy.ts'
import { inTurns } from '../../../platform/turns.ts'
import type { Shift } from '../contract.ts'
import { decideSignUps, signUp } from './actions.ts'
import type { Signup } from './contract.ts'

type Town = Awaited<ReturnType<typeof town>>
const roleOf = (shift: Shift): string => shift.roles[0]?.id as string
const joins = (who: Somebody, shift: Shift) => who.does(signUp, { shiftId: shift.id, roleId: roleOf(shift) })

const stateOf = async (here: Town, shift: Shift) =>
  asTenant(here.db, here.tenantId, (tx) =>
    tx
      .selectFrom('signup')
      .where('shiftId', '=', shift.id)
      .select(['personId', 'state', 'arrival'])
      .orderBy('arrival')
      .execute(),
  )

test('of two who ask for the last place at once, one gets it and the other waits', async () => {
  for (let round = 0; round < 10; round++) {
    const here = await town()
    const shift = await soupKitchen(here)
    const asked = await Promise.all([here.xiaoyu, here.sun].map((who) => joins(who, shift)))
    expect(asked.map(({ state }) => state).sort()).toEqual(['confirmed', 'waiting'])
  }
})

test('500 at once for 7 places: 7 are confirmed, the others wait in the order they came, nobody meets an error', async () => {
  const here = await town()
  const shift = await soupKitchen(here, { roles: [{ most: 7, target: 7 }] })
  const people = await crowd(here, 500)
  const turn = inTurns<Somebody, Signup>((askers) =>
    performTogether(
      here.platform,
      askers.map(({ asker }) => ({ name: 'signUp', ...asker, now: new Date('2026-04-15T04:00:00Z') })),
      (met) =>
        decideSignUps(met.map(({ context }) => ({ context, input: { shiftId: shift.id, roleId: roleOf(shift) } }))),
    ),
  )
  const answers = await Promise.all(people.map((who) => turn(shift.id, who)))
  expect(answers.filter(({ state }) => state === 'confirmed')).toHaveLength(7)
  expect(answers.slice(7).map(({ position }) => position)).toEqual(Array.from({ length: 493 }, (_, i) => i + 1))
  const rows = await stateOf(here, shift)
  expect(rows.map(({ personId }) => personId)).toEqual(people.map(({ id }) => id))
  await rulesHold(here)
})

test('the same 500 each in a transaction of their own: 7 places, no error', async () => {
  const here = await town()
  const shift = await soupKitchen(here, { roles: [{ most: 7, target: 7 }] })
  const people = await crowd(here, 500)
  const answers = await Promise.all(people.map((who) => joins(who, shift)))
  expect(answers.filter(({ state }) => state === 'confirmed')).toHaveLength(7)
  expect(new Set(answers.map(({ position }) => position)).size).toBe(494)
  await rulesHold(here)
})

test('one person at once on ten overlapping shifts: exactly one', async () => {
  const here = await town()
  const shifts: Shift[] = []
  for (let i = 0; i < 10; i++) shifts.push(await soupKitchen(here, { startsAt: saturday(`09:${10 + i * 5}`) }))
  const asked = await Promise.allSettled(shifts.map((shift) => joins(here.xiaoyu, shift)))
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of asked) if (one.status === 'rejected') expect(one.reason.reason).toBe('clashes')
  await rulesHold(here)
})
