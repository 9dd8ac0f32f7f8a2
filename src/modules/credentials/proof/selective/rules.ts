import { readBase58 } from '../rules.ts'

/** What a derived proof of ecdsa-sd-2023 carries: some statements were kept back, the rest still shows who signed. */
export type DerivedProof = {
  baseSignature: Uint8Array
  /** Of the key made for this credential alone: multicodec and compressed point. */
  publicKey: Uint8Array
  signatures: Uint8Array[]
  labels: Map<string, string>
  /** Which of the sorted statements had to be shown. */
  mandatory: Set<number>
}

const p256 = [0x80, 0x24] as const

const isP256 = (bytes: Uint8Array): boolean => bytes.length === 35 && bytes[0] === p256[0] && bytes[1] === p256[1]

/** The compressed point of a P-256 public key in multibase, or null. */
export function readP256(multibase: string): Uint8Array | null {
  const bytes = multibase.startsWith('z') ? readBase58(multibase.slice(1)) : null
  return bytes && isP256(bytes) ? bytes.slice(2) : null
}

type Value = number | Uint8Array | Value[] | Map<Value, Value>

/** As much of CBOR as such a proof needs: whole numbers, bytes, lists and maps. */
function readCbor(bytes: Uint8Array): Value | null {
  let at = 0
  const take = (count: number): Uint8Array => {
    if (at + count > bytes.length) throw new RangeError()
    at += count
    return bytes.subarray(at - count, at)
  }
  const size = (info: number): number => {
    if (info < 24) return info
    if (info > 26) throw new RangeError()
    return take(2 ** (info - 24)).reduce((sum, byte) => sum * 256 + byte, 0)
  }
  const read = (depth: number): Value => {
    const [first = 0] = take(1)
    const [kind, count] = [first >> 5, size(first & 31)]
    if (depth > 4 || (kind > 2 && count > 5000)) throw new RangeError()
    if (kind === 0) return count
    if (kind === 2) return take(count)
    if (kind === 4) return Array.from({ length: count }, () => read(depth + 1))
    if (kind === 5) return new Map(Array.from({ length: count }, () => [read(depth + 1), read(depth + 1)] as const))
    throw new RangeError()
  }
  try {
    const value = read(0)
    return at === bytes.length ? value : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const isBytes = (value: unknown, length?: number): value is Uint8Array =>
  value instanceof Uint8Array && (length === undefined || value.length === length)

/** Reads a derived proof, or tells by null that it is none. */
export function readDerived(proofValue: unknown): DerivedProof | null {
  if (typeof proofValue !== 'string' || !/^u[\w-]{100,20000}$/.test(proofValue)) return null
  const bytes = Uint8Array.from(atob(proofValue.slice(1).replaceAll('-', '+').replaceAll('_', '/')), (c) =>
    c.charCodeAt(0),
  )
  // d9 5d 01 says: a derived proof of this kind.
  if (bytes[0] !== 0xd9 || bytes[1] !== 0x5d || bytes[2] !== 0x01) return null
  const parts = readCbor(bytes.subarray(3))
  if (!Array.isArray(parts) || parts.length !== 5) return null
  const [baseSignature, publicKey, signatures, labels, mandatory] = parts
  if (!isBytes(baseSignature, 64) || !isBytes(publicKey) || !isP256(publicKey)) return null
  if (!Array.isArray(signatures) || !signatures.every((one) => isBytes(one, 64))) return null
  if (!(labels instanceof Map) || !Array.isArray(mandatory)) return null
  const named = new Map<string, string>()
  for (const [number, label] of labels) {
    if (typeof number !== 'number' || !isBytes(label, 32)) return null
    named.set(`c14n${number}`, `u${base64url(label)}`)
  }
  if (!mandatory.every((index) => typeof index === 'number')) return null
  return {
    baseSignature,
    publicKey,
    signatures: signatures as Uint8Array[],
    labels: named,
    mandatory: new Set(mandatory as number[]),
  }
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** The statements with the labels that their signer gave, in order; what stands inside quotation marks is left alone. */
export function relabelled(quads: string, labels: ReadonlyMap<string, string>): string[] | null {
  let complete = true
  const relabel = (line: string): string =>
    line.replace(/"(?:[^"\\]|\\.)*"|_:(c14n\d+)/g, (whole, label: string | undefined) => {
      if (label === undefined) return whole
      const given = labels.get(label)
      if (given === undefined) complete = false
      return `_:${given}`
    })
  const lines = quads
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${relabel(line)}\n`)
  return complete ? lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) : null
}
