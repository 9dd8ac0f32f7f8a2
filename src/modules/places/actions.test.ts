import { expect, test } from 'vitest'
import { town } from '../../../test/town.ts'
import { changePlace, closePlace, createPlace, getPlace, listPlaces, searchPlaces, setEquipment } from './actions.ts'
import type { PlaceFields } from './contract.ts'

const fields: PlaceFields = {
  name: '和平邻里中心',
  address: '和平路 8 号',
  brand: '银发课堂',
  areaM2: 420,
  roomCount: 3,
  capacity: null,
  openingHours: [{ weekday: 1, opens: '08:30', closes: '17:30' }],
  latitude: null,
  longitude: null,
}
const bare = { ...fields, address: null, brand: null, areaM2: null, roomCount: null, openingHours: [] }

test('the station manager opens a room and says what is in it, and everybody sees it', async () => {
  const { chen, xiaoyu, organizations } = await town()
  const station = await chen.does(createPlace, {
    ...fields,
    kind: 'station',
    organizationId: organizations.station,
    parentId: null,
  })
  const room = await chen.does(createPlace, {
    ...bare,
    name: '活动室',
    capacity: 30,
    kind: 'room',
    organizationId: organizations.station,
    parentId: station.id,
  })
  await chen.does(setEquipment, { placeId: room.id, equipment: [{ name: '投影仪', count: 1 }] })
  const card = await xiaoyu.does(getPlace, { placeId: station.id })
  expect(card).toMatchObject({ name: '和平邻里中心', rooms: 1, mayManage: false })
  expect(card.roomList).toMatchObject([{ name: '活动室', capacity: 30, equipment: [{ name: '投影仪', count: 1 }] }])
  expect(await xiaoyu.does(searchPlaces, { q: 'hds', limit: 8 })).toMatchObject([
    { name: '活动室', where: '和平邻里中心' },
  ])
})

test('the other community keeps out of it, another tenant does not even see it', async () => {
  const { chen, qian, hugo, organizations } = await town()
  const asked = { ...fields, kind: 'station' as const, organizationId: organizations.station, parentId: null }
  await expect(qian.does(createPlace, asked)).rejects.toThrow('notAllowed')
  const { id } = await chen.does(createPlace, asked)
  await expect(qian.does(changePlace, { ...fields, placeId: id })).rejects.toThrow('notAllowed')
  await expect(hugo.does(getPlace, { placeId: id })).rejects.toThrow('notFound')
})

test('two places of one name in one house, and a room without a house, are refused in words', async () => {
  const { chen, organizations } = await town()
  const asked = { ...fields, kind: 'station' as const, organizationId: organizations.station, parentId: null }
  await chen.does(createPlace, asked)
  await expect(chen.does(createPlace, asked)).rejects.toThrow('placeNameTaken')
  await expect(chen.does(createPlace, { ...asked, kind: 'room', name: '厨房' })).rejects.toThrow('roomNeedsStation')
})

test('a closed station takes its rooms along, and leaves the list', async () => {
  const { chen, organizations } = await town()
  const station = { ...fields, kind: 'station' as const, organizationId: organizations.station, parentId: null }
  const { id } = await chen.does(createPlace, station)
  await chen.does(createPlace, {
    ...bare,
    name: '活动室',
    kind: 'room',
    organizationId: organizations.station,
    parentId: id,
  })
  await chen.does(closePlace, { placeId: id, on: '2026-04-15' })
  expect(await chen.does(listPlaces, { closed: false })).toEqual([])
  expect((await chen.does(listPlaces, { closed: true })).map((one) => one.closedOn)).toEqual([
    '2026-04-15',
    '2026-04-15',
  ])
})
