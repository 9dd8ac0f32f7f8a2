import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saturday, soupKitchen } from '../../../../test/shifts.ts'
import { type Somebody, town } from '../../../../test/town.ts'
import { newId } from '../../../platform/database.ts'
import { asTenant } from '../../../platform/tenancy.ts'
import {
  correctHours,
  decideHours,
  hoursOfActivity,
  hoursOfPerson,
  myHours,
  openCorrections,
} from '../hours/actions.ts'
import { decideDoorEvent, listAtDoor, myCode, passDoor } from './actions.ts'
import { doorCode, endOf, readOwnCode, stepAt } from './code/rules.ts'
import { doorKey, openDoorsWith } from './keys/actions.ts'
import { createKiosk, enrolKiosk, kioskDay, revokeKiosk, tellFromKiosk } from './kiosks/actions.ts'
import type { KioskEvent } from './kiosks/contract.ts'
import { getDoor } from './standing/actions.ts'

openDoorsWith('a secret for tests')
type Town = Awaited<ReturnType<typeof town>>

async function kitchen(here: Town) {
  const { activityId } = await soupKitchen(here, { roles: [{ target: 5, most: 20 }] })
  const { zhao } = here
  const list = (who: Somebody, direction: 'in' | 'out', time: string) =>
    zhao
      .at(saturday(time))
      .does(listAtDoor, { activityId, events: [{ id: newId(), personId: who.id, direction, at: saturday(time) }] })
  const minutes = async (who: Somebody): Promise<number | null> =>
    asTenant(here.db, here.tenantId, async (tx) => {
      const row = await tx
        .selectFrom('participation')
        .where('activityId', '=', activityId)
        .where('personId', '=', who.id)
        .select('minutes')
        .executeTakeFirst()
      return row?.minutes ?? null
    })
  return { activityId, list, minutes }
}

async function tablet({ lina, organizations, unasked }: Town) {
  const { id, code } = await lina.does(createKiosk, { organizationId: organizations.peace, name: '门口平板' })
  const { token } = await unasked((context) => enrolKiosk(context, { code: code.toLowerCase() }))
  const tell = (events: KioskEvent[], now: Date, sentAt = now) =>
    unasked((context) => tellFromKiosk({ ...context, now }, { token, sentAt, events }))
  return { id, code, token, tell }
}
const shown = (activityId: string, who: Somebody, direction: 'in' | 'out', deviceAt: Date, ahead = 0): KioskEvent => ({
  id: newId(),
  activityId,
  code: endOf(who.id),
  direction,
  deviceAt,
  ahead,
})

test('a volunteer reads the door’s code in and out; sent again it is the same record; an old code is refused', async () => {
  const here = await town()
  const { xiaoyu, tenantId } = here
  const { activityId, minutes } = await kitchen(here)
  const code = (time: string) => doorCode(doorKey(tenantId, activityId), stepAt(saturday(time)))
  const nine = { activityId, id: newId(), code: await code('09:00'), direction: 'in' as const }
  const first = await xiaoyu.at(saturday('09:00')).does(passDoor, nine)
  expect(first).toEqual({ id: nine.id, state: 'stands', conflicts: [] })
  expect(await xiaoyu.at(saturday('09:20')).does(passDoor, nine)).toEqual(first)
  await expect(xiaoyu.at(saturday('11:00')).does(passDoor, { ...nine, id: newId(), direction: 'out' })).rejects.toThrow(
    'doorCodeOld',
  )
  await xiaoyu
    .at(saturday('11:02'))
    .does(passDoor, { ...nine, id: newId(), direction: 'out', code: await code('11:02') })
  expect(await minutes(xiaoyu)).toBe(120)
  const mine = await xiaoyu.at(saturday('12:00')).does(myHours, {})
  expect(mine).toMatchObject({ minutes: 120, entries: [{ origin: 'door', state: 'approved', minutes: 120 }] })
})

test('the leader lists whoever comes, but for their own name', async () => {
  const here = await town()
  const { zhao, sun, wang, xiaoyu } = here
  const { activityId, list, minutes } = await kitchen(here)
  await list(sun, 'in', '09:00')
  await list(sun, 'in', '09:10')
  await list(sun, 'out', '10:30')
  expect(await minutes(sun)).toBe(90)
  const [own] = await list(zhao, 'in', '09:00')
  expect(own).toMatchObject({ state: 'doubtful', conflicts: ['ownName'] })
  const decide = { doorEventId: own?.id ?? '', stands: true }
  await expect(zhao.at(saturday('12:00')).does(decideDoorEvent, decide)).rejects.toThrow('ownDoorEvent')
  await expect(xiaoyu.at(saturday('12:00')).does(decideDoorEvent, decide)).rejects.toThrow('notAllowed')
  await wang.at(saturday('12:00')).does(decideDoorEvent, decide)
  await list(zhao, 'out', '12:00')
  const door = await zhao.at(saturday('12:10')).does(getDoor, { activityId })
  expect(door.people.map(({ name, inAt }) => [name, inAt])).toEqual(
    expect.arrayContaining([[zhao.name, saturday('09:00')]]),
  )
  expect(door.doubtful).toMatchObject([{ direction: 'out', conflicts: ['ownName'] }])
})

