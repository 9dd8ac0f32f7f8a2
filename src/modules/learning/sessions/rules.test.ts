import fc from 'fast-check'
import { expect, test } from 'vitest'
import { participationStates } from '../../activities/contract.ts'
import { came, madeUpAt, makeUpUntil, readRefusal, wasAbsent } from './rules.ts'

const endsAt = new Date('2026-04-17T08:00:00Z')
const days = (n: number): Date => new Date(+endsAt + n * 86_400_000)
const at = fc.double({ min: -20, max: 60, noNaN: true }).map(days)

test('a session is made up exactly when all of it was read and passed within thirty days of its end', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ readAt: fc.option(at) }), { maxLength: 5 }),
      fc.option(fc.record({ passedAt: fc.option(at) })),
      (materials, quiz) => {
        const steps = [...materials.map(({ readAt }) => readAt), ...(quiz ? [quiz.passedAt] : [])]
        const inTime = steps.every((step) => step !== null && step <= makeUpUntil(endsAt))
        const made = madeUpAt({ endsAt }, materials, quiz)
        expect(made !== null).toBe(steps.length > 0 && inTime)
        if (made) expect(made >= endsAt && made <= makeUpUntil(endsAt)).toBe(true)
      },
    ),
  )
})

test('whoever came has nothing to make up; whoever was neither expected nor declined beforehand cannot', () => {
  const standing = fc.option(
    fc.record({ expected: fc.boolean(), status: fc.option(fc.constantFrom(...participationStates)) }),
  )
  fc.assert(
    fc.property(standing, at, fc.boolean(), (who, now, cancelled) => {
      const meant = who?.expected || who?.status === 'cancelled'
      const absent = wasAbsent(who, { endsAt, cancelledAt: cancelled ? days(-1) : null }, now)
      if (absent) expect(came(who)).toBe(false)
      if (absent) expect(meant && now >= endsAt && !cancelled).toBe(true)
      const refused = readRefusal(who, { endsAt }, now)
      if (!meant) expect(refused).toBe('notExpectedThere')
      else expect(refused === 'makingUpOver').toBe(!came(who) && now > makeUpUntil(endsAt))
    }),
  )
})
