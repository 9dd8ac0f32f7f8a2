import type { Row } from './cell.ts'
import { type Heading, isNote, looksLikeName } from './headings.ts'
import { type Data, isDash, joinTimes, readInto } from './read-cell.ts'
import type { SheetColumn, SheetKind, TableContext } from './sheet.ts'
import { eachPerson, type Fail, levelReader, type Noted, readAcross } from './spread.ts'
import type { Legend } from './values/mark.ts'
import type { ValueProblem } from './values/text.ts'

export type RowProblem = { reason: ValueProblem; column: number; heading: string; text: string }
export type RowRead = { data: Data; problem: RowProblem | null; notes?: Noted[] }

type Mapped = { column: SheetColumn; at: number; heading: string }
export type RowReader = (row: Row) => RowRead[]
type Given = { headings: readonly Heading[]; context: TableContext; legend?: Legend | undefined }

/** Makes the reader of a table's rows: what each says under its headings, or why it cannot be read; nothing for no data. */
export function rowReader(kind: SheetKind, { headings, context, legend }: Given): RowReader {
  const mapped: Mapped[] = headings.flatMap(({ key, column: at, text }) => {
    const column = key === null ? undefined : kind.columns.find((own) => own.key === key)
    return column ? [{ column, at, heading: text }] : []
  })
  const across = kind.across ? headings.filter((h) => (h.day || h.across) && !h.key) : []
  const levels = kind.levels?.filter((key) => mapped.some(({ column }) => column.key === key)) ?? []
  const levelled = levels.length > 1 && !mapped.some(({ column }) => column.key === 'name')
  const eachLevel = levelReader(levels)
  const speaking = mapped.filter(({ column }) => column.key !== 'number' || mapped.length === 1)
  const carry = carrier(context.carried ?? [])

  const hasData = (row: Row): boolean => {
    const filled = speaking.filter(({ at }) => row.cells[at] !== undefined)
    const marked = across.some((heading) => row.cells[heading.column] !== undefined)
    if (across.length > 0) return marked
    // A lone text below the rows is a remark, unless it is a name where names stand.
    const [only] = filled
    if (filled.length === 1 && only && row.cells.filter(Boolean).length === 1)
      return (
        levelled ||
        (only.column.alone === true && !isNote(row)) ||
        (only.column.type === 'name' && looksLikeName(row.cells[only.at]?.text ?? ''))
      )
    return filled.length > 0
  }

  const spread = (data: Data, row: Row, fail: Fail): Data[] => {
    if (levelled) return eachLevel(data)
    if (!kind.across) return [data]
    const { holds } = kind.across
    if (across.length === 0) return holds === 'mark' ? ownMark(data, context) : [data]
    const said = readAcross(holds, across, row, context, legend, fail)
    if (holds === 'length') return said.map(({ about, value }) => ({ ...data, ...about, length: value }))
    if (across.some((heading) => heading.across === 'name'))
      return said.flatMap(({ about, value }) => ownMark({ ...data, ...about, mark: value }, context))
    return [{ ...data, marks: said.map(({ about, value }) => ({ ...about, mark: value })) }]
  }

  return (row) => {
    if (!hasData(row)) return []
    const { data, problem, fail, notes } = readCells(kind, mapped, carry(row), context)
    const rows = spread(data, row, fail).flatMap((own) => eachPerson(kind, own, fail, notes))
    const read = (own: Data): RowRead => ({ data: own, problem: problem(), ...(notes.length > 0 ? { notes } : {}) })
    return problem() ? [read(data)] : rows.map(read)
  }
}

/** The one mark of a row that names its day or activity, or of an activity's own sheet. */
function ownMark(data: Data, { about }: TableContext): Data[] {
  const { mark, day, title, ...rest } = data
  const said = mark ?? (about && !about.signed ? 'attended' : undefined)
  if (said === 'notExpected') return []
  const when = {
    ...((day ?? about?.day) ? { day: day ?? about?.day } : {}),
    ...((title ?? about?.title) ? { title: title ?? about?.title } : {}),
  }
  return [{ ...rest, marks: said === undefined ? [] : [{ ...when, mark: said }] }]
}

/** Gives rows what a column says once for those below it. */
function carrier(columns: readonly number[]): (row: Row) => Row {
  if (columns.length === 0) return (row) => row
  const last = new Map<number, Row['cells'][number]>()
  return (row) => {
    const cells = [...row.cells]
    for (const column of columns) {
      if (cells[column]) last.set(column, cells[column])
      else cells[column] = last.get(column)
    }
    return { ...row, cells }
  }
}

function readCells(kind: SheetKind, mapped: readonly Mapped[], row: Row, context: TableContext) {
  const data: Data = context.year ? { year: context.year } : {}
  let problem: RowProblem | null = null
  const notes: Noted[] = []
  const fail: Fail = (reason, where) => {
    const own = mapped.find(({ column }) => column.key === where)
    const { column: at, text: heading } =
      typeof where === 'string' ? { column: own?.at ?? 0, text: own?.heading ?? '' } : where
    problem ??= { reason, column: at, heading, text: (row.cells[at]?.text ?? '').slice(0, 100).toWellFormed() }
  }
  for (const { column, at } of mapped) {
    const cell = row.cells[at]
    if (!cell || isDash(cell, column)) {
      if (column.required) fail('missing', column.key)
      continue
    }
    const read = cell.kind === 'error' ? { problem: 'cellError' as const } : readInto(data, column, cell, context)
    if (read && 'problem' in read) fail(read.problem, column.key)
    else if (read) notes.push(read)
  }
  if (problem === null)
    joinTimes(data, (reason) =>
      fail(reason, ['ends', 'times', 'day'].find((key) => mapped.some(({ column }) => column.key === key)) ?? 'day'),
    )
  if (kind.columns.every((column) => column.key !== 'phone')) delete data.phone
  return { data, problem: (): RowProblem | null => problem, fail, notes }
}
