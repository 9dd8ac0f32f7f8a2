import type { Words } from '../../platform/i18n.ts'
import type { PlaceKind } from './contract.ts'
import type { BookingRefusal, PlaceRefusal } from './rules.ts'

export const placeRefusals: Record<PlaceRefusal | BookingRefusal, Words> = {
  placeNameTaken: [
    'There is a place of this name here already. Open that one, or choose another name.',
    '此处已有同名场所，请打开已有的场所，或换一个名称。',
  ],
  roomNeedsStation: ['A room stands in a station: choose which one.', '房间须属于某个站点，请选择站点。'],
  onlyRoomsStandInStations: ['Only a room stands in a station.', '只有房间可以属于站点。'],
  halfACoordinate: ['A position needs both latitude and longitude.', '位置须同时填写纬度和经度。'],
  hoursEndBeforeStart: ['Opening hours end before they begin.', '开放时间的结束早于开始。'],
  hoursOverlap: ['Two spans of opening hours overlap on the same day.', '同一天的两段开放时间有重叠。'],
  roomTaken: [
    '{name} is taken from {from} to {to}. Choose another time or another room.',
    '{name} 在 {from} 至 {to} 已被占用，请换一个时间或房间。',
  ],
  equipmentTaken: [
    '{name} is in use from {from} to {to}. Choose another time.',
    '{name} 在 {from} 至 {to} 已被使用，请换一个时间。',
  ],
  placeShut: [
    '{name} is closed until this is put right: {reason}. Choose another place.',
    '{name} 已关闭，整改前不能使用（{reason}），请换一个场所。',
  ],
  placeClosed: ['{name} is closed on that day.', '{name} 当天已停用。'],
}

export const kindWords: Record<PlaceKind, Words> = {
  station: ['Station', '站点'],
  room: ['Room', '房间'],
  address: ['Address', '地址'],
}
