import { columnLetters, parseReference } from './cell.ts'

/** What is to be said of one row: its wrong cells, and the words beside it. */
export type RowMark = { columns: number[]; words: string; heading?: true }
export type Styles = {
  wrong: (style: number) => number | undefined
  words: number | undefined
  heading: number | undefined
}

type Piece = { text: string; tag: boolean }

/** Cuts XML into tags and what stands between them, across the borders of chunks. */
export async function* pieces(source: AsyncIterable<Buffer>): AsyncGenerator<Piece> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let rest = ''
  for await (const chunk of source) {
    rest += decoder.decode(chunk, { stream: true })
    let at = 0
    for (;;) {
      const open = rest.indexOf('<', at)
      if (open < 0) break
      const close = endOfTag(rest, open)
      if (close < 0) break
      if (open > at) yield { text: rest.slice(at, open), tag: false }
      yield { text: rest.slice(open, close), tag: true }
      at = close
    }
    rest = rest.slice(at)
  }
  rest += decoder.decode()
  if (rest) yield { text: rest, tag: false }
}

function endOfTag(text: string, open: number): number {
  for (const [begin, end] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
  ] as const) {
    if (!text.startsWith(begin, open)) continue
    const found = text.indexOf(end, open)
    return found < 0 ? -1 : found + end.length
  }
  let quote = ''
  for (let at = open + 1; at < text.length; at++) {
    const char = text[at] as string
    if (quote) quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '>') return at + 1
  }
  return -1
}

const parse = (tag: string) => /^<(\/?)(?:([\w.-]+):)?(\w+)/.exec(tag)
const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1]

/** The last column that holds something, and the styles of the cells to be marked. */
export async function surveySheet(source: AsyncIterable<Buffer>, marks: ReadonlyMap<number, RowMark>) {
  const styles = new Set<number>([0])
  let width = 0
  let row = 0
  let column = -1
  for await (const { text, tag } of pieces(source)) {
    if (!tag) continue
    const name = parse(text)?.[3]
    if (text.startsWith('</')) continue
    if (name === 'row') {
      row = Number(attribute(text, 'r')) || row + 1
      column = -1
    } else if (name === 'c') {
      column = parseReference(attribute(text, 'r') ?? '')?.column ?? column + 1
      if (!text.endsWith('/>')) width = Math.max(width, column + 1)
      if (marks.get(row)?.columns.includes(column)) styles.add(Number(attribute(text, 's') ?? 0))
    }
  }
  return { styles, width }
}

const xmlText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot carry them
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')

/** Writes the sheet as it is, with the wrong cells in another style and the words in the column `width`. */
export async function* markSheet(
  source: AsyncIterable<Buffer>,
  marks: ReadonlyMap<number, RowMark>,
  width: number,
  styles: Styles,
): AsyncGenerator<string> {
  let row = 0
  let column = -1
  let mark: RowMark | undefined
  let missing: number[] = []
  let prefix = ''
  let skipping = false
  const styled = (style: number | undefined) => (style === undefined ? '' : ` s="${style}"`)
  const wrongCell = (at: number) => `<${prefix}c r="${columnLetters(at)}${row}"${styled(styles.wrong(0))}/>`
  const wordsCell = ({ words, heading }: RowMark) =>
    `<${prefix}c r="${columnLetters(width)}${row}" t="inlineStr"${styled(heading ? styles.heading : styles.words)}><${prefix}is><${prefix}t xml:space="preserve">${xmlText(words)}</${prefix}t></${prefix}is></${prefix}c>`
  for await (const { text, tag } of pieces(source)) {
    const parsed = tag ? parse(text) : null
    const name = parsed?.[3]
    const closes = parsed?.[1] === '/'
    if (skipping) {
      if (name === 'c' && closes) skipping = false
      continue
    }
    if (name === 'dimension') yield widen(text, width)
    else if (name === 'row' && !closes) {
      prefix = parsed?.[2] ? `${parsed[2]}:` : ''
      row = Number(attribute(text, 'r')) || row + 1
      column = -1
      mark = text.endsWith('/>') ? undefined : marks.get(row)
      missing = [...(mark?.columns ?? [])].sort((a, b) => a - b)
      yield mark ? text.replace(/\sspans\s*=\s*["'][^"']*["']/, '') : text
    } else if (name === 'row' && closes && mark) {
      for (const at of missing) yield wrongCell(at)
      yield wordsCell(mark) + text
      mark = undefined
    } else if (name === 'c' && !closes && mark) {
      column = parseReference(attribute(text, 'r') ?? '')?.column ?? column + 1
      const before = missing.filter((at) => at < column)
      missing = missing.filter((at) => at > column)
      for (const at of before) yield wrongCell(at)
      // An empty cell that only carries a style makes room for the words.
      if (column >= width) skipping = !text.endsWith('/>')
      else yield mark.columns.includes(column) ? restyle(text, styles) : text
    } else yield text
  }
}

function restyle(tag: string, styles: Styles): string {
  const style = styles.wrong(Number(attribute(tag, 's') ?? 0))
  if (style === undefined) return tag
  const bare = tag.replace(/\ss\s*=\s*["'][^"']*["']/, '')
  return bare.replace(/\s*(\/?>)$/, ` s="${style}"$1`)
}

function widen(tag: string, width: number): string {
  return tag.replace(
    /(ref\s*=\s*["'])([A-Z]+\d+)(?::([A-Z]+)(\d+))?/,
    (all, begin: string, from: string, letters?: string, row?: string) => {
      const to = parseReference(`${letters ?? from.replace(/\d+/, '')}${row ?? from.replace(/\D+/, '')}`)
      return to && to.column < width ? `${begin}${from}:${columnLetters(width)}${to.row}` : all
    },
  )
}
