import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filterText, parseFilter } from './rules.ts'

const values = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 3 })
const filters = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), values, { maxKeys: 4, noNullPrototype: true })

test('a filter survives being written into an address, and the same filter is the same text', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const text = filterText(filter)
      expect(filterText(parseFilter(text))).toBe(text)
      const turned = Object.fromEntries(
        Object.entries(filter)
          .reverse()
          .map(([k, v]) => [k, [...v].reverse()]),
      )
      expect(filterText(turned)).toBe(text)
    }),
  )
})
