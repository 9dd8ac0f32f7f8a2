import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atMost, inTurns, type Outcome } from './turns.ts'

const settled = (asked: Promise<number>[]): Promise<PromiseSettledResult<number>[]> => Promise.allSettled(asked)

test('asks about one thing are decided in order, never two turns at once, each with its own answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ key: fc.constantFrom('a', 'b'), n: fc.integer(), wait: fc.nat(3) })),
      async (asks) => {
        const decided = new Map<string, number[]>()
        const busy = new Set<string>()
        const ask = inTurns<{ key: string; n: number }, number>(async (turn) => {
          const key = turn[0]?.key as string
          expect(busy.has(key)).toBe(false)
          busy.add(key)
          await new Promise((done) => setTimeout(done, 1))
          decided.set(key, [...(decided.get(key) ?? []), ...turn.map(({ n }) => n)])
          busy.delete(key)
          return turn.map(
            ({ n }): Outcome<number> =>
              n % 3 === 0 ? { ok: false, error: new Error('no') } : { ok: true, value: n * 2 },
          )
        }, 4)
        const asked: Promise<number>[] = []
        for (const { key, n, wait } of asks) {
          if (wait === 0) await new Promise((done) => setTimeout(done, 0))
          asked.push(ask(key, { key, n }))
          asked.at(-1)?.catch(() => {})
        }
        const answers = await settled(asked)
        expect(answers.map((a) => (a.status === 'fulfilled' ? a.value : 'no'))).toEqual(
          asks.map(({ n }) => (n % 3 === 0 ? 'no' : n * 2)),
        )
        for (const key of ['a', 'b'])
          expect(decided.get(key) ?? []).toEqual(asks.filter((one) => one.key === key).map(({ n }) => n))
      },
    ),
    { numRuns: 50 },
  )
})

test('a turn that breaks answers everybody in it, and the next turn goes on', async () => {
  let turns = 0
  const ask = inTurns<number, number>(async (turn) => {
    turns += 1
    if (turns === 1) throw new Error('the database is gone')
    return turn.map((value) => ({ ok: true, value }))
  })
  const first = await settled([ask('x', 1), ask('x', 2)])
  expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await ask('x', 3)).toBe(3)
})

test('no more than so many at once, in the order they came; one that fails makes room as well', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 20 }),
      async (many, all) => {
        const inLine = atMost(many)
        const [begun, busy] = [[] as number[], { now: 0, most: 0 }]
        const outcomes = await settled(
          all.map((turns, i) =>
            inLine(async () => {
              begun.push(i)
              busy.most = Math.max(busy.most, ++busy.now)
              for (let left = turns; left > 0; left--) await new Promise((soon) => setImmediate(soon))
              busy.now -= 1
              if (turns === 3) throw new Error('no')
              return i
            }),
          ),
        )
        expect(begun).toEqual(all.map((_, i) => i))
        expect(busy).toEqual({ now: 0, most: Math.min(many, all.length) })
        expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(all.map((turns) => turns === 3))
      },
    ),
  )
})
