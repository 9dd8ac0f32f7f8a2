import fc from 'fast-check'
import { expect, test } from 'vitest'
import { issueRefusal, revokeRefusal, sentence, writtenDay, writtenTime } from './rules.ts'
import { bits, isSet } from './status/rules.ts'

test('time as people write it', () => {
  const said = [0, 1, 45, 60, 61, 90, 750, 120].map((minutes) => [
    writtenTime('zh-CN', minutes),
    writtenTime('en', minutes),
  ])
  expect(said).toEqual([
    ['0 分钟', '0 minutes'],
    ['1 分钟', '1 minute'],
    ['45 分钟', '45 minutes'],
    ['1 小时', '1 hour'],
    ['1 小时 1 分钟', '1 hour 1 minute'],
    ['1 小时 30 分钟', '1 hour 30 minutes'],
    ['12 小时 30 分钟', '12 hours 30 minutes'],
    ['2 小时', '2 hours'],
  ])
  expect([writtenDay('zh-CN', '2026-03-05'), writtenDay('en', '2026-03-05')]).toEqual(['2026年3月5日', '5 March 2026'])
})

const period = { from: '2026-01-01', to: '2026-03-31' }

test('each kind has its sentence', () => {
  const facts = { personName: '林小雨', title: '应急救护', minutes: null, period }
  expect(sentence('zh-CN', { ...facts, kind: 'course' })).toBe(
    '林小雨于 2026年1月1日至 2026年3月31日完成“应急救护”的学习。',
  )
  expect(sentence('en', { ...facts, kind: 'contest' })).toContain('won the award “应急救护”')
})

test('what cannot be issued or revoked', () => {
  const given = { personId: 'p', organizationId: 'o', kind: 'hours', period } as const
  expect(issueRefusal({ ...given, minutes: 30 })).toBeNull()
  expect(issueRefusal(given)).toBe('nothingToCertify')
  expect(issueRefusal({ ...given, kind: 'course' })).toBeNull()
  expect(issueRefusal({ ...given, minutes: 30, period: { from: '2026-02-01', to: '2026-01-01' } })).toBe('periodTurned')
  expect(revokeRefusal({ revokedAt: new Date(0) })).toBe('alreadyRevoked')
  expect(revokeRefusal({ revokedAt: null })).toBeNull()
})

test('a list of bits says of each place whether it is revoked, and of no other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(131_071), { maxLength: 50 }), fc.nat(131_071), (revoked, place) => {
      const list = bits(revoked)
      expect(isSet(list, place)).toBe(revoked.includes(place))
      expect(revoked.every((index) => isSet(list, index))).toBe(true)
    }),
  )
  expect(bits([0])[0]).toBe(0x80)
})
