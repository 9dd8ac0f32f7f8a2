/** A formula taken apart, as far as it is simple. Whatever else a formula may hold is left to the programs that open the file. */
export type Node =
  | { kind: 'value'; value: number | string | boolean }
  | { kind: 'range'; sheet: string | null; from: string; to: string }
  | { kind: 'call'; name: string; of: Node[] }
  | { kind: 'pair'; sign: string; left: Node; right: Node }
  | { kind: 'minus' | 'percent'; of: Node }

export class NotSimple extends Error {}

const token =
  /\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|"((?:[^"]|"")*)"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d{1,7})(?::(\$?[A-Za-z]{1,3}\$?\d{1,7}))?(?![\p{L}\p{N}_(.])|([A-Za-z][A-Za-z0-9.]*)(?=\()|(TRUE|FALSE)(?![\p{L}\p{N}_(])|(<=|>=|<>|[-+*/^&=<>(),%]))/uy

type Token = { text: string; node: Node | null; name: boolean }

function tokens(formula: string): Token[] {
  const out: Token[] = []
  token.lastIndex = 0
  const end = formula.trimEnd().length
  while (token.lastIndex < end) {
    const match = token.exec(formula)
    if (!match || out.length > 400) throw new NotSimple(formula)
    const [, number, text, sheet, from, to, name, flag, sign] = match
    if (number !== undefined) out.push({ text: '', node: { kind: 'value', value: Number(number) }, name: false })
    else if (text !== undefined)
      out.push({ text: '', node: { kind: 'value', value: text.replaceAll('""', '"') }, name: false })
    else if (from !== undefined) {
      const own = sheet?.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'") ?? null
      out.push({ text: '', node: { kind: 'range', sheet: own, from: bare(from), to: bare(to ?? from) }, name: false })
    } else if (name !== undefined) out.push({ text: name.toUpperCase(), node: null, name: true })
    else if (flag !== undefined) out.push({ text: '', node: { kind: 'value', value: flag === 'TRUE' }, name: false })
    else out.push({ text: sign ?? '', node: null, name: false })
  }
  return out
}

const bare = (cell: string): string => cell.replaceAll('$', '').toUpperCase()

const levels = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']]

export function readFormula(formula: string): Node {
  const all = tokens(formula)
  let at = 0
  const is = (text: string): boolean => all[at]?.node === null && !all[at]?.name && all[at]?.text === text
  const expect = (text: string): void => {
    if (!is(text)) throw new NotSimple(formula)
    at += 1
  }
  const pair = (level: number): Node => {
    const signs = levels[level]
    if (!signs) return signed()
    let left = pair(level + 1)
    for (;;) {
      const sign = signs.find(is)
      if (sign === undefined) return left
      at += 1
      left = { kind: 'pair', sign, left, right: pair(level + 1) }
    }
  }
  const signed = (): Node => {
    if (is('-')) {
      at += 1
      return { kind: 'minus', of: signed() }
    }
    if (is('+')) at += 1
    let own = one()
    while (is('%')) {
      at += 1
      own = { kind: 'percent', of: own }
    }
    return own
  }
  const one = (): Node => {
    const own = all[at]
    if (!own) throw new NotSimple(formula)
    if (own.node) {
      at += 1
      return own.node
    }
    if (!own.name) {
      expect('(')
      const inner = pair(0)
      expect(')')
      return inner
    }
    at += 1
    expect('(')
    const of: Node[] = []
    if (!is(')')) {
      of.push(pair(0))
      while (is(',')) {
        at += 1
        of.push(pair(0))
      }
    }
    expect(')')
    return { kind: 'call', name: own.text, of }
  }
  const whole = pair(0)
  if (at !== all.length) throw new NotSimple(formula)
  return whole
}
