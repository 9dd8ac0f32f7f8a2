import type { Element } from '../contract.ts'
import { atomOf, elementsIn, one, same, several, textIn, type Value, valueFrom } from '../values/rules.ts'

/** What an item declares, and what its variables hold. */
export type Scope = {
  values: Map<string, Value>
  declared: ReadonlyMap<string, Element>
}

type Evaluate = (element: Element, scope: Scope) => Value

const numbers = (values: readonly Value[]): number[] | null => {
  if (values.some((value) => value === null)) return null
  const all = values.flatMap((value) => value?.atoms ?? [])
  return all.every((atom) => typeof atom === 'number') ? (all as number[]) : null
}
const numeric =
  (work: (all: number[]) => number): Evaluate =>
  (element, scope) => {
    const all = numbers(argumentsOf(element, scope))
    if (!all || all.length === 0) return null
    const result = work(all)
    return Number.isFinite(result) ? one(result) : null
  }
const compared =
  (work: (a: number, b: number) => boolean): Evaluate =>
  (element, scope) => {
    const [a, b] = numbers(argumentsOf(element, scope)) ?? []
    return a === undefined || b === undefined ? null : one(work(a, b))
  }
const argumentsOf = (element: Element, scope: Scope): Value[] =>
  elementsIn(element).map((inner) => evaluate(inner, scope))
const holds = (value: Value): boolean => value?.atoms[0] === true

const contained = (element: Element, scope: Scope, kind: 'several' | 'ordered'): Value =>
  several(
    argumentsOf(element, scope).flatMap((value) => value?.atoms ?? []),
    kind,
  )

const plainCase = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim()

function mapResponse({ a }: Element, { values, declared }: Scope): Value {
  const mapping = elementsIn(declared.get(a.identifier ?? ''), 'mapping')[0]
  if (!mapping) return null
  const type = declared.get(a.identifier ?? '')?.a['base-type']
  const otherwise = Number(mapping.a['default-value'] ?? 0)
  const worth = (given: string | number | boolean): number => {
    for (const entry of elementsIn(mapping, 'map-entry')) {
      const key = atomOf(entry.a['map-key'] ?? '', type)
      const anyCase = type === 'string' && entry.a['case-sensitive'] !== 'true'
      const hit = anyCase
        ? plainCase(String(key)).toLowerCase() === plainCase(String(given)).toLowerCase()
        : type === 'string'
          ? plainCase(String(key)) === plainCase(String(given))
          : key === given
      if (hit) return Number(entry.a['mapped-value'] ?? 0)
    }
    return otherwise
  }
  const sum = [...new Set(values.get(a.identifier ?? '')?.atoms ?? [])].reduce<number>(
    (all, atom) => all + worth(atom),
    0,
  )
  const lower = Number(mapping.a['lower-bound'] ?? Number.NEGATIVE_INFINITY)
  const upper = Number(mapping.a['upper-bound'] ?? Number.POSITIVE_INFINITY)
  return one(Math.min(upper, Math.max(lower, sum)))
}

function isEqual(element: Element, scope: Scope): Value {
  const [a, b] = numbers(argumentsOf(element, scope)) ?? []
  if (a === undefined || b === undefined) return null
  const mode = element.a['tolerance-mode'] ?? 'exact'
  const [below = 0, above = below] = (element.a.tolerance ?? '').split(/\s+/).filter(Boolean).map(Number)
  if (mode === 'exact') return one(a === b)
  const by = (part: number): number => (mode === 'relative' ? (Math.abs(a) * part) / 100 : part)
  const slack = Math.abs(a) * 1e-12
  const [low, high] = [a - by(below), a + by(above)]
  const [least, most] = [element.a['include-lower-bound'] !== 'false', element.a['include-upper-bound'] !== 'false']
  const near = (edge: number): boolean => Math.abs(b - edge) <= slack
  return one((b > low || near(low)) && (b < high || near(high)) && (least || !near(low)) && (most || !near(high)))
}

function rounded(value: number, { a }: Element): number {
  const figures = Number(a.figures ?? 0)
  if (a['rounding-mode'] === 'decimalPlaces') return Number(value.toFixed(Math.min(20, Math.max(0, figures))))
  return value === 0 ? 0 : Number(value.toPrecision(Math.min(20, Math.max(1, figures))))
}

