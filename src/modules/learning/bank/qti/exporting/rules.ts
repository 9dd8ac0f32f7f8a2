import type { Bilingual, QuestionFields } from '../../contract.ts'
import type { Element } from '../../processing/contract.ts'
import { pieceOf } from '../../rules.ts'
import { scoredAs } from '../scoring/rules.ts'
import { apart, bilingualXml, xmlOf } from '../texts/rules.ts'

const el = (n: string, a: Record<string, string> = {}, c: (Element | string)[] = []): Element => ({ n, a, c })
const namespace = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0'

const truths: readonly { id: string; text: { en: string; zh: string } }[] = [
  { id: 'true', text: { en: 'True', zh: '对' } },
  { id: 'false', text: { en: 'False', zh: '错' } },
]

type Choice = { id: string; text: Bilingual; fixed?: true | undefined }
const choice = (n: string, { id, text, fixed }: Choice, mixed: boolean, more: Record<string, string> = {}): Element =>
  el(n, { identifier: id, ...(fixed && mixed ? { fixed: 'true' } : {}), ...more }, bilingualXml(text))

type Shown = Pick<QuestionFields, 'kind' | 'content' | 'keys'>
/** What is shown: the stem, and how it is answered. */
function bodyOf({ kind, content, keys }: Shown, responses: readonly string[]): Element[] {
  const { stem, options, targets } = content
  const [response = 'RESPONSE'] = responses
  const mixed = options.some(({ fixed }) => !fixed)
  const shuffle = { 'response-identifier': response, shuffle: String(mixed) }
  const entry = (i: number): Element => el('text-entry-interaction', { 'response-identifier': responses[i] ?? '' })
  const asked = bilingualXml(stem)
  switch (kind) {
    case 'trueFalse':
    case 'single':
    case 'multiple': {
      const most = kind === 'multiple' ? String(content.most ?? 0) : '1'
      const given = kind === 'trueFalse' && options.length === 0
      const choices = given ? truths : options
      const attributes = { ...shuffle, ...(given ? { shuffle: 'false' } : {}), 'max-choices': most }
      return [
        ...asked,
        el(
          'choice-interaction',
          attributes,
          choices.map((one) => choice('simple-choice', one, mixed)),
        ),
      ]
    }
    case 'order':
      return [
        ...asked,
        el(
          'order-interaction',
          shuffle,
          options.map((one) => choice('simple-choice', one, mixed)),
        ),
      ]
    case 'match': {
      const sets = [options, targets].map((all, i) =>
        el(
          'simple-match-set',
          {},
          all.map((one) => choice('simple-associable-choice', one, mixed, { 'match-max': i === 0 ? '1' : '0' })),
        ),
      )
      return [...asked, el('match-interaction', { ...shuffle, 'max-associations': '0' }, sets)]
    }
    case 'text':
      return [...asked, el('extended-text-interaction', { 'response-identifier': response })]
    case 'several':
      return [...asked, ...(content.pieces ?? []).map((_, i) => pieceXml({ content, keys }, i, responses))]
    case 'number':
      return [...asked, el('div', { class: apart }, [el('p', {}, [entry(0)])])]
    case 'fill': {
      // An interaction stands in an item once: in one language inside the text, in two behind it.
      const single = !(stem.en && stem.zh) && !keys.rules
      if (single) return bilingualXml(stem, entry)
      return [
        ...asked,
        el('div', { class: apart }, [
          el(
            'p',
            {},
            responses.map((_, i) => entry(i)),
          ),
        ]),
      ]
    }
  }
}

/** One of several things that are asked: its text, and behind it how it is answered. */
function pieceXml(question: Pick<Shown, 'content' | 'keys'>, i: number, responses: readonly string[]): Element {
  const piece = pieceOf(question, i)
  if (!piece) return el('div')
  const { kind, content, keys } = piece
  const typed = kind === 'fill' || kind === 'number'
  const answered = typed
    ? [el('p', {}, [el('text-entry-interaction', { 'response-identifier': responses[i] ?? '' })])]
    : bodyOf({ kind, content: { ...content, stem: {} }, keys }, responses.slice(i, i + 1))
  return el('div', {}, [...bilingualXml(content.stem), el('div', { class: apart }, answered)])
}

/** One question as an item of QTI 3.0. What QTI has no place for stands in data attributes of its body. */
export function itemXml(question: QuestionFields, identifier: string): string {
  const { kind, content, keys, tags, difficulty, source } = question
  const { responses, declarations, processing } = keys.rules ?? scoredAs(question)
  const [title = ''] = (content.stem.zh ?? content.stem.en ?? '').split('\n')
  const score = keys.rules
    ? []
    : [
        el('outcome-declaration', {
          identifier: 'SCORE',
          cardinality: 'single',
          'base-type': 'float',
          ...(kind === 'text' ? { 'external-scored': 'human' } : {}),
        }),
      ]
  const explained = keys.explanation
    ? [el('outcome-declaration', { identifier: 'EXPLANATION', cardinality: 'single', 'base-type': 'identifier' })]
    : []
  const body = el(
    'item-body',
    {
      'data-kind': kind,
      'data-difficulty': String(difficulty),
      ...(tags.length > 0 ? { 'data-tags': JSON.stringify(tags) } : {}),
      ...(source ? { 'data-source': source } : {}),
    },
    [
      ...bodyOf(question, responses),
      ...(keys.guide
        ? [el('rubric-block', { use: 'scoring', view: 'scorer' }, [el('content-body', {}, bilingualXml(keys.guide))])]
        : []),
    ],
  )
  const feedback = keys.explanation
    ? [
        el('modal-feedback', { 'outcome-identifier': 'EXPLANATION', identifier: 'explanation', 'show-hide': 'show' }, [
          el('content-body', {}, bilingualXml(keys.explanation)),
        ]),
      ]
    : []
  const inner = [
    ...declarations,
    ...score,
    ...explained,
    body,
    ...(processing.length > 0 ? [el('response-processing', {}, [...processing])] : []),
    ...feedback,
  ]
  const item = el(
    'assessment-item',
    {
      xmlns: namespace,
      identifier,
      title: title.slice(0, 80).toWellFormed(),
      adaptive: 'false',
      'time-dependent': 'false',
    },
    inner,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlOf(item)}\n`
}

/** The list of what a package holds. */
export function manifestXml(items: readonly { identifier: string; href: string }[]): string {
  const resources = items.map(
    ({ identifier, href }) =>
      `<resource identifier="${identifier}" type="imsqti_item_xmlv3p0" href="${href}"><file href="${href}"/></resource>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="linli-questions"><metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata><organizations/><resources>${resources.join('')}</resources></manifest>
`
}
