import { columnLetters } from '../../../../../platform/workbook/cell.ts'
import type { ListBinding, ListColumn } from '../../contract.ts'
import type { Grid, GridCell } from '../../package/grid/rules.ts'
import { type Band, bandsAbove, isBlank, isText } from '../layout/rules.ts'
import { type Known, readContext, readSide, reasonOf } from '../reading/rules.ts'
import { resolved } from '../resolving/rules.ts'
import type { Frame } from '../vocabulary/rules.ts'
import { columnWord, filledUp } from '../words/rules.ts'
import { type Head, type Subject, sourceOf } from './sources/rules.ts'

type Span = { first: number; last: number; columns: { column: number; head: GridCell; upper: string[] }[] }

/** Lists that grow: a line of heads above empty rows, of which some ask for what stands in records. */
export function listsOf(grid: Grid, bands: readonly Band[], known: Known): ListBinding[] {
  const lists: ListBinding[] = []
  let from = grid.area.top
  for (let row = grid.area.top; row < grid.area.bottom + 1; row++) {
    if (row < from) continue
    const span = spanUnder(grid, row)
    const list = span && listOf(grid, bands, known, span)
    if (!list) continue
    lists.push(list)
    from = list.last + 1
  }
  return lists
}

/** The rows below a line of heads in which nothing is said but numbers of rows, dots and formulas. */
function spanUnder(grid: Grid, row: number): Span | null {
  const columns: Span['columns'] = []
  for (let column = grid.area.left; column <= grid.area.right; column++) {
    const head = grid.at(row, column)
    if (!isText(head) || head.bottom !== row || head.column !== column) {
      if (columns.length > 1) break
      if (!isText(head)) columns.length = 0
      continue
    }
    columns.push({ column, head, upper: uppersOf(grid, head) })
  }
  if (columns.length < 2) return null
  const isOpen = (at: number): boolean =>
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

function listOf(grid: Grid, bands: readonly Band[], known: Known, { first, last, columns }: Span): ListBinding | null {
  const heads: Head[] = columns.map(({ column, head, upper }) => ({
    column,
    label: [...upper, head.text].join(' · '),
    word: columnWord(head.text),
    says: readSide([head.text, ...upper], known).says,
    formula: grid.at(first, column)?.formula === true,
    kind: grid.at(first, column)?.style.kind ?? 'number',
  }))
  const context = readContext(bandsAbove(bands, first), known)
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
    reason: reasonOf('list', { rows: source.rows }),
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
