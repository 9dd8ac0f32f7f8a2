import { wordOf } from '../checking/shape/rules.ts'
import type { Json } from '../proof/contract.ts'

/** A picture of a badge may carry the credential; nothing larger is taken. */
export const largestFile = 1024 * 1024

/** The code of the public page, as a printed certificate carries it in its link. */
export const tokenIn = (pdf: string): string | null => /\/verify\/([\w-]{54})(?![\w-])/.exec(pdf)?.[1] ?? null

export const isPdf = (content: Uint8Array): boolean => String.fromCharCode(...content.subarray(0, 5)) === '%PDF-'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

export const isPng = (content: Uint8Array): boolean => signature.every((byte, i) => content[i] === byte)

/** The credential in a baked PNG badge: an iTXt chunk with the keyword `openbadgecredential`, not compressed. */
export function textInPng(content: Uint8Array): string | null {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  for (let at = 8; at + 12 <= content.length; ) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...content.subarray(at + 4, at + 8))
    const data = content.subarray(at + 8, at + 8 + length)
    if (type === 'iTXt') {
      const parts = iTxt(data)
      if (parts?.keyword === 'openbadgecredential') return parts.text
    }
    if (type === 'IEND') return null
    at += 12 + length
  }
  return null
}

function iTxt(data: Uint8Array): { keyword: string; text: string } | null {
  const end = data.indexOf(0)
  // Compressed text is not read: nobody can say beforehand how large it becomes.
  if (end < 0 || data[end + 1] !== 0) return null
  const language = data.indexOf(0, end + 3)
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1)
  if (translated < 0) return null
  const read = (from: number, to?: number): string => new TextDecoder().decode(data.subarray(from, to))
  return { keyword: read(0, end), text: read(translated + 1) }
}

export const issuerIdOf = (credential: Json): string => {
  const { issuer } = credential
  return wordOf(typeof issuer === 'object' && issuer !== null && 'id' in issuer ? issuer.id : issuer)
}
