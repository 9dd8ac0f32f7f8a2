import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Role, roles } from '../../platform/context.ts'
import {
  can,
  canEverywhere,
  holdersOf,
  mayGive,
  movedPath,
  pathsOf,
  placeRefusal,
  type Right,
  rolesToGive,
} from './rules.ts'

const holding = (...held: [role: Role, path: string][]) => ({
  roles: held.map(([role, path]) => ({ role, path, organizationId: path })),
})
const node = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 })
  .map((ids) => `/${ids.join('/')}/`)
const aRole = fc.constantFrom(...roles)
const rights: Right[] = [
  'administer',
  'organize',
  'seePeople',
  'seePhones',
  'importWorkbooks',
  'readAudit',
  'planActivities',
]

test('a role is held at its node and below, nowhere else', () => {
  const wang = holding(['secretary', '/willow/peace/'])
  expect(can(wang, 'organize', '/willow/peace/station/')).toBe(true)
  expect(can(wang, 'organize', '/willow/')).toBe(false)
  expect(can(wang, 'organize', '/willow/peaceful/')).toBe(false)
  expect(canEverywhere(wang, 'organize')).toBe(false)
  expect(canEverywhere(holding(['administrator', '/willow/']), 'organize')).toBe(true)
})

test.each<[Role, Role[]]>([
  ['administrator', [...roles]],
  ['coordinator', roles.filter((role) => role !== 'administrator' && role !== 'auditor')],
  ['secretary', roles.filter((role) => !['administrator', 'auditor', 'coordinator'].includes(role))],
  ['stationManager', []],
  ['volunteer', []],
  ['auditor', []],
])('a %s gives no role higher than their own', (own, expected) => {
  expect(rolesToGive(holding([own, '/willow/']), '/willow/peace/')).toEqual(expected)
})

test('whoever is given a role can do nothing that the giver could not', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(aRole, node), { maxLength: 4 }), aRole, node, node, (mine, role, at, asked) => {
      const giver = holding(...mine)
      if (!mayGive(giver, role, at)) return
      const given = holding([role, at])
      for (const right of rights) if (can(given, right, asked)) expect(can(giver, right, asked)).toBe(true)
    }),
  )
})

test('a right holds wherever one of its paths leads', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(aRole, node)), node, fc.constantFrom(...rights), (mine, path, right) => {
      const me = holding(...mine)
      expect(can(me, right, path)).toBe(pathsOf(me, right).some((own) => path.startsWith(own)))
      if (can(me, right, path)) expect(mine.some(([role]) => holdersOf(right).includes(role))).toBe(true)
    }),
  )
})

test('a moved part keeps its shape', () => {
  fc.assert(
    fc.property(node, node, node, (from, below, to) => {
      const path = from + below.slice(1)
      expect(movedPath(path, from, to)).toBe(to + below.slice(1))
      expect(movedPath(movedPath(path, from, to), to, from)).toBe(path)
    }),
  )
})

test.each([
  ['a station below its community', 'station', 'community', null],
  ['a community below a station', 'community', 'station', 'wrongLevel'],
  ['a team beside everything', 'team', 'subdistrict', null],
  ['nothing below a team', 'team', 'team', 'wrongLevel'],
] as const)('%s', (_name, kind, parent, expected) => {
  expect(placeRefusal(kind, { path: '/a/', kind: parent, closedOn: null }, '2026-04-15')).toBe(expected)
})

test('nothing is put below what is closed', () => {
  const closed = { path: '/a/', kind: 'community', closedOn: '2026-04-01' } as const
  expect(placeRefusal('station', closed, '2026-04-15')).toBe('parentClosed')
  expect(placeRefusal('station', closed, '2026-03-15')).toBeNull()
})
