import type { Content, Keys, Piece } from '../../../contract.ts'
import type { Element } from '../../../processing/contract.ts'
import { inPiece } from '../../../rules.ts'
import { contentOf, kindOf, type TextOf } from '../content/rules.ts'
import { correctIn } from '../keys/rules.ts'

/** Interactions of several kinds in one item: each is a piece of the question, and its options are named after it. Null: one is marked by hand. */
export function piecesIn(
  body: Element,
  interactions: readonly Element[],
  responses: readonly Element[],
  stem: Content['stem'],
  textOf: TextOf,
): { content: Content; correct: Keys['correct'] } | null {
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
    content.pieces?.push({ kind } satisfies Piece)
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
