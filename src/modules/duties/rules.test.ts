import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepped } from './rules.ts'

test('the keys of the table of people and duties never lead out of it, and the opposite key leads back', () => {
  const opposite = { ArrowUp: 'ArrowDown', ArrowDown: 'ArrowUp', ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }
  const size = fc.record({ rows: fc.integer({ min: 1, max: 9 }), columns: fc.integer({ min: 1, max: 9 }) })
  fc.assert(
    fc.property(
      size,
      fc.nat(8),
      fc.nat(8),
      fc.constantFrom(...Object.entries(opposite)),
      (of, row, column, [key, back]) => {
        const at = { row: row % of.rows, column: column % of.columns }
        const to = stepped(at, key, of)
        if (!to) throw new Error(`${key} leads nowhere`)
        expect(to.row >= 0 && to.row < of.rows && to.column >= 0 && to.column < of.columns).toBe(true)
        const moved = to.row !== at.row || to.column !== at.column
        expect(moved ? stepped(to, back, of) : at).toEqual(at)
      },
    ),
  )
  expect(stepped({ row: 0, column: 0 }, 'a', { rows: 2, columns: 2 })).toBeNull()
})
