import { type Bilingual, type Keys, QuestionFields } from '../../contract.ts'
import type { Element } from '../../processing/contract.ts'
import { unknownRule } from '../../processing/rules.ts'
import { elementsIn } from '../../processing/values/rules.ts'
import { questionRefusal } from '../../rules.ts'
import type { LeftOut } from '../contract.ts'
import { allNamed, type QtiRefusal, runningPart } from '../reading/rules.ts'
import { scoredAs, templateRules } from '../scoring/rules.ts'
import { languageIn, textsIn } from '../texts/rules.ts'
import { alike, sorted, tidy } from './comparing/rules.ts'
import { contentOf, kindOf, particulars, withBlank } from './content/rules.ts'
import { correctIn, keysOf, notesIn } from './keys/rules.ts'
import { piecesIn } from './pieces/rules.ts'

export type Refused = { reason: QtiRefusal; what: string }
export type Taken = { question: QuestionFields; without: LeftOut[] }
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
  if (!body || interactions.length === 0) return no('qtiNoInteraction')
  const [printed] = allNamed(body, (name) => name === 'printed-variable').filter((one) => !inFeedback(body, one))
  if (printed) return no('qtiRule', 'qti-printed-variable')
  return read(item, body, interactions)
}

const inFeedback = (body: Element, one: Element): boolean =>
  allNamed(body, (name) => name.startsWith('feedback-')).some((feedback) =>
    allNamed(feedback, () => true).includes(one),
  )

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

/** What stands in an item beside what is read of it, by name: nothing is left out in silence. */
const beside = (item: Element): LeftOut[] =>
  elementsIn(item).flatMap(({ n, a }): LeftOut[] => {
    if (readHere.has(n) || (n === 'modal-feedback' && a.identifier === 'explanation')) return []
    return [{ left: n === 'modal-feedback' ? 'feedback' : 'element', what: `qti-${n}` }]
  })
const readHere = new Set(['response-declaration', 'outcome-declaration', 'item-body', 'response-processing'])

function read(item: Element, body: Element, interactions: readonly Element[]): Taken | Refused {
  const processing = rulesIn(item)
  if (!Array.isArray(processing)) return processing
  const responses = interactions.map(({ a }) => a['response-identifier'] ?? '')
  const declarations = elementsIn(item)
    .filter(
      ({ n, a }) => (n === 'response-declaration' || n === 'outcome-declaration') && a.identifier !== 'EXPLANATION',
    )
    .map(tidy)
  const own = responses.flatMap((name) =>
    declarations.filter(({ n, a }) => n === 'response-declaration' && a.identifier === name).slice(0, 1),
  )
  const [response] = own
  const [interaction] = interactions
  if (!response || !interaction || own.length < responses.length) return no('qtiUnreadable', 'qti-response-declaration')
  const language = languageIn(item)
  const without = beside(item)
  const textOf = (element: Element): Bilingual => {
    const { text, without: left } = textsIn({ ...element, n: 'div' }, language)
    without.push(...left)
    return text
  }
  const rules = { responses, declarations, processing }
  const beyond = interactions.map((one, i) => beyondAnswer(one, own[i])).find((what) => what)
  if (beyond) return no('qtiAnswer', beyond)
  const mixed = interactions.length > 1 && interactions.some(({ n }) => n !== 'text-entry-interaction')
  if (mixed) {
    const pieces = piecesIn(body, interactions, own, textOf)
    if (!pieces) return no('qtiSeveralInteractions', interactions.map(({ n }) => `qti-${n}`).join(', '))
    if (processing.length === 0) return no('qtiNoScore')
    const keys = { correct: pieces.correct, ...notesIn(item, body, textOf), rules }
    return finished({ kind: 'several', content: pieces.content, keys, ...particulars(body) }, without)
  }
  const kind = kindOf(body, interaction, response, interactions.length)
  const content = contentOf(kind, interaction, withBlank(kind, textOf(body), interactions.length), textOf)
  const notes = notesIn(item, body, textOf)
  const listed: Keys = { ...keysOf(kind, own, processing), ...notes }
  const scored = scoredAs({ kind, keys: listed })
  const native = alike(sorted(scored.declarations), sorted(own)) && alike(scored.processing, processing)
  const hand = kind === 'text'
  if (!native && hand && processing.length > 0) without.push({ left: 'scoring', what: 'qti-response-processing' })
  if (!native && !hand && processing.length === 0) return no('qtiNoScore')
  const foreign: Keys = hand ? { correct: [], ...notes } : { correct: listed.correct, ...notes, rules }
  return finished({ kind, content, keys: native ? listed : foreign, ...particulars(body) }, without)
}

/** What of an interaction cannot be given here, though it would be right: several targets for one option, an order of some of the options. */
function beyondAnswer(interaction: Element, response: Element | undefined): string | null {
  if (!response) return null
  const correct = correctIn(response)
  if (interaction.n === 'match-interaction') {
    const from = elementsIn(elementsIn(interaction, 'simple-match-set')[0], 'simple-associable-choice')
    const open = new Set(from.filter(({ a }) => a['match-max'] !== '1').map(({ a }) => a.identifier))
    const worthy = elementsIn(elementsIn(response, 'mapping')[0], 'map-entry')
      .filter(({ a }) => Number(a['mapped-value']) > 0 && open.has(a['map-key']?.split(' ')[0]))
      .map(({ a }) => a['map-key'] ?? '')
    const alone = (pairs: string[]) => new Set(pairs.map((pair) => pair.split(' ')[0])).size === new Set(pairs).size
    return alone(correct) && alone(worthy) ? null : 'qti-match-interaction, match-max'
  }
  const some = correct.length > 0 && correct.length < elementsIn(interaction, 'simple-choice').length
  return interaction.n === 'order-interaction' && some ? 'qti-order-interaction, max-choices' : null
}

function finished(given: QuestionFields, without: LeftOut[]): Taken | Refused {
  const fields = QuestionFields.safeParse(given)
  if (!fields.success) return no('qtiUnreadable', fields.error.issues[0]?.path.join('.') ?? '')
  const refusal = questionRefusal(fields.data)
  return refusal ? no('qtiUnreadable', refusal) : { question: fields.data, without }
}
