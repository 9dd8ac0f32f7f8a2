import { expect, test } from 'vitest'
import { saturday, soupKitchen } from '../../../../test/shifts.ts'
import { town } from '../../../../test/town.ts'
import { newId } from '../../../platform/database.ts'
import { asTenant } from '../../../platform/tenancy.ts'
import { decideDoorEvent, listAtDoor, passDoor } from '../../activities/doors/actions.ts'
import { doorCode, stepAt } from '../../activities/doors/code/rules.ts'
import { doorKey, openDoorsWith } from '../../activities/doors/keys/actions.ts'
import { reviewHours } from '../hours/actions.ts'
import { signUp } from '../signing/actions.ts'
import { withoutPlace } from './rules.ts'

openDoorsWith('a secret for tests')

test('whoever holds a place has it; the rest fill what is left in the order in which they came', () => {
  const limits = { places: 3, confirmed: ['a', 'b'], present: ['a', 'c'] }
  expect([...withoutPlace(limits, ['d', 'b', 'c'])]).toEqual(['d'])
  expect([...withoutPlace({ ...limits, present: [] }, ['d', 'e'])]).toEqual(['e'])
})

test('at a full door whoever has no place waits for the leader, and is not sent away unseen', async () => {
  const here = await town()
  const { xiaoyu, sun, zhao, tenantId } = here
  const { id: shiftId, activityId, roles } = await soupKitchen(here)
  await xiaoyu.does(signUp, { shiftId, roleId: roles[0]?.id ?? '' })
  const code = await doorCode(doorKey(tenantId, activityId), stepAt(saturday('09:00')))
  const pass = { activityId, code, direction: 'in' as const }
  const mine = await sun.at(saturday('09:00')).does(passDoor, { ...pass, id: newId() })
  expect(mine).toMatchObject({ state: 'doubtful', conflicts: ['full'] })
  expect(await xiaoyu.at(saturday('09:00')).does(passDoor, { ...pass, id: newId() })).toMatchObject({ state: 'stands' })
  await zhao.at(saturday('09:05')).does(decideDoorEvent, { doorEventId: mine.id, stands: true })
  const present = await asTenant(here.db, tenantId, (tx) =>
    tx
      .selectFrom('participation')
      .where('activityId', '=', activityId)
      .where('status', '=', 'attended')
      .select('personId')
      .execute(),
  )
  expect(present.map((one) => one.personId).sort()).toEqual([xiaoyu.id, sun.id].sort())
})

test('two places at once, fourteen hours in a day and a year over its limit are listed for a look', async () => {
  const here = await town()
  const { zhao, sun, lina, db, tenantId, organizations } = here
  const times = [
    ['06:00', 15],
    ['10:00', 3],
  ] as const
  for (const [time, hours] of times) {
    const [startsAt, endsAt] = [saturday(time), new Date(+saturday(time) + hours * 3_600_000)]
    const { activityId } = await soupKitchen(here, { startsAt, endsAt })
    const passing = (direction: 'in' | 'out', at: Date) => ({ id: newId(), personId: sun.id, direction, at })
    await zhao.at(endsAt).does(listAtDoor, { activityId, events: [passing('in', startsAt), passing('out', endsAt)] })
  }
  await asTenant(db, tenantId, (tx) =>
    tx.insertInto('serviceRule').values({ organizationId: organizations.willow, yearMinutes: 600 }).execute(),
  )
  const { records } = await lina.does(reviewHours, { year: 2026 })
  expect(records.map(({ oddity, name, minutes, limit }) => [oddity, name, minutes, limit]).sort()).toEqual([
    ['longDay', '孙福生', 1080, 840],
    ['twoPlaces', '孙福生', 1080, null],
    ['yearCap', '孙福生', 1080, 600],
  ])
})
