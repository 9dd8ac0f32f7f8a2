import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { crowd, saturday, soupKitchen } from '../../../../test/shifts.ts'
import { type Somebody, town } from '../../../../test/town.ts'
import { performTogether } from '../../../platform/perform.ts'
import { asTenant } from '../../../platform/tenancy.ts'
import { inTurns } from '../../../platform/turns.ts'
import { cancelShift, changeShift, getShift } from '../actions.ts'
import type { Shift } from '../contract.ts'
import { cancelSignup, confirmSignup, decideSignUps, signUp } from './actions.ts'
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

/** What must hold whatever happened (rules 1 and 2, and that nobody waits while a place that they could take is free). */
async function holds(here: Town): Promise<void> {
  await asTenant(here.db, here.tenantId, async (tx) => {
    const tooMany = await sql`
      select r.id from shift_role r join signup u on u.tenant_id = r.tenant_id and u.shift_role_id = r.id
      where u.state in ('confirmed', 'offered') group by r.id, r.most having count(*) > r.most`.execute(tx)
    expect(tooMany.rows).toEqual([])
    const twice = await sql`
      select a.person_id from signup a join signup b on b.tenant_id = a.tenant_id and b.person_id = a.person_id and b.id > a.id
        and b.starts_at < a.ends_at and a.starts_at < b.ends_at
      where a.state in ('confirmed', 'offered') and b.state in ('confirmed', 'offered')`.execute(tx)
    expect(twice.rows).toEqual([])
    const ofCancelled = await sql`
      select u.id from signup u join shift s on s.tenant_id = u.tenant_id and s.id = u.shift_id
      where s.cancelled_at is not null and u.state not in ('cancelled', 'declined')`.execute(tx)
    expect(ofCancelled.rows).toEqual([])
    const untold = await sql`
      select s.activity_id, u.person_id from signup u join shift s on s.tenant_id = u.tenant_id and s.id = u.shift_id
      left join participation p on p.tenant_id = s.tenant_id and p.activity_id = s.activity_id and p.person_id = u.person_id
      where u.state = 'confirmed' and p.status is distinct from 'confirmed'`.execute(tx)
    expect(untold.rows).toEqual([])
  })
}

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
  await holds(here)
})

test('the same 500 each in a transaction of their own: 7 places, no error', async () => {
  const here = await town()
  const shift = await soupKitchen(here, { roles: [{ most: 7, target: 7 }] })
  const people = await crowd(here, 500)
  const answers = await Promise.all(people.map((who) => joins(who, shift)))
  expect(answers.filter(({ state }) => state === 'confirmed')).toHaveLength(7)
  expect(new Set(answers.map(({ position }) => position)).size).toBe(494)
  await holds(here)
})

test('one person at once on ten overlapping shifts: exactly one', async () => {
  const here = await town()
  const shifts: Shift[] = []
  for (let i = 0; i < 10; i++) shifts.push(await soupKitchen(here, { startsAt: saturday(`09:${10 + i * 5}`) }))
  const asked = await Promise.allSettled(shifts.map((shift) => joins(here.xiaoyu, shift)))
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of asked) if (one.status === 'rejected') expect(one.reason.reason).toBe('clashes')
  await holds(here)
})

type Deed = { what: 'join' | 'leave' | 'confirm' | 'resize' | 'cancel'; who: number; shift: number; size: number }
const deeds = fc.array(
  fc.record<Deed>({
    what: fc.constantFrom('join', 'join', 'join', 'leave', 'leave', 'confirm', 'resize', 'cancel'),
    who: fc.nat(5),
    shift: fc.nat(2),
    size: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 5, maxLength: 40 },
)

test('whatever people do at the same time, no role is overfull and nobody is in two places', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async (history) => {
      const here = await town()
      const people = await crowd(here, 6)
      const shifts = [
        await soupKitchen(here),
        await soupKitchen(here, { startsAt: saturday('11:00') }),
        await soupKitchen(here, { startsAt: saturday('13:00') }),
      ]
      const all = await Promise.allSettled(history.map((deed) => carryOut(here, people, shifts, deed)))
      for (const one of all)
        if (one.status === 'rejected') expect(['Refused', 'NotFound']).toContain(one.reason.constructor.name)
      await holds(here)
    }),
    { numRuns: 25 },
  )
})

async function carryOut(here: Town, people: Somebody[], shifts: Shift[], { what, who, shift: at, size }: Deed) {
  const person = people[who] as Somebody
  const shift = shifts[at] as Shift
  if (what === 'join') return joins(person, shift)
  if (what === 'cancel') return here.zhao.does(cancelShift, { shiftId: shift.id, reason: '下雨' })
  const now = await person.does(getShift, { shiftId: shift.id })
  const signupId = now.mine?.id
  if (what === 'leave') return signupId ? person.does(cancelSignup, { signupId, reason: null }) : null
  if (what === 'confirm') return signupId ? person.does(confirmSignup, { signupId }) : null
  const { startsAt, endsAt, confirmation } = now
  const roles = [{ id: roleOf(now), name: '引导员', skillIds: [], adults: false, least: 0, target: 1, most: size }]
  const times = { startsAt, endsAt, opensAt: null, closesAt: null, confirmation, confirmMinutes: 720 }
  return here.zhao.does(changeShift, { shiftId: shift.id, ...times, roles })
}
