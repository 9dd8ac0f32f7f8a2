import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Entry, entryVerdict, type Line, marks, minutesFor, sheetRefusal, summary } from './rules.ts'

const nine = new Date('2023-03-05T01:00:00Z')
const later = (minutes: number): Date => new Date(nine.getTime() + minutes * 60_000)
const line: Line = { status: 'attended', minutes: null, note: null, recordedBy: 'zhou', recordedAt: nine }
const entry: Entry = { status: 'late', minutes: null, note: null, at: later(1), seen: null }

test.each<[string, Line | null, Partial<Entry>, string, string]>([
  ['an empty line is for the writing', null, {}, 'zhou', 'write'],
  ['an invitation is an empty line', { ...line, status: 'invited' }, {}, 'zhou', 'write'],
  ['what stands there already is not written twice', line, { status: 'attended' }, 'li', 'same'],
  ['what I wrote I may correct', line, {}, 'zhou', 'write'],
  ['a tap from before my correction, sent late, asks first', line, { at: later(-1) }, 'zhou', 'conflict'],
  ['what another wrote meanwhile is not overwritten unseen', line, {}, 'li', 'conflict'],
  ['what I have seen I may correct, whoever wrote it', line, { seen: nine }, 'li', 'write'],
  ['clearing what another wrote meanwhile asks first', line, { status: null }, 'li', 'conflict'],
  ['clearing an empty line is nothing', null, { status: null }, 'li', 'same'],
])('%s', (_, stands, asked, me, expected) => {
  expect(entryVerdict(stands, { ...entry, ...asked }, me)).toBe(expected)
})

test('property: sending the same taps again, in order, changes nothing and conflicts with nothing', () => {
  const tap = fc.record({ person: fc.constantFrom('a', 'b'), status: fc.constantFrom(...marks, null) })
  fc.assert(
    fc.property(fc.array(tap, { maxLength: 12 }), fc.integer({ min: 0, max: 12 }), (taps, lostFrom) => {
      const sheet = new Map<string, Line>()
      const send = (from: number): void => {
        for (const [i, { person, status }] of taps.entries()) {
          if (i < from) continue
          const asked = { status, minutes: null, note: null, at: later(i + 1), seen: null }
          const verdict = entryVerdict(sheet.get(person) ?? null, asked, 'zhou')
          expect(verdict).not.toBe('conflict')
          if (verdict === 'write' && status === null) sheet.delete(person)
          else if (verdict === 'write' && status)
            sheet.set(person, { ...line, status, recordedAt: later(i), recordedBy: 'zhou' })
        }
      }
      send(0)
      const before = new Map(sheet)
      send(Math.max(lostFrom, taps.length - 1))
      expect(sheet).toEqual(before)
    }),
  )
})

test('the sheet leaves hours of a service as they stand; elsewhere it says how long somebody was there', () => {
  expect(minutesFor('service', 'attended', 90, null)).toBeNull()
  expect(minutesFor('service', 'absent', null, 150)).toBe(150)
  expect(minutesFor('study', 'late', 90, null)).toBe(90)
  expect(minutesFor('study', 'absent', 90, 60)).toBeNull()
})

test('the sheet opens an hour before, and not for what was cancelled', () => {
  expect(sheetRefusal({ cancelledAt: null, startsAt: later(61) }, nine)).toBe('sheetTooEarly')
  expect(sheetRefusal({ cancelledAt: null, startsAt: later(60) }, nine)).toBeNull()
  expect(sheetRefusal({ cancelledAt: nine, startsAt: nine }, nine)).toBe('sheetCancelled')
})

test('whoever came unexpected counts as come, not as expected', () => {
  const rows = [
    { expected: true, status: 'attended' as const },
    { expected: true, status: 'invited' as const },
    { expected: true, status: null },
    { expected: false, status: 'late' as const },
  ]
  expect(summary(rows)).toEqual({ expected: 3, attended: 1, late: 1, excused: 0, absent: 0, open: 2 })
})
