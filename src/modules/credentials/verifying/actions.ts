import type { Context } from '../../../platform/context.ts'
import { found, NotFound } from '../../../platform/errors.ts'
import { dayIn } from '../../../platform/zone.ts'
import { check, type Own, readCredential } from '../checking/actions.ts'
import type { Outcome } from '../checking/contract.ts'
import { everyKey } from '../issuer/actions.ts'
import { hostOf, slugIn } from '../issuer/rules.ts'
import type { Json } from '../proof/contract.ts'
import * as queries from '../queries.ts'
import { isPdf, isPng, issuerIdOf, textInPng, tokenIn } from './rules.ts'

/** What is known here about the credentials of this office. */
async function own(context: Context): Promise<Own> {
  const { tx, me } = context
  const { address, keys } = await everyKey(context)
  const hosts = new Set([address, ...keys.map(({ controller }) => controller)].map(hostOf))
  return {
    // Whoever claims to stand on our server must be somebody whom we know there.
    isOurs: (issuer) => hostOf(issuer) !== null && hosts.has(hostOf(issuer)),
    hasKey: async (controller, multibase) =>
      keys.some((key) => key.controller === controller && key.publicKey === multibase),
    onRecord: async (id) => {
      const uuid = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(id)?.[1]
      const row = uuid ? await queries.credentialById(tx, uuid) : undefined
      if (!row) return null
      const { revokedAt, revokeReason, document } = row
      const revoked = revokedAt && { date: dayIn(me.timeZone, revokedAt), reason: revokeReason ?? '' }
      return { document, revoked }
    },
  }
}

/** A file that somebody brings: JSON, a printed certificate, or a picture with a badge in it. */
export type Brought = { text: string } | { token: string } | null

export function whatIsIn(content: Uint8Array): Brought {
  if (isPdf(content)) {
    const token = tokenIn(Buffer.from(content).toString('latin1'))
    return token ? { token } : null
  }
  if (isPng(content)) {
    const text = textInPng(content)
    return text === null ? null : { text }
  }
  return { text: new TextDecoder().decode(content) }
}

/** The office that a file names as its issuer, if it looks like one of ours. */
export function officeNamedIn(brought: Brought): string | null {
  if (!brought || !('text' in brought)) return null
  const read = readCredential(brought.text)
  return 'credential' in read ? slugIn(issuerIdOf(read.credential)) : null
}

export async function verifyBrought(context: Context, brought: Brought): Promise<Outcome> {
  if (!brought) return { verdict: 'refused', reasons: [{ fault: 'unreadable' }], says: null }
  if ('token' in brought) return (await verifyToken(context, brought)) ?? nowhere
  const read = readCredential(brought.text)
  if ('reason' in read) return { verdict: 'refused', reasons: [read.reason], says: null }
  return check(read.credential, await own(context), context.now)
}

const nowhere: Outcome = { verdict: 'refused', reasons: [{ fault: 'notOnRecord' }], says: null }

/** The certificate behind a QR code; null when there is none. What is on record is checked like any other. */
export async function verifyToken(context: Context, { token }: { token: string }): Promise<Outcome | null> {
  const row = await queries.credentialByToken(context.tx, token)
  return row ? check(row.document as Json, await own(context), context.now) : null
}

/** Whoever holds the paper may have the signed file. */
export async function signedFile(context: Context, { token }: { token: string }): Promise<Json> {
  const row = await queries.credentialByToken(context.tx, token)
  if (!row) throw new NotFound()
  return found(row.document as Json)
}
