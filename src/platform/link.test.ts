import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashOfLink, makeLink, tenantOfLink } from './link.ts'

test('a link names its tenant, and no two are the same', () => {
  fc.assert(
    fc.property(fc.uuid(), (tenantId) => {
      const [one, other] = [makeLink(tenantId), makeLink(tenantId)]
      expect(tenantOfLink(one.token)).toBe(tenantId)
      expect(one.token).toMatch(/^[\w-]{54}$/)
      expect(one.token).not.toBe(other.token)
      expect(one.hash).toEqual(hashOfLink(one.token))
    }),
  )
})

test('anything else names none', () => {
  for (const token of ['', 'short', null, undefined, 7, 'a'.repeat(53), `${'a'.repeat(53)}/`])
    expect(tenantOfLink(token)).toBeNull()
})
