import { readPhone } from './phone.ts'
import { narrow, readName } from './text.ts'

const firm = /[、,;/|+&\n\r]|\band\b|以及/

/**
 * The people of a list in one cell. Between firm marks a space belongs to the name; where spaces are all there is,
 * a lone character belongs to its neighbour, and `known` decides which.
 */
export function splitNames(text: string, known: (name: string) => boolean = () => false): string[] {
  const parts = text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\((?:共|计)?\d+人?\)|等\d*人$|共\d+人$/g, '')
    .split(firm)
    .map(narrow)
    .filter((part) => part !== '' && !/^(无|暂无|—+|-+)$/.test(part))
  const lists =
    parts.length > 1
      ? parts.flatMap((part) => (tooLong(part) ? spaced(part, known) : [part]))
      : parts.flatMap((part) => spaced(part, known))
  return [...new Set(lists.map(plainName).filter((name) => name !== ''))]
}

/** Every name that the list could mean, to be looked up before it is split. */
export function possibleNames(text: string): string[] {
  const tokens = narrow(text)
    .split(/[ 、,;/|]+/)
    .filter(Boolean)
  const joined = tokens.flatMap((token, i) => [
    token,
    token + (tokens[i + 1] ?? ''),
    token + (tokens[i + 1] ?? '') + (tokens[i + 2] ?? ''),
  ])
  return [...new Set([...joined.map(plainName), ...splitNames(text)])].filter((name) => name.length >= 2)
}

const tooLong = (part: string) =>
  part.replace(/ /g, '').length > 4 && part.includes(' ') && /\p{Script=Han}/u.test(part)

const behind = /^(?<name>[^([【]*?\p{L}[^([【]*?)\s*[([【](?<note>[^)\]】]*)[)\]】]?\s*(?<more>.*)$/u
const number = /\s*[:,;]?\s*(?<!\d)(\+?[\d][\d\s-]{5,}\d)(?!\d)\s*$/

/** A name freed of what people write behind it: a number to call, a remark in brackets. */
export function bareName(text: string): { name: string; phone?: string; note?: string } {
  const plain = narrow(text)
  if (!/[\d([【]/.test(plain)) return { name: plain }
  const called = number.exec(plain.replace(/[)\]】]\s*$/, ''))?.[1]
  const read = called ? readPhone(called) : undefined
  const phone = read && 'value' in read ? read.value : undefined
  const rest =
    phone && called
      ? plain
          .replace(called, '')
          .replace(/[([【]\s*[)\]】]|[([【\s:,;-]+$/g, '')
          .trim()
      : plain
  const { name, note = '', more = '' } = behind.exec(rest)?.groups ?? { name: rest }
  const said = [note, more]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ')
  return { name: name ?? rest, ...(phone ? { phone } : {}), ...(said ? { note: said.slice(0, 60) } : {}) }
}

const plainName = (part: string): string => {
  const read = readName(bareName(part.replace(/^(组长|队长|副队长|成员|负责人)[::]\s*/, '')).name)
  return 'value' in read ? read.value : ''
}

function spaced(part: string, known: (name: string) => boolean): string[] {
  if (!/\p{Script=Han}/u.test(part)) return [part]
  const tokens = part.split(' ')
  const names: string[] = []
  for (let i = 0; i < tokens.length; i++) {
    const joined = [3, 2]
      .map((n) => ({ n, name: tokens.slice(i, i + n).join('') }))
      .filter(({ n }) => i + n <= tokens.length)
    const token = tokens[i] as string
    const whole = joined.find(({ name }) => name.length <= 4 && known(name) && !known(token))
    const lone = [...token].length === 1 ? joined.find(({ n, name }) => n === 2 && name.length <= 4) : undefined
    const next = tokens[i + 1]
    const trails =
      next !== undefined && [...next].length === 1 && (i + 2 === tokens.length || !known(next + tokens[i + 2]))
    const alone =
      trails && [...token].length === 2 && !known(token) && i + 2 === tokens.length
        ? { n: 2, name: token + next }
        : undefined
    const taken = whole ?? lone ?? alone
    names.push(taken?.name ?? token)
    i += (taken?.n ?? 1) - 1
  }
  return names
}
