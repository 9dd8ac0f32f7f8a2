import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crowd, moveActivity, rulesHold, saturday, soupKitchen } from '../../../../test/shifts.ts'
import { type Somebody, town } from '../../../../test/town.ts'
import { asTenant } from '../../../platform/tenancy.ts'
import { cancelActivity, restoreActivity } from '../../activities/actions.ts'
import { cancelShift, changeShift, getShift } from '../actions.ts'
import type { Shift } from '../contract.ts'
import { cancelSignup, confirmSignup, signUp } from '../signing/actions.ts'
import { answerSwap, askSwap, decideSwap, withdrawSwap } from '../swaps/actions.ts'

type Town = Awaited<ReturnType<typeof town>>
type Deed = { what: (typeof everything)[number]; which: number; shift: number; size: number }
type Scene = { here: Town; people: Somebody[]; shifts: Shift[] }

const ofPeople = ['join', 'join', 'leave', 'confirm', 'confirm', 'ask', 'ask', 'answer', 'answer', 'withdraw'] as const
const ofLeaders = ['resize', 'move', 'move', 'decide', 'decide', 'fall', 'restore', 'restore'] as const
const everything = [...ofPeople, ...ofLeaders, 'cancel'] as const

const deed = fc.record<Deed>({
  what: fc.constantFrom(...everything),
  which: fc.nat(11),
  shift: fc.nat(2),
  size: fc.integer({ min: 1, max: 3 }),
})
/** What happens at the same time, and then what happens at the same time after that. */
const histories = fc.array(fc.array(deed, { minLength: 2, maxLength: 8 }), { minLength: 4, maxLength: 8, size: 'max' })

/** One that is always among them: two ask, are answered and decided upon, while the first shift moves, falls and stands again. */
const swapsWhileMoving: Deed[][] = (
  [
    ['ask', 'ask', 'move'],
    ['answer', 'answer', 'join'],
    ['decide', 'decide', 'move', 'join'],
    ['fall', 'leave', 'decide', 'confirm'],
    ['restore', 'join', 'resize'],
    ['confirm', 'move', 'confirm', 'leave'],
  ] as const
).map((step) => step.map((what, i) => ({ what, which: i, shift: 0, size: 2 + (i % 2) })))

const roleOf = (shift: Shift): string => shift.roles[0]?.id as string
const joins = (who: Somebody, shift: Shift) => who.does(signUp, { shiftId: shift.id, roleId: roleOf(shift) })

/** Six people, three shifts with two places each, where two of them overlap, and everybody in one or two already. */
async function opening(places: number): Promise<Scene> {
  const here = await town()
  await asTenant(here.db, here.tenantId, (tx) =>
    tx.insertInto('serviceRule').values({ organizationId: here.organizations.willow, restMinutes: 30 }).execute(),
  )
  const roles = [{ most: places, target: 1 }]
  const shifts = [
    await soupKitchen(here, { roles }),
    await soupKitchen(here, { roles, startsAt: saturday('11:00') }),
    await soupKitchen(here, { roles, startsAt: saturday('14:00') }),
  ]
  return { here, people: await crowd(here, 6), shifts }
}

test('whatever people and leaders do at the same time, every rule holds after every step', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const scene = await opening(2)
      for (const [i, who] of scene.people.entries()) await joins(who, scene.shifts[i % 3] as Shift)
      for (const step of history) {
        const all = await Promise.allSettled(step.map((one) => carryOut(scene, one)))
        for (const one of all)
          if (one.status === 'rejected' && !['Refused', 'NotFound'].includes(one.reason.constructor.name))
            throw one.reason
        await rulesHold(scene.here)
      }
    }),
    { numRuns: 5, endOnFailure: true, examples: [[swapsWhileMoving]] },
  )
})

async function carryOut(scene: Scene, { what, which, shift: at, size }: Deed): Promise<unknown> {
  const { here, people, shifts } = scene
  const shift = shifts[at] as Shift
  const { activityId, id: shiftId } = shift
  if (what === 'join') return joins(people[which % 6] as Somebody, shift)
  if (what === 'cancel') return which === 0 ? here.zhao.does(cancelShift, { shiftId, reason: '下雨' }) : null
  if (what === 'fall') return here.zhao.does(cancelActivity, { activityId, reason: '下雨', scope: 'this' })
  if (what === 'restore') return restore(scene, which)
  if (what === 'resize') return resize(here, shift, size)
  if (what === 'move') {
    const startsAt = saturday(['08:00', '11:30', '14:30'][which % 3] ?? '09:00')
    return moveActivity(here, activityId, { startsAt, endsAt: new Date(+startsAt + size * 3_600_000) })
  }
  if (what === 'ask') return ask(scene, which, size)
  if (what === 'leave' || what === 'confirm') return answer(scene, what, which)
  return swapStep(scene, what, which, size > 1)
}

