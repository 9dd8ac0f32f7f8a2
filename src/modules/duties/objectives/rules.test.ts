import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../platform/zone.ts'
import { states } from './contract.ts'
import { curveOf, expectedBy, type Judged, judge, objectiveRefusal, passed, projectionOf } from './rules.ts'

const sixty: Judged = { year: 2026, sense: 'atLeast', target: 60, steps: null, grows: true, value: 30, curve: null }
const rank = (state: (typeof states)[number]): number => states.indexOf(state)
const dayOf = (n: number): string => addDays('2026-01-01', n)
const judged = fc.record({
  year: fc.constant(2026),
  sense: fc.constantFrom('atLeast' as const, 'atMost' as const),
  target: fc.integer({ min: 1, max: 500 }),
  steps: fc.constant(null),
  grows: fc.boolean(),
  value: fc.option(fc.integer({ min: 0, max: 600 }), { nil: null }),
  curve: fc.option(
    fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 12, maxLength: 12 }).map((months) => curveOf([months])),
    { nil: null },
  ),
})

test('half the year gone and half of it done is on track; less is at risk, and all of it is met', () => {
  const july = '2026-07-02'
  expect(passed(2026, july)).toBeCloseTo(0.5, 2)
  expect(judge({ ...sixty, value: 31 }, july)).toMatchObject({ state: 'onTrack', projection: { basis: 'pace' } })
  expect(judge({ ...sixty, value: 28 }, july).state).toBe('atRisk')
  expect(judge({ ...sixty, value: 60 }, july).state).toBe('met')
})

test('earlier years tell the pace: who always does most in autumn is not at risk in summer', () => {
  const autumn = curveOf([[0, 2, 2, 2, 2, 2, 0, 0, 20, 20, 10, 0]])
  const july = '2026-07-02'
  expect(judge({ ...sixty, value: 12, curve: autumn }, july)).toMatchObject({
    state: 'onTrack',
    projection: { basis: 'earlierYears' },
  })
  expect(judge({ ...sixty, value: 12 }, july).state).toBe('atRisk')
  expect(curveOf([[1, 1]])).toBeNull()
  // Recording began in November: that year's pace is none.
  const begun = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 40]
  expect(curveOf([begun])).toBeNull()
  expect(curveOf([[0, 2, 2, 2, 2, 2, 0, 0, 20, 20, 10, 0], begun])).toEqual(autumn)
})

test('a step that passed unreached is late from that day on, until it is made up for', () => {
  const stepped = { ...sixty, steps: [20, 40, 50, 60], value: 10 }
  expect(judge(stepped, '2026-03-31').state).toBe('atRisk')
  expect(judge(stepped, '2026-04-01')).toMatchObject({ state: 'late', lateFrom: '2026-04-01' })
  expect(judge({ ...stepped, value: 25 }, '2026-05-10').state).toBe('onTrack')
  expect(expectedBy(stepped, '2026-07-02')).toBeCloseTo(40, 0)
})

test('what is to stay below is late as soon as it is above, and met only when the year is over', () => {
  const few: Judged = { ...sixty, sense: 'atMost', target: 4, value: 1 }
  expect(judge(few, '2026-06-30').state).toBe('onTrack')
  expect(judge({ ...few, value: 3 }, '2026-06-30').state).toBe('atRisk')
  expect(judge({ ...few, value: 5 }, '2026-06-30').state).toBe('late')
  expect(judge(few, '2027-01-01').state).toBe('met')
})

test('a rate can be lost again until the year is over', () => {
  const rate: Judged = { ...sixty, grows: false, target: 0.9, value: 0.93 }
  expect(judge(rate, '2026-06-30')).toMatchObject({ state: 'onTrack', expected: 0.9 })
  expect(judge({ ...rate, value: 0.88 }, '2026-06-30').state).toBe('atRisk')
  expect(judge(rate, '2027-01-01').state).toBe('met')
})

test('more of what is wanted never makes it worse, less of what is not wanted neither', () => {
  fc.assert(
    fc.property(judged, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 50 }), (one, n, more) => {
      const now = judge(one, dayOf(n))
      const then = judge({ ...one, value: (one.value ?? 0) + more }, dayOf(n))
      if (one.value === null) return
      if (one.sense === 'atLeast') expect(rank(then.state)).toBeGreaterThanOrEqual(rank(now.state))
      else expect(rank(then.state)).toBeLessThanOrEqual(rank(now.state))
    }),
  )
})

test('when the year is over it is met or late, and the projection is the value', () => {
  fc.assert(
    fc.property(judged, (one) => {
      const { state, projection } = judge(one, '2027-01-01')
      expect(['met', 'late']).toContain(state)
      if (one.value !== null) expect(projection).toEqual({ value: one.value, basis: 'value' })
    }),
  )
})

test('whoever keeps an even pace is projected to reach exactly what they will', () => {
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 364 }), fc.integer({ min: 1, max: 900 }), (n, whole) => {
      const projection = projectionOf({ ...sixty, value: (whole * n) / 365 }, dayOf(n))
      expect(projection?.value).toBeCloseTo(whole, 6)
    }),
  )
})

test('steps go up to the target; evidence is counted in whole pieces', () => {
  const fields = { steps: [1, 2, 3, 4], target: 4, indicatorId: 'x', sense: 'atLeast' as const }
  expect(objectiveRefusal(fields)).toBeNull()
  expect(objectiveRefusal({ ...fields, steps: [1, 3, 2, 4] })).toBe('stepsFall')
  expect(objectiveRefusal({ ...fields, target: 5 })).toBe('stepsMissTarget')
  expect(objectiveRefusal({ ...fields, indicatorId: null, steps: null, target: 1.5 })).toBe('evidenceCounts')
  expect(objectiveRefusal({ ...fields, indicatorId: null, steps: null, sense: 'atMost' })).toBe('evidenceCounts')
})
