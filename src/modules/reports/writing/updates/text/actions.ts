import * as Y from 'yjs'
import { z } from 'zod'
import type { Block, Inline, ReportDocument } from '../../contract.ts'
import { textField } from '../contract.ts'

type Mark = { type: string; attrs: object }
export type Piece = {
  type: string
  text?: string
  attrs?: object
  marks?: readonly Mark[]
  content?: readonly Piece[]
}

/** A first state of the shared document that says what this text says. */
export function stateOf(document: ReportDocument): Uint8Array {
  const shared = new Y.Doc()
  shared.getXmlFragment(textField).insert(0, nodesOf(document.content))
  const state = Y.encodeStateAsUpdate(shared)
  shared.destroy()
  return state
}

/** Blocks as nodes of the shared document, as the editor would have made them. */
export function nodesOf(content: readonly (Block | Inline | Piece)[]): (Y.XmlElement | Y.XmlText)[] {
  return (content as readonly Piece[]).map((piece) => {
    if (piece.type === 'text') return new Y.XmlText(piece.text ?? '')
    const node = new Y.XmlElement(piece.type)
    // Values of any kind are kept as they are, whatever the library's types say.
    for (const [name, value] of Object.entries(piece.attrs ?? {}))
      if (value !== null && value !== undefined) node.setAttribute(name, value as string)
    if (piece.content?.length) node.insert(0, nodesOf(piece.content))
    return node
  })
}

/** How a piece of the shared document is read: whether it is to be seen, and with what in place of its letters. */
export type Reading = {
  sees: (item: Y.Item, clock: number) => boolean
  letter?: (letter: string, item: Y.Item, clock: number) => string
  /** With the comments that stand there now. */
  comments?: boolean
}
const asItIsNow: Reading = { sees: ({ deleted }) => !deleted }

/** What the shared document says, as the editor's JSON; not yet judged by the model. It can be read as it was at another moment. */
export function jsonOf(shared: Y.Doc, reading = asItIsNow): { type: 'doc'; content: Piece[] } {
  return { type: 'doc', content: piecesOf(shared.getXmlFragment(textField), reading) }
}

function piecesOf(parent: Parent, reading: Reading): Piece[] {
  const { sees, letter, comments } = reading
  const standing = new Map<string, object>()
  const pieces: Piece[] = []
  for (const item of itemsOf(parent)) {
    const { content, id } = item
    if (content instanceof Y.ContentFormat && !item.deleted) {
      if (isThread(content.value)) standing.set(content.key, content.value)
      else standing.delete(content.key)
    } else if (content instanceof Y.ContentString) {
      const letters = content.str.split('').flatMap((one, i) => {
        if (!sees(item, id.clock + i)) return []
        return letter ? letter(one, item, id.clock + i) : one
      })
      const marks = comments ? [...standing.values()].map((attrs) => ({ type: 'comment', attrs })) : []
      if (letters.length > 0)
        pieces.push({ type: 'text', text: letters.join(''), ...(marks.length > 0 ? { marks } : {}) })
    } else if (content instanceof Y.ContentType) {
      const inner = piecesOf(content.type, reading)
      if (!(content.type instanceof Y.XmlElement)) pieces.push(...inner)
      // What still holds something is there, whoever made it.
      else if (inner.length > 0 || sees(item, id.clock)) pieces.push(elementOf(content.type, inner, reading))
    }
  }
  return pieces.reduce(joined, [])
}

/** What was pasted may carry any mark; only ours stand for comments. */
const isThread = (value: unknown): value is { thread: string } =>
  typeof value === 'object' && value !== null && 'thread' in value && z.uuid().safeParse(value.thread).success

type Parent = Pick<Y.XmlFragment, '_start'>

/** All pieces that were ever put there, in order. */
export function itemsOf(parent: Parent): Y.Item[] {
  const items: Y.Item[] = []
  for (let item = parent._start; item; item = item.right) items.push(item)
  return items
}

function elementOf(element: Y.XmlElement, content: Piece[], { sees }: Reading): Piece {
  const attrs: Record<string, unknown> = {}
  for (const [name, last] of element._map) {
    let item: Y.Item | null = last
    while (item && !sees(item, item.id.clock)) item = item.left
    if (item) attrs[name] = item.content.getContent().at(-1)
  }
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
  }
}

/** A piece without content, with the last that it was set to, also when it has been taken away. */
export const pieceOf = (element: Y.XmlElement): Piece => elementOf(element, [], { sees: () => true })

function joined(pieces: Piece[], next: Piece): Piece[] {
  const last = pieces.at(-1)
  if (last?.type === 'text' && next.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(next.marks))
    pieces.splice(-1, 1, { ...last, text: (last.text ?? '') + (next.text ?? '') })
  else pieces.push(next)
  return pieces
}

/** The shared document that these changes make, in whatever order they came. */
export function sharedOf(states: readonly Uint8Array[]): Y.Doc {
  const shared = new Y.Doc({ gc: false })
  for (const state of states) Y.applyUpdate(shared, state)
  return shared
}
