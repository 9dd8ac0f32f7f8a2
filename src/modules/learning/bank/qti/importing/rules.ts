import {
  type Bilingual,
  type Content,
  type Keys,
  type Mapping,
  QuestionFields,
  type QuestionKind,
} from '../../contract.ts'
import type { Element } from '../../processing/contract.ts'
import { unknownRule } from '../../processing/rules.ts'
import { elementsIn, textIn } from '../../processing/values/rules.ts'
import { blank, blanksIn, questionRefusal } from '../../rules.ts'
import { allNamed, type QtiRefusal, runningPart } from '../reading/rules.ts'
import { scoredAs, templateRules } from '../scoring/rules.ts'
import { languageIn, textsIn } from '../texts/rules.ts'

export type Refused = { reason: QtiRefusal; what: string }
export type Taken = { question: QuestionFields; without: string[] }
export const isRefused = (read: Taken | Refused): read is Refused => 'reason' in read

const no = (reason: QtiRefusal, what = ''): Refused => ({ reason, what })
const known = ['choice', 'order', 'match', 'text-entry', 'extended-text'].map((name) => `${name}-interaction`)

/** An item as a question of ours, or why it is not taken. */
export function questionIn(item: Element): Taken | Refused {
  if (item.n === 'assessmentItem') return no('qtiOldVersion')
  if (item.n !== 'assessment-item') return no('qtiNoItem', item.n)
  const running = runningPart(item)
  if (running) return no('qtiScript', running)
  if (item.a.adaptive === 'true') return no('qtiAdaptive')
  const [template] = elementsIn(item).filter(({ n }) => n === 'template-declaration' || n === 'template-processing')
  if (template) return no('qtiRule', `qti-${template.n}`)
  const [body] = elementsIn(item, 'item-body')
  const interactions = body ? allNamed(body, (name) => name.endsWith('interaction')) : []
  const strange = interactions.find(({ n }) => !known.includes(n))
  if (strange) return no('qtiInteraction', `qti-${strange.n}`)
  const [first] = interactions
  if (!body || !first) return no('qtiNoInteraction')
  const blanks = interactions.every(({ n }) => n === 'text-entry-interaction')
  if (interactions.length > 1 && !blanks)
    return no('qtiSeveralInteractions', interactions.map(({ n }) => `qti-${n}`).join(', '))
  const [printed] = allNamed(body, (name) => name === 'printed-variable').filter((one) => !inFeedback(body, one))
  if (printed) return no('qtiRule', 'qti-printed-variable')
  return read(item, body, interactions)
}

const inFeedback = (body: Element, one: Element): boolean =>
  allNamed(body, (name) => name.startsWith('feedback-')).some((feedback) =>
    allNamed(feedback, () => true).includes(one),
  )

