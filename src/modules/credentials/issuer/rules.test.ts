import { expect, test } from 'vitest'
import { hostOf, issuerAddress, slugIn } from './rules.ts'

test('an issuer’s address, its office and its server', () => {
  const address = issuerAddress('https://linli.example', 'liuyin')
  expect(address).toBe('https://linli.example/issuers/liuyin')
  expect(slugIn(address)).toBe('liuyin')
  for (const none of ['https://linli.example/issuers/', 'https://linli.example/issuers/a/b', 'did:key:z6Mk', 'x'])
    expect(slugIn(none)).toBeNull()
  const hosts = {
    'https://linli.example/issuers/liuyin': 'linli.example',
    'HTTP://Linli.Example:8080/x': 'linli.example:8080',
    'did:web:Linli.example:issuers:liuyin': 'linli.example',
    'did:web:linli.example%3A8080': 'linli.example:8080',
    'did:key:z6Mk': null,
    'urn:uuid:1': null,
    nothing: null,
  }
  expect(Object.fromEntries(Object.keys(hosts).map((issuer) => [issuer, hostOf(issuer)]))).toEqual(hosts)
})
