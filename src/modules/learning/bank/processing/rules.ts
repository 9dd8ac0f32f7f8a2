import { isOfPiece, outOfPiece } from '../rules.ts'
import type { Element, Rules } from './contract.ts'
import { correctOf, defaultOf, evaluate, knownExpressions, type Scope } from './expressions/rules.ts'
import { atomOf, elementsIn, one, type Value, valueFrom } from './values/rules.ts'

const branches = ['response-if', 'response-else-if', 'response-else']
const statements = [
  'set-outcome-value',
  'lookup-outcome-value',
  'response-condition',
  'exit-response',
  'response-processing-fragment',
]

/** The first thing in these rules that is not understood here, or null. */
export function unknownRule(rules: readonly Element[]): string | null {
  for (const rule of rules) {
    if (!statements.includes(rule.n)) return rule.n
    const inner = rule.n === 'response-condition' ? elementsIn(rule) : [rule]
    for (const part of inner) {
      if (part !== rule && !branches.includes(part.n)) return part.n
      const all = elementsIn(part)
      // A condition begins with the expression that it hangs on.
      const tested = part.n === 'response-if' || part.n === 'response-else-if' ? all.slice(0, 1) : []
      const sets = part.n === 'set-outcome-value' || part.n === 'lookup-outcome-value'
      const expressions = sets ? all : tested
      const unknown = unknownExpression(expressions)
      if (unknown) return unknown
      const nested = sets ? null : unknownRule(all.slice(tested.length))
      if (nested) return nested
    }
  }
  return null
}

function unknownExpression(elements: readonly Element[]): string | null {
  for (const element of elements) {
    if (!knownExpressions.has(element.n)) return element.n
    // A number may be the name of a variable: only templates set those.
    const named = ['tolerance', 'figures', 'n', 'min', 'max'].find((name) =>
      /[^\d\s.+\-eE]/.test(element.a[name] ?? ''),
    )
    if (named) return `${element.n} ${named}`
    const inner = unknownExpression(elementsIn(element))
    if (inner) return inner
  }
  return null
}

/** What an outcome's own table says of a number: the target of the same one, or that of the first bound which it reaches. */
function lookedUp(declaration: Element | undefined, value: Value): Value {
  const type = declaration?.a['base-type']
  const given = numberOf(value)
  const [table] = elementsIn(declaration).filter(({ n }) => n === 'match-table' || n === 'interpolation-table')
  if (!table) return null
  const entry = elementsIn(table).find(({ n, a }) => {
    if (given === null) return false
    const source = Number(a['source-value'])
    if (n === 'match-table-entry') return given === source
    return a['include-boundary'] === 'false' ? given > source : given >= source
  })
  const target = entry?.a['target-value'] ?? table.a['default-value']
  const atom = target === undefined ? null : atomOf(target, type)
  return atom === null ? null : one(atom)
}

/** Carries the rules out until one says to stop; true when it did. */
function carryOut(rules: readonly Element[], scope: Scope): boolean {
  for (const rule of rules) {
    if (rule.n === 'exit-response') return true
    if (rule.n === 'response-processing-fragment' && carryOut(elementsIn(rule), scope)) return true
    if (rule.n === 'set-outcome-value') {
      const [expression] = elementsIn(rule)
      if (expression) scope.values.set(rule.a.identifier ?? '', evaluate(expression, scope))
    }
    if (rule.n === 'lookup-outcome-value') {
      const [expression] = elementsIn(rule)
      const name = rule.a.identifier ?? ''
      if (expression) scope.values.set(name, lookedUp(scope.declared.get(name), evaluate(expression, scope)))
    }
    if (rule.n === 'response-condition' && carryOut(branchOf(rule, scope), scope)) return true
  }
  return false
}

/** What the first branch whose condition holds says. */
function branchOf(rule: Element, scope: Scope): Element[] {
  for (const branch of elementsIn(rule)) {
    const [first, ...rest] = elementsIn(branch)
    if (branch.n === 'response-else') return elementsIn(branch)
    if (first && evaluate(first, scope)?.atoms[0] === true) return rest
  }
  return []
}

const isNumeric = ({ a }: Element): boolean => a['base-type'] === 'float' || a['base-type'] === 'integer'

