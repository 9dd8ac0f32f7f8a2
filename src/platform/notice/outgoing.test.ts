import type { lookup } from 'node:dns'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { addressRefusal, isPrivate, post } from './outgoing.ts'

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
  '2001::1',
  'nonsense',
])('%s lies inside', (address) => {
  expect(isPrivate(address)).toBe(true)
})

test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2400:3200::1'])(
  '%s lies outside',
  (address) => {
    expect(isPrivate(address)).toBe(false)
  },
)

test.each([
  ['https://hooks.example/linli', null],
  ['http://hooks.example/linli', 'unfitAddress'],
  ['https://user:secret@hooks.example/', 'unfitAddress'],
  ['file:///etc/passwd', 'unfitAddress'],
  ['nonsense', 'unfitAddress'],
  ['https://127.0.0.1/', 'privateAddress'],
  ['https://2130706433/', 'privateAddress'],
  ['https://0x7f.1/', 'privateAddress'],
  ['https://[::1]/', 'privateAddress'],
  ['https://[::ffff:10.0.0.1]/', 'privateAddress'],
  ['https://localhost/', 'privateAddress'],
])('%s: %s', (url, refusal) => {
  expect(addressRefusal(url, false)).toBe(refusal)
})

/** A resolver of our own, in the way of node:dns. */
const leadingTo = (...addresses: string[]) =>
  ((_host: string, _options: object, done: (error: null, found: { address: string; family: number }[]) => void) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as unknown as typeof lookup

test('a name that leads inside is not called, also when it leads elsewhere besides', async () => {
  let called = 0
  const server = createServer((_, response) => {
    called++
    response.end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const nothing = { headers: {}, body: '' }
  try {
    for (const resolver of [leadingTo('127.0.0.1'), leadingTo('8.8.8.8', '127.0.0.1'), leadingTo('::1')])
      expect(await post(`https://hooks.example:${port}/`, nothing, false, resolver)).toMatchObject({
        ok: false,
        failure: 'privateAddress',
      })
    expect(called).toBe(0)
    expect(await post(`http://127.0.0.1:${port}/`, nothing, true)).toEqual({ ok: true })
    expect(called).toBe(1)
  } finally {
    server.close()
  }
})

test('follows no redirect, hears when to come again, and waits for nobody who is not there', async () => {
  const server = createServer(({ url }, response) => {
    if (url === '/moved') response.writeHead(302, { location: '/' })
    else if (url === '/busy') response.writeHead(429, { 'retry-after': '120' })
    else response.writeHead(410)
    response.end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const ask = (path: string) => post(`http://127.0.0.1:${port}${path}`, { headers: {}, body: '' }, true)
  expect(await ask('/moved')).toEqual({ ok: false, failure: 'answered', status: 302, lasting: false })
  expect(await ask('/busy')).toEqual({ ok: false, failure: 'answered', status: 429, lasting: false, after: 120 })
  expect(await ask('/gone')).toEqual({ ok: false, failure: 'gone', status: 410, lasting: true })
  await new Promise((closed) => server.close(closed))
  expect(await ask('/')).toEqual({ ok: false, failure: 'unreachable', lasting: false })
})
