import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Download } from '../endpoint.ts'
import { type Archive, kindOfFile, limits, openArchive, pieces, wholeText } from './archive.ts'
import { textOf } from './cell.ts'
import { csvRows } from './csv.ts'
import { markSheet, type RowMark, type Styles, surveySheet } from './mark-sheet.ts'
import { partsOf } from './reader.ts'

/** One thing to say of a row; `column` is the cell it is about. `heading` marks the row in which the new column gets its name. */
export type Mark = { sheet: string; row: number; column: number | null; words: string; heading?: true }

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The same file with the wrong cells coloured and the reasons in a column of their own; all else is copied as it is. */
export async function markWorkbook(
  path: string,
  fileName: string,
  marks: readonly Mark[],
  suffix: string,
): Promise<Download> {
  const extension = extname(fileName)
  const name = `${fileName.slice(0, fileName.length - extension.length)}${suffix}${extension || '.xlsx'}`
  if ((await kindOfFile(path)) === 'text') {
    return { name, type: 'text/csv; charset=utf-8', body: Readable.from(encoded(markCsv(path, byRow(marks)))) }
  }
  const archive = await openArchive(path)
  return { name, type: workbookType, body: Readable.from(markedArchive(archive, marks)) }
}

function byRow(marks: readonly Mark[]): Map<number, RowMark> {
  const rows = new Map<number, RowMark>()
  for (const { row, column, words, heading } of marks) {
    const own = rows.get(row)
    const columns = [...(own?.columns ?? []), ...(column === null ? [] : [column])]
    rows.set(row, { columns, words: own ? `${own.words}; ${words}` : words, ...(heading ? { heading } : {}) })
  }
  return rows
}

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of text) yield Buffer.from(piece)
}

async function* markCsv(path: string, marks: Map<number, RowMark>): AsyncGenerator<string> {
  const field = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  // A byte order mark, so that office programs read it as UTF-8.
  yield '\uFEFF'
  for await (const row of csvRows(path)) {
    const cells = Array.from(row.cells, textOf)
    yield `${[...cells, marks.get(row.number)?.words ?? ''].map(field).join(',')}\r\n`
  }
}

async function* markedArchive(archive: Archive, marks: readonly Mark[]): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  try {
    const parts = await partsOf(archive)
    const bySheet = new Map<string, Map<number, RowMark>>()
    for (const { name, part } of parts.sheets) {
      const own = marks.filter((mark) => mark.sheet === name)
      if (own.length > 0) bySheet.set(part, byRow(own))
    }
    const widths = new Map<string, number>()
    const used = new Set<number>()
    for (const [part, rows] of bySheet) {
      const { styles, width } = await surveySheet(pieces(archive, part, limits.inflated), rows)
      widths.set(part, width)
      for (const style of styles) used.add(style)
    }
    const { text, styles } = parts.styles
      ? addStyles(await wholeText(archive, parts.styles), used)
      : { text: '', styles: noStyles }
    for (const name of archive.names) {
      if (name.endsWith('/')) continue
      const rows = bySheet.get(name)
      if (name === parts.styles) zip.addBuffer(Buffer.from(text), name)
      else {
        const source = pieces(archive, name, limits.inflated)
        const body = rows ? markSheet(source, rows, widths.get(name) ?? 0, styles) : source
        zip.addReadStreamLazy(name, (hand) =>
          hand(null, Readable.from(rows ? encoded(body as AsyncIterable<string>) : body)),
        )
      }
    }
    zip.end()
    for await (const piece of zip.outputStream) yield piece as Buffer
  } finally {
    archive.close()
  }
}

const noStyles: Styles = { wrong: () => undefined, words: undefined, heading: undefined }
const wrongColour = 'FFFFC7CE'

/** Adds a fill, and for every style that a wrong cell has, the same style with that fill. */
function addStyles(text: string, used: ReadonlySet<number>): { text: string; styles: Styles } {
  const fills = section(text, 'fills')
  const formats = section(text, 'cellXfs')
  if (!fills || !formats) return { text, styles: noStyles }
  const prefix = formats.prefix
  const fill = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${wrongColour}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`
  const fillId = children(fills.inner, 'fill').length
  const own = children(formats.inner, 'xf')
  const clones = new Map<number, number>()
  const added: string[] = []
  for (const style of used) {
    const format = own[style]
    if (!format) continue
    clones.set(style, own.length + added.length)
    added.push(filled(format, fillId))
  }
  const wrong = (style: number) => clones.get(style)
  const changed = replaceSection(
    replaceSection(text, formats, formats.inner + added.join(''), own.length + added.length),
    section(text, 'fills') ?? fills,
    fills.inner + fill,
    fillId + 1,
  )
  return { text: changed, styles: { wrong, words: wrong(0), heading: wrong(0) } }
}

function filled(format: string, fillId: number): string {
  const head = /^<[^>]*>/.exec(format)?.[0] ?? ''
  const bare = head
    .replace(/\s(?:fillId|applyFill)\s*=\s*["'][^"']*["']/g, '')
    .replace(/\s*(\/?>)$/, ` fillId="${fillId}" applyFill="1"$1`)
  return bare + format.slice(head.length)
}

type Section = { name: string; prefix: string; head: string; inner: string; whole: string }

function section(text: string, name: string): Section | undefined {
  const match = new RegExp(`(<((?:[\\w.-]+:)?)${name}(?:\\s[^>]*)?>)([\\s\\S]*?)</(?:[\\w.-]+:)?${name}>`).exec(text)
  return match
    ? { name, prefix: match[2] ?? '', head: match[1] ?? '', inner: match[3] ?? '', whole: match[0] }
    : undefined
}

const children = (inner: string, name: string): string[] =>
  inner
    .match(new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^>]*?)?(?:/>|(?<!/)>[\\s\\S]*?</(?:[\\w.-]+:)?${name}>)`, 'g'))
    ?.filter((own) => own !== '') ?? []

const replaceSection = (text: string, { name, prefix, head, whole }: Section, inner: string, count: number): string =>
  text.replace(
    whole,
    () => `${head.replace(/\scount\s*=\s*["'][^"']*["']/, ` count="${count}"`)}${inner}</${prefix}${name}>`,
  )
