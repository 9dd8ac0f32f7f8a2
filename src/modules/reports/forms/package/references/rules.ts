/** Rows from 1 as they are written; columns as letters. `absolute` tells which ends carry a `$`. */
export type Rows = { top: number; bottom: number; absolute: boolean }

const name = String.raw`[\p{L}\p{N}_.]`
const sheet = String.raw`(?:'(?:[^']|'')*'|\[?${name}+\]?${name}*(?::${name}+)?)!`
const cell = String.raw`\$?[A-Za-z]{1,3}\$?[0-9]{1,7}`
const token = new RegExp(
  [
    '"(?:[^"]|"")*"',
    String.raw`((?:${sheet})?(?:${cell}(?::${cell})?|\$?[0-9]{1,7}:\$?[0-9]{1,7}|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\p{L}\p{N}_.(!\[]))`,
    `(?:${sheet})`,
    `${name}+`,
    '\\[',
  ].join('|'),
  'uy',
)
const reference = new RegExp(
  String.raw`^(${sheet})?(\$?)([A-Za-z]{0,3})(\$?)(\d{0,7})(?::(\$?)([A-Za-z]{0,3})(\$?)(\d{0,7}))?$`,
  'u',
)

export type Reference = { sheet: string | null; text: string }

/** Calls `change` for each reference in a formula; texts, names, functions and columns of tables are left as they are. */
export function mapReferences(formula: string, change: (reference: Reference) => string): string {
  let out = ''
  let at = 0
  while (at < formula.length) {
    token.lastIndex = at
    const match = token.exec(formula)
    const found = match?.[0]
    if (found === undefined) out += formula[at++]
    else if (found === '[') {
      const end = endOfBrackets(formula, at)
      out += formula.slice(at, end)
      at = end
    } else {
      out += match?.[1] ? changed(found, change) : found
      at += found.length
    }
  }
  return out
}

function changed(text: string, change: (reference: Reference) => string): string {
  const bang = text.lastIndexOf('!')
  const prefix = text.slice(0, bang + 1)
  const own = prefix.startsWith("'") ? prefix.slice(1, -2).replaceAll("''", "'") : prefix.slice(0, -1)
  // other workbooks, and ranges of sheets, stay as they are
  if (own.includes('[') || (own.includes(':') && prefix !== '')) return text
  return prefix + change({ sheet: bang < 0 ? null : own, text: text.slice(bang + 1) })
}

function endOfBrackets(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    if (text[at] === '[') depth += 1
    if (text[at] === ']' && --depth === 0) return at + 1
  }
  return text.length
}

const lastRow = 1_048_576
const row = (number: number): string => String(Math.min(lastRow, Math.max(1, number)))

/** The same reference with other rows; `null` when it has no rows (whole columns). */
export function withRows(
  text: string,
  change: (rows: Rows, single: boolean) => { top: number; bottom: number },
): string {
  const match = reference.exec(text)
  if (!match) return text
  const [, , d1 = '', c1 = '', r1d = '', r1 = '', d2 = '', c2 = '', r2d = '', r2] = match
  if (r1 === '') return text
  const single = r2 === undefined
  const rows = { top: Number(r1), bottom: single ? Number(r1) : Number(r2) }
  const absolute = r1d === '$' && (single || r2d === '$')
  // A1 may be read as '$'?column'$'?row; rows alone (3:4) put their '$' before the empty column
  const plain = c1 === '' ? { absolute: d1 === '$' && (single || d2 === '$') } : { absolute }
  const next = change({ ...rows, ...plain }, single)
  const head = `${d1}${c1}${r1d}${row(next.top)}`
  if (single && next.top === next.bottom) return head
  return single ? `${head}:${d1}${c1}${r1d}${row(next.bottom)}` : `${head}:${d2}${c2}${r2d}${row(next.bottom)}`
}

/** A formula as it reads when it is copied some rows down. */
export const movedDown = (formula: string, rows: number): string =>
  mapReferences(formula, ({ text }) => {
    const ends = text.split(':').map((end) => {
      const match = /^(\$?[A-Za-z]{0,3})(\$?)(\d+)$/.exec(end)
      if (!match || match[2] === '$' || (match[1] ?? '').endsWith('$')) return end
      return `${match[1]}${row(Number(match[3]) + rows)}`
    })
    return ends.join(':')
  })
