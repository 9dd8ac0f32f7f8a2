import { createReadStream } from 'node:fs'
import type { Cell, Row } from './cell.ts'
import { WorkbookRefused } from './refusal.ts'

const mostInField = 1024 * 1024

/** UTF-8 unless its bytes say otherwise; then UTF-16 by its mark, else GB 18030, which every older office program writes. */
async function encodingOf(path: string): Promise<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let first = true
  try {
    for await (const piece of createReadStream(path)) {
      const bytes = piece as Buffer
      if (first && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
      first = false
      utf8.decode(bytes, { stream: true })
    }
    utf8.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'gb18030'
    throw error
  }
}

async function* characters(path: string, seen?: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(path))
  for await (const piece of createReadStream(path)) {
    seen?.((piece as Buffer).length)
    yield decoder.decode(piece as Buffer, { stream: true })
  }
  yield decoder.decode()
}

function separatorOf(head: string): string {
  const line = head.replace(/"[^"]*"/g, '').split(/\r?\n/)[0] ?? ''
  const count = (mark: string) => line.split(mark).length
  return [',', '\t', ';', '，'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

const cellOf = (text: string): Cell | undefined => (text.trim() === '' ? undefined : { kind: 'text', text })

/** Rows of a comma-separated table, quoted or not. A row's number is the line it begins on. */
export async function* csvRows(path: string, seen?: (bytes: number) => void): AsyncGenerator<Row> {
  let separator = ''
  let cells: (Cell | undefined)[] = []
  let field = ''
  let quoted = false
  let wasQuoted = false
  let afterReturn = false
  let quoteInQuotes = false
  let line = 1
  let begins = 1
  const endField = () => {
    cells.push(cellOf(field))
    field = ''
    wasQuoted = false
  }
  const endRow = (): Row => {
    endField()
    const row = { number: begins, hidden: false, cells }
    cells = []
    begins = line
    return row
  }
  for await (const piece of characters(path, seen)) {
    separator ||= separatorOf(piece)
    for (const char of piece) {
      if (char === '\u0000') throw new WorkbookRefused('notAWorkbook')
      const returned = afterReturn
      afterReturn = char === '\r'
      if (quoteInQuotes) {
        quoteInQuotes = false
        if (char === '"') {
          field += char
          continue
        }
        quoted = false
      }
      if (quoted) {
        if (char === '"') quoteInQuotes = true
        else field += char
        if (char === '\n') line++
        if (field.length > mostInField) throw new WorkbookRefused('damaged')
      } else if (char === '"' && field.trim() === '' && !wasQuoted) {
        quoted = true
        wasQuoted = true
        field = ''
      } else if (char === separator) endField()
      else if (char === '\n' || char === '\r') {
        if (char === '\n' && returned) {
          begins = line
          continue
        }
        line++
        yield endRow()
      } else {
        field += char
        if (field.length > mostInField) throw new WorkbookRefused('damaged')
      }
    }
  }
  if (field || cells.length > 0) yield endRow()
}
