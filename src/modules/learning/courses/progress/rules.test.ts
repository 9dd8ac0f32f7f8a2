import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openParts } from './rules.ts'

test('one part is open at a time: the first that is not done', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), (done) => {
      const open = openParts(done)
      expect(open.filter(Boolean)).toHaveLength(done.includes(false) ? 1 : 0)
      expect(open.indexOf(true)).toBe(done.indexOf(false))
    }),
  )
})
