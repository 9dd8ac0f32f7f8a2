import { type Cell, isoOfSerial, maxColumns, parseReference, type Row, textOfNumber } from './cell.ts'
import type { NumberKind } from './styles.ts'
import { parseXml } from './xml.ts'

export type Merge = { top: number; bottom: number; left: number; right: number }
type Book = { strings: string[]; styles: NumberKind[]; from1904: boolean; merges: Merge[] }

const mostMerges = 50_000

/** Merged ranges stand after the rows that they concern, so they are looked for in a first, quick pass over the bytes. */
export async function mergesOf(source: AsyncIterable<Buffer>): Promise<Merge[]> {
  const merges: Merge[] = []
  let rest = ''
  for await (const piece of source) {
    const text = rest + piece.toString('latin1')
    for (const [, reference = ''] of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]*)"/g)) {
      const [from, to] = reference.split(':').map(parseReference)
      if (from && to && merges.length < mostMerges) {
        merges.push({ top: from.row, bottom: to.row, left: from.column, right: to.column })
      }
    }
    rest = text.slice(Math.max(text.lastIndexOf('<'), text.length - 300))
  }
  return merges.sort((a, b) => a.top - b.top)
}

export async function* sheetRows(source: AsyncIterable<Buffer>, book: Book): AsyncGenerator<Row> {
  const fill = filler(book.merges)
  let done: Row[] = []
  let row: Row | undefined
  let number = 0
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let inValue = false
  let inAid = false
  let formula = false
  for await (const _ of parseXml(source, {
    open(tag, attributes) {
      if (tag === 'row') {
        number = rowNumber(attributes.r) ?? number + 1
        row = { number, hidden: /^(1|true)$/.test(attributes.hidden ?? ''), cells: [] }
        column = -1
      } else if (tag === 'c') {
        column = attributes.r ? (parseReference(attributes.r)?.column ?? column + 1) : column + 1
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        value = ''
        formula = false
      } else if (tag === 'v' || tag === 't') inValue = !inAid
      else if (tag === 'rPh') inAid = true
      else if (tag === 'f') formula = true
    },
    close(tag) {
      if (tag === 'v' || tag === 't') inValue = false
      else if (tag === 'rPh') inAid = false
      else if (tag === 'c' && row && column < maxColumns) {
        const cell = cellOf(type, value, book.styles[style] ?? 'number', formula, book)
        if (cell) row.cells[column] = cell
      } else if (tag === 'row' && row) {
        fill(row)
        done.push(row)
        row = undefined
      }
    },
    text(piece) {
      if (inValue) value += piece
    },
  })) {
    yield* done
    done = []
  }
}

function cellOf(type: string, value: string, kind: NumberKind, formula: boolean, book: Book): Cell | undefined {
  // A formula that no program has calculated yet has no result to read.
  if (value === '') return formula && type !== 'str' ? { kind: 'error', text: '=?' } : undefined
  if (type === 's') return text(book.strings[Number(value)] ?? '')
  if (type === 'inlineStr' || type === 'str') return text(plainText(value))
  if (type === 'e') return { kind: 'error', text: value }
  if (type === 'b')
    return { kind: 'boolean', value: value === '1' || value === 'true', text: value === '1' ? 'TRUE' : 'FALSE' }
  if (type === 'd') return { kind: 'date', iso: value.slice(0, value.length > 10 ? 16 : 10), text: value }
  const number = Number(value)
  if (!Number.isFinite(number)) return text(value)
  return numberCell(number, kind, book.from1904)
}

function numberCell(number: number, kind: NumberKind, from1904: boolean): Cell {
  const plain = textOfNumber(number)
  if (kind === 'length' || (kind === 'time' && number < 1)) {
    const minutes = Math.round(number * 1440)
    const clock = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
    return { kind: 'time', minutes, length: kind === 'length', text: clock }
  }
  const iso = kind === 'number' ? undefined : isoOfSerial(number, from1904)
  return iso ? { kind: 'date', iso, text: iso.replace('T', ' ') } : { kind: 'number', number, text: plain }
}

/** What a row says of its place, if it can be one. */
const rowNumber = (written: string | undefined): number | undefined => {
  const number = Number(written)
  return Number.isInteger(number) && number > 0 && number < 10_000_000 ? number : undefined
}

const text = (text: string): Cell | undefined => (text.trim() === '' ? undefined : { kind: 'text', text })

/** `_x000D_` is how a workbook writes characters that XML cannot carry. */
const plainText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))).toWellFormed()
    : text

/** Says in every cell of a merged range what its first cell says. Keeps only the ranges that are under way. */
function filler(merges: Merge[]): (row: Row) => void {
  let next = 0
  let open: (Merge & { cell?: Cell })[] = []
  return (row) => {
    while (next < merges.length && (merges[next] as Merge).top <= row.number)
      open.push({ ...(merges[next++] as Merge) })
    if (open.length === 0) return
    open = open.filter((merge) => merge.bottom >= row.number)
    for (const merge of open) {
      const own = row.cells[merge.left]
      if (row.number === merge.top && own) merge.cell = { ...own, filled: true }
      if (!merge.cell) continue
      for (let c = merge.left; c <= Math.min(merge.right, maxColumns - 1); c++) row.cells[c] ??= merge.cell
    }
  }
}
