import { createECDH, randomBytes, verify } from 'node:crypto'
// @ts-expect-error it brings no types
import ece from 'http_ece'
import { expect, test } from 'vitest'
import { makePushKey, readPushKey, sealPush, vapid } from './push.ts'

test('seals as the example of RFC 8291 does, to the byte', () => {
  const theirs = {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  }
  const own = Buffer.from('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', 'base64url')
  const salt = Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url')
  const sealed = sealPush(theirs, Buffer.from('When I grow up, I want to be a watermelon'), { own, salt })
  expect(sealed.toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  )
})

test('what it seals, another implementation opens', () => {
  const browser = createECDH('prime256v1')
  browser.generateKeys()
  const auth = randomBytes(16)
  const content = JSON.stringify({ body: '周六的班次取消了', link: '/notices' })
  const theirs = { p256dh: browser.getPublicKey('base64url'), auth: auth.toString('base64url') }
  const sealed = sealPush(theirs, Buffer.from(content))
  const opened = ece.decrypt(sealed, {
    version: 'aes128gcm',
    privateKey: browser,
    authSecret: auth.toString('base64url'),
  })
  expect(opened.toString()).toBe(content)
})

test('says who we are in a way that the key proves', () => {
  const key = readPushKey(makePushKey())
  const now = new Date('2026-04-15T04:00:00Z')
  const said = vapid('https://push.example/send/abc', key, 'https://linli.example', now)
  const [, token = '', shown] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(said) ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(shown ?? '', 'base64url')
  const part = (from: number) => point.subarray(from, from + 32).toString('base64url')
  const publicKey = { key: { kty: 'EC', crv: 'P-256', x: part(1), y: part(33) }, format: 'jwk' } as const
  const signed = Buffer.from(`${head}.${claims}`)
  expect(
    verify('sha256', signed, { ...publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url')),
  ).toBe(true)
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
    aud: 'https://push.example',
    exp: now.getTime() / 1000 + 12 * 3600,
    sub: 'https://linli.example',
  })
})
