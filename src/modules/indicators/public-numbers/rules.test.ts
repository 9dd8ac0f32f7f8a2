import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Series } from '../contract.ts'
import {
  type Numbers,
  numberKey,
  numbersOf,
  type PublicNumber,
  type Relation,
  smallest,
  suppressed,
  writtenForAll,
} from './rules.ts'

type Table = number[][]

/** A table with its rows' and columns' totals, and above it the larger scope of which it is one part. */
function pageOf(table: Table, others: readonly number[], kind: Relation['kind'] = 'sum'): Numbers {
  const values = new Map<string, number>()
  const relations: Relation[] = []
  const [rows, columns] = [table.length, table[0]?.length ?? 0]
  const names = (n: number, name: (i: number) => string) => Array.from({ length: n }, (_, i) => name(i))
  const sum = (all: number[]) => all.reduce((a, b) => a + b, 0)
  const of = (keys: readonly string[]) => sum(keys.map((key) => values.get(key) ?? 0))
  const whole = (key: string, parts: string[], how: Relation['kind'] = 'sum') => {
    if (!values.has(key)) values.set(key, of(parts))
    relations.push({ whole: key, parts, kind: how })
  }
  for (const [r, row] of table.entries()) for (const [c, value] of row.entries()) values.set(`${r},${c}`, value)
  for (let r = 0; r < rows; r++)
    whole(
      `row ${r}`,
      names(columns, (c) => `${r},${c}`),
    )
  for (let c = 0; c < columns; c++)
    whole(
      `column ${c}`,
      names(rows, (r) => `${r},${c}`),
    )
  whole(
    'all',
    names(rows, (r) => `row ${r}`),
    kind,
  )
  whole(
    'all',
    names(columns, (c) => `column ${c}`),
    kind,
  )
  for (const [i, value] of others.entries()) values.set(`other ${i}`, value)
  if (others.length > 0) whole('above', ['all', ...names(others.length, (i) => `other ${i}`)])
  return { values, relations }
}

/**
 * A reader who wants to know one of the small numbers, and knows that '<5' is 0 to 4 and that what is withheld is five or
 * more: every bound is drawn tighter by every relation until nothing moves, then each value that is left is tried.
 */
function possible(page: Numbers, told: ReadonlyMap<string, PublicNumber>, key: string): number[] {
  const small = [...told.values()].some(({ kind }) => kind === 'few')
  const bounds = new Map<string, [number, number]>()
  for (const [name, number] of told)
    bounds.set(
      name,
      number.kind === 'number'
        ? [number.value, number.value]
        : number.kind === 'few'
          ? [0, smallest - 1]
          : [small ? smallest : 0, 1000],
    )
  return [0, 1, 2, 3, 4].filter((value) => {
    const tried = new Map([...bounds, [key, [value, value] as [number, number]]])
    const [low, high] = bounds.get(key) ?? [0, 0]
    return value >= low && value <= high && solvable(page.relations, tried, { left: 2000 })
  })
}

/** Only what is certainly impossible is given up: where too much is open to try it all, it might be so. */
function solvable(
  relations: readonly Relation[],
  bounds: Map<string, [number, number]>,
  tries: { left: number },
): boolean {
  if (tries.left-- < 0) return true
  if (!narrow(relations, bounds)) return false
  const open = [...bounds].filter(([, [low, high]]) => low < high).sort(([, a], [, b]) => a[1] - a[0] - (b[1] - b[0]))
  const [first] = open
  if (!first) return true
  const [key, [low, high]] = first
  return range(low, high).some((value) => solvable(relations, new Map([...bounds, [key, [value, value]]]), tries))
}
const range = (low: number, high: number) => Array.from({ length: high - low + 1 }, (_, i) => low + i)

