import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../platform/zone.ts'
import {
  holdsOn,
  lastAdministratorRefusal,
  mayChangePerson,
  maySee,
  maySeePhone,
  overlap,
  type Span,
  spanRefusal,
} from './rules.ts'

const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-01-01', n))
const span = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 1, max: 30 })))
  .map(([from, length]): Span => {
    const fromDate = addDays('2026-01-01', from)
    return { fromDate, toDate: length === null ? null : addDays(fromDate, length) }
  })

test('two spans overlap exactly when both are held on some day', () => {
  const days = Array.from({ length: 130 }, (_, n) => addDays('2026-01-01', n))
  fc.assert(
    fc.property(span, span, (a, b) => {
      expect(overlap(a, b)).toBe(days.some((d) => holdsOn(a, d) && holdsOn(b, d)))
      expect(overlap(a, b)).toBe(overlap(b, a))
    }),
  )
})

test('whoever is taken in where the rule lets them never holds the same twice on one day', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), day, (wishes, on) => {
      const held: Span[] = []
      for (const wish of wishes) if (spanRefusal(wish, held) === null) held.push(wish)
      expect(held.filter((one) => holdsOn(one, on)).length).toBeLessThan(2)
    }),
  )
})

test('one ends on the day on which the next begins', () => {
  const first = { fromDate: '2026-01-01', toDate: '2026-03-01' }
  expect(spanRefusal({ fromDate: '2026-03-01', toDate: null }, [first])).toBeNull()
  expect(spanRefusal({ fromDate: '2026-02-28', toDate: null }, [first])).toBe('alreadyHeld')
  expect(spanRefusal({ fromDate: '2026-03-01', toDate: '2026-03-01' }, [])).toBe('endsBeforeItBegins')
})

test('somebody must remain who administers, today and without an end', () => {
  const today = '2026-04-15'
  expect(lastAdministratorRefusal([{ fromDate: '2024-01-01', toDate: null }], today)).toBeNull()
  expect(lastAdministratorRefusal([{ fromDate: '2024-01-01', toDate: '2027-01-01' }], today)).toBe('lastAdministrator')
  expect(lastAdministratorRefusal([{ fromDate: '2026-05-01', toDate: null }], today)).toBe('lastAdministrator')
})

const at = (role: 'secretary' | 'volunteer' | 'staff' | 'coordinator', path: string) => ({
  id: 'me',
  roles: [{ role, path, organizationId: path }],
})
const volunteerOf = (...paths: string[]) => ({
  id: 'xiaoyu',
  memberships: paths.map((path) => ({ role: 'volunteer' as const, path, fromDate: '2024-01-01', toDate: null })),
})

test('a volunteer sees nobody but themselves; staff see the people of their place, but not their phones', () => {
  const xiaoyu = volunteerOf('/willow/peace/')
  expect(maySee(at('volunteer', '/willow/peace/'), xiaoyu)).toBe(false)
  expect(maySee({ id: 'xiaoyu', roles: [] }, xiaoyu)).toBe(true)
  expect(maySee(at('staff', '/willow/peace/'), xiaoyu)).toBe(true)
  expect(maySee(at('staff', '/willow/pines/'), xiaoyu)).toBe(false)
  expect(maySeePhone(at('staff', '/willow/peace/'), xiaoyu)).toBe(false)
  expect(maySeePhone(at('secretary', '/willow/peace/'), xiaoyu)).toBe(true)
})

test('a volunteer of two communities may be changed by either secretary, a coordinator by none', () => {
  const today = '2026-04-15'
  const both = volunteerOf('/willow/peace/', '/willow/pines/')
  expect(mayChangePerson(at('secretary', '/willow/pines/'), both, today)).toBe(true)
  const lina = { id: 'lina', memberships: [{ ...both.memberships[0], role: 'coordinator', path: '/willow/' }] }
  const boss = { ...lina, memberships: [...lina.memberships, ...both.memberships] } as never
  expect(mayChangePerson(at('secretary', '/willow/peace/'), boss, today)).toBe(false)
  expect(mayChangePerson(at('coordinator', '/willow/'), boss, today)).toBe(true)
})
