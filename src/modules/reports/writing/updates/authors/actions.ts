import * as Y from 'yjs'

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
