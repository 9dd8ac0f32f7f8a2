import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { readDerived, readP256, relabelled } from './rules.ts'

const spki = Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex')

const publicKey = (point: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([spki, point]), format: 'der', type: 'spki' })

const isSigned = (bytes: Uint8Array, key: KeyObject, signature: Uint8Array): boolean =>
  verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature)

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

type Disclosed = {
  /** The proof's own particulars and the document without proofs, both canonical. */
  particulars: string
  quads: string
  proofValue: unknown
  multibase: string
}

/** ecdsa-sd-2023 (W3C Data Integrity ECDSA Cryptosuites 1.0, 3.6.7): a credential of which its holder kept something back. */
export function isDisclosedBy({ particulars, quads, proofValue, multibase }: Disclosed): boolean {
  const proof = readDerived(proofValue)
  const point = readP256(multibase)
  const lines = proof && relabelled(quads, proof.labels)
  if (!proof || !point || !lines) return false
  const mandatory = lines.filter((_, i) => proof.mandatory.has(i))
  const chosen = lines.filter((_, i) => !proof.mandatory.has(i))
  if (chosen.length !== proof.signatures.length) return false
  const base = Buffer.concat([sha256(particulars), proof.publicKey, sha256(mandatory.join(''))])
  try {
    if (!isSigned(base, publicKey(point), proof.baseSignature)) return false
    const own = publicKey(proof.publicKey.subarray(2))
    return chosen.every((line, i) => isSigned(Buffer.from(line), own, proof.signatures[i] ?? new Uint8Array()))
  } catch (error) {
    // A point that lies on no curve is no key.
    if ((error as { code?: string }).code?.startsWith('ERR_OSSL')) return false
    throw error
  }
}
