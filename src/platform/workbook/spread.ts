import type { Row } from './cell.ts'
import { type Heading, looksLikeName } from './headings.ts'
import type { Data } from './read-cell.ts'
import type { SheetKind, TableContext } from './sheet.ts'
import { readLength } from './values/length.ts'
import { type Legend, readMark } from './values/mark.ts'
import { splitNames } from './values/names.ts'
import type { ValueProblem } from './values/text.ts'

/** Says what is wrong, and under which heading or in which column. */
export type Fail = (reason: ValueProblem, where: Pick<Heading, 'column' | 'text'> | string) => void
/** What was taken but is worth a word. */
export type Noted = { reason: string; values: Record<string, string> }
/** What one cell under a heading across the table says: when or what it is about, or who. */
type Said = { heading: Heading; about: Data; value: string | number }

/** Reads the cells below the headings that stand across. What cannot be read is told with its heading. */
export function readAcross(
  holds: 'mark' | 'length',
  headings: readonly Heading[],
  row: Row,
  { unit }: TableContext,
  legend: Legend | undefined,
  fail: Fail,
): Said[] {
  const said: Said[] = []
  for (const heading of headings) {
    const cell = row.cells[heading.column]
    if (!cell) continue
    if (holds === 'length' && /^[-–—/\\\s]+$|^0(?:\.0+)?$/.test(cell.text)) continue
    const read =
      cell.kind === 'error'
        ? { problem: 'cellError' as const }
        : holds === 'mark'
          ? readMark(cell.text, legend)
          : readLength(cell, unit)
    if ('problem' in read) fail(read.problem, heading)
    else if (read.value !== 'notExpected') said.push({ heading, about: aboutOf(heading), value: read.value })
  }
  return said
}

function aboutOf({ day, across, text }: Heading): Data {
  if (across === 'name') return { name: text }
  if (across === 'title') return { title: text }
  return day?.length === 7 ? { month: day } : { day }
}

const severalMarks = /[、,，;；/／|+&\n]|\band\b/

/** Several people in one cell are a row each; one phone number between them is nobody's. */
export function eachPerson(kind: SheetKind, data: Data, fail: Fail, notes: Noted[]): Data[] {
  const { name } = data
  if (Array.isArray(data.marks) && data.marks.length === 0 && kind.across)
    notes.push({ reason: 'notSigned', values: { name: String(name ?? '') } })
  const column = kind.columns.find(({ key, type }) => key === 'name' && type === 'name')
  if (typeof name !== 'string' || !column || !severalMarks.test(name)) return [data]
  const names = splitNames(name)
  if (names.length < 2 || !names.every(looksLikeName)) return [data]
  if (data.phone !== undefined) {
    fail('severalPeople', column.key)
    return [data]
  }
  notes.push({ reason: 'severalPeople', values: { names: names.join('、') } })
  return names.map((own) => ({ ...data, name: own }))
}

/** The levels of a tree, each under the one before it; those that have been told before are not told again. */
export function levelReader(levels: readonly string[]): (data: Data) => Data[] {
  const last = new Map<string, unknown>()
  const told = new Set<string>()
  return (data) => {
    const deepest = levels.findLastIndex((level) => data[level] !== undefined)
    const fresh: Data[] = []
    let path = ''
    let parent: unknown
    levels.slice(0, deepest + 1).forEach((level, at) => {
      if (data[level] !== undefined && data[level] !== last.get(level))
        for (const below of levels.slice(at + 1)) last.delete(below)
      const name = data[level] ?? last.get(level)
      if (name === undefined) return
      last.set(level, name)
      path += `/${level}:${name}`
      if (!told.has(path)) fresh.push({ level, name, ...(parent === undefined ? {} : { parent }) })
      told.add(path)
      parent = name
    })
    return fresh
  }
}
