import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proposeFits, type Slot } from './rules.ts'

const zone = 'Asia/Shanghai'
const topic = fc
  .record({
    id: fc.uuid(),
    state: fc.constantFrom('covered', 'thin', 'open', 'late'),
    minutes: fc.integer({ min: 30, max: 500 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    from: fc.integer({ min: 1, max: 12 }),
    span: fc.nat(6),
  })
  .map(({ id, state, minutes, share, from, span }) => ({
    id,
    title: id,
    state: state as 'covered' | 'thin' | 'open' | 'late',
    minutes,
    held: state === 'covered' ? minutes : state === 'open' ? 0 : Math.floor(minutes * share * 0.9),
    ahead: 0,
    fromMonth: from,
    toMonth: Math.min(12, from + span),
  }))
const slot: fc.Arbitrary<Slot> = fc
  .record({ day: fc.integer({ min: 1, max: 364 }), stands: fc.boolean(), id: fc.uuid() })
  .map(({ day, stands, id }) => {
    const startsAt = new Date(Date.UTC(2026, 0, day, 6))
    return {
      startsAt,
      endsAt: new Date(+startsAt + 7_200_000),
      activityId: stands ? id : null,
      seriesId: stands ? null : id,
    }
  })
const slots = fc.uniqueArray(slot, { selector: ({ startsAt }) => +startsAt, maxLength: 30 })
const month = ({ startsAt }: Slot): number => new Date(+startsAt + 8 * 3_600_000).getUTCMonth() + 1

test('a day is proposed once, within the months of its topic unless that is late, and nobody gets more than is missing', () => {
  fc.assert(
    fc.property(fc.uniqueArray(topic, { selector: ({ id }) => id, maxLength: 8 }), slots, (topics, free) => {
      const { fits, unfitted } = proposeFits(topics, free, zone)
      expect(new Set(fits.map(({ startsAt }) => +startsAt)).size).toBe(fits.length)
      for (const one of topics) {
        const own = fits.filter(({ topicId }) => topicId === one.id)
        const missing = one.minutes - one.held
        // One day fewer would not be enough.
        if (own.length > 0) expect((own.length - 1) * 120).toBeLessThan(missing)
        for (const fit of own)
          expect(one.state === 'late' || (one.fromMonth <= month(fit) && month(fit) <= one.toMonth)).toBe(true)
        const rest = unfitted.find(({ topicId }) => topicId === one.id)?.minutes ?? 0
        expect(rest).toBe(Math.max(0, missing - own.length * 120))
        // What finds no day has none left in its months.
        const taken = new Set(fits.map(({ startsAt }) => +startsAt))
        if (rest > 0)
          expect(
            free.filter(
              (one_) =>
                !taken.has(+one_.startsAt) &&
                (one.state === 'late' || (one.fromMonth <= month(one_) && month(one_) <= one.toMonth)),
            ),
          ).toEqual([])
      }
    }),
  )
})

test('what is late comes first, then what ends first; sessions that stand are used before new days', () => {
  const at = (day: string, standing: boolean): Slot => {
    const startsAt = new Date(`${day}T06:00:00Z`)
    const endsAt = new Date(+startsAt + 7_200_000)
    return { startsAt, endsAt, activityId: standing ? day : null, seriesId: standing ? null : 'fridays' }
  }
  const two = (id: string, state: 'open' | 'late', fromMonth: number, toMonth: number) => ({
    id,
    title: id,
    state,
    minutes: 120,
    held: 0,
    ahead: 0,
    fromMonth,
    toMonth,
  })
  const { fits } = proposeFits(
    [two('autumn', 'open', 6, 11), two('summer', 'open', 6, 7), two('spring', 'late', 1, 3)],
    [at('2026-06-05', false), at('2026-06-12', true), at('2026-07-10', true), at('2026-09-11', false)],
    zone,
  )
  expect(fits.map(({ topicId, startsAt }) => [startsAt.toISOString().slice(0, 10), topicId])).toEqual([
    ['2026-06-05', 'autumn'],
    ['2026-06-12', 'spring'],
    ['2026-07-10', 'summer'],
  ])
})
