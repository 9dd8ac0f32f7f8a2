import type { Cell, Row } from './cell.ts'
import type { Heading } from './headings.ts'
import { choiceOf, looksLikeName } from './headings.ts'
import type { Table } from './recognise.ts'
import type { SheetColumn, SheetKind, TableContext } from './sheet.ts'
import { readDate } from './values/date.ts'
import { readLength } from './values/length.ts'
import { type Legend, readMark } from './values/mark.ts'
import { readPhone } from './values/phone.ts'
import { narrow, type Read, readName, readText, type ValueProblem } from './values/text.ts'
import { readMoment, readTimes, span } from './values/time.ts'

export type RowProblem = { reason: ValueProblem; column: number; heading: string; text: string }
export type RowRead = { data: Record<string, unknown>; problem: RowProblem | null }

type Mapped = { column: SheetColumn; at: number; heading: string }
export type RowReader = (row: Row) => RowRead | null

/** Makes the reader of a table's rows: what a row says under its headings, or why it cannot be read; null for no data. */
export function rowReader(kind: SheetKind, table: Pick<Table, 'headings' | 'context'>, legend?: Legend): RowReader {
  const mapped: Mapped[] = table.headings.flatMap(({ key, column: at, text }) => {
    const column = key === null ? undefined : kind.columns.find((own) => own.key === key)
    return column ? [{ column, at, heading: text }] : []
  })
  const days = kind.perDay ? table.headings.filter((heading) => heading.day && !heading.key) : []
  const speaking = mapped.filter(({ column }) => column.key !== 'number' || mapped.length === 1)
  return (row) => {
    const filled = speaking.filter(({ at }) => row.cells[at] !== undefined)
    const marked = days.some((heading) => row.cells[heading.column] !== undefined)
    if (filled.length === 0 && !marked) return null
    if (kind.perDay && !marked) return null
    // A lone text below the rows is a remark, unless it is a name where names stand.
    const [only] = filled
    if (filled.length === 1 && only && !marked && row.cells.filter(Boolean).length === 1) {
      if (!(only.column.type === 'name' && looksLikeName(row.cells[only.at]?.text ?? ''))) return null
    }
    return readCells(kind, mapped, days, row, table.context, legend)
  }
}

function readCells(
  kind: SheetKind,
  mapped: Mapped[],
  days: Heading[],
  row: Row,
  context: TableContext,
  legend?: Legend,
): RowRead {
  const data: Record<string, unknown> = context.year ? { year: context.year } : {}
  let problem: RowProblem | null = null
  const fail = (reason: ValueProblem, at: number, heading: string) => {
    problem ??= { reason, column: at, heading, text: (row.cells[at]?.text ?? '').slice(0, 100).toWellFormed() }
  }
  for (const { column, at, heading } of mapped) {
    const cell = row.cells[at]
    if (!cell || isDash(cell, column)) {
      if (column.required) fail('missing', at, heading)
      continue
    }
    const read = cell.kind === 'error' ? { problem: 'cellError' as const } : readInto(data, column, cell, context)
    if (read) fail(read.problem, at, heading)
  }
  if (problem === null)
    joinTimes(data, (reason) =>
      fail(reason, mapped.find(({ column }) => column.type === 'times' || column.key === 'ends')?.at ?? 0, ''),
    )
  if (kind.perDay) readMarks(data, days, row, fail, legend)
  return { data, problem }
}

const isDash = (cell: Cell, column: SheetColumn): boolean =>
  column.type !== 'mark' && cell.kind === 'text' && /^[-–—―/\\]+$|^(?:无|暂无|n\/a)$/i.test(narrow(cell.text))

/** Reads one cell into the row's data; gives back what is wrong with it. */
function readInto(
  data: Record<string, unknown>,
  column: SheetColumn,
  cell: Cell,
  context: TableContext,
): { problem: ValueProblem } | null {
  if (column.type === 'day') {
    const read = readDate(cell, context)
    if ('problem' in read) return read
    data[column.key] = read.value.date
    if (read.value.rest) data.dayRest = read.value.rest
    return null
  }
  if (column.type === 'times') return readTimesInto(data, column, cell, context)
  const read = readValue(column, cell, context)
  if ('problem' in read) return read
  if (read.value !== '') data[column.key] = read.value
  return null
}

