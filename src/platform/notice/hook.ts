import { createHmac, randomBytes } from 'node:crypto'
import type { Outcome } from './outcome.ts'
import { post } from './outgoing.ts'

export const makeHookSecret = (): Buffer => randomBytes(32)
/** As its receiver keeps it. */
export const writeHookSecret = (secret: Buffer): string => `whsec_${secret.toString('base64')}`

type Hook = { url: string; secret: Buffer }

/** Posts signed as Standard Webhooks 1.0 say: the same id at every try, the time of the try in the signature. */
export async function sendHook(
  { url, secret }: Hook,
  { id, body }: { id: string; body: string },
  allowPrivate: boolean,
  now: Date,
): Promise<Outcome> {
  const at = String(Math.floor(now.getTime() / 1000))
  const signature = createHmac('sha256', secret).update(`${id}.${at}.${body}`).digest('base64')
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': at,
    'webhook-signature': `v1,${signature}`,
  }
  return post(url, { headers, body }, allowPrivate)
}
