import * as Y from 'yjs'
import { textField } from '../text/actions.ts'

/** A piece of the shared document: who made it (a writer's number), from where, how long. */
export type Piece = readonly [writer: number, from: number, length: number]

/** What a change adds to the shared document. */
export function piecesWritten(update: Uint8Array): Piece[] {
  const pieces: [number, number, number][] = []
  for (const { id, length } of Y.decodeUpdate(update).structs) {
    const last = pieces.at(-1)
    if (last && last[0] === id.client && last[1] + last[2] === id.clock) last[2] += length
    else pieces.push([id.client, id.clock, length])
  }
  return pieces
}

/** The pieces that each block of the text is made of, in the order of the blocks. */
export function piecesOfBlocks(shared: Y.Doc): Piece[][] {
  return shared
    .getXmlFragment(textField)
    .toArray()
    .map((block) => piecesIn(block))
}

function piecesIn(type: unknown): Piece[] {
  if (!(type instanceof Y.AbstractType)) return []
  const own: Piece[] = type._item ? [[type._item.id.client, type._item.id.clock, type._item.length]] : []
  const inside: Piece[] = []
  const add = (item: Y.Item | null): void => {
    if (!item || item.deleted) return
    if (item.content instanceof Y.ContentType) inside.push(...piecesIn(item.content.type))
    else inside.push([item.id.client, item.id.clock, item.length])
  }
  for (let item = type._start; item; item = item.right) add(item)
  for (const item of type._map.values()) add(item)
  return [...own, ...inside]
}

type Change = { seq: number; wrote: readonly Piece[] }

/** The last change that added to each block; undefined where the text is as it began. */
export function lastChanges(blocks: readonly (readonly Piece[])[], changes: readonly Change[]): (number | undefined)[] {
  const by = new Map<number, { from: number; to: number; seq: number }[]>()
  for (const { seq, wrote } of changes)
    for (const [writer, from, length] of wrote)
      by.set(writer, [...(by.get(writer) ?? []), { from, to: from + length, seq }])
  return blocks.map((pieces) => {
    const seqs = pieces.flatMap(([writer, from, length]) =>
      (by.get(writer) ?? []).filter((one) => one.from < from + length && from < one.to).map((one) => one.seq),
    )
    return seqs.length > 0 ? Math.max(...seqs) : undefined
  })
}
