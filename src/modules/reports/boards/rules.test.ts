import fc from 'fast-check'
import { expect, test } from 'vitest'
import { broadened } from './rules.ts'

test('every row of a board is full, in the order of its cards, and no card becomes narrower', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(1, 2)), (widths) => {
      const broad = broadened(widths)
      expect(broad).toHaveLength(widths.length)
      let taken = 0
      for (const [i, width] of broad.entries()) {
        expect(width).toBeGreaterThanOrEqual(widths[i] ?? 0)
        expect(taken + width, 'it fits in its row').toBeLessThanOrEqual(2)
        taken = (taken + width) % 2
      }
      expect(taken, 'nothing is left empty').toBe(0)
    }),
  )
  expect(broadened([1, 2, 1, 1, 1])).toEqual([2, 2, 1, 1, 2])
})
