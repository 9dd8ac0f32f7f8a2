import { expect, test } from 'vitest'
import { crowd, soupKitchen } from '../../../../test/shifts.ts'
import { noon, type Somebody, town } from '../../../../test/town.ts'
import { asTenant } from '../../../platform/tenancy.ts'
import { getShift } from '../actions.ts'
import type { Shift } from '../contract.ts'
import { writeAvailability } from '../people/availability/actions.ts'
import { cancelSignup, signUp } from '../signing/actions.ts'
import { acceptCover, askTheNext, declineCover, myCoverAsks } from './actions.ts'

const joins = (who: Somebody, shift: Shift) =>
  who.does(signUp, { shiftId: shift.id, roleId: shift.roles[0]?.id as string })
const inHours = (hours: number): Date => new Date(+noon + hours * 3_600_000)
const asks = (who: Somebody) => who.does((context) => myCoverAsks(context), {})
const asked = async (people: Somebody[]): Promise<Somebody[]> => {
  const found: Somebody[] = []
  for (const who of people) if ((await asks(who)).length > 0) found.push(who)
  return found
}

/** A shift this evening that somebody has just left. */
async function leftThisEvening() {
  const here = await town()
  const people = [...(await crowd(here, 4)), here.sun, here.zhao]
  const shift = await soupKitchen(here, { startsAt: inHours(6), endsAt: inHours(8) })
  const mine = await joins(here.xiaoyu, shift)
  await here.xiaoyu.does(cancelSignup, { signupId: mine.id, reason: '发烧' })
  return { here, people, shift }
}

test('a place given back late is offered to those who fit, two for each; the first yes has it', async () => {
  const { people, shift } = await leftThisEvening()
  const [first, second, ...more] = await asked(people)
  if (!first || !second) throw new Error('two were asked')
  expect(more).toEqual([])
  const [ask] = await asks(first)
  expect(ask).toMatchObject({ shiftId: shift.id, answerBy: inHours(1.5) })
  const [other] = await asks(second)
  await first.does(acceptCover, { askId: ask?.id as string })
  expect((await first.does(getShift, { shiftId: shift.id })).mine).toMatchObject({ state: 'confirmed' })
  // Whoever has not answered yet is no longer asked.
  expect(await asks(second)).toEqual([])
  await expect(second.does(acceptCover, { askId: other?.id as string })).rejects.toThrow('full')
})

test('a no asks the next, and so does silence; nobody is asked twice about one place', async () => {
  const { here, people } = await leftThisEvening()
  const [first, second] = await asked(people)
  if (!first || !second) throw new Error('two were asked')
  const [ask] = await asks(first)
  await first.does(declineCover, { askId: ask?.id as string })
  const now = await asked(people)
  expect(now).toHaveLength(2)
  expect(now).not.toContain(first)
  const later = inHours(1.6)
  await here.lina.at(later).does((context) => askTheNext(context), {})
  const then = (await asked(people.map((who) => who.at(later)))).map(({ id }) => id)
  expect(then).toHaveLength(2)
  for (const { id } of [first, ...now]) expect(then).not.toContain(id)
})

test('who gives a place back in good time sets nobody in motion', async () => {
  const here = await town()
  const shift = await soupKitchen(here)
  const mine = await joins(here.xiaoyu, shift)
  await here.xiaoyu.does(cancelSignup, { signupId: mine.id, reason: null })
  expect(await asked([here.sun, here.zhao])).toEqual([])
})

test('two who say yes at once: one has the place', async () => {
  const { people, shift } = await leftThisEvening()
  const both = await asked(people)
  const askIds = await Promise.all(both.map(async (who) => (await asks(who))[0]?.id as string))
  const answers = await Promise.allSettled(both.map((who, i) => who.does(acceptCover, { askId: askIds[i] as string })))
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await (both[0] as Somebody).does(getShift, { shiftId: shift.id })).roles).toMatchObject([{ taken: 1 }])
})

test('who said that they can come is asked first, who said nothing after them, and who cannot come not at all', async () => {
  const here = await town()
  const [free, away] = (await crowd(here, 2)) as [Somebody, Somebody]
  const shift = await soupKitchen(here, { startsAt: inHours(6), endsAt: inHours(8) })
  const mine = await joins(here.xiaoyu, shift)
  const evening = { from: '17:00', to: '21:00' }
  const says = (who: Somebody, available: boolean) => {
    const days = [{ date: '2026-04-15', ...evening, available }]
    return here.zhao.does(writeAvailability, { personId: who.id, week: [], days })
  }
  // He is asked after everybody else by his id alone; what he said puts him first.
  await says(here.sun, true)
  for (const who of [away, here.zhao]) await says(who, false)
  await here.xiaoyu.does(cancelSignup, { signupId: mine.id, reason: null })
  expect(new Set((await asked([here.sun, free, away, here.zhao])).map(({ id }) => id))).toEqual(
    new Set([here.sun.id, free.id]),
  )
  const first = await asTenant(here.db, here.tenantId, (tx) =>
    tx.selectFrom('coverAsk').select('personId').orderBy('id').limit(1).executeTakeFirst(),
  )
  expect(first?.personId).toBe(here.sun.id)
})