function readValue(column: SheetColumn, cell: Cell, context: TableContext): Read<string | number> {
  switch (column.type) {
    case 'name':
      return readName(cell.text)
    case 'phone':
      return readPhone(cell.text)
    case 'length':
      return readLength(cell, context.unit)
    case 'moment':
      return readMoment(cell)
    case 'mark':
      return readMark(cell.text)
    case 'number': {
      const number =
        cell.kind === 'number'
          ? cell.number
          : Number(
              /^(\d+(?:\.\d+)?)(?![\d.])\D{0,4}$/.exec(narrow(cell.text).replace(/,(?=\d{3})/g, ''))?.[1] ?? Number.NaN,
            )
      return number >= 0 && number <= 1e9 ? { value: number } : { problem: 'badNumber' }
    }
    case 'choice': {
      const value = choiceOf(column, cell.text)
      return value !== undefined ? { value } : column.open ? readText(cell.text) : { problem: 'badChoice' }
    }
    case 'names':
      return cell.text.length > 20_000 ? { problem: 'tooLong' } : { value: cell.text }
    default:
      return readText(cell.text)
  }
}

const wholeDay = /^(?:全天|整天|全日|一整天|all[ -]?day)$/i
const officeDay = { from: 9 * 60, to: 17 * 60, wholeDay: true }

function readTimesInto(
  data: Record<string, unknown>,
  column: SheetColumn,
  cell: Cell,
  context: TableContext,
): { problem: ValueProblem } | null {
  if (cell.kind !== 'text') {
    const read = readMoment(cell)
    if ('problem' in read) return read
    data.from = read.value
    return null
  }
  if (column.wholeDay && wholeDay.test(narrow(cell.text))) {
    Object.assign(data, officeDay)
    return null
  }
  const read = readTimes(cell.text)
  if ('problem' in read) {
    // A column of times that holds days as well: 2023年3月5日 9:00-11:00.
    const day = readDate(cell, context)
    const rest = 'value' in day && day.value.rest ? readTimes(day.value.rest) : read
    if ('problem' in rest || 'problem' in day) return read
    data.day ??= day.value.date
    Object.assign(data, timesData(rest.value))
    return null
  }
  Object.assign(data, timesData(read.value))
  return null
}

const timesData = ({ from, to, overnight }: { from: number; to: number | undefined; overnight: boolean }) => ({
  from,
  ...(to === undefined ? {} : { to }),
  ...(overnight ? { overnight } : {}),
})

/** Times may stand behind the day, or as a start and an end in columns of their own. */
function joinTimes(data: Record<string, unknown>, fail: (reason: ValueProblem) => void): void {
  if (
    typeof data.dayRest === 'string' &&
    data.from === undefined &&
    data.starts === undefined &&
    /\d/.test(data.dayRest)
  ) {
    const read = readTimes(data.dayRest)
    if ('problem' in read) fail(read.problem)
    else Object.assign(data, timesData(read.value))
  }
  if (typeof data.starts === 'number') {
    data.from = data.starts
    if (typeof data.ends === 'number') {
      const read = span(data.starts, data.ends)
      if ('problem' in read) fail(read.problem)
      else Object.assign(data, timesData(read.value))
    }
  }
}

function readMarks(
  data: Record<string, unknown>,
  days: Heading[],
  row: Row,
  fail: (reason: ValueProblem, at: number, heading: string) => void,
  legend?: Legend,
): void {
  const marks: { day: string; mark: string }[] = []
  for (const { column, day, text } of days) {
    const cell = row.cells[column]
    if (!cell || !day) continue
    const read = cell.kind === 'error' ? { problem: 'cellError' as const } : readMark(cell.text, legend)
    if ('problem' in read) fail(read.problem, column, text)
    else if (read.value !== 'notExpected') marks.push({ day, mark: read.value })
  }
  data.marks = marks
}
