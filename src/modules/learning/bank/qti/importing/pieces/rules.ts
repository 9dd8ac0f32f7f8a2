import type { Bilingual, Content, Keys } from '../../../contract.ts'
import type { Element } from '../../../processing/contract.ts'
import { elementsIn } from '../../../processing/values/rules.ts'
import { inPiece } from '../../../rules.ts'
import { allNamed } from '../../reading/rules.ts'
import { contentOf, kindOf, mostOf, type TextOf } from '../content/rules.ts'
import { correctIn } from '../keys/rules.ts'

const asking = (element: Element): Element[] => [
  ...(element.n.endsWith('interaction') ? [element] : []),
  ...allNamed(element, (name) => name.endsWith('interaction')),
]

/** The body as blocks of which each asks one thing or nothing; what stands in a language stays in it. */
function blocksIn(element: Element): Element[] {
  return elementsIn(element).flatMap((inner) => {
    const written = inner.c.some((one) => typeof one === 'string' && one.trim())
    if (written || asking(inner).length < 2) return [inner]
    const language = inner.a['xml:lang']
    return blocksIn(inner).map((block) => (language ? { n: 'div', a: { 'xml:lang': language }, c: [block] } : block))
  })
}

/** What is said before the first thing that is asked, and what belongs to each. Of one with nothing before it the first says it. */
export function placedTexts(body: Element, interactions: readonly Element[], textOf: TextOf) {
  const stem: Element[] = []
  const texts: Element[][] = interactions.map(() => [])
  let at = -1
  for (const block of blocksIn(body)) {
    const [first] = asking(block)
    const before = at
    if (first) at = interactions.indexOf(first)
    // What stands between two belongs to the one that follows, what stands behind the last to the last.
    const owner = first ? at : before < 0 ? -1 : Math.min(before + 1, interactions.length - 1)
    if (owner < 0) stem.push(block)
    else texts[owner]?.push(block)
    if (first) at += asking(block).length - 1
  }
  const [opening = [], ...others] = texts
  const said = (blocks: Element[]): Bilingual => textOf({ n: 'div', a: {}, c: blocks })
  return stem.length > 0
    ? { stem: said(stem), texts: texts.map(said) }
    : { stem: said(opening), texts: [{}, ...others.map(said)] }
}

/** Interactions of several kinds in one item: each is a piece of the question, and its options are named after it. Null: one is marked by hand. */
export function piecesIn(
  body: Element,
  interactions: readonly Element[],
  responses: readonly Element[],
  textOf: TextOf,
): { content: Content; correct: Keys['correct'] } | null {
  const { stem, texts } = placedTexts(body, interactions, textOf)
  const content: Content = { stem, options: [], targets: [], pieces: [] }
  const correct: string[] = []
  for (const [i, interaction] of interactions.entries()) {
    const response = responses[i]
    const kind = response && kindOf(body, interaction, response, 1)
    if (!kind || kind === 'text' || kind === 'trueFalse' || kind === 'several') return null
    const { options, targets } = contentOf(kind, interaction, stem, textOf)
    const named = (all: Content['options']) => all.map((one) => ({ ...one, id: inPiece(i, one.id) }))
    content.options.push(...named(options))
    content.targets.push(...named(targets))
    const text = texts[i]
    content.pieces?.push({ kind, ...(text?.en || text?.zh ? { text } : {}), ...mostOf(kind, interaction) })
    const right = correctIn(response)
    if (kind === 'fill' || kind === 'number') correct.push(...right.slice(0, 1).map((text) => `p${i}=${text}`))
    else
      correct.push(
        ...right.map((entry) =>
          entry
            .split(' ')
            .map((id) => inPiece(i, id))
            .join(' '),
        ),
      )
  }
  return { content, correct }
}
