import { isReadable, isSignedBy, TooTangled, UnexplainedTerm, UnknownContext } from '../proof/actions.ts'
import type { Json } from '../proof/contract.ts'
import type { Outcome, Reason } from './contract.ts'
import * as rules from './rules.ts'
import { isObject, shapeFaults, wordOf } from './shape/rules.ts'

/** What an issuer here says of a credential that names it: whose keys they are, and what is on record. */
export type Own = {
  /** Is this address one of ours, whoever may use it? */
  isOurs: (issuer: string) => boolean
  hasKey: (controller: string, multibase: string) => Promise<boolean>
  /** As it was issued, by the credential's own id. */
  onRecord: (id: string) => Promise<{ document: unknown; revoked: { date: string; reason: string } | null } | null>
}

/** Reads what somebody brings; null with the reason when it is no credential at all. */
export function readCredential(text: string): { credential: Json } | { reason: Reason } {
  if (text.length > rules.largest) return { reason: { fault: 'tooLarge' } }
  const { depth, objects } = rules.measure(text)
  if (depth > rules.deepest) return { reason: { fault: 'tooDeep' } }
  if (objects > rules.mostObjects) return { reason: { fault: 'tooLarge' } }
  try {
    const credential: unknown = JSON.parse(text)
    return isObject(credential) ? { credential } : { reason: { fault: 'unreadable' } }
  } catch {
    return { reason: { fault: 'unreadable' } }
  }
}

/** Everything that can be known of a credential here. Nothing is asked of anybody else. */
export async function check(credential: Json, own: Own, now: Date): Promise<Outcome> {
  const shape = shapeFaults(credential)
  const { reasons, ours } = await proofFaults(credential, own, shape)
  const all = [
    ...shape,
    ...reasons,
    ...rules.dateFaults(credential, now),
    ...(ours ? [] : rules.statusFaults(credential)),
  ]
  const says = rules.statementOf(credential)
  if (all.length > 0) return { verdict: 'refused', reasons: all.slice(0, 30), says }
  return { verdict: ours ? 'genuine' : 'intact', reasons: [], says }
}

async function proofFaults(credential: Json, own: Own, shape: Reason[]): Promise<{ reasons: Reason[]; ours: boolean }> {
  const found = rules.proofOf(credential)
  if ('fault' in found) return { reasons: [found], ours: false }
  const { proof, key } = found
  const issuer = rules.issuerOf(credential)
  const ours = issuer !== null && own.isOurs(issuer)
  const stranger = rules.issuerRefusal(credential, key)
  if (stranger) return { reasons: [stranger], ours }
  if (!isReadable(proof, key.multibase))
    return { reasons: [{ fault: 'keyUnreadable', values: { method: key.multibase.slice(0, 200) } }], ours }
  // Words that cannot be looked up cannot be signed either.
  if (shape.some(({ fault }) => fault === 'contextUnknown' || fault === 'hiddenTerm')) return { reasons: [], ours }
  const wrong = await signatureFault(credential, proof, key.multibase)
  if (wrong || !ours) return { reasons: wrong ? [wrong] : [], ours }
  if (!(await own.hasKey(key.controller, key.multibase)))
    return { reasons: [{ fault: 'issuerUnknown', values: { issuer } }], ours }
  return { reasons: await recordFaults(credential, own), ours }
}

async function signatureFault(credential: Json, proof: Json, multibase: string): Promise<Reason | null> {
  try {
    return (await isSignedBy(credential, proof, multibase)) ? null : { fault: 'altered' }
  } catch (error) {
    if (error instanceof UnknownContext) return { fault: 'contextUnknown', values: { context: error.address } }
    if (error instanceof UnexplainedTerm)
      return { fault: 'termUnexplained', values: { term: error.term.slice(0, 200) } }
    if (error instanceof TooTangled) return { fault: 'tooTangled' }
    throw error
  }
}

/** A stolen key is not enough: what we issued is on record, word for word. */
async function recordFaults(credential: Json, own: Own): Promise<Reason[]> {
  const record = await own.onRecord(wordOf(credential.id))
  if (!record) return [{ fault: 'notOnRecord' }]
  if (!rules.isSame(record.document, credential)) return [{ fault: 'altered' }]
  return record.revoked ? [{ fault: 'revoked', values: record.revoked }] : []
}