function narrow(relations: readonly Relation[], bounds: Map<string, [number, number]>): boolean {
  for (let moved = true; moved; ) {
    moved = false
    const within = (key: string, low: number, high: number) => {
      const [a, b] = bounds.get(key) ?? [0, 0]
      const next: [number, number] = [Math.max(a, low), Math.min(b, high)]
      if (next[0] !== a || next[1] !== b) moved = true
      bounds.set(key, next)
      return next[0] <= next[1]
    }
    for (const { whole, parts, kind } of relations) {
      const all = parts.map((part): [number, number] => bounds.get(part) ?? [0, 0])
      const low = all.reduce((sum, [a]) => sum + a, 0)
      const high = all.reduce((sum, [, b]) => sum + b, 0)
      const least = kind === 'sum' ? low : Math.max(0, ...all.map(([a]) => a))
      if (!within(whole, least, high)) return false
      const [wholeLow, wholeHigh] = bounds.get(whole) ?? [0, 0]
      for (const [i, part] of parts.entries()) {
        const [a, b] = all[i] ?? [0, 0]
        const most = kind === 'sum' ? wholeHigh - (low - a) : wholeHigh
        if (!within(part, wholeLow - (high - b), most)) return false
      }
    }
  }
  return true
}

const cell = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 }))
const tables = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )
const others = fc.array(cell, { maxLength: 3 })

test('no number below five is shown, and none can be worked out from rows, columns, totals and the scope above', () => {
  fc.assert(
    fc.property(tables, others, (table, above) => {
      const page = pageOf(table, above)
      const told = suppressed(page)
      for (const [key, value] of page.values) {
        const public_ = told.get(key)
        if (public_?.kind === 'number') expect([key, public_.value]).toEqual([key, Math.max(value, smallest)])
        if (public_?.kind === 'few') {
          expect(value).toBeLessThan(smallest)
          const left = possible(page, told, key)
          expect(left).toContain(value)
          expect([key, left.length > 1]).toEqual([key, true])
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('where nothing is small nothing is withheld, and one small number takes few others with it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 5, max: 99 }), { minLength: 3, maxLength: 3 }), {
        minLength: 2,
        maxLength: 4,
      }),
      (table) => {
        const told = suppressed(pageOf(table, []))
        expect([...told.values()].every(({ kind }) => kind === 'number')).toBe(true)
      },
    ),
  )
  const told = suppressed(
    pageOf(
      [
        [3, 20, 30],
        [25, 40, 50],
        [35, 45, 55],
      ],
      [60],
    ),
  )
  expect([...told.values()].filter(({ kind }) => kind === 'withheld')).toHaveLength(3)
  expect([told.get('all'), told.get('above')].map((number) => number?.kind)).toEqual(['number', 'number'])
})

test('a small part of different people is not given away by the whole', () => {
  const page: Numbers = {
    values: new Map([
      ['all', 9],
      ['one', 5],
      ['other', 4],
    ]),
    relations: [{ whole: 'all', parts: ['one', 'other'], kind: 'covers' }],
  }
  const told = suppressed(page)
  expect(told.get('other')).toEqual({ kind: 'few' })
  expect(possible(page, told, 'other').length).toBeGreaterThan(1)
})

test('a scope’s own series and the one in which it is a part are tied together by their questions', () => {
  const question = (period: string, scope: string) => ({
    fact: 'activity',
    measure: 'count',
    filter: '',
    period,
    scope,
  })
  const series = (whole: Series['whole']['question'], value: number, parts: [Series['whole']['question'], number][]) =>
    ({
      whole: { question: whole, value },
      sums: true,
      parts: parts.map(([asked, of]) => ({ question: asked, value: of })),
    }) as Series
  const office = series(question('2023', 'office'), 30, [
    [question('2023', 'east'), 8],
    [question('2023', 'west'), 22],
  ])
  const east = series(question('2023-01-01..2023-12-31', 'east'), 8, [
    [question('2023-H1', 'east'), 2],
    [question('2023-H2', 'east'), 6],
  ])
  const page = numbersOf([office, east])
  expect(page.values.size).toBe(5)
  const told = suppressed(page)
  const of = (period: string, scope: string) => told.get(numberKey(question(period, scope)))
  expect(of('2023-01-01..2023-06-30', 'east')).toEqual({ kind: 'few' })
  expect(writtenForAll(of('2023-H1', 'east'), ['2', '2'])).toEqual(['<5', '<5'])
  expect(of('2023-H2', 'east')?.kind).toBe('withheld')
  expect(writtenForAll(of('2023', 'office'), ['30', '30'])).toEqual(['30', '30'])
})
