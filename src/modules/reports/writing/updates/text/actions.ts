import * as Y from 'yjs'
import type { Block, Inline, ReportDocument } from '../../contract.ts'

/** The name under which the editor keeps the text in the shared document. */
export const textField = 'default'

type Piece = { type: string; text?: string; attrs?: object; content?: readonly Piece[] }

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

/** What the shared document says, as the editor's JSON; not yet judged by the model. */
export function jsonOf(shared: Y.Doc): { type: 'doc'; content: Piece[] } {
  return { type: 'doc', content: piecesOf(shared.getXmlFragment(textField).toArray()) }
}

const piecesOf = (nodes: readonly unknown[]): Piece[] =>
  nodes.flatMap((node): Piece[] => {
    if (node instanceof Y.XmlText)
      return (node.toDelta() as { insert?: unknown }[]).flatMap(({ insert }) =>
        typeof insert === 'string' && insert !== '' ? [{ type: 'text', text: insert }] : [],
      )
    if (!(node instanceof Y.XmlElement)) return []
    const content = piecesOf(node.toArray())
    const attrs = node.getAttributes() as object
    return [
      {
        type: node.nodeName,
        ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
        ...(content.length > 0 ? { content } : {}),
      },
    ]
  })

/** The shared document that these changes make, in whatever order they came. */
export function sharedOf(states: readonly Uint8Array[]): Y.Doc {
  const shared = new Y.Doc({ gc: false })
  for (const state of states) Y.applyUpdate(shared, state)
  return shared
}