const nth = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(all.length, 1)]

/** Of what stands in the books, the one that somebody means: chosen without a lock, so that it may be over when they get there. */
const signups = ({ here }: Scene, states: readonly string[]) =>
  asTenant(here.db, here.tenantId, (tx) =>
    tx
      .selectFrom('signup')
      .where('state', 'in', [...states])
      .select(['id', 'personId', 'shiftId'])
      .orderBy('id')
      .execute(),
  )
const swapsIn = ({ here }: Scene, state: string) =>
  asTenant(here.db, here.tenantId, (tx) =>
    tx
      .selectFrom('swap')
      .innerJoin('signup', 'signup.id', 'swap.fromSignup')
      .where('swap.state', '=', state)
      .select(['swap.id', 'toPerson', 'signup.personId as fromPerson'])
      .orderBy('swap.id')
      .execute(),
  )

async function answer(scene: Scene, what: 'leave' | 'confirm', which: number) {
  const place = nth(
    await signups(scene, what === 'leave' ? ['confirmed', 'kept', 'waiting'] : ['offered', 'kept']),
    which,
  )
  if (!place) return null
  const who = scene.here.as(place.personId)
  if (what === 'confirm') return who.does(confirmSignup, { signupId: place.id })
  return who.does(cancelSignup, { signupId: place.id, reason: null })
}

/** Somebody's place, for nothing or for one that the other has. */
async function ask(scene: Scene, which: number, size: number) {
  const places = await signups(scene, ['confirmed'])
  const mine = nth(places, which)
  const theirs = nth(
    places.filter(({ personId, shiftId }) => personId !== mine?.personId && shiftId !== mine?.shiftId),
    which + size,
  )
  if (!mine || !theirs) return null
  const forSignupId = size > 1 ? theirs.id : null
  return scene.here.as(mine.personId).does(askSwap, { signupId: mine.id, personId: theirs.personId, forSignupId })
}

async function swapStep(scene: Scene, what: 'answer' | 'withdraw' | 'decide', which: number, yes: boolean) {
  const { here } = scene
  const swap = nth(await swapsIn(scene, what === 'decide' ? 'agreed' : 'asked'), which)
  if (!swap) return null
  const swapId = swap.id
  if (what === 'answer') return here.as(swap.toPerson).does(answerSwap, { swapId, agree: yes })
  if (what === 'withdraw') return here.as(swap.fromPerson).does(withdrawSwap, { swapId })
  return here.zhao.does(decideSwap, { swapId, accept: yes })
}

async function restore(scene: Scene, which: number) {
  const { here } = scene
  const fallen = await asTenant(here.db, here.tenantId, (tx) =>
    tx.selectFrom('activity').where('cancelledAt', 'is not', null).select('id').orderBy('id').execute(),
  )
  const activityId = nth(fallen, which)?.id
  return activityId ? here.zhao.does(restoreActivity, { activityId }) : null
}

async function resize(here: Town, shift: Shift, most: number) {
  const { startsAt, endsAt, confirmation, roles } = await here.zhao.does(getShift, { shiftId: shift.id })
  const role = { id: roles[0]?.id as string, name: '引导员', skillIds: [], adults: false, least: 0, target: 1, most }
  const times = { startsAt, endsAt, opensAt: null, closesAt: null, confirmation, confirmMinutes: 720 }
  return here.zhao.does(changeShift, { shiftId: shift.id, ...times, roles: [role] })
}

test('race: the activity moves while forty sign up and leave: nobody stands at another time than their shift', async () => {
  for (let round = 0; round < 3; round++) {
    const { here, shifts } = await opening(7)
    const people = await crowd(here, 40)
    const [first, second] = shifts as [Shift, Shift]
    const joining = people.map((who, i) => {
      const shift = i % 3 === 0 ? second : first
      return who.does(signUp, { shiftId: shift.id, roleId: roleOf(shift) })
    })
    const moving = ['14:30', '08:00', '11:30'].map((time) =>
      moveActivity(here, first.activityId, { startsAt: saturday(time), endsAt: new Date(+saturday(time) + 7_200_000) }),
    )
    const done = await Promise.all([Promise.all(joining), Promise.all(moving)])
    expect(done[0].filter(({ state }) => state === 'confirmed')).toHaveLength(14)
    await rulesHold(here)
  }
})
