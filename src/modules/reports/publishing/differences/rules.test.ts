import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Keys } from '../../../indicators/keys/contract.ts'
import { changedRecords } from './rules.ts'

const sum = ({ amounts }: Keys): number => (amounts ?? []).reduce<number>((all, one) => all + (one ?? 0), 0)
const side = fc
  .uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefgh'), amount: fc.integer({ min: 0, max: 9 }) }), {
    selector: ({ id }) => id,
  })
  .map((records): Keys => {
    const sorted = records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    return { recordIds: sorted.map(({ id }) => id), amounts: sorted.map(({ amount }) => amount) }
  })

test('what was there, less what was removed, with what was added and changed, is what is there now', () => {
  fc.assert(
    fc.property(side, side, (then, now) => {
      const changes = changedRecords(then, now)
      const counted = changes.filter(({ fate }) => fate === 'added').length
      const gone = changes.filter(({ fate }) => fate === 'removed').length
      expect(then.recordIds.length + counted - gone).toBe(now.recordIds.length)
      const explained = changes.reduce((all, { before: was, now: is }) => all + (is ?? 0) - (was ?? 0), 0)
      expect(sum(then) + explained).toBe(sum(now))
    }),
  )
})

test('nothing changed is no difference, counted or measured', () => {
  const counted: Keys = { recordIds: ['a', 'b'], amounts: null }
  expect(changedRecords(counted, counted)).toEqual([])
  expect(changedRecords(counted, { recordIds: ['b', 'c'], amounts: null })).toEqual([
    { id: 'c', fate: 'added', before: null, now: null },
    { id: 'a', fate: 'removed', before: null, now: null },
  ])
})
