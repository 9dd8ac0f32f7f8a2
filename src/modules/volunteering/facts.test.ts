import { expect, test } from 'vitest'
import { crowd, saturday, soupKitchen } from '../../../test/shifts.ts'
import { noon, type Somebody, town } from '../../../test/town.ts'
import { newId } from '../../platform/database.ts'
import { asTenant } from '../../platform/tenancy.ts'
import { recordAttendance } from '../activities/attendance/actions.ts'
import { figure, figureSeries } from '../indicators/actions.ts'
import type { Shift } from './contract.ts'
import { cancelSignup, confirmSignup, signUp } from './signing/actions.ts'
import { placePerson } from './signing/placing/actions.ts'

const roleOf = ({ roles }: Shift): string => roles[0]?.id as string
const joins = (who: Somebody, shift: Shift) => who.does(signUp, { shiftId: shift.id, roleId: roleOf(shift) })
const hours = (n: number): Date => new Date(+noon + n * 3_600_000)
const asking = (who: Somebody, fact: string, measure: string, filter = '') =>
  who.does(figure, { fact, measure, filter, period: '2026-04' }).then(({ value }) => value)

test('the time from a gap to its cover: only of places given up late, each covered by one, the first gap first', async () => {
  const here = await town()
  const [one, two, three, four] = (await crowd(here, 4)) as [Somebody, Somebody, Somebody, Somebody]
  // The evening of the next day: what is given up from half past six this evening on is late.
  const evening = { startsAt: hours(30), endsAt: hours(32) }
  const shift = await soupKitchen(here, { ...evening, roles: [{ target: 3, most: 3 }] })
  const signups = new Map<Somebody, string>()
  for (const who of [one, two, three]) signups.set(who, (await joins(who, shift)).id)
  const leaves = (who: Somebody, n: number) =>
    who.at(hours(n)).does(cancelSignup, { signupId: signups.get(who) as string, reason: null })
  await leaves(one, 1)
  expect((await joins(four.at(hours(2)), shift)).state).toBe('confirmed')
  await leaves(two, 7)
  await leaves(three, 8)
  const place = { shiftId: shift.id, roleId: roleOf(shift), overrule: null }
  await here.zhao.at(hours(8.5)).does(placePerson, { ...place, personId: here.sun.id })
  // The second gap is open still, and only those that are covered have a time.
  const after = here.lina.at(saturday('09:00'))
  const figures = async () =>
    Promise.all(['gaps', 'covered', 'coverRate', 'timeToCover'].map((measure) => asking(after, 'lateGap', measure)))
  expect(await figures()).toEqual([2, 1, 0.5, 90])
  await joins(here.xiaoyu.at(hours(11)), shift)
  // 90 minutes and 180.
  expect(await figures()).toEqual([2, 2, 1, 135])
})

test('whoever moves up from the waiting list covers a late gap when they say yes, not when they are asked', async () => {
  const here = await town()
  const [one, two] = (await crowd(here, 2)) as [Somebody, Somebody]
  const shift = await soupKitchen(here, { startsAt: hours(6), endsAt: hours(8) })
  const first = await joins(one, shift)
  const waiting = await joins(two, shift)
  await one.at(hours(1)).does(cancelSignup, { signupId: first.id, reason: null })
  const after = here.lina.at(saturday('09:00'))
  expect(await asking(after, 'lateGap', 'covered')).toBe(0)
  await two.at(hours(1.5)).does(confirmSignup, { signupId: waiting.id })
  expect(await asking(after, 'lateGap', 'timeToCover')).toBe(30)
  const kept = await asTenant(here.db, here.tenantId, (tx) =>
    tx.selectFrom('signup').select(['takenAt', 'givenUpAt', 'coveredAt']).orderBy('arrival').execute(),
  )
  expect(kept).toEqual([
    { takenAt: noon, givenUpAt: hours(1), coveredAt: hours(1.5) },
    { takenAt: hours(1.5), givenUpAt: null, coveredAt: null },
  ])
})

test('services, places, people, no-shows, and minutes by team, kind of team and station, counted by hand', async () => {
  const here = await town()
  const [one, two] = (await crowd(here, 2)) as [Somebody, Somebody]
  const [station, room] = [newId(), newId()]
  const first = await soupKitchen(here, { roles: [{ target: 3, most: 3 }] })
  const second = await soupKitchen(here, { startsAt: saturday('14:00'), roles: [{ target: 1, most: 1 }] })
  await asTenant(here.db, here.tenantId, async (tx) => {
    const keeper = { organizationId: here.organizations.station, search: '' }
    await tx
      .insertInto('place')
      .values({ id: station, kind: 'station', name: '和平服务站', ...keeper })
      .execute()
    await tx
      .insertInto('place')
      .values({ id: room, kind: 'room', name: '厨房', parentId: station, ...keeper })
      .execute()
    await tx.updateTable('activity').set({ placeId: room }).where('id', '=', first.activityId).execute()
  })
  for (const who of [one, two]) await joins(who, first)
  await joins(one, second)
  const entry = (who: Somebody, status: 'attended' | 'absent') => ({
    personId: who.id,
    status,
    minutes: null,
    note: null,
    at: saturday('18:00'),
    seen: null,
  })
  const leader = here.zhao.at(saturday('18:00'))
  const record = (activityId: string, entries: ReturnType<typeof entry>[]) =>
    leader.does(recordAttendance, { activityId, entries })
  await record(first.activityId, [entry(one, 'attended'), entry(two, 'absent')])
  await record(second.activityId, [entry(one, 'attended')])
  // As if counted at the door.
  await asTenant(here.db, here.tenantId, async (tx) => {
    for (const [id, minutes] of [
      [first.activityId, 170],
      [second.activityId, 60],
    ] as const)
      await tx
        .updateTable('participation')
        .set({ minutes })
        .where('activityId', '=', id)
        .where('status', '=', 'attended')
        .execute()
  })
  const after = here.lina.at(saturday('20:00'))
  const shiftRole = (measure: string) => asking(after, 'shiftRole', measure)
  expect(await Promise.all(['services', 'shifts', 'offered', 'filled', 'fillRate'].map(shiftRole))).toEqual([
    2, 2, 4, 3, 0.75,
  ])
  const held = (measure: string) => asking(after, 'placeHeld', measure)
  expect(await Promise.all(['count', 'people', 'noShows', 'noShowRate'].map(held))).toEqual([3, 2, 1, 1 / 3])
  const parts = async (by: string) => {
    const asked = { fact: 'participation', measure: 'minutes', filter: 'kind=service', period: '2026-04', by }
    const series = await after.does(figureSeries, asked)
    return series.parts.map(({ label, value }) => [label[1], value])
  }
  expect(await parts('team')).toEqual([['银龄互助队', 230]])
  expect(await parts('category')).toEqual([['扶贫帮困', 230]])
  expect(await parts('station')).toEqual([
    ['和平服务站', 170],
    ['未填写', 60],
  ])
  const kind = 'category=helpingThoseInNeed&kind=service'
  expect(await asking(after, 'participation', 'minutes', kind)).toBe(230)
  expect(await asking(after, 'participation', 'minutes', 'category=legalAid&kind=service')).toBe(0)
})
