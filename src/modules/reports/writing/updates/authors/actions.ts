import * as Y from 'yjs'
import { type Span, Traces } from './rules.ts'

/** What a change did to the shared document that it was applied to. */
export type Applied = {
  wrote: Span[]
  removed: Span[]
  /** Of what went, that which whoever made the change had not seen: it went with what it stood in. */
  swept: Span[]
}

/** Applies a change; null when it is none, or none that fits. Only what really came or went counts, whatever its bytes claim. */
export function applied(shared: Y.Doc, update: Uint8Array): Applied | null {
  let done: Applied = { wrote: [], removed: [], swept: [] }
  const note = ({ beforeState, afterState, deleteSet }: Y.Transaction): void => {
    const wrote = [...afterState].flatMap(([client, to]): Span[] => {
      const from = beforeState.get(client) ?? 0
      return to > from ? [[client, from, to - from]] : []
    })
    const removed = spansIn(deleteSet)
    done = { wrote, removed, swept: without(removed, spansIn(Y.decodeUpdate(update).ds)) }
  }
  shared.once('afterTransaction', note)
  try {
    Y.decodeUpdate(update)
    Y.applyUpdate(shared, update)
    return done
  } catch {
    return null
  }
}

function without(all: readonly Span[], some: readonly Span[]): Span[] {
  const named = new Traces([{ seq: 0, wrote: [], removed: some }])
  return all.flatMap(([writer, from, length]) =>
    Array.from({ length }, (_, i): Span => [writer, from + i, 1]).filter(([, at]) => named.wentBy(writer, at) === null),
  )
}

type Deleted = Y.Transaction['deleteSet']

const spansIn = ({ clients }: Deleted): Span[] =>
  [...clients].flatMap(([client, spans]) => spans.map(({ clock, len }): Span => [client, clock, len]))
