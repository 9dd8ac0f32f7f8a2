import { columnLetters } from '../../../../../platform/workbook/cell.ts'
import type { ListBinding, ListColumn } from '../../contract.ts'
import type { Grid, GridCell } from '../../package/grid/rules.ts'
import { type Band, bandsAbove, isBlank, isText } from '../layout/rules.ts'
import { rowWords } from '../messages.ts'
import { type Known, readContext, readSide, reasonOf } from '../reading/rules.ts'
import { resolved } from '../resolving/rules.ts'
import type { Frame } from '../vocabulary/rules.ts'
import { columnWord, filledUp } from '../words/rules.ts'
import { type Head, type Subject, sourceOf } from './sources/rules.ts'

type Span = { first: number; last: number; columns: { column: number; head: GridCell; upper: string[] }[] }

/** A list and the part of the sheet that is its own. */
export type Listed = { binding: ListBinding; covers: (row: number, column: number) => boolean }

/** Lists that grow: a line of heads above empty rows, of which some ask for what stands in records. They may stand beside one another. */
export function listsOf(grid: Grid, bands: readonly Band[], known: Known): Listed[] {
  const lists: Listed[] = []
  for (let row = grid.area.top; row <= grid.area.bottom; row++)
    for (const span of spansUnder(grid, row)) {
      const [left, right] = [span.columns[0]?.column ?? 0, span.columns.at(-1)?.head.right ?? 0]
      if (lists.some(({ covers }) => covers(row, left) || covers(row, right))) continue
      const binding = listOf(grid, bands, known, span)
      if (!binding) continue
      const { first, last } = binding
      const covers: Listed['covers'] = (at, column) => at >= first && at <= last && column >= left && column <= right
      lists.push({ binding, covers })
    }
  return lists
}

/** The lines of heads in a row, each with the rows below in which nothing is said but numbers of rows, dots and formulas. */
function spansUnder(grid: Grid, row: number): Span[] {
  const runs: Span['columns'][] = [[]]
  for (let column = grid.area.left; column <= grid.area.right; column++) {
    const head = grid.at(row, column)
    if (!isText(head) || head.bottom !== row) {
      runs.push([])
      continue
    }
    // a head over several columns is one
    if (head.column !== column) continue
    const numbered = columnWord(head.text)?.number === true
    // where rows are numbered again another list begins
    if (numbered && runs.at(-1)?.some((own) => columnWord(own.head.text)?.number)) runs.push([])
    runs.at(-1)?.push({ column, head, upper: uppersOf(grid, head) })
  }
  return runs.flatMap((columns) => (columns.length < 2 ? [] : (openUnder(grid, row, columns) ?? [])))
}

function openUnder(grid: Grid, row: number, columns: Span['columns']): Span | null {
  const isFramed = (at: number): boolean => columns.some(({ column }) => grid.at(at, column)?.style.bordered === true)
  // below the frame of a list stands something else
  const framed = isFramed(row + 1)
  const isOpen = (at: number): boolean =>
    (!framed || isFramed(at)) &&
    columns.every(({ column }, i) => isOpenCell(grid.at(at, column), i === 0)) &&
    columns.some(({ column }) => grid.at(at, column) !== undefined)
  let last = row
  while (last < grid.area.bottom && isOpen(last + 1)) last += 1
  return last > row ? { first: row + 1, last, columns } : null
}

const isOpenCell = (cell: GridCell | undefined, first: boolean): boolean =>
  isBlank(cell) ||
  cell?.formula === true ||
  /^(?:…+|\.{3,}|……)$/.test(cell?.text.trim() ?? '') ||
  (first && cell?.number !== null)

/** The heads above a head, of which it is a part. */
function uppersOf(grid: Grid, head: GridCell): string[] {
  const above = grid.at(head.row - 1, head.column)
  return isText(above) &&
    above.right - above.column > head.right - head.column &&
    above.right - above.column < grid.area.right - grid.area.left
    ? [above.text]
    : []
}

/** What stands alone above the heads of one of several lists: its own title. */
function titleOver(grid: Grid, columns: Span['columns']): string | null {
  const [first, last] = [columns[0]?.head, columns.at(-1)?.head]
  if (!first || !last) return null
  const over = new Set(
    columns.flatMap(({ column, head }) => {
      const cell = grid.at(head.row - 1, column)
      return isText(cell) ? [cell] : []
    }),
  )
  const [title] = over
  if (!title || over.size > 1 || title.column !== first.column) return null
  return title.right === title.column || title.right >= last.column ? title.text : null
}

function listOf(grid: Grid, bands: readonly Band[], known: Known, { first, last, columns }: Span): ListBinding | null {
  const heads: Head[] = columns.map(({ column, head, upper }) => ({
    column,
    label: [...upper, head.text].join(' · '),
    word: columnWord(head.text),
    says: readSide([head.text, ...upper], known).says,
    formula: grid.at(first, column)?.formula === true,
    kind: grid.at(first, column)?.style.kind ?? 'number',
  }))
  const title = titleOver(grid, columns)
  const context = readContext([...(title ? [title] : []), ...bandsAbove(bands, first)], known)
  const source = sourceOf(heads, context)
  if (!source) return null
  const bound = heads
    .filter((head) => !head.formula)
    .map((head) => ({
      column: columnLetters(head.column),
      label: head.label,
      content: contentOf(head, source, context),
    }))
  const open = bound.filter(({ content }) => content.is === 'unknown').length
  return {
    kind: 'list',
    sheet: grid.sheet,
    first,
    last,
    source: source.source,
    columns: bound,
    label: heads
      .map(({ label }) => label)
      .join(' | ')
      .slice(0, 400),
    confidence: Number((source.sure * 0.9 ** open).toFixed(2)),
    reason: [
      reasonOf('list', { rows: rowWords[source.rows]?.[0] ?? source.rows })[0],
      reasonOf('list', { rows: rowWords[source.rows]?.[1] ?? source.rows })[1],
    ],
  }
}

function contentOf(head: Head, { subject, records, by, nameColumn }: Subject, context: Frame): ListColumn {
  const { word, says } = head
  if (word?.number) return { is: 'number' }
  if (word?.hand || says.hand) return { is: 'hand' }
  if (head.column === nameColumn) return { is: 'record', name: records.name ?? 'label' }
  const asksTime = says.measure === 'time' && (says.unit !== undefined || subject !== 'activity')
  if (word?.record && !asksTime) {
    const name = records[word.record]
    if (name) return { is: 'record', name }
  }
  const frame = filledUp(says, context)
  const asked = says.measure || says.noun ? resolved(by.activity ? frame : ofPeople(frame), head.kind) : null
  if (!asked || !by[asked.ask.fact]) return word?.record ? { is: 'hand' } : { is: 'unknown' }
  return { is: 'figure', ask: asked.ask, by: by[asked.ask.fact] ?? '', unit: asked.unit }
}

/** How often somebody was there: an activity is nobody's, their records are. */
function ofPeople(frame: Frame): Frame {
  if (frame.measure !== 'times' && frame.measure !== 'count') return frame
  return { ...frame, measure: frame.noun === 'service' ? 'records' : 'attended' }
}
