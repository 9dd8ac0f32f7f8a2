import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { JsonLdDocument } from 'jsonld'
import { knownContexts } from './contexts/actions.ts'
import type { Json, Proof } from './contract.ts'
import { readKey, readSignature, writeBase58 } from './rules.ts'
import { isDisclosedBy } from './selective/actions.ts'
import { readDerived, readP256 } from './selective/rules.ts'

/** Nothing is ever fetched: what is not in the house does not exist. */
async function documentLoader(address: string) {
  const document = knownContexts.get(address)
  if (!document) throw new UnknownContext(address)
  return { contextUrl: null, documentUrl: address, document } as never
}

export class UnknownContext extends Error {
  address: string
  constructor(address: string) {
    super('unknown context')
    this.address = address
  }
}
/** The credential says something in words that its contexts do not explain, so that nobody signed it. */
export class UnexplainedTerm extends Error {
  term: string
  constructor(term: string) {
    super('unexplained term')
    this.term = term
  }
}
/** Made to be slow to compare: no honest credential is. */
export class TooTangled extends Error {}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

type Failure = Error & {
  details?: { event?: { details?: Record<string, unknown> } }
}

/** RDF Dataset Canonicalization (RDFC-1.0) of a JSON-LD document, as N-Quads. */
export async function canonize(document: Json): Promise<string> {
  // Loaded when first needed: the start need not wait for it.
  const { default: jsonld } = await import('jsonld')
  try {
    // Its types know neither the safe mode nor the signal.
    const options = {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      documentLoader,
      safe: true,
      signal: AbortSignal.timeout(2000),
    } as object
    return String(await jsonld.canonize(document as JsonLdDocument, options))
  } catch (error) {
    const cause = (error as { cause?: unknown }).cause
    if (error instanceof UnknownContext || cause instanceof UnknownContext) throw cause ?? error
    const event = (error as Failure).details?.event?.details
    if (event) throw new UnexplainedTerm(String(event.property ?? event.type ?? event.id ?? event.object ?? '?'))
    if (/deep iterations|abort|timeout/i.test(String(error))) throw new TooTangled()
    throw new UnexplainedTerm(error instanceof Error ? error.name : '?')
  }
}

/** The proof's own particulars and the document without its proofs, both canonical. */
async function canonicalParts(document: Json, proof: Json): Promise<{ particulars: string; quads: string }> {
  const { proof: _, ...unsecured } = document
  const { proofValue: __, ...particulars } = proof
  return {
    particulars: await canonize({ ...particulars, '@context': document['@context'] }),
    quads: await canonize(unsecured),
  }
}

/** What is signed: the hash of the particulars, then the hash of the document. */
async function signedBytes(document: Json, proof: Json): Promise<Buffer> {
  const { particulars, quads } = await canonicalParts(document, proof)
  return Buffer.concat([sha256(particulars), sha256(quads)])
}

type Signer = { privateKey: KeyObject; verificationMethod: string; created: Date }

/** Adds a Data Integrity proof of the cryptosuite eddsa-rdfc-2022. */
export async function secure<T extends Json>(document: T, signer: Signer): Promise<T & { proof: Proof }> {
  const particulars = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: signer.created.toISOString().replace(/\.\d+Z$/, 'Z'),
    verificationMethod: signer.verificationMethod,
    proofPurpose: 'assertionMethod',
  }
  const signature = sign(null, await signedBytes(document, particulars), signer.privateKey)
  return { ...document, proof: { ...particulars, proofValue: `z${writeBase58(signature)}` } }
}

const spki = Buffer.from('302a300506032b6570032100', 'hex')

const publicKey = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([spki, raw]), format: 'der', type: 'spki' })

const isSelective = (proof: Json): boolean => proof.cryptosuite === 'ecdsa-sd-2023'

/** Are key and signature of the kind that the proof says? */
export const isReadable = (proof: Json, multibase: string): boolean =>
  isSelective(proof)
    ? readDerived(proof.proofValue) !== null && readP256(multibase) !== null
    : readSignature(proof.proofValue) !== null && readKey(multibase) !== null

/** Did this key sign this document with this proof? */
export async function isSignedBy(document: Json, proof: Json, multibase: string): Promise<boolean> {
  if (isSelective(proof))
    return isDisclosedBy({ ...(await canonicalParts(document, proof)), proofValue: proof.proofValue, multibase })
  const key = readKey(multibase)
  const signature = readSignature(proof.proofValue)
  if (!key || !signature) return false
  return verify(null, await signedBytes(document, proof), publicKey(key), signature)
}