const expressions: Record<string, Evaluate> = {
  'base-value': (element) => {
    const atom = atomOf(textIn(element), element.a['base-type'])
    return atom === null ? null : one(atom)
  },
  variable: ({ a }, { values }) => values.get(a.identifier ?? '') ?? null,
  correct: ({ a }, { declared }) => correctOf(declared.get(a.identifier ?? '')),
  default: ({ a }, { declared }) => defaultOf(declared.get(a.identifier ?? '')),
  null: () => null,
  'map-response': mapResponse,
  multiple: (element, scope) => contained(element, scope, 'several'),
  ordered: (element, scope) => contained(element, scope, 'ordered'),
  'container-size': (element, scope) => one(argumentsOf(element, scope)[0]?.atoms.length ?? 0),
  'is-null': (element, scope) => {
    const [value] = argumentsOf(element, scope)
    return one(!value || (value.atoms.length === 1 && value.atoms[0] === ''))
  },
  index: (element, scope) => {
    const atom = argumentsOf(element, scope)[0]?.atoms[Number(element.a.n) - 1]
    return atom === undefined ? null : one(atom)
  },
  member: (element, scope) => {
    const [single, all] = argumentsOf(element, scope)
    return single && all ? one(all.atoms.includes(single.atoms[0] as string)) : null
  },
  contains: (element, scope) => {
    const [all, part] = argumentsOf(element, scope)
    return all && part ? one(part.atoms.every((atom) => all.atoms.includes(atom))) : null
  },
  delete: (element, scope) => {
    const [single, all] = argumentsOf(element, scope)
    if (!single || !all) return null
    return several(
      all.atoms.filter((atom) => atom !== single.atoms[0]),
      all.kind === 'ordered' ? 'ordered' : 'several',
    )
  },
  and: (element, scope) => one(argumentsOf(element, scope).every(holds)),
  or: (element, scope) => one(argumentsOf(element, scope).some(holds)),
  not: (element, scope) => {
    const [value] = argumentsOf(element, scope)
    return value ? one(!holds(value)) : null
  },
  'any-n': (element, scope) => {
    const n = argumentsOf(element, scope).filter(holds).length
    return one(n >= Number(element.a.min) && n <= Number(element.a.max))
  },
  match: (element, scope) => {
    const [a, b] = argumentsOf(element, scope)
    return a && b ? one(same(a, b)) : null
  },
  'string-match': (element, scope) => {
    const [a, b] = argumentsOf(element, scope).map((value) => value && plainCase(String(value.atoms[0])))
    if (a === null || b === null || a === undefined || b === undefined) return null
    const [left, right] = element.a['case-sensitive'] === 'false' ? [a.toLowerCase(), b.toLowerCase()] : [a, b]
    return one(element.a.substring === 'true' ? left.includes(right) : left === right)
  },
  substring: (element, scope) => {
    const [a, b] = argumentsOf(element, scope).map((value) => value && String(value.atoms[0]))
    if (a === null || b === null || a === undefined || b === undefined) return null
    const [part, whole] = element.a['case-sensitive'] === 'false' ? [a.toLowerCase(), b.toLowerCase()] : [a, b]
    return one(whole.includes(part))
  },
  equal: isEqual,
  'equal-rounded': (element, scope) => {
    const [a, b] = numbers(argumentsOf(element, scope)) ?? []
    return a === undefined || b === undefined ? null : one(rounded(a, element) === rounded(b, element))
  },
  lt: compared((a, b) => a < b),
  gt: compared((a, b) => a > b),
  lte: compared((a, b) => a <= b),
  gte: compared((a, b) => a >= b),
  sum: numeric((all) => all.reduce((a, b) => a + b, 0)),
  product: numeric((all) => all.reduce((a, b) => a * b, 1)),
  subtract: numeric(([a = Number.NaN, b = Number.NaN]) => a - b),
  divide: numeric(([a = Number.NaN, b = Number.NaN]) => a / b),
  power: numeric(([a = Number.NaN, b = Number.NaN]) => a ** b),
  'integer-divide': numeric(([a = Number.NaN, b = Number.NaN]) => Math.floor(a / b)),
  'integer-modulus': numeric(([a = Number.NaN, b = Number.NaN]) => a - b * Math.floor(a / b)),
  truncate: numeric(([a = Number.NaN]) => Math.trunc(a)),
  round: numeric(([a = Number.NaN]) => Math.floor(a + 0.5)),
  'integer-to-float': numeric(([a = Number.NaN]) => a),
  min: numeric((all) => Math.min(...all)),
  max: numeric((all) => Math.max(...all)),
}

export const knownExpressions: ReadonlySet<string> = new Set(Object.keys(expressions))

/** What an expression says; nothing where it cannot be said, as QTI has it. */
export function evaluate(element: Element, scope: Scope): Value {
  return expressions[element.n]?.(element, scope) ?? null
}

const declaredValue = (declaration: Element | undefined, name: string): Value => {
  const texts = elementsIn(elementsIn(declaration, name)[0], 'value').map(textIn)
  return valueFrom(texts, declaration?.a['base-type'], declaration?.a.cardinality)
}
export const correctOf = (declaration: Element | undefined): Value => declaredValue(declaration, 'correct-response')
export const defaultOf = (declaration: Element | undefined): Value => declaredValue(declaration, 'default-value')
