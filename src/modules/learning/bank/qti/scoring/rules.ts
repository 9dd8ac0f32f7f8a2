import type { Keys, QuestionFields } from '../../contract.ts'
import type { Element } from '../../processing/contract.ts'

const el = (n: string, a: Record<string, string> = {}, c: (Element | string)[] = []): Element => ({ n, a, c })
const set = (identifier: string, expression: Element): Element => el('set-outcome-value', { identifier }, [expression])
const float = (value: number): Element => el('base-value', { 'base-type': 'float' }, [String(value)])
const variable = (identifier: string): Element => el('variable', { identifier })
const correct = (identifier: string): Element => el('correct', { identifier })

const oneIf = (condition: Element): Element[] => [
  el('response-condition', {}, [
    el('response-if', {}, [condition, set('SCORE', float(1))]),
    el('response-else', {}, [set('SCORE', float(0))]),
  ]),
]

/** The standard templates of QTI, written out. */
export const matchCorrect = oneIf(el('match', {}, [variable('RESPONSE'), correct('RESPONSE')]))
export const mapResponse = [
  el('response-condition', {}, [
    el('response-if', {}, [el('is-null', {}, [variable('RESPONSE')]), set('SCORE', float(0))]),
    el('response-else', {}, [set('SCORE', el('map-response', { identifier: 'RESPONSE' }))]),
  ]),
]
const cc2 = (rules: Element[], best: Element): Element[] => [
  ...rules,
  el('response-condition', {}, [
    el('response-if', {}, [best, set('FEEDBACKBASIC', el('base-value', { 'base-type': 'identifier' }, ['correct']))]),
    el('response-else', {}, [set('FEEDBACKBASIC', el('base-value', { 'base-type': 'identifier' }, ['incorrect']))]),
  ]),
]
const cc2Match = [
  el('response-condition', {}, [
    el('response-if', {}, [
      el('match', {}, [variable('RESPONSE'), correct('RESPONSE')]),
      set('SCORE', variable('MAXSCORE')),
    ]),
  ]),
]

/** What a template's name stands for: null for one that is not known here. */
export function templateRules(address: string): Element[] | null {
  const name = address
    .replace(/^.*\//, '')
    .replace(/\.xml$/, '')
    .toLowerCase()
  if (name === 'match_correct') return matchCorrect
  if (name === 'map_response') return mapResponse
  if (name === 'cc2_match') return cc2(cc2Match, el('match', {}, [variable('RESPONSE'), correct('RESPONSE')]))
  if (name === 'cc2_map_response')
    return cc2(mapResponse, el('equal', { 'tolerance-mode': 'exact' }, [variable('SCORE'), variable('MAXSCORE')]))
  return name === 'cc2_match_basic' ? cc2Match : null
}

const values = (texts: readonly string[]): Element[] => texts.map((text) => el('value', {}, [text]))
const correctResponse = (texts: readonly string[]): Element[] =>
  texts.length > 0 ? [el('correct-response', {}, values(texts))] : []

function mappingOf({ mapping }: Keys): Element[] {
  if (!mapping) return []
  const { entries, otherwise, lower, upper } = mapping
  const bounds = {
    ...(lower === undefined ? {} : { 'lower-bound': String(lower) }),
    ...(upper === undefined ? {} : { 'upper-bound': String(upper) }),
    'default-value': String(otherwise),
  }
  const map = entries.map(({ key, value }) => el('map-entry', { 'map-key': key, 'mapped-value': String(value) }))
  return [el('mapping', bounds, map)]
}

export type Scored = { responses: string[]; declarations: Element[]; processing: Element[] }

const declared = (cardinality: string, type: string, inner: Element[], identifier = 'RESPONSE'): Element =>
  el('response-declaration', { identifier, cardinality, 'base-type': type }, inner)

/** How a question of ours is scored, as QTI says it. */
export function scoredAs({ kind, keys }: Pick<QuestionFields, 'kind' | 'keys'>): Scored {
  const one = (declaration: Element, processing: Element[]): Scored => ({
    responses: ['RESPONSE'],
    declarations: [declaration],
    processing,
  })
  const inner = [...correctResponse(keys.correct), ...mappingOf(keys)]
  const rules = keys.mapping ? mapResponse : matchCorrect
  switch (kind) {
    case 'single':
    case 'trueFalse':
      return one(declared('single', 'identifier', inner), rules)
    case 'multiple':
      return one(declared('multiple', 'identifier', inner), rules)
    case 'order':
      return one(declared('ordered', 'identifier', inner), rules)
    case 'match':
      return one(declared('multiple', 'directedPair', inner), rules)
    case 'text':
    case 'several':
      return one(declared('single', 'string', []), [])
    case 'number': {
      const { value = 0, tolerance = 0 } = keys.number ?? {}
      const near = { 'tolerance-mode': 'absolute', tolerance: `${tolerance} ${tolerance}` }
      return one(
        declared('single', 'float', correctResponse([String(value)])),
        oneIf(el('equal', near, [correct('RESPONSE'), variable('RESPONSE')])),
      )
    }
    case 'fill': {
      const blanks = keys.blanks ?? []
      const responses = blanks.map((_, i) => (blanks.length === 1 ? 'RESPONSE' : `RESPONSE${i + 1}`))
      const entry = (text: string): Element =>
        el('map-entry', { 'map-key': text, 'mapped-value': '1', 'case-sensitive': 'false' })
      return {
        responses,
        declarations: blanks.map((accepted, i) =>
          declared(
            'single',
            'string',
            [...correctResponse(accepted.slice(0, 1)), el('mapping', { 'default-value': '0' }, accepted.map(entry))],
            responses[i],
          ),
        ),
        processing:
          blanks.length === 1
            ? mapResponse
            : [
                set(
                  'SCORE',
                  el(
                    'sum',
                    {},
                    responses.map((identifier) => el('map-response', { identifier })),
                  ),
                ),
              ],
      }
    }
  }
}
