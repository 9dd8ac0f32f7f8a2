import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Me } from '../../../platform/context.ts'
import {
  invitationRefusal,
  loginAddress,
  loginNameOf,
  mayEndSecondStep,
  mayOpenAccountOf,
  passwordRefusal,
} from './rules.ts'

test('a phone number is the same name however it is typed', () => {
  const ways = [
    '13800000001',
    '138 0000 0001',
    '138-0000-0001',
    '+86 138 0000 0001',
    '0086-13800000001',
    '１３８０００００００１',
  ]
  for (const typed of ways) expect(loginAddress(typed)).toBe('13800000001@phone.invalid')
  expect(loginAddress('021-6123 4567')).toBe('02161234567@phone.invalid')
  expect(loginAddress('+49 30 1234567')).toBe('49301234567@phone.invalid')
})

test('an e-mail address is kept as it is, without regard to capitals', () => {
  expect(loginAddress(' Li.Na@Example.org ')).toBe('li.na@example.org')
  for (const neither of ['', 'lina', '李娜', '1234', 'a@b', 'two words@example.org', '1'.repeat(16), 'drop table'])
    expect(loginAddress(neither)).toBeNull()
})

test('an address comes from the name that it shows', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.emailAddress(), fc.stringMatching(/^\+?[\d -]{5,20}$/)), (typed) => {
      const address = loginAddress(typed)
      if (address) expect(loginAddress(loginNameOf(address))).toBe(address)
    }),
  )
})

test('a password is long, not the first that comes to mind, and not the name', () => {
  for (const short of ['', 'short', '密码九个字还差一位', '123456789'])
    expect(passwordRefusal(short, 'x')).toBe('passwordTooShort')
  for (const common of [
    '1234567890',
    '0987654321',
    'abcdefghijk',
    'aaaaaaaaaaaa',
    '1212121212',
    'Password123',
    'ｑｗｅｒｔｙｕｉｏｐ',
    'shequ12345',
  ])
    expect(passwordRefusal(common, 'x')).toBe('passwordCommon')
  for (const own of ['13800000001', '13800000001!', 'lina.wang1@'])
    expect(passwordRefusal(own, own.startsWith('1') ? '13800000001' : 'lina.wang1@example.org')).toBe(
      'passwordLikeName',
    )
  for (const good of ['柳荫街道的第三棵树下', 'correct horse battery', 'x7!kdkdk29vv', '13800000001 and more'])
    expect(passwordRefusal(good, '13800000001')).toBeNull()
})

test('a link is good until it is used or over', () => {
  const now = new Date('2026-04-15T04:00Z')
  const until = (expiresAt: string, usedAt: Date | null = null) => ({ expiresAt: new Date(expiresAt), usedAt })
  expect(invitationRefusal(until('2026-04-15T04:01Z'), now)).toBeNull()
  expect(invitationRefusal(until('2026-04-15T04:00Z'), now)).toBe('invitationExpired')
  expect(invitationRefusal(until('2026-04-16T04:00Z', now), now)).toBe('invitationUsed')
})

const office = '/office/'
const community = '/office/peace/'
const as = (role: Me['roles'][number]['role'], path: string): Pick<Me, 'roles'> => ({
  roles: [{ role, path, organizationId: '' }],
})

test('who hands out the key to an account could do all that its owner may', () => {
  const secretary = as('secretary', community)
  expect(mayOpenAccountOf(secretary, [{ role: 'volunteer', path: community }])).toBe(true)
  expect(mayOpenAccountOf(secretary, [{ role: 'staff', path: `${community}station/` }])).toBe(true)
  expect(mayOpenAccountOf(secretary, [{ role: 'coordinator', path: office }])).toBe(false)
  expect(mayOpenAccountOf(secretary, [{ role: 'volunteer', path: '/office/pines/' }])).toBe(false)
  expect(
    mayOpenAccountOf(secretary, [
      { role: 'volunteer', path: community },
      { role: 'administrator', path: office },
    ]),
  ).toBe(false)
  expect(mayOpenAccountOf(as('coordinator', office), [{ role: 'administrator', path: office }])).toBe(false)
  expect(mayOpenAccountOf(as('administrator', office), [{ role: 'administrator', path: office }])).toBe(true)
  expect(mayOpenAccountOf(secretary, [])).toBe(false)
  expect(mayOpenAccountOf(as('coordinator', office), [])).toBe(true)
  expect(mayOpenAccountOf(as('volunteer', office), [{ role: 'volunteer', path: office }])).toBe(false)
})

test('only administrators weaken an account', () => {
  const volunteer = [{ role: 'volunteer', path: community } as const]
  expect(mayEndSecondStep(as('coordinator', office), volunteer)).toBe(false)
  expect(mayEndSecondStep(as('administrator', office), volunteer)).toBe(true)
  expect(mayEndSecondStep(as('administrator', community), [{ role: 'volunteer', path: office }])).toBe(false)
})
