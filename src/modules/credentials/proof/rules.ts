const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Base58 of Bitcoin, as multibase marks it with a leading z. */
export function writeBase58(bytes: Uint8Array): string {
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  let text = ''
  for (; number > 0n; number /= 58n) text = alphabet[Number(number % 58n)] + text
  const zeros = bytes.findIndex((byte) => byte !== 0)
  return alphabet[0]?.repeat(zeros < 0 ? bytes.length : zeros) + text
}

/** Null for what is none. At most 128 characters: longer ones are no key and no signature. */
export function readBase58(text: string): Uint8Array | null {
  if (text.length > 128) return null
  let number = 0n
  for (const sign of text) {
    const value = alphabet.indexOf(sign)
    if (value < 0) return null
    number = number * 58n + BigInt(value)
  }
  const bytes: number[] = []
  for (; number > 0n; number /= 256n) bytes.unshift(Number(number % 256n))
  const zeros = [...text].findIndex((sign) => sign !== alphabet[0])
  return Uint8Array.from([...Array<number>(zeros < 0 ? text.length : zeros).fill(0), ...bytes])
}

/** The multicodec that stands before the 32 bytes of an Ed25519 public key. */
const ed25519 = [0xed, 0x01] as const

export const writeKey = (raw: Uint8Array): string => `z${writeBase58(Uint8Array.from([...ed25519, ...raw]))}`

/** The 32 bytes of an Ed25519 public key in multibase, or null. */
export function readKey(multibase: string): Uint8Array | null {
  const bytes = multibase.startsWith('z') ? readBase58(multibase.slice(1)) : null
  return bytes?.length === 34 && bytes[0] === ed25519[0] && bytes[1] === ed25519[1] ? bytes.slice(2) : null
}

/** The 64 bytes of an Ed25519 signature in multibase, or null. */
export function readSignature(multibase: unknown): Uint8Array | null {
  const bytes = typeof multibase === 'string' && multibase.startsWith('z') ? readBase58(multibase.slice(1)) : null
  return bytes?.length === 64 ? bytes : null
}

export type NamedKey = { controller: string; multibase: string }

/** A method of verification that carries its key in its name: did:key:z6Mk…, or an issuer's address with #z6Mk…. */
export function keyNamedIn(method: string): NamedKey | null {
  const [base = '', fragment] = method.split('#')
  if (base.startsWith('did:key:')) {
    const multibase = base.slice('did:key:'.length)
    return fragment === undefined || fragment === multibase ? { controller: base, multibase } : null
  }
  if (!/^(?:https?:\/\/|did:web:)./.test(base)) return null
  return fragment ? { controller: base, multibase: fragment } : null
}
