import { createPlace, setEquipment } from '../modules/places/actions.ts'
import type { Actor } from './actors.ts'

const daily = (opens: string, closes: string, weekdays: number[]) =>
  weekdays.map((weekday) => ({ weekday, opens, closes }))
const week = [1, 2, 3, 4, 5, 6, 7]

const none = {
  address: null,
  brand: null,
  areaM2: null,
  roomCount: null,
  capacity: null,
  openingHours: [],
  latitude: null,
  longitude: null,
}

const stations = [
  {
    key: 'center',
    at: 'willow',
    name: '柳荫街道党群服务中心',
    address: '柳荫路 1 号',
    latitude: 30.2741,
    longitude: 120.1551,
    brand: '一厅办好',
    areaM2: 1200,
    rooms: [
      ['会议室', 40],
      ['报告厅', 160],
      ['小会议室', 12],
    ],
  },
  {
    key: 'station',
    at: 'station',
    name: '和平服务站',
    address: '和平里 8 号',
    latitude: 30.2762,
    longitude: 120.1634,
    brand: '银龄食堂',
    areaM2: 320,
    rooms: [
      ['活动室', 30],
      ['舞蹈室', 40],
    ],
  },
  {
    key: 'pinesStation',
    at: 'pinesStation',
    name: '青松服务站',
    address: '青松巷 21 号',
    latitude: 30.2689,
    longitude: 120.1502,
    brand: '板凳调解',
    areaM2: 260,
    rooms: [
      ['调解室', 10],
      ['阅览室', 24],
    ],
  },
  {
    key: 'shoreStation',
    at: 'shoreStation',
    name: '柳岸服务站',
    address: '柳岸街 56 号',
    latitude: 30.2803,
    longitude: 120.1487,
    brand: '绿色积分',
    areaM2: 280,
    rooms: [['活动室', 30]],
  },
  {
    key: 'bridgeStation',
    at: 'bridgeStation',
    name: '云桥服务站',
    address: '云桥路 103 号',
    latitude: 30.2715,
    longitude: 120.1718,
    brand: '光影故事',
    areaM2: 350,
    rooms: [
      ['放映室', 60],
      ['活动室', 24],
    ],
  },
] as const

/** Stations with rooms and what stands in them. Returns the places by nickname; a room is 'center.会议室'. */
export async function furnish(lina: Actor, organizations: Record<string, string>): Promise<Record<string, string>> {
  const places: Record<string, string> = {}
  for (const { key, at, name, address, latitude, longitude, brand, areaM2, rooms } of stations) {
    const organizationId = organizations[at] as string
    const station = await lina(createPlace, {
      ...none,
      kind: 'station',
      organizationId,
      parentId: null,
      name,
      address,
      latitude,
      longitude,
      brand,
      areaM2,
      roomCount: rooms.length,
      openingHours: [...daily('08:30', '12:00', week), ...daily('14:00', '20:30', week)],
    })
    places[key] = station.id
    for (const [room, capacity] of rooms) {
      const made = await lina(createPlace, {
        ...none,
        kind: 'room',
        organizationId,
        parentId: station.id,
        name: room,
        capacity,
      })
      places[`${key}.${room}`] = made.id
    }
    await lina(setEquipment, {
      placeId: station.id,
      equipment: [
        { name: '折叠桌', count: 12 },
        { name: '便携音箱', count: 1 },
        { name: '血压计', count: 2 },
      ],
    })
  }
  return places
}
