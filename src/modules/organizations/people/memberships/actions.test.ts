import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { town } from '../../../../../test/town.ts'
import { Refused } from '../../../../platform/errors.ts'
import { addDays } from '../../../../platform/zone.ts'
import { readPerson } from '../actions.ts'
import { overlap, type Span } from '../rules.ts'
import { correctMembership, removeMembership, startMembership } from './actions.ts'

const span = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.option(fc.integer({ min: 1, max: 8 })))
  .map(([from, length]): Span => {
    const fromDate = addDays('2026-01-01', from)
    return { fromDate, toDate: length === null ? null : addDays(fromDate, length) }
  })

test('the rule calls overlapping what the database calls overlapping', async () => {
  const { unasked } = await town()
  const pairs = fc.sample(fc.tuple(span, span), 300)
  const said = await unasked(async ({ tx }) => {
    const { rows } = await sql<{ both: boolean }>`
      select daterange((p->0->>'fromDate')::date, (p->0->>'toDate')::date)
          && daterange((p->1->>'fromDate')::date, (p->1->>'toDate')::date) as both
      from jsonb_array_elements(${JSON.stringify(pairs)}::jsonb) with ordinality as all_pairs(p, n) order by n`.execute(
      tx,
    )
    return rows.map(({ both }) => both)
  })
  expect(said).toEqual(pairs.map(([a, b]) => overlap(a, b)))
})

type Step = { what: 'start' | 'correct' | 'remove'; span: Span; which: number }
const steps = fc.array(
  fc.record({ what: fc.constantFrom('start', 'correct', 'remove'), span, which: fc.nat(9) }) as fc.Arbitrary<Step>,
  { maxLength: 8 },
)

test('whatever is started, corrected and removed, nobody holds the same twice, and each no is a word', async () => {
  const { wang, sun, organizations } = await town()
  const staff = { organizationId: organizations.peace, role: 'staff' as const, title: null }
  const held = async () =>
    (await wang.does(readPerson, { id: sun.id })).memberships.filter(({ role }) => role === 'staff')
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      for (const { what, span, which } of all) {
        const now = await held()
        const one = now[which % Math.max(1, now.length)]
        const doing =
          what === 'start'
            ? wang.does(startMembership, { id: sun.id, ...staff, ...span })
            : one && what === 'correct'
              ? wang.does(correctMembership, { id: one.id, title: null, ...span })
              : one && wang.does(removeMembership, { id: one.id })
        const refused = await Promise.resolve(doing).then(
          () => null,
          (error: unknown) => error,
        )
        if (refused) expect(refused).toBeInstanceOf(Refused)
      }
      const after = await held()
      for (const a of after) for (const b of after) if (a.id < b.id) expect(overlap(a, b)).toBe(false)
    }),
    { numRuns: 15 },
  )
})