/** Without the spaces that only lay it out, and without what is nobody's: two that say the same are the same. */
const tidy = (element: Element): Element => ({
  n: element.n,
  a: Object.fromEntries(
    Object.entries(element.a)
      .filter(([name]) => !name.includes(':') && name !== 'xmlns')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
  c: element.c.flatMap((inner): (Element | string)[] => {
    if (typeof inner !== 'string') return [tidy(inner)]
    return inner.trim() && (element.n === 'value' || element.n === 'base-value') ? [inner.trim()] : []
  }),
})
const alike = (one: readonly Element[], other: readonly Element[]): boolean =>
  JSON.stringify(one.map(tidy)) === JSON.stringify(other.map(tidy))

function rulesIn(item: Element): Element[] | Refused {
  const [processing] = elementsIn(item, 'response-processing')
  if (!processing) return []
  const written = elementsIn(processing).map(tidy)
  const { template } = processing.a
  const rules = written.length > 0 || !template ? written : templateRules(template)
  if (!rules) return no('qtiRule', template ?? '')
  const unknown = unknownRule(rules)
  return unknown ? no('qtiRule', `qti-${unknown}`) : rules
}

function read(item: Element, body: Element, interactions: readonly Element[]): Taken | Refused {
  const processing = rulesIn(item)
  if (!Array.isArray(processing)) return processing
  const responses = interactions.map(({ a }) => a['response-identifier'] ?? '')
  const declarations = elementsIn(item)
    .filter(
      ({ n, a }) => (n === 'response-declaration' || n === 'outcome-declaration') && a.identifier !== 'EXPLANATION',
    )
    .map(tidy)
  const declared = declarations.filter(({ n }) => n === 'response-declaration')
  const own = responses.map((name) => declared.find(({ a }) => a.identifier === name))
  const [response] = own
  const [interaction] = interactions
  if (!response || !interaction || own.some((one) => !one)) return no('qtiUnreadable', 'qti-response-declaration')
  const kind = kindOf(body, interaction, response, interactions.length)
  const language = languageIn(item)
  const stem = textsIn(body, language)
  const without = [...stem.without]
  const textOf = (element: Element): Bilingual => {
    const { text, without: left } = textsIn({ ...element, n: 'div' }, language)
    without.push(...left)
    return text
  }
  const content = contentOf(kind, interaction, withBlank(kind, stem.text, interactions.length), textOf)
  const notes = { ...explained(item, textOf), ...guided(body, textOf) }
  const correct = elementsIn(elementsIn(response, 'correct-response')[0], 'value').map((value) =>
    textIn(value).trim().split(/\s+/).join(' '),
  )
  const listed: Keys = {
    correct: ['number', 'fill', 'text'].includes(kind) ? [] : kind === 'order' ? correct : correct.sort(),
    ...mappedBy(kind, response),
    ...nearest(kind, correct, processing),
    ...filledBy(kind, own as Element[]),
    ...notes,
  }
  const scored = scoredAs({ kind, keys: listed })
  const native = alike(sorted(scored.declarations), sorted(own as Element[])) && alike(scored.processing, processing)
  if (!native && kind === 'text' && processing.length > 0) without.push('qti-response-processing')
  if (!native && kind !== 'text' && processing.length === 0) return no('qtiNoScore')
  const hand = kind === 'text'
  const keys: Keys = native
    ? listed
    : hand
      ? { correct: [], ...notes }
      : { correct: listed.correct, ...notes, rules: { responses, declarations, processing } }
  return finished({ kind, content, keys, ...particulars(body) }, without)
}

/** The order in which right options are listed means nothing, save in an order. */
const sorted = (declarations: readonly Element[]): Element[] =>
  declarations.map((one) =>
    one.a.cardinality !== 'multiple'
      ? one
      : {
          ...one,
          c: one.c.map((inner) =>
            typeof inner !== 'string' && inner.n === 'correct-response'
              ? { ...inner, c: elementsIn(inner).toSorted((a, b) => (textIn(a).trim() < textIn(b).trim() ? -1 : 1)) }
              : inner,
          ),
        },
  )

function finished(given: QuestionFields, without: string[]): Taken | Refused {
  const read = QuestionFields.safeParse(given)
  if (!read.success) return no('qtiUnreadable', read.error.issues[0]?.path.join('.') ?? '')
  const refusal = questionRefusal(read.data)
  return refusal ? no('qtiUnreadable', refusal) : { question: read.data, without }
}

function kindOf(body: Element, { n, a }: Element, response: Element, count: number): QuestionKind {
  const type = response.a['base-type']
  switch (n) {
    case 'choice-interaction':
      if (body.a['data-kind'] === 'trueFalse') return 'trueFalse'
      return response.a.cardinality === 'single' || (a['max-choices'] ?? '1') === '1' ? 'single' : 'multiple'
    case 'order-interaction':
      return 'order'
    case 'match-interaction':
      return 'match'
    case 'extended-text-interaction':
      return 'text'
    default:
      return count === 1 && (type === 'float' || type === 'integer') ? 'number' : 'fill'
  }
}

/** Where blanks stand behind the text and not in it, it ends with them. */
function withBlank(kind: QuestionKind, stem: Bilingual, count: number): Bilingual {
  const fix = (text: string | undefined): string | undefined => {
    if (!text) return undefined
    if (kind !== 'fill') return text
    return blanksIn(text) > 0 ? text : `${text} ${Array(count).fill(blank).join(' ')}`
  }
  const [en, zh] = [fix(stem.en), fix(stem.zh)]
  return { ...(en ? { en } : {}), ...(zh ? { zh } : {}) }
}

type TextOf = (element: Element) => Bilingual

function contentOf(kind: QuestionKind, interaction: Element, stem: Bilingual, textOf: TextOf): Content {
  const still = interaction.a.shuffle !== 'true'
  const optionsIn = (element: Element | undefined, name: string): Content['options'] =>
    elementsIn(element, name).map((one) => ({
      id: one.a.identifier ?? '',
      text: textOf(one),
      ...(still || one.a.fixed === 'true' ? { fixed: true as const } : {}),
    }))
  if (kind === 'match') {
    const [from, to] = elementsIn(interaction, 'simple-match-set')
    return {
      stem,
      options: optionsIn(from, 'simple-associable-choice'),
      targets: optionsIn(to, 'simple-associable-choice'),
    }
  }
  const choosing = kind === 'single' || kind === 'multiple' || kind === 'order'
  return { stem, options: choosing ? optionsIn(interaction, 'simple-choice') : [], targets: [] }
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

function particulars({ a }: Element): Pick<QuestionFields, 'tags' | 'difficulty' | 'source'> {
  const difficulty = Number(a['data-difficulty'])
  return {
    tags: tagsIn(a['data-tags']),
    difficulty: Number.isInteger(difficulty) && difficulty >= 1 && difficulty <= 5 ? difficulty : 3,
    source: (a['data-source'] ?? '').slice(0, 200),
  }
}

function tagsIn(text: string | undefined): string[] {
  if (!text?.startsWith('["') || !text.endsWith('"]')) return text ? [text.slice(0, 40)] : []
  // A list of texts as JSON has it; anything else is one tag.
  return text
    .slice(2, -2)
    .split('","')
    .map((tag) =>
      tag
        .replace(/\\(["\\])/g, '$1')
        .trim()
        .slice(0, 40),
    )
    .filter(Boolean)
}
