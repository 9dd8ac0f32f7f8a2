import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../../../../platform/zone.ts'
import { confirmRefusal, counts, dueReminder, proofRefusal, proofType, qualificationRefusal } from './rules.ts'

const entered = { personId: 'xiaoyu', enteredBy: 'xiaoyu', confirmedAt: null, needsProof: true, proofHash: 'a' }

test('a second person confirms', () => {
  expect(confirmRefusal(entered, 'xiaoyu', false)).toBe('confirmsOneself')
  expect(confirmRefusal({ ...entered, enteredBy: 'zhao' }, 'zhao', false)).toBe('confirmsOwnEntry')
  expect(confirmRefusal({ ...entered, proofHash: null }, 'zhao', false)).toBe('proofMissing')
  expect(confirmRefusal({ ...entered, proofHash: null }, 'zhao', true)).toBeNull()
  expect(confirmRefusal({ ...entered, proofHash: null, needsProof: false }, 'zhao', false)).toBeNull()
  expect(confirmRefusal({ ...entered, confirmedAt: new Date() }, 'zhao', false)).toBe('confirmedAlready')
  expect(confirmRefusal(entered, 'zhao', false)).toBeNull()
})

test('it counts from its first day to the day before its end, once confirmed', () => {
  const one = { fromDate: '2026-01-01', toDate: '2026-04-15', confirmedAt: new Date(), needsProof: true }
  expect(['2025-12-31', '2026-01-01', '2026-04-14', '2026-04-15'].map((day) => counts(one, day))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(counts({ ...one, confirmedAt: null }, '2026-02-01')).toBe(false)
  expect(counts({ ...one, confirmedAt: null, needsProof: false }, '2026-02-01')).toBe(true)
  expect(qualificationRefusal(one, [{ fromDate: '2026-04-15', toDate: null }])).toBeNull()
  expect(qualificationRefusal(one, [{ fromDate: '2026-04-14', toDate: null }])).toBe('qualificationHeldTwice')
})

test('a proof is a PDF or a photo', () => {
  expect(proofType('急救证.PDF')).toBe('application/pdf')
  expect(proofRefusal({ name: 'card.html', size: 10 })).toBe('proofOfOtherKind')
  expect(proofRefusal({ name: 'card.jpg', size: 21 * 2 ** 20 })).toBe('proofTooLarge')
  expect(proofRefusal({ name: 'card.jpg', size: 10 })).toBeNull()
})

test('each reminder is given once, late rather than never, and none after the end', () => {
  const end = '2026-06-30'
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -5, max: 60 }), { minLength: 1, maxLength: 60 }), (offsets) => {
      // The days on which the clock ran, in their order.
      const ran = offsets.toSorted((a, b) => b - a).map((before) => addDays(end, -before))
      const given: number[] = []
      let remindedOn: string | null = null
      for (const today of ran) {
        const due = dueReminder(end, remindedOn, today)
        if (due === null) continue
        expect(daysBetween(today, end)).toBeGreaterThan(0)
        expect(daysBetween(today, end)).toBeLessThanOrEqual(due)
        given.push(due)
        remindedOn = today
      }
      expect(new Set(given).size).toBe(given.length)
      expect(given).toEqual(given.toSorted((a, b) => b - a))
      expect(given.includes(7)).toBe(offsets.some((before) => before >= 1 && before <= 7))
      expect(given.includes(30)).toBe(offsets.some((before) => before >= 8 && before <= 30))
    }),
  )
})
