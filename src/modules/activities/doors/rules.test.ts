import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doorConflicts, type Passing, roundedMinutes, standing, staysOf, type Told } from './rules.ts'

const at = (time: string): Date => new Date(`2026-04-25T${time}:00+08:00`)
const passing = (direction: 'in' | 'out', time: string): Passing => ({ id: direction + time, direction, at: at(time) })

test('in and out make a stay; whoever is in comes in once, whoever has gone goes once', () => {
  const stays = staysOf([
    passing('in', '09:00'),
    passing('in', '09:05'),
    passing('out', '11:00'),
    passing('out', '11:30'),
    passing('in', '13:00'),
  ])
  expect(stays.map((stay) => [stay.in.id, stay.out?.id])).toEqual([
    ['in09:00', 'out11:00'],
    ['in13:00', undefined],
  ])
})

const passings = fc.array(
  fc.record({
    id: fc.uuid(),
    direction: fc.constantFrom('in' as const, 'out' as const),
    at: fc.integer({ min: 0, max: 600 }).map((m) => new Date(+at('08:00') + m * 60_000)),
  }),
  { maxLength: 12 },
)

test('told in any order and as often as one likes, it is the same coming and going', () =>
  fc.assert(
    fc.property(
      passings.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
      ),
      ([all, told]) => {
        expect(staysOf(told)).toEqual(staysOf(all))
      },
    ),
  ))

test('stays follow one another and never overlap', () =>
  fc.assert(
    fc.property(passings, (all) => {
      const stays = staysOf(all)
      stays.forEach((stay, i) => {
        if (stay.out) expect(+stay.out.at).toBeGreaterThanOrEqual(+stay.in.at)
        const next = stays[i + 1]
        if (next) expect(+next.in.at).toBeGreaterThanOrEqual(+(stay.out?.at ?? Infinity))
      })
    }),
  ))

test.each([
  ['09:00', '11:00', 120],
  ['09:02', '11:00', 120],
  ['09:03', '11:00', 115],
  ['09:00', '09:02', 0],
])('from %s to %s are %i minutes', (from, to, minutes) => expect(roundedMinutes(at(from), at(to))).toBe(minutes))

const morning = { startsAt: at('09:00'), endsAt: at('12:00'), cancelledAt: null }
const told = (more: Partial<Told> = {}): Told => ({
  personId: 'xiaoyu',
  direction: 'in',
  at: at('09:00'),
  way: 'ownCode',
  recordedBy: null,
  drift: null,
  ...more,
})
test.each([
  ['nothing is odd', told(), false, []],
  ['nobody has this code', told({ personId: null }), false, ['unknownCode']],
  ['three hours early', told({ at: at('06:00') }), false, ['outsideTimes']],
  ['in another place at that time', told(), true, ['elsewhere']],
  ['a clock wrong by an hour, but steadily', told({ drift: { before: 3_600_000, now: 3_600_000 } }), false, []],
  ['a clock that was set meanwhile', told({ drift: { before: 3_600_000, now: 0 } }), false, ['clockChanged']],
  ['the leader’s own name', told({ way: 'list', recordedBy: 'xiaoyu' }), false, ['ownName']],
] as const)('%s', (_, one, elsewhere, expected) =>
  expect(doorConflicts(one, morning, elsewhere, at('12:00'))).toEqual(expected),
)

test('what a leader lists stands, but for the leader’s own name', () => {
  expect(standing({ way: 'list' }, ['full', 'outsideTimes'])).toBe('stands')
  expect(standing({ way: 'list' }, ['ownName'])).toBe('doubtful')
  expect(standing({ way: 'ownCode' }, ['full'])).toBe('doubtful')
})
