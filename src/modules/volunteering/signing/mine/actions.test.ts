import { expect, test } from 'vitest'
import { crowd, saturday, soupKitchen } from '../../../../../test/shifts.ts'
import { type Somebody, town } from '../../../../../test/town.ts'
import { newId } from '../../../../platform/database.ts'
import { asTenant } from '../../../../platform/tenancy.ts'
import type { Shift } from '../../contract.ts'
import { writeAvailability } from '../../people/availability/actions.ts'
import { writeWishes } from '../../people/wishes/actions.ts'
import { shiftsForMe } from './actions.ts'

type Town = Awaited<ReturnType<typeof town>>
const nothing = { weeklyAsks: 2, times: [], placeIds: [], homePlaceId: null, companionIds: [] }
const asks = (who: Somebody, more: Partial<Parameters<typeof shiftsForMe>[1]> = {}) =>
  who.does(shiftsForMe, { limit: 30, all: false, ...more })
const ids = ({ shifts }: Awaited<ReturnType<typeof shiftsForMe>>) => shifts.map(({ id }) => id)

/** The community's station, a hall 890 m to the north, a park 8.9 km to the north with a kiosk in it, and a place nobody knows the way to. */
async function quarter({ db, tenantId, organizations }: Town) {
  const [station, hall, park, kiosk, somewhere] = [newId(), newId(), newId(), newId(), newId()] as const
  const at = (north: number) => ({ latitude: 31.2 + north, longitude: 121.4, search: '' })
  await asTenant(db, tenantId, (tx) =>
    tx
      .insertInto('place')
      .values([
        { id: station, kind: 'station', name: '和平服务站', organizationId: organizations.station, ...at(0) },
        { id: hall, kind: 'address', name: '礼堂', ...at(0.008) },
        { id: park, kind: 'address', name: '公园', ...at(0.08) },
      ])
      .execute(),
  )
  await asTenant(db, tenantId, (tx) =>
    tx
      .insertInto('place')
      .values([
        { id: kiosk, kind: 'room', name: '公园亭', parentId: park, search: '' },
        { id: somewhere, kind: 'address', name: '某处', search: '' },
      ])
      .execute(),
  )
  return { station, hall, park, kiosk, somewhere }
}

const shiftAt = async (here: Town, placeId: string | null, startsAt: Date): Promise<Shift> => {
  const shift = await soupKitchen(here, { startsAt, endsAt: new Date(+startsAt + 3_600_000) })
  await asTenant(here.db, here.tenantId, (tx) =>
    tx.updateTable('activity').set({ placeId }).where('id', '=', shift.activityId).execute(),
  )
  return shift
}

test('within a day the nearest comes first, measured from the station, the chosen home base, or where the device is', async () => {
  const here = await town()
  const { xiaoyu } = here
  const { station, hall, park, kiosk, somewhere } = await quarter(here)
  const unknown = await shiftAt(here, somewhere, saturday('08:00'))
  const far = await shiftAt(here, kiosk, saturday('09:00'))
  const near = await shiftAt(here, hall, saturday('15:00'))
  const sunday = await shiftAt(here, station, new Date('2026-04-26T09:00:00+08:00'))
  const usual = await asks(xiaoyu)
  expect(usual.from).toEqual({ kind: 'station', name: '和平服务站' })
  expect(usual.shifts.map(({ id, fit }) => [id, fit.metres])).toEqual([
    [near.id, 890],
    [far.id, 8896],
    [unknown.id, null],
    [sunday.id, 0],
  ])
  const wished = { ...nothing, personId: xiaoyu.id }
  await expect(xiaoyu.does(writeWishes, { ...wished, homePlaceId: park })).rejects.toThrow('homeNotWished')
  await xiaoyu.does(writeWishes, { ...wished, placeIds: [park], homePlaceId: park })
  const home = await asks(xiaoyu)
  expect(home.from).toEqual({ kind: 'home', name: '公园' })
  expect(ids(home)).toEqual([far.id, near.id, unknown.id, sunday.id])
  // The room counts as the place that it is in.
  expect(home.shifts[0]?.fit).toEqual({ metres: 0, wishedPlace: true, wishedTime: false, canCome: 'unsaid' })
  const device = await asks(xiaoyu, { near: '31.208,121.4' })
  expect(device.from).toEqual({ kind: 'device', name: null })
  expect(device.shifts.find(({ id }) => id === near.id)?.fit.metres).toBe(0)
  await expect(asks(xiaoyu, { near: '99,999' })).rejects.toThrow('badInput')
})

test('wishes for places and times come before what is near, and what one said no to comes last; it can be taken all the same', async () => {
  const here = await town()
  const { xiaoyu } = here
  const { station, hall, park } = await quarter(here)
  const near = await shiftAt(here, station, saturday('13:00'))
  const evening = await shiftAt(here, hall, saturday('18:00'))
  const wishedPlace = await shiftAt(here, park, saturday('14:00'))
  const early = await shiftAt(here, station, saturday('07:00'))
  await xiaoyu.does(writeWishes, { ...nothing, personId: xiaoyu.id, times: ['weekendEvening'], placeIds: [park] })
  const days = [{ date: '2026-04-25', from: '06:00', to: '09:00', available: false }]
  await xiaoyu.does(writeAvailability, {
    personId: xiaoyu.id,
    week: [{ weekday: 6, from: '12:00', to: '20:00' }],
    days,
  })
  const { shifts } = await asks(xiaoyu)
  expect(shifts.map(({ id }) => id)).toEqual([wishedPlace.id, evening.id, near.id, early.id])
  expect(shifts.map(({ fit }) => fit.canCome)).toEqual(['yes', 'yes', 'yes', 'no'])
  expect(Object.values(shifts[3]?.refusals ?? {})).toEqual([null])
})

test('whatever the pages, the list is the same: nothing twice, nothing left out', async () => {
  const here = await town()
  const [who] = (await crowd(here, 1)) as [Somebody]
  const places = Object.values(await quarter(here))
  for (let i = 0; i < 24; i++) {
    const startsAt = new Date(+saturday('06:00') + (i % 3) * 86_400_000 + Math.floor(i / 2) * 1_800_000)
    await shiftAt(here, places[i % places.length] ?? null, startsAt)
  }
  const whole = ids(await asks(who, { limit: 100 }))
  expect(whole).toHaveLength(24)
  for (const limit of [1, 5, 7]) {
    const paged: string[] = []
    let after: string | undefined
    do {
      const page = await asks(who, { limit, ...(after ? { after } : {}) })
      paged.push(...ids(page))
      after = page.next ?? undefined
    } while (after)
    expect(paged).toEqual(whole)
  }
  await expect(asks(who, { after: 'somewhere else' })).rejects.toThrow('badInput')
})

test('a shift goes where its activity goes: handed to another host, it is seen by those who see that host', async () => {
  const here = await town()
  const shift = await soupKitchen(here)
  const sees = async () => ids(await asks(here.chen, { all: true })).includes(shift.id)
  expect([await sees(), ids(await asks(here.xiaoyu))]).toEqual([false, [shift.id]])
  await asTenant(here.db, here.tenantId, (tx) =>
    tx.updateTable('activity').set({ hostId: here.organizations.station }).where('id', '=', shift.activityId).execute(),
  )
  expect([await sees(), ids(await asks(here.xiaoyu))]).toEqual([true, []])
})