/** All outcomes after the item has scored these responses. */
export function outcomesOf({ declarations, processing }: Rules, responses: ReadonlyMap<string, Value>) {
  const values = new Map<string, Value>()
  for (const declaration of declarations) {
    const name = declaration.a.identifier ?? ''
    if (declaration.n === 'outcome-declaration')
      values.set(name, defaultOf(declaration) ?? (isNumeric(declaration) ? one(0) : null))
    else values.set(name, responses.get(name) ?? null)
  }
  const scope = { values, declared: new Map(declarations.map((one) => [one.a.identifier ?? '', one])) }
  carryOut(processing, scope)
  return values
}

const numberOf = (value: Value | undefined): number | null => {
  const atom = value?.atoms[0]
  return typeof atom === 'number' ? atom : null
}

/** Of an answer to several things, what answers the one: options and pairs without the name of their piece, or a text. */
const ofPiece = (answer: readonly string[], i: number): string[] =>
  answer
    .filter((entry) => isOfPiece(i, entry))
    .map((entry) => (entry.startsWith(`p${i}=`) ? entry.slice(`p${i}=`.length) : outOfPiece(entry)))

/** An answer as the responses that the item declares: several blanks, and several things that are asked, are a response each. */
export function responsesOf(
  { responses, declarations }: Rules,
  answer: readonly string[],
  pieces: boolean,
): Map<string, Value> {
  const declared = new Map(declarations.map((one) => [one.a.identifier ?? '', one]))
  return new Map(
    responses.map((name, i) => {
      const texts = pieces ? ofPiece(answer, i) : responses.length === 1 ? answer : answer.slice(i, i + 1)
      const given = texts.filter((text) => text !== '')
      return [name, valueFrom(given, declared.get(name)?.a['base-type'], declared.get(name)?.a.cardinality)]
    }),
  )
}

/** The item's own SCORE, and the most that it gives: what it says, else what its right answer earns, else what its mapping adds up to. */
export function processed(rules: Rules, answer: readonly string[], pieces: boolean): { score: number; most: number } {
  const score = numberOf(outcomesOf(rules, responsesOf(rules, answer, pieces)).get('SCORE')) ?? 0
  return { score, most: mostOf(rules) }
}

function mostOf(rules: Rules): number {
  const declared = (name: string) =>
    rules.declarations.find(({ n, a }) => n === 'outcome-declaration' && a.identifier === name)
  const said = [numberOf(defaultOf(declared('MAXSCORE'))), Number(declared('SCORE')?.a['normal-maximum'])]
  for (const most of said) if (most && most > 0) return most
  const responses = rules.declarations.filter(({ n }) => n === 'response-declaration')
  const right = new Map(responses.map((one) => [one.a.identifier ?? '', correctOf(one)]))
  const best = new Map(responses.map((one) => [one.a.identifier ?? '', bestOf(one)]))
  const scores = [right, best].map((values) => numberOf(outcomesOf(rules, values).get('SCORE')) ?? 0)
  return Math.max(...scores) > 0 ? Math.max(...scores) : 1
}

/** What each response should be, in words: as it is declared, else what is worth most. */
export const rightTexts = ({ responses, declarations }: Pick<Rules, 'responses' | 'declarations'>): string[] =>
  responses.map((name) => {
    const declaration = declarations.find(({ n, a }) => n === 'response-declaration' && a.identifier === name)
    return declaration ? ((correctOf(declaration) ?? bestOf(declaration))?.atoms.join(' | ') ?? '') : ''
  })

function bestOf(declaration: Element): Value {
  const entries = elementsIn(elementsIn(declaration, 'mapping')[0], 'map-entry')
  const worthy = entries.filter(({ a }) => Number(a['mapped-value']) > 0).map(({ a }) => a['map-key'] ?? '')
  const { cardinality } = declaration.a
  const highest = entries.toSorted((x, y) => Number(y.a['mapped-value']) - Number(x.a['mapped-value']))[0]
  const keys = cardinality === 'single' ? [highest?.a['map-key'] ?? ''] : worthy
  return valueFrom(keys, declaration.a['base-type'], cardinality)
}
