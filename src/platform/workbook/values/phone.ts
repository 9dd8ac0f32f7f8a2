import { narrow, type Read } from './text.ts'

const mobile = /^1[3-9]\d{9}$/
const landline = /^(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})$/

/** A mobile number as its 11 digits, a fixed one as `0571-87654321`, a foreign one with its plus. */
export function readPhone(text: string): Read<string> {
  const first = narrow(text)
    .replace(/[(（](?:短号|微信|短)[^)）]*[)）]?$/, '')
    .split(/[;,、/]|(?<=\d{7}) (?=1[3-9]\d{9}$)/)
    .find((part) => /\d/.test(part))
  if (!first) return { problem: 'badPhone' }
  const [number = '', extension] = first.replace(/\.0+$/, '').split(/转|ext\.?|x|#/i)
  if (/[^\d\s()+\-–—.·]/.test(number.replace(/^\D*(?:电话|手机|tel|phone)\D*/i, ''))) return { problem: 'badPhone' }
  const plus = number.includes('+')
  const digits = number.replace(/\D/g, '').replace(/^(?:0086|86)(?=1\d{10}$|0\d{9,11}$)/, '')
  if (mobile.test(digits)) return { value: digits }
  const parts = landline.exec(digits)
  if (parts) return { value: `${parts[1]}-${parts[2]}${extension ? `-${extension.trim()}` : ''}` }
  if (plus && /^\d{7,15}$/.test(digits) && !digits.startsWith('86')) return { value: `+${digits}` }
  return { problem: 'badPhone' }
}
