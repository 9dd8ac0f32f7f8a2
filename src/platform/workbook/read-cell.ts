import type { Cell } from './cell.ts'
import { choiceOf, looksLikeName } from './headings.ts'
import type { SheetColumn, TableContext } from './sheet.ts'
import type { Noted } from './spread.ts'
import { readDate } from './values/date.ts'
import { readLength } from './values/length.ts'
import { readMark } from './values/mark.ts'
import { bareName } from './values/names.ts'
import { readPhone } from './values/phone.ts'
import { narrow, type Read, readName, readText, type ValueProblem } from './values/text.ts'
import { readMoment, readTimes, span } from './values/time.ts'

/** What the cells of a row say, by column key. */
export type Data = Record<string, unknown>

/** A stroke that stands for nothing. */
export const isDash = (cell: Cell, column: SheetColumn): boolean =>
  column.type !== 'mark' &&
  column.type !== 'long' &&
  cell.kind === 'text' &&
  /^[-–—―/\\]+$|^(?:无|暂无|n\/a)$/i.test(narrow(cell.text))

/** Reads one cell into the row's data; gives back what is wrong with it, or worth a note. */
export function readInto(
  data: Data,
  column: SheetColumn,
  cell: Cell,
  context: TableContext,
): { problem: ValueProblem } | Noted | null {
  if (column.type === 'name') return readNameInto(data, column, cell)
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

/** A name, with what people add to it: 张三 13900000000, 王芳（法律）. */
function readNameInto(data: Data, column: SheetColumn, cell: Cell): { problem: ValueProblem } | Noted | null {
  const { name, phone, note } = bareName(cell.text)
  const read = readName(name)
  if ('problem' in read) return read
  data[column.key] = read.value
  if (phone && column.key === 'name') data.phone ??= phone
  return note ? { reason: 'besideName', values: { name: read.value, note } } : null
}

function readValue(column: SheetColumn, cell: Cell, context: TableContext): Read<string | number> {
  switch (column.type) {
    case 'phone':
      return readPhone(cell.text)
    case 'length':
      return readLength(cell, context.unit)
    case 'moment':
      return readMoment(cell)
    case 'mark': {
      const mark = readMark(cell.text)
      const signed = column.signed && (looksLikeName(cell.text) || 'value' in readMoment(cell))
      return 'problem' in mark && signed ? { value: 'attended' } : mark
    }
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
    case 'long':
      return cell.text.length > 4000 ? { problem: 'tooLong' } : { value: cell.text.trim() }
    default:
      return readText(cell.text)
  }
}

const wholeDay = /^(?:全天|整天|全日|一整天|all[ -]?day)$/i
const officeDay = { from: 9 * 60, to: 17 * 60, wholeDay: true }

function readTimesInto(
  data: Data,
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
export function joinTimes(data: Data, fail: (reason: ValueProblem) => void): void {
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
