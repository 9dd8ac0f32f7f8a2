/**
 * An element as it stands in a part of a package. Its opening tag is kept as it was written, so that whatever is not
 * changed is printed byte for byte as it was read.
 */
export type Element = { name: string; prefix: string; tag: string; empty: boolean; children: Piece[]; close: string }
export type Piece = Element | string

const deepest = 200

/** What cannot be read as XML, or what no workbook holds: a document type, with which entities could expand or fetch. */
export class NotXml extends Error {}

const skips = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/** Reads a part without losing anything: comments, instructions and white space are kept as texts. */
export function parseXml(text: string): Piece[] {
  const top: Piece[] = []
  const open: { element: Element; name: string }[] = []
  const here = (): Piece[] => open.at(-1)?.element.children ?? top
  let at = 0
  while (at < text.length) {
    const start = text.indexOf('<', at)
    if (start < 0) break
    if (start > at) here().push(text.slice(at, start))
    const skip = skips.find(([begin]) => text.startsWith(begin, start))
    const end = skip ? text.indexOf(skip[1], start + skip[0].length) + skip[1].length : endOfTag(text, start)
    if (end <= start || (skip && end < start + skip[0].length)) throw new NotXml('a tag does not end')
    const tag = text.slice(start, end)
    at = end
    if (skip) here().push(tag)
    else if (tag.startsWith('<!')) throw new NotXml('a document type')
    else if (tag.startsWith('</')) {
      const own = open.pop()
      if (own?.name !== tag.slice(2, -1).trimEnd()) throw new NotXml('tags do not match')
      own.element.close = tag
    } else {
      const element = begun(tag)
      here().push(element)
      if (!element.empty)
        open.push({ element, name: element.prefix ? `${element.prefix}:${element.name}` : element.name })
      if (open.length > deepest) throw new NotXml('too deep')
    }
  }
  if (open.length > 0) throw new NotXml('an element does not end')
  if (at < text.length) top.push(text.slice(at))
  return top
}

function endOfTag(text: string, start: number): number {
  let quote = 0
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quote) quote = code === quote ? 0 : quote
    else if (code === 34 || code === 39) quote = code
    else if (code === 62) return at + 1
  }
  return -1
}

function begun(tag: string): Element {
  const full = /^<([^\s/>]+)/.exec(tag)?.[1]
  if (!full) throw new NotXml('a tag without a name')
  const colon = full.indexOf(':')
  const empty = tag.endsWith('/>')
  const [name, prefix] = [full.slice(colon + 1), colon < 0 ? '' : full.slice(0, colon)]
  return { name, prefix, tag, empty, children: [], close: empty ? '' : `</${full}>` }
}

export function printXml(pieces: readonly Piece[]): string {
  const out: string[] = []
  const print = (piece: Piece): void => {
    if (typeof piece === 'string') out.push(piece)
    else if (piece.empty && piece.children.length === 0) out.push(piece.tag)
    else {
      out.push(piece.empty ? `${piece.tag.slice(0, -2).trimEnd()}>` : piece.tag)
      for (const child of piece.children) print(child)
      out.push(piece.close || `</${piece.prefix ? `${piece.prefix}:` : ''}${piece.name}>`)
    }
  }
  for (const piece of pieces) print(piece)
  return out.join('')
}

/** A new element with the same prefix as its neighbours. */
export const element = (
  like: { prefix: string },
  name: string,
  attributes: string,
  children: Piece[] = [],
): Element => {
  const full = like.prefix ? `${like.prefix}:${name}` : name
  const head = `<${full}${attributes ? ` ${attributes}` : ''}`
  return children.length > 0
    ? { name, prefix: like.prefix, tag: `${head}>`, empty: false, children, close: `</${full}>` }
    : { name, prefix: like.prefix, tag: `${head}/>`, empty: true, children: [], close: '' }
}

export const copyOf = (piece: Element): Element => ({
  ...piece,
  children: piece.children.map((child) => (typeof child === 'string' ? child : copyOf(child))),
})

export const isElement = (piece: Piece): piece is Element => typeof piece !== 'string'
export const childrenOf = (parent: { children: Piece[] }, name: string): Element[] =>
  parent.children.filter((child): child is Element => isElement(child) && child.name === name)
export const childOf = (parent: { children: Piece[] } | undefined, name: string): Element | undefined =>
  parent?.children.find((child): child is Element => isElement(child) && child.name === name)

/** Every element below, the outer before the inner. */
export function* elementsIn(pieces: readonly Piece[]): Generator<Element> {
  for (const piece of pieces) {
    if (!isElement(piece)) continue
    yield piece
    yield* elementsIn(piece.children)
  }
}

export const rootOf = (pieces: readonly Piece[]): Element => {
  const root = pieces.find(isElement)
  if (!root) throw new NotXml('nothing stands in it')
  return root
}

const patterns = new Map<string, RegExp>()
const patternOf = (name: string): RegExp => {
  const known = patterns.get(name) ?? new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  patterns.set(name, known)
  return known
}

/** The value of an attribute by its full name, freed of entities. */
export function attribute(of: Element, name: string): string | undefined {
  const match = patternOf(name).exec(of.tag)
  return match ? unescaped(match[1] ?? match[2] ?? '') : undefined
}

export function setAttribute(of: Element, name: string, value: string | null): void {
  // most cells lack what is taken away from them
  if (value === null && !of.tag.includes(name)) return
  const pattern = patternOf(name)
  const written = value === null ? '' : ` ${name}="${escaped(value)}"`
  if (pattern.test(of.tag)) of.tag = of.tag.replace(pattern, () => written)
  else if (written) of.tag = of.tag.replace(/\s*(\/?>)$/, (_, end: string) => `${written}${end}`)
}

/** The characters in it, of all that stands below. */
export function textIn(of: { children: Piece[] }): string {
  return of.children
    .map((child) => {
      if (isElement(child)) return textIn(child)
      if (child.startsWith('<![CDATA[')) return child.slice(9, -3)
      return child.startsWith('<') ? '' : unescaped(child)
    })
    .join('')
}

export const setText = (of: Element, text: string): void => {
  of.children = text === '' ? [] : [escaped(text)]
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
        (all, hex: string, decimal: string, name: string) => {
          if (name) return entities[name] ?? all
          const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
          return code <= 0x10ffff ? String.fromCodePoint(code) : all
        },
      )
    : text

/** What XML cannot hold is left out. */
export const escaped = (text: string): string => (/^[\w\u4e00-\u9fff .,:;-]*$/.test(text) ? text : escapedAll(text))

const escapedAll = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
