import type { Bilingual, Keys, Mapping, QuestionKind } from '../../../contract.ts'
import type { Element } from '../../../processing/contract.ts'
import { elementsIn, textIn } from '../../../processing/values/rules.ts'
import { allNamed } from '../../reading/rules.ts'
import type { TextOf } from '../content/rules.ts'

/** What a response declares to be right. */
export const correctIn = (response: Element): string[] =>
  elementsIn(elementsIn(response, 'correct-response')[0], 'value').map((value) =>
    textIn(value).trim().split(/\s+/).join(' '),
  )

/** The keys of a question of ours, were it scored as ours are. */
export function keysOf(
  kind: QuestionKind,
  own: readonly Element[],
  processing: readonly Element[],
): Pick<Keys, 'correct' | 'mapping' | 'number' | 'blanks'> {
  const [response] = own
  if (!response) return { correct: [] }
  const correct = correctIn(response)
  return {
    correct: ['number', 'fill', 'text'].includes(kind) ? [] : kind === 'order' ? correct : correct.sort(),
    ...mappedBy(kind, response),
    ...nearest(kind, correct, processing),
    ...filledBy(kind, own),
  }
}

const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text))

function mappedBy(kind: QuestionKind, response: Element): { mapping?: Mapping } {
  const [mapping] = elementsIn(response, 'mapping')
  if (!mapping || ['number', 'fill', 'text'].includes(kind)) return {}
  const [lower, upper] = [numberOf(mapping.a['lower-bound']), numberOf(mapping.a['upper-bound'])]
  return {
    mapping: {
      entries: elementsIn(mapping, 'map-entry').map(({ a }) => ({
        key: a['map-key'] ?? '',
        value: Number(a['mapped-value'] ?? 0),
      })),
      otherwise: Number(mapping.a['default-value'] ?? 0),
      ...(lower === undefined ? {} : { lower }),
      ...(upper === undefined ? {} : { upper }),
    },
  }
}

function nearest(
  kind: QuestionKind,
  [correct]: readonly string[],
  processing: readonly Element[],
): Pick<Keys, 'number'> {
  if (kind !== 'number' || correct === undefined) return {}
  const [equal] = processing.flatMap((rule) => allNamed(rule, (name) => name === 'equal'))
  const tolerance = Number(equal?.a.tolerance?.split(' ')[0] ?? 0)
  return { number: { value: Number(correct), tolerance: Number.isFinite(tolerance) ? tolerance : 0 } }
}

function filledBy(kind: QuestionKind, responses: readonly Element[]): Pick<Keys, 'blanks'> {
  if (kind !== 'fill') return {}
  const accepted = responses.map((response) => {
    const mapped = elementsIn(elementsIn(response, 'mapping')[0], 'map-entry').map(({ a }) => a['map-key'] ?? '')
    return mapped.length > 0 ? mapped : elementsIn(elementsIn(response, 'correct-response')[0], 'value').map(textIn)
  })
  return { blanks: accepted }
}

const isSaid = (text: Bilingual): boolean => Boolean(text.en ?? text.zh)

/** Why it is right, and how to mark it. */
export const notesIn = (item: Element, body: Element, textOf: TextOf): Pick<Keys, 'explanation' | 'guide'> => ({
  ...explained(item, textOf),
  ...guided(body, textOf),
})

function explained(item: Element, textOf: TextOf): Pick<Keys, 'explanation'> {
  const feedback = elementsIn(item, 'modal-feedback').find(({ a }) => a.identifier === 'explanation')
  const text = feedback ? textOf(feedback) : {}
  return isSaid(text) ? { explanation: text } : {}
}

function guided(body: Element, textOf: TextOf): Pick<Keys, 'guide'> {
  const rubric = allNamed(body, (name) => name === 'rubric-block').find(({ a }) => a.view?.includes('scorer'))
  const text = rubric ? textOf(rubric) : {}
  return isSaid(text) ? { guide: text } : {}
}
