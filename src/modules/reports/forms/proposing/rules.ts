import { columnLetters } from '../../../../platform/workbook/cell.ts'
import type { Binding, CellBinding, Content } from '../contract.ts'
import type { Grid, GridCell } from '../package/grid/rules.ts'
import { type Band, bandsAbove, bandsOf, type Heads, headsOf, isBlank, isText } from './layout/rules.ts'
import { listsOf } from './lists/rules.ts'
import { type Names, wordsWith } from './names/rules.ts'
import { type Known, readPlace, reasonOf } from './reading/rules.ts'
import { isSentence, sentenceOf } from './sentences/rules.ts'

/** What earlier forms taught: the content of a place by its label, under the form's title or anywhere. */
export type Lessons = (label: string, title: string) => Content | null

/** Proposes what each blank of a sheet asks, from the words around it. */
export function proposeSheet(grid: Grid, names: Names, lessons: Lessons = () => null): Binding[] {
  const bands = bandsOf(grid)
  const known: Known = { words: wordsWith(names), names, sheet: grid.sheet, title: titleOf(grid, bands) }
  const sentences = grid.cells.filter((cell) => isText(cell) && isSentence(cell.text))
  const lists = listsOf(grid, bands, known)
  const cells: CellBinding[] = []
  for (let row = grid.area.top; row <= grid.area.bottom; row++) {
    for (let column = grid.area.left; column <= grid.area.right; column++) {
      if (lists.some(({ covers }) => covers(row, column))) continue
      const own = grid.at(row, column)
      if (!isBlank(own) || (own && (own.row !== row || own.column !== column))) continue
      const binding = cellAt(grid, bands, known, lessons, row, column)
      if (binding) cells.push(binding)
    }
  }
  return [...lists.map(({ binding }) => binding), ...cells, ...sentences.map((cell) => sentenceOf(grid, cell, known))]
}

/** What a sheet calls itself: under it a lesson holds. */
export const titleOf = (grid: Grid, bands = bandsOf(grid)): string => bands[0]?.text ?? grid.sheet

const labelOf = (heads: readonly GridCell[]): string =>
  heads
    .map((cell) => cell.text.replace(/\s+/g, ' ').trim())
    .join(' · ')
    .slice(0, 400)

function cellAt(
  grid: Grid,
  bands: readonly Band[],
  known: Known,
  lessons: Lessons,
  row: number,
  column: number,
): CellBinding | null {
  const heads = headsOf(grid, bands, row, column)
  if (heads.left.length + heads.above.length === 0) return null
  const own = grid.at(row, column)
  const bordered = own?.style.bordered ?? false
  const label = labelOf([...heads.left.toReversed(), ...heads.above.toReversed()])
  const place = { kind: 'cell' as const, sheet: grid.sheet, cell: `${columnLetters(column)}${row}`, label }
  const taught = lessons(label, known.title)
  if (taught) return { ...place, content: taught, confidence: 0.98, reason: reasonOf('taught', { label }) }
  const read = readPlace(heads, bandsAbove(bands, row), known, own?.style.kind ?? 'number')
  // a place without a border is one only if its label speaks for itself
  if (!bordered && !(read.alone && isOpenPlace(heads, own))) return null
  return { ...place, content: read.content, confidence: read.confidence, reason: read.reason }
}

/** Outside of borders, what stands right of a label is its place, or below it if the form has made one there. */
function isOpenPlace({ left, above, beside, under }: Heads, own: GridCell | undefined): boolean {
  if (beside) return left[0]?.style.bordered === false
  if (left.length > 0 && above.length > 0) return [...left, ...above].every((cell) => !cell.style.bordered)
  return under && own !== undefined && above[0]?.style.bordered === false
}
