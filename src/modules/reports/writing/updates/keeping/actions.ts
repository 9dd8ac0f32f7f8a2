import * as Y from 'yjs'
import { type Span, Traces } from '../authors/rules.ts'
import { textField } from '../contract.ts'
import { itemsOf, nodesOf, type Piece, pieceOf } from '../text/actions.ts'

/**
 * Words that one person wrote into what another took away at the same moment: nobody meant them to go. They are put behind
 * the place where it stood, as paragraphs of their own. Null when there are none.
 */
export function wordsKept(shared: Y.Doc, swept: readonly Span[]): Uint8Array | null {
  const lost = new Traces([{ seq: 0, wrote: [], removed: swept }])
  const isLost = ({ client, clock }: Y.ID, i = 0): boolean => lost.wentBy(client, clock + i) !== null
  const before = Y.encodeStateVector(shared)
  const fragment = shared.getXmlFragment(textField)
  let found = false
  shared.transact(() => {
    for (const { content } of itemsOf(fragment)) {
      if (!(content instanceof Y.ContentType && content.type instanceof Y.XmlElement)) continue
      const paragraphs = paragraphsLost(content.type, isLost)
      if (paragraphs.length > 0) fragment.insertAfter(content.type, nodesOf(paragraphs))
      found ||= paragraphs.length > 0
    }
  })
  return found ? Y.encodeStateAsUpdate(shared, before) : null
}

const inline: readonly string[] = ['figure', 'word']

function paragraphsLost(element: Y.XmlElement, isLost: (id: Y.ID, i?: number) => boolean): Piece[] {
  const [words, inside]: [Piece[], Piece[]] = [[], []]
  const visit = (parent: Y.XmlElement | Y.XmlText): void => {
    for (const { content, id } of itemsOf(parent)) {
      if (content instanceof Y.ContentString) {
        const text = content.str.split('').filter((_, i) => isLost(id, i))
        if (text.length > 0) words.push({ type: 'text', text: text.join('') })
      } else if (!(content instanceof Y.ContentType)) continue
      else if (content.type instanceof Y.XmlText) visit(content.type)
      else if (content.type instanceof Y.XmlElement && inline.includes(content.type.nodeName)) {
        if (isLost(id)) words.push(pieceOf(content.type))
      } else if (content.type instanceof Y.XmlElement) inside.push(...paragraphsLost(content.type, isLost))
    }
  }
  visit(element)
  return words.length > 0 ? [{ type: 'paragraph', content: words }, ...inside] : inside
}
