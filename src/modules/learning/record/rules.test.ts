import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../platform/zone.ts'
import { byYear, percentOf, sumsOf } from './rules.ts'

const day = fc.nat(2000).map((n) => addDays('2022-01-01', n))

test('every session and course stands in its year once; hours are those of what was attended', () => {
  const session = fc.record({
    activityId: fc.uuid(),
    title: fc.constant('学习'),
    topic: fc.constant(null),
    day,
    minutes: fc.integer({ min: 30, max: 300 }),
    way: fc.constantFrom('attended' as const, 'madeUp' as const),
  })
  const course = day.map((doneOn) => ({
    courseId: '',
    name: '',
    organizationName: '',
    doneOn,
    credentialId: null,
    revoked: null,
  }))
  const held = { name: '', organizationName: '' }
  const quiz = day.map((passedOn) => ({ ...held, quizId: '', passedOn, best: 1 }))
  const contest = day.map((on) => ({
    ...held,
    contestId: '',
    day: on,
    place: 1,
    of: 2,
    team: null,
    prize: null,
    credentialId: null,
    revoked: null,
  }))
  fc.assert(
    fc.property(
      fc.array(session),
      fc.array(course),
      fc.array(quiz),
      fc.array(contest),
      (sessions, courses, quizzes, contests) => {
        const years = byYear({ sessions, courses, quizzes, contests })
        expect(years.map(({ year }) => year)).toEqual([...new Set(years.map(({ year }) => year))].sort((a, b) => b - a))
        const sum = (of: (year: (typeof years)[number]) => number) => years.reduce((all, year) => all + of(year), 0)
        expect(sum(({ attended }) => attended) + sum(({ madeUp }) => madeUp)).toBe(sessions.length)
        for (const [kind, all] of Object.entries({ courses, quizzes, contests }))
          expect(sum((year) => year[kind as 'courses'].length)).toBe(all.length)
        for (const year of years) expect(sumsOf(year).length).toBeGreaterThan(0)
        const sat = sessions.filter(({ way }) => way === 'attended')
        expect(sum(({ minutes }) => minutes)).toBe(sat.reduce((all, { minutes }) => all + minutes, 0))
      },
    ),
  )
})

test('a hundred per cent is said of nobody who missed anything', () => {
  expect([0, 0.005, 0.5, 0.994, 0.999, 1].map(percentOf)).toEqual([0, 1, 50, 99, 99, 100])
})
