import { createCipheriv, createECDH, createPrivateKey, hkdfSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { Outcome } from './outcome.ts'
import { post } from './outgoing.ts'

/** A browser's own address for pushes, as it gave it to us. */
export type Subscription = { endpoint: string; p256dh: string; auth: string }
export type PushMessage = { content: string; urgent: boolean; topic: string; seconds: number }

const base64 = (bytes: Buffer): string => bytes.toString('base64url')
const derive = (key: Buffer, salt: Buffer, info: Buffer | string, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, length))

/** How we show push services that it is us (RFC 8292). */
export type PushKey = { publicKey: string; privateKey: KeyObject }

export const makePushKey = (): string => {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  return base64(Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32))
}

export function readPushKey(text: string): PushKey {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(Buffer.from(text, 'base64url'))
  const point = pair.getPublicKey()
  const key = { kty: 'EC', crv: 'P-256', x: base64(point.subarray(1, 33)), y: base64(point.subarray(33)), d: text }
  return { publicKey: base64(point), privateKey: createPrivateKey({ key, format: 'jwk' }) }
}

/** Encrypts for one browser (RFC 8291): the push service that carries it cannot read it. */
export function sealPush(
  { p256dh, auth }: Pick<Subscription, 'p256dh' | 'auth'>,
  content: Buffer,
  { salt = randomBytes(16), own }: { salt?: Buffer; own?: Buffer } = {},
): Buffer {
  const theirs = Buffer.from(p256dh, 'base64url')
  const pair = createECDH('prime256v1')
  if (own) pair.setPrivateKey(own)
  else pair.generateKeys()
  const ours = pair.getPublicKey()
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours])
  const key = derive(pair.computeSecret(theirs), Buffer.from(auth, 'base64url'), info, 32)
  const nonce = derive(key, salt, 'Content-Encoding: nonce\0', 12)
  const cipher = createCipheriv('aes-128-gcm', derive(key, salt, 'Content-Encoding: aes128gcm\0', 16), nonce)
  // One record; 2 marks it as the last.
  const sealed = Buffer.concat([cipher.update(content), cipher.update(Buffer.of(2)), cipher.final()])
  const size = Buffer.alloc(5)
  size.writeUInt32BE(4096)
  size.writeUInt8(ours.length, 4)
  return Buffer.concat([salt, size, ours, sealed, cipher.getAuthTag()])
}

/** Says for half a day who we are, to one push service. */
export function vapid(endpoint: string, { publicKey, privateKey }: PushKey, subject: string, now: Date): string {
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(now.getTime() / 1000) + 12 * 3600, sub: subject }
  const parts = [{ typ: 'JWT', alg: 'ES256' }, claims].map((part) => base64(Buffer.from(JSON.stringify(part))))
  const text = parts.join('.')
  const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return `vapid t=${text}.${base64(signature)}, k=${publicKey}`
}

export type PushSender = { key: PushKey; subject: string; allowPrivate: boolean }

export async function sendPush(
  to: Subscription,
  { content, urgent, topic, seconds }: PushMessage,
  { key, subject, allowPrivate }: PushSender,
  now: Date,
): Promise<Outcome> {
  let body: Buffer
  try {
    body = sealPush(to, Buffer.from(content))
  } catch {
    // The key that the browser is said to have is no point on the curve.
    return { ok: false, failure: 'unfitKeys', lasting: true }
  }
  const outcome = await post(
    to.endpoint,
    {
      headers: {
        authorization: vapid(to.endpoint, key, subject, now),
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
        ttl: String(seconds),
        urgency: urgent ? 'high' : 'normal',
        topic,
      },
      body,
    },
    allowPrivate,
  )
  // A service that has forgotten a browser answers 404 or 410; what else it refuses it will refuse again.
  if (outcome.ok || outcome.status === undefined) return outcome
  if (outcome.status === 404) return { ...outcome, failure: 'gone', lasting: true }
  return { ...outcome, lasting: outcome.lasting || [400, 401, 403, 413].includes(outcome.status) }
}
