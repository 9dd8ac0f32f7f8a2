/** Codes at the door, made and read alike on the server and on a tablet without a network. They name nobody. */

// Crockford's alphabet: nothing that looks like something else.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** As somebody types it: lower case, spaces and dashes, O for 0, I or L for 1. */
const tidy = (text: string): string =>
  text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')

function base32(bytes: Uint8Array, length: number): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  bits <<= 4n
  const all = BigInt(bytes.length * 8 + 4)
  let text = ''
  for (let i = 1; i <= length; i++) text += alphabet[Number((bits >> (all - BigInt(i * 5))) & 31n)]
  return text
}

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))

async function mac(key: string, about: string, length: number): Promise<string> {
  const { subtle } = globalThis.crypto
  const made = await subtle.importKey('raw', bytesOf(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return base32(new Uint8Array(await subtle.sign('HMAC', made, new TextEncoder().encode(about))), length)
}

export const stepLength = 30_000
export const stepAt = (now: Date): number => Math.floor(+now / stepLength)

const doorCodeLength = 16
export const doorCode = (key: string, step: number): Promise<string> => mac(key, `door ${step}`, doorCodeLength)

/** What a door shows now, or showed or will show half a minute on either side: clocks and hands are slow. */
export async function acceptsDoorCode(key: string, code: string, now: Date): Promise<boolean> {
  const given = tidy(code)
  const step = stepAt(now)
  const codes = await Promise.all([step - 1, step, step + 1].map((one) => doorCode(key, one)))
  return codes.includes(given)
}

const endLength = 8
/** By hand these many are typed: who it is, and enough to tell a slip or a guess. */
export const typedLength = 12
const fullLength = 24

/** The end of somebody's id, forty bits: it names nobody to whoever reads it. */
export const endOf = (personId: string): string => {
  const hex = personId.slice(-10)
  return base32(
    Uint8Array.from({ length: 5 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16)),
    endLength,
  )
}

/** The last ten hexadecimal digits of the id that this is the end of. */
export const hexOfEnd = (end: string): string => {
  let bits = 0n
  for (const char of end) bits = (bits << 5n) | BigInt(alphabet.indexOf(char))
  return bits.toString(16).padStart(10, '0')
}

/** Somebody's own code of a day: held to a kiosk whole, or its first twelve characters typed. */
export const ownCode = async (dayKey: string, personId: string): Promise<string> => {
  const end = endOf(personId)
  return end + (await mac(dayKey, `own ${end}`, fullLength - endLength))
}

/** Whose code this is, or null when it was not made with this key. */
export async function readOwnCode(dayKey: string, text: string): Promise<string | null> {
  const code = tidy(text)
  if (![typedLength, fullLength].includes(code.length)) return null
  if ([...code].some((char) => !alphabet.includes(char))) return null
  const end = code.slice(0, endLength)
  const expected = end + (await mac(dayKey, `own ${end}`, fullLength - endLength))
  return expected.startsWith(code) ? end : null
}

/** In groups of four, as it is read aloud. */
export const grouped = (code: string): string => code.replaceAll(/.{4}(?=.)/g, '$& ')
