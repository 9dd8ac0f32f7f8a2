import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { vtimezone } from './rules.ts'

const from = new Date('2025-01-01T00:00:00Z')
const to = new Date('2027-01-01T00:00:00Z')
const zoneOf = (zone: string) => {
  const text = `BEGIN:VCALENDAR\r\n${vtimezone(zone, from, to)}\r\nEND:VCALENDAR`
  const component = new ICAL.Component(ICAL.parse(text) as never).getFirstSubcomponent('vtimezone')
  if (!component) throw new Error('no zone')
  return new ICAL.Timezone(component)
}

test('Shanghai is eight hours ahead all year', () => {
  expect(vtimezone('Asia/Shanghai', from, to).split('\r\n')).toEqual([
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Shanghai',
    'BEGIN:STANDARD',
    'DTSTART:20250101T080000',
    'TZOFFSETFROM:+0800',
    'TZOFFSETTO:+0800',
    'END:STANDARD',
    'END:VTIMEZONE',
  ])
})

test.each([
  ['Europe/Berlin', '2026-03-29T01:30:00', 1],
  ['Europe/Berlin', '2026-03-29T03:30:00', 2],
  ['Europe/Berlin', '2026-12-01T12:00:00', 1],
  ['America/New_York', '2026-07-01T12:00:00', -4],
  ['Asia/Kolkata', '2026-07-01T12:00:00', 5.5],
])('%s at %s', (zone, at, hours) => {
  const time = ICAL.Time.fromDateTimeString(at)
  expect(zoneOf(zone).utcOffset(time) / 3600).toBe(hours)
})