test('a mistaken tap is taken back, and nobody has come', async () => {
  const here = await town()
  const { zhao, sun } = here
  const { activityId, list, minutes } = await kitchen(here)
  const [tap] = await list(sun, 'in', '09:00')
  await list(sun, 'out', '10:00')
  await zhao.at(saturday('10:01')).does(decideDoorEvent, { doorEventId: tap?.id ?? '', stands: false })
  expect(await minutes(sun)).toBe(null)
  const { people } = await zhao.at(saturday('10:02')).does(getDoor, { activityId })
  expect(people).toEqual([])
  const all = await zhao.does(hoursOfActivity, { activityId })
  expect(all.map((one) => one.state)).toEqual(['replaced'])
})

test('a tablet is let in once, knows no names, and is stopped at once', async () => {
  const here = await town()
  const { wang, xiaoyu, unasked } = here
  const { activityId } = await kitchen(here)
  const { id, code, token, tell } = await tablet(here)
  await expect(unasked((context) => enrolKiosk(context, { code }))).rejects.toThrow('kioskCodeWrong')
  await expect(xiaoyu.does(createKiosk, { organizationId: here.organizations.peace, name: '自己的' })).rejects.toThrow(
    'notAllowed',
  )
  const known = await unasked((context) => kioskDay({ ...context, now: saturday('08:00') }, { token }))
  expect(known.activities.map((one) => one.id)).toEqual([activityId])
  expect(JSON.stringify(known)).not.toMatch(/林小雨|赵大勇|139000|00000000-0000-7000-8000-000000000036/)
  const { code: own } = await xiaoyu.at(saturday('08:30')).does(myCode, {})
  expect(await readOwnCode(known.days[0]?.key ?? '', own)).toBe(endOf(xiaoyu.id))
  expect(await readOwnCode(known.days[1]?.key ?? '', own)).toBe(null)
  await wang.does(revokeKiosk, { kioskId: id })
  await expect(tell([shown(activityId, xiaoyu, 'in', saturday('09:00'))], saturday('09:00'))).rejects.toThrow(
    'kioskGone',
  )
})

test('two tablets and one person: one coming, one going, whichever is heard first', async () => {
  const here = await town()
  const { xiaoyu, zhao } = here
  const { activityId, minutes } = await kitchen(here)
  const [north, south] = [await tablet(here), await tablet(here)]
  const came = [shown(activityId, xiaoyu, 'in', saturday('09:00')), shown(activityId, xiaoyu, 'in', saturday('09:01'))]
  const went = shown(activityId, xiaoyu, 'out', saturday('11:30'))
  await south.tell([came[1] as KioskEvent, went], saturday('13:00'))
  await Promise.all([
    north.tell([came[0] as KioskEvent], saturday('13:00')),
    south.tell([came[1] as KioskEvent, went], saturday('13:00')),
  ])
  expect(await minutes(xiaoyu)).toBe(150)
  const entries = (await zhao.does(hoursOfActivity, { activityId })).filter((one) => one.state === 'approved')
  expect(entries).toMatchObject([{ inAt: saturday('09:00'), outAt: saturday('11:30') }])
})

test('a clock wrong by an hour is put right; one that was set meanwhile is doubtful; unknown codes are kept', async () => {
  const here = await town()
  const { xiaoyu, sun, zhao } = here
  const { activityId, minutes } = await kitchen(here)
  const { tell } = await tablet(here)
  const hour = 3_600_000
  const late = (time: string): Date => new Date(+saturday(time) - hour)
  await tell(
    [shown(activityId, xiaoyu, 'in', late('09:00'), hour), shown(activityId, xiaoyu, 'out', late('11:00'), hour)],
    saturday('12:00'),
    late('12:00'),
  )
  const stranger = { ...shown(activityId, sun, 'in', saturday('09:00')), code: 'ZZZZZZZZ' }
  const { taken } = await tell([shown(activityId, sun, 'in', late('09:00'), hour), stranger], saturday('12:00'))
  expect(taken.map((one) => [one.state, one.conflicts])).toEqual([
    ['doubtful', ['clockChanged']],
    ['doubtful', ['unknownCode']],
  ])
  const [entry] = (await zhao.does(hoursOfActivity, { activityId })).filter((one) => one.personId === xiaoyu.id)
  expect(entry).toMatchObject({ minutes: 120, inAt: saturday('09:00') })
  const { doubtful } = await zhao.at(saturday('12:00')).does(getDoor, { activityId })
  expect(doubtful).toHaveLength(2)
  await expect(zhao.does(decideDoorEvent, { doorEventId: stranger.id, stands: true })).rejects.toThrow('nobodyThere')
  expect(await minutes(sun)).toBe(null)
})

