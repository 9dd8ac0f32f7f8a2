import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyNamedIn, readBase58, readKey, readSignature, writeBase58, writeKey } from './rules.ts'

test('what is written in base 58 is read again, whatever it is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(readBase58(writeBase58(bytes))).toEqual(bytes)
    }),
  )
  expect(writeBase58(new TextEncoder().encode('Hello World!'))).toBe('2NEpo7TZRRrLZSi2U')
})

test('only an Ed25519 key is one', () => {
  const raw = new Uint8Array(32).fill(7)
  expect(readKey(writeKey(raw))).toEqual(raw)
  expect(readKey('z6MkjZRsdasZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi')).toBeNull()
  expect(readKey('u7QE')).toBeNull()
  expect(readKey('z0OIl')).toBeNull()
  expect(readSignature(`z${'1'.repeat(63)}`)).toBeNull()
  expect(readSignature(12)).toBeNull()
  expect(readBase58('2'.repeat(129))).toBeNull()
})

test('a method that names its key', () => {
  const key = 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi'
  expect(keyNamedIn(`did:key:${key}`)).toEqual({ controller: `did:key:${key}`, multibase: key })
  expect(keyNamedIn(`did:key:${key}#${key}`)).toEqual({ controller: `did:key:${key}`, multibase: key })
  expect(keyNamedIn(`did:key:${key}#other`)).toBeNull()
  expect(keyNamedIn(`https://example.com/issuers/1#${key}`)).toEqual({
    controller: 'https://example.com/issuers/1',
    multibase: key,
  })
  for (const none of [key, `xxx:${key}`, `did:example:${key}`, 'https://example.com/issuers/1', ''])
    expect(keyNamedIn(none)).toBeNull()
})
