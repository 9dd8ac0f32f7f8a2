import { type Book, xmlOf } from '../../rules.ts'
import { attribute, childOf, type Element, elementsIn, setText, textIn } from '../../xml/rules.ts'
import type { Growth } from '../rows/rules.ts'

/** Rows of a drawing count from 0: what stands below the list moves, what spans it is stretched if it is tied at both ends. */
export function moveDrawings(book: Book, part: string, type: 'drawing' | 'vmlDrawing', growth: Growth): void {
  for (const own of elementsIn(xmlOf(book, part))) {
    if (type === 'vmlDrawing') moveNote(own, growth)
    else if (own.name === 'twoCellAnchor') moveAnchor(own, growth)
    else if (own.name === 'oneCellAnchor') move(childOf(own, 'from'), growth)
  }
  book.changed.add(part)
}

const below = (row: number, { after }: Growth): boolean => row + 1 > after

function move(end: Element | undefined, growth: Growth): boolean {
  const row = childOf(end, 'row')
  if (!row || !below(Number(textIn(row)), growth)) return false
  setText(row, String(Number(textIn(row)) + growth.added))
  return true
}

function moveAnchor(anchor: Element, growth: Growth): void {
  const tied = attribute(anchor, 'editAs') ?? 'twoCell'
  if (tied === 'absolute') return
  const moved = move(childOf(anchor, 'from'), growth)
  if (moved || tied === 'twoCell') move(childOf(anchor, 'to'), growth)
}

/** A comment's box: its cell's row, and an anchor of eight numbers of which the third and the seventh are rows. */
function moveNote(own: Element, growth: Growth): void {
  if (own.name !== 'ClientData') return
  const row = childOf(own, 'Row')
  if (!row || !below(Number(textIn(row)), growth)) return
  setText(row, String(Number(textIn(row)) + growth.added))
  const anchor = childOf(own, 'Anchor')
  if (!anchor) return
  const numbers = textIn(anchor).split(',').map(Number)
  if (numbers.length !== 8) return
  setText(anchor, numbers.map((n, i) => (i === 2 || i === 6 ? n + growth.added : n)).join(', '))
}
