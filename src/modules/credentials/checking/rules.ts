import type { Json } from '../proof/contract.ts'
import { keyNamedIn, type NamedKey } from '../proof/rules.ts'
import type { Fault, Reason, Statement } from './contract.ts'
import { beginsIn, endsIn, isObject, listOf, wordOf } from './shape/rules.ts'

/** Certificates are a few thousand characters; an embedded picture may make them longer. */
export const largest = 256 * 1024
export const deepest = 24
/** Comparing takes longer the more objects there are; a badge with results and alignments has a hundred. */
export const mostObjects = 500

const reason = (fault: Fault, values?: Record<string, string>): Reason => (values ? { fault, values } : { fault })

/** How deep its objects and lists stand in one another, and how many there are: counted before anything reads them. */
export function measure(text: string): { depth: number; objects: number } {
  let [depth, most, objects, quoted] = [0, 0, 0, false]
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (quoted) {
      if (sign === '\\') i++
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{' || sign === '[') {
      most = Math.max(most, ++depth)
      objects++
    } else if (sign === '}' || sign === ']') depth--
  }
  return { depth: most, objects }
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/

const readInstant = (value: unknown): Date | null => {
  const date = typeof value === 'string' && instant.test(value) ? new Date(value) : null
  return date && !Number.isNaN(date.getTime()) ? date : null
}

/** Begun and not over at this time. */
export function dateFaults(credential: Json, now: Date): Reason[] {
  const read = (field: string): { at: Date | null; wrong: Reason[] } => {
    const at = readInstant(credential[field])
    const wrong = credential[field] !== undefined && at === null
    return { at, wrong: wrong ? [reason('fieldWrong', { field })] : [] }
  }
  const [from, to] = [read(beginsIn(credential)), read(endsIn(credential))]
  return [
    ...from.wrong,
    ...to.wrong,
    ...(from.at && from.at > now ? [reason('notYet', { date: wordOf(credential[beginsIn(credential)]) })] : []),
    ...(to.at && to.at <= now ? [reason('expired', { date: wordOf(credential[endsIn(credential)]) })] : []),
  ]
}

const suites = ['eddsa-rdfc-2022', 'eddsa-2022', 'ecdsa-sd-2023']

const isKnownProof = (proof: Json): boolean =>
  proof.type === 'Ed25519Signature2020' ||
  (proof.type === 'DataIntegrityProof' && suites.includes(wordOf(proof.cryptosuite)))

export const issuerOf = (credential: Json): string | null => {
  const { issuer } = credential
  const id = isObject(issuer) ? issuer.id : issuer
  return typeof id === 'string' ? id : null
}

export type Signed = { proof: Json; key: NamedKey }

/** The proof that can be judged here, with the key that it names; or why there is none. */
export function proofOf(credential: Json): Signed | Reason {
  const proofs = listOf(credential.proof).filter(isObject)
  if (proofs.length === 0) return reason('noProof')
  const proof = proofs.find(isKnownProof)
  if (!proof) return reason('proofUnknown', { proof: proofs.map((p) => wordOf(p.cryptosuite ?? p.type)).join(', ') })
  if (proof.proofPurpose !== 'assertionMethod') return reason('fieldWrong', { field: 'proof.proofPurpose' })
  if (proof.created !== undefined && !readInstant(proof.created))
    return reason('fieldWrong', { field: 'proof.created' })
  const key = typeof proof.verificationMethod === 'string' ? keyNamedIn(proof.verificationMethod) : null
  return key ? { proof, key } : reason('keyUnreadable', { method: wordOf(proof.verificationMethod).slice(0, 200) })
}

/** Whoever signs must be who issues. An issuer without an address (a bare number, urn:) has nobody to contradict. */
export function issuerRefusal(credential: Json, key: NamedKey): Reason | null {
  const issuer = issuerOf(credential)
  if (issuer === null || issuer === key.controller) return null
  if (issuer.startsWith('urn:') && key.controller.startsWith('did:key:')) return null
  return reason('wrongIssuer', { issuer, signer: key.controller })
}

/** Lists of revoked credentials of others are not asked: a credential that names one cannot be said to stand. */
export const statusFaults = (credential: Json): Reason[] =>
  listOf(credential.credentialStatus)
    .slice(0, 1)
    .map((status) => {
      const list = isObject(status) ? (status.statusListCredential ?? status.id) : status
      return reason('statusUnknown', { list: wordOf(list).slice(0, 300) })
    })

const textOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value.slice(0, 600)
  if (isObject(value) && typeof value['@value'] === 'string') return value['@value'].slice(0, 600)
  return Array.isArray(value) ? value.map(textOf).filter(Boolean).join(' · ').slice(0, 600) || null : null
}

/** What it says to a reader. Of the person nothing but a name: not an address, not an e-mail, not a number. */
export function statementOf(credential: Json): Statement {
  const subject = listOf(credential.credentialSubject).find(isObject) ?? {}
  const achievement = isObject(subject.achievement) ? subject.achievement : {}
  const named = listOf(subject.identifier)
    .filter(isObject)
    .find((one) => one.identityType === 'name' && one.hashed !== true)
  const minutes = listOf(subject.result)
    .filter(isObject)
    .find((one) => wordOf(one.resultDescription).endsWith('#minutes'))?.value
  return {
    issuer: isObject(credential.issuer)
      ? (textOf(credential.issuer.name) ?? issuerOf(credential))
      : issuerOf(credential),
    person: textOf(subject.name) ?? textOf(named?.identityHash),
    name: textOf(credential.name),
    achievement: textOf(achievement.name),
    narrative: textOf(subject.narrative) ?? textOf(achievement.description) ?? textOf(subject.endorsementComment),
    minutes: typeof minutes === 'string' && /^\d{1,9}$/.test(minutes) ? Number(minutes) : null,
    roles: textOf(subject.role),
    from: textOf(subject.activityStartDate),
    to: textOf(subject.activityEndDate),
    validFrom: textOf(credential[beginsIn(credential)]),
    validUntil: textOf(credential[endsIn(credential)]),
  }
}

/** The same JSON, whatever the order of its fields. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => isSame(one, b[i]))
  if (!isObject(a)) return a === b
  if (!isObject(b)) return false
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && isSame(a[name], b[name]))
  )
}
