import { expect, test } from 'vitest'
import { type Somebody, town } from '../../../../test/town.ts'
import { createPlace, getPlace } from '../../places/actions.ts'
import { openPlace, shutPlace } from '../../places/closing/actions.ts'
import { createActivity } from '../actions.ts'

const leak = '00000000-0000-7000-8000-0000000000f1'
const wiring = '00000000-0000-7000-8000-0000000000f2'

async function house() {
  const here = await town()
  const { chen, organizations } = here
  const fields = { address: null, brand: null, areaM2: null, roomCount: null, capacity: null, openingHours: [] }
  const more = { ...fields, latitude: null, longitude: null, organizationId: organizations.station }
  const station = await chen.does(createPlace, { ...more, name: '和平站', kind: 'station', parentId: null })
  const room = await chen.does(createPlace, { ...more, name: '活动室', kind: 'room', parentId: station.id })
  const plan = (who: Somebody, hostId: string, day: string, placeId: string) =>
    who.does(createActivity, {
      ...{ kind: 'meeting' as const, title: '居民议事会', topic: null, description: null, groupId: null },
      ...{ hostId, placeId, teamIds: [], equipmentIds: [], series: null },
      startsAt: new Date(`${day}T06:00:00Z`),
      endsAt: new Date(`${day}T08:00:00Z`),
    })
  return { ...here, stationId: station.id, roomId: room.id, plan }
}

test('a room that is closed at once takes no booking, says why, tells who planned there, and opens again', async () => {
  const { chen, wang, lina, organizations, stationId, roomId, plan, unasked } = await house()
  await plan(wang, organizations.peace, '2026-04-17', roomId)
  await plan(lina, organizations.willow, '2026-04-18', roomId)
  const shut = { placeId: roomId, sourceId: leak, reason: '天花板漏水' }
  await chen.does(shutPlace, shut)
  await chen.does(shutPlace, shut)
  const refused = { reason: 'placeShut', values: { name: '活动室', reason: '天花板漏水' } }
  await expect(plan(wang, organizations.peace, '2026-05-20', roomId)).rejects.toMatchObject(refused)
  await expect(plan(wang, organizations.peace, '2026-05-20', stationId)).resolves.toMatchObject({ placeId: stationId })
  expect(await lina.does(getPlace, { placeId: roomId })).toMatchObject({ shut: { reason: '天花板漏水' } })
  const told = await unasked(({ tx }) =>
    tx.selectFrom('notice').where('matter', '=', 'placeOfActivityShut').select('personId').execute(),
  )
  const people = told.map(({ personId }) => personId)
  expect(people).toContain(wang.id)
  expect(people).toContain(lina.id)
  expect(new Set(people).size).toBe(people.length)
  await chen.does(shutPlace, { ...shut, sourceId: wiring, reason: '线路裸露' })
  await chen.does(openPlace, leak)
  await expect(plan(wang, organizations.peace, '2026-05-20', roomId)).rejects.toThrow('placeShut')
  await chen.does(openPlace, wiring)
  expect(await plan(wang, organizations.peace, '2026-05-20', roomId)).toMatchObject({ placeId: roomId })
})

test('a station that is closed closes its rooms, and whoever books at that moment is either in time or refused', async () => {
  const { chen, wang, organizations, stationId, roomId, plan, unasked } = await house()
  const [booked] = await Promise.allSettled([
    plan(wang, organizations.peace, '2026-04-17', roomId),
    chen.does(shutPlace, { placeId: stationId, sourceId: leak, reason: '燃气泄漏' }),
  ])
  const told = await unasked(({ tx }) =>
    tx
      .selectFrom('notice')
      .where('matter', '=', 'placeOfActivityShut')
      .where('personId', '=', wang.id)
      .select('id')
      .execute(),
  )
  // In time: then who booked has been told. Too late: then it was said at once.
  expect(told.length).toBe(booked.status === 'fulfilled' ? 1 : 0)
  await expect(plan(wang, organizations.peace, '2026-04-18', roomId)).rejects.toThrow('placeShut')
})
