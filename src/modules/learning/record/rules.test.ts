import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../platform/zone.ts'
import { byYear } from './rules.ts'

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
  const course = day.map((doneOn) => ({ courseId: '', name: '', organizationName: '', doneOn, credentialId: null }))
  fc.assert(
    fc.property(fc.array(session), fc.array(course), (sessions, courses) => {
      const years = byYear(sessions, courses)
      expect(years.map(({ year }) => year)).toEqual([...new Set(years.map(({ year }) => year))].sort((a, b) => b - a))
      const sum = (of: (year: (typeof years)[number]) => number) => years.reduce((all, year) => all + of(year), 0)
      expect(sum(({ attended }) => attended) + sum(({ madeUp }) => madeUp)).toBe(sessions.length)
      expect(sum((year) => year.courses.length)).toBe(courses.length)
      const sat = sessions.filter(({ way }) => way === 'attended')
      expect(sum(({ minutes }) => minutes)).toBe(sat.reduce((all, { minutes }) => all + minutes, 0))
    }),
  )
})