test('inside one activity, somebody who comes to another waits for a leader’s word', async () => {
  const here = await town()
  const [one, two] = [await kitchen(here), await kitchen(here)]
  await one.list(here.xiaoyu, 'in', '09:00')
  const { tell } = await tablet(here)
  const { taken } = await tell([shown(two.activityId, here.xiaoyu, 'in', saturday('09:30'))], saturday('09:30'))
  expect(taken).toMatchObject([{ state: 'doubtful', conflicts: ['elsewhere'] }])
})

test('a correction counts once a second person agrees, never one’s own', async () => {
  const here = await town()
  const { xiaoyu, zhao, lina } = here
  const { activityId, list, minutes } = await kitchen(here)
  const later = (who: Somebody): Somebody => who.at(saturday('20:00'))
  await expect(
    later(xiaoyu).does(correctHours, { activityId, personId: xiaoyu.id, minutes: 60, reason: '忘记签到' }),
  ).rejects.toThrow('hoursNotThere')
  await list(xiaoyu, 'in', '09:00')
  const wish = { activityId, personId: xiaoyu.id, minutes: 180, reason: '忘记签退' }
  await expect(later(here.sun).does(correctHours, wish)).rejects.toThrow('notAllowed')
  const { id } = await later(xiaoyu).does(correctHours, wish)
  expect(await minutes(xiaoyu)).toBe(null)
  expect(await later(zhao).does(openCorrections, {})).toMatchObject([{ id, mayDecide: true, minutes: 180 }])
  const decide = { hoursEntryId: id, approve: true, decision: null }
  await expect(later(xiaoyu).does(decideHours, decide)).rejects.toThrow('notAllowed')
  const race = await Promise.allSettled([later(zhao).does(decideHours, decide), later(lina).does(decideHours, decide)])
  expect(race.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(await minutes(xiaoyu)).toBe(180)
  const again = await later(zhao).does(correctHours, { ...wish, minutes: 150, reason: '中途离开' })
  await expect(later(zhao).does(decideHours, { ...decide, hoursEntryId: again.id })).rejects.toThrow('ownCorrection')
  await later(lina).does(decideHours, { ...decide, hoursEntryId: again.id })
  expect(await minutes(xiaoyu)).toBe(150)
  const asked = { personId: xiaoyu.id, year: undefined }
  const told = await later(zhao).does(hoursOfPerson, asked)
  expect(told).toMatchObject({ name: xiaoyu.name, minutes: 150 })
  expect(told.entries.map((one) => [one.origin, one.minutes, one.reason])).toEqual([
    ['correction', 180, '忘记签退'],
    ['correction', -30, '中途离开'],
  ])
  // Whoever keeps attendance elsewhere reads nothing of it.
  expect((await later(here.xiaoyu).does(hoursOfPerson, asked)).entries).toEqual([])
})

test('the database itself refuses one’s own approval', async () => {
  const here = await town()
  const { activityId, list } = await kitchen(here)
  await list(here.xiaoyu, 'in', '09:00')
  const { id } = await here.xiaoyu
    .at(saturday('20:00'))
    .does(correctHours, { activityId, personId: here.xiaoyu.id, minutes: 180, reason: '忘记签退' })
  const own = asTenant(here.db, here.tenantId, (tx) =>
    tx
      .updateTable('hoursEntry')
      .set({ state: 'approved', decidedBy: here.xiaoyu.id, decidedAt: new Date() })
      .where('id', '=', id)
      .execute(),
  )
  await expect(own).rejects.toThrow('check constraint')
})

test('whatever tablets tell, in whatever order and how often, minutes are the sum of what is approved', async () => {
  const here = await town()
  const people = [here.xiaoyu, here.sun, here.zhao]
  const { activityId } = await kitchen(here)
  const tablets = [await tablet(here), await tablet(here)]
  const event = fc
    .tuple(fc.nat(2), fc.boolean(), fc.integer({ min: 0, max: 180 }))
    .map(([who, comes, minute]) =>
      shown(activityId, people[who] as Somebody, comes ? 'in' : 'out', new Date(+saturday('09:00') + minute * 60_000)),
    )
  const batches = fc.array(fc.array(event, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(batches, async (all) => {
      const now = saturday('13:00')
      await Promise.all([...all, ...all].map((batch, i) => (tablets[i % 2] as (typeof tablets)[0]).tell(batch, now)))
      const rows = await asTenant(here.db, here.tenantId, (tx) =>
        tx.selectFrom('participation').where('activityId', '=', activityId).select(['personId', 'minutes']).execute(),
      )
      const entries = (await here.zhao.does(hoursOfActivity, { activityId })).filter((one) => one.state === 'approved')
      for (const { personId, minutes } of rows) {
        const own = entries.filter((one) => one.personId === personId)
        expect(minutes ?? 0).toBe(own.reduce((sum, one) => sum + one.minutes, 0))
        const spans = own.map((one) => [+(one.inAt ?? 0), +(one.outAt ?? 0)] as const).sort((a, b) => a[0] - b[0])
        for (const [i, [, out]] of spans.entries()) expect(spans[i + 1]?.[0] ?? Infinity).toBeGreaterThanOrEqual(out)
      }
    }),
    { numRuns: 8 },
  )
}, 60_000)
