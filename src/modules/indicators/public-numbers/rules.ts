import type { Words } from '../../../platform/i18n.ts'
import type { Series } from '../contract.ts'
import { parsePeriod } from '../period/rules.ts'
import { publicWords } from './messages.ts'
import { type Equation, freeChanges } from './recovering/rules.ts'

/** Groups smaller than this are told to the public only as 'fewer than five'. */
export const smallest = 5

/**
 * Numbers of people or of requests that stand on one public page, and what a reader knows of them: that some `sum` to
 * another, or that another `covers` them (different people: at least as many as in any part, at most as in all parts).
 */
export type Relation = { whole: string; parts: readonly string[]; kind: 'sum' | 'covers' }
export type Numbers = { values: ReadonlyMap<string, number>; relations: readonly Relation[] }

/** The number itself; `few` is '<5'; `withheld` is left out, because a small one could be worked out with it. */
export type PublicNumber = { kind: 'number'; value: number } | { kind: 'few' } | { kind: 'withheld' }

type Kind = PublicNumber['kind']
type Page = {
  keys: readonly string[]
  values: readonly number[]
  relations: readonly { whole: number; parts: readonly number[]; kind: Relation['kind'] }[]
  sums: readonly Equation[]
}

/**
 * What the public may read, by key. Every number below five is `few`; of the others as many are withheld as it takes, the
 * smallest first, until each small one could as well be another: there are then other numbers below five that fit
 * everything that is shown, even for a reader who knows that what is withheld is five or more. Where no withholding
 * helps, the small ones are withheld as well, and nothing is said of any number that is tied to them.
 */
export function suppressed(page: Numbers): ReadonlyMap<string, PublicNumber> {
  const known = pageOf(page)
  const marks: Kind[] = known.values.map((value) => (value < smallest ? 'few' : 'number'))
  for (let open = unsafe(known, marks); open !== null; open = unsafe(known, marks)) {
    const next = nextToWithhold(known, marks, open)
    if (next !== null) marks[next] = 'withheld'
    else for (const at of tiedTo(known, open)) marks[at] = 'withheld'
  }
  return new Map(known.keys.map((key, at) => [key, told(marks[at] ?? 'withheld', known.values[at] ?? 0)]))
}

const told = (kind: Kind, value: number): PublicNumber => (kind === 'number' ? { kind, value } : { kind })

function pageOf({ values, relations }: Numbers): Page {
  const keys = [...values.keys()]
  const at = new Map(keys.map((key, i) => [key, i]))
  const position = (key: string): number => {
    const found = at.get(key)
    // A relation to a number that is not on the page ties nothing: give only what is shown.
    if (found === undefined) throw new Error(`${key} is not on the page`)
    return found
  }
  const all = relations.map(({ whole, parts, kind }) => ({ whole: position(whole), parts: parts.map(position), kind }))
  const sums = all
    .filter(({ kind }) => kind === 'sum')
    .map(({ whole, parts }) => {
      const equation = new Map<number, number>([[whole, -1]])
      for (const part of parts) equation.set(part, (equation.get(part) ?? 0) + 1)
      return equation
    })
  return { keys, values: keys.map((key) => values.get(key) ?? 0), relations: all, sums }
}

/** A number below five that can be worked out, if there is one. */
function unsafe(page: Page, marks: readonly Kind[]): number | null {
  const hidden = [...marks.keys()].filter((at) => marks[at] !== 'number')
  const changes = freeChanges(page.sums, hidden)
  const candidates = [...changes, ...pairs(changes)].filter((change) => change.every(Number.isInteger))
  const open = hidden.find((at, i) => {
    if (marks[at] !== 'few') return false
    return !candidates.some(
      (change) => change[i] !== 0 && [1, -1].some((sign) => fits(page, marks, hidden, change, sign)),
    )
  })
  return open ?? null
}

function pairs(changes: readonly number[][]): number[][] {
  // Beyond this many the pairs are not worth their time: what is not found to be safe is only withheld the sooner.
  if (changes.length > 40) return []
  return changes.flatMap((a, i) =>
    changes.slice(i + 1).flatMap((b) => [a.map((x, j) => x + (b[j] ?? 0)), a.map((x, j) => x - (b[j] ?? 0))]),
  )
}

/** Could the page look the same if the hidden numbers were changed so? */
function fits(page: Page, marks: readonly Kind[], hidden: readonly number[], change: readonly number[], sign: number) {
  const other = [...page.values]
  for (const [i, at] of hidden.entries()) other[at] = (other[at] ?? 0) + sign * (change[i] ?? 0)
  const inside = hidden.every((at) => {
    const value = other[at] ?? 0
    return marks[at] === 'few' ? value >= 0 && value < smallest : value >= smallest || other[at] === page.values[at]
  })
  return inside && page.relations.every((relation) => relation.kind === 'sum' || covers(other, relation))
}

function covers(values: readonly number[], { whole, parts }: Page['relations'][number]): boolean {
  const all = parts.map((at) => values[at] ?? 0)
  const value = values[whole] ?? 0
  return value >= Math.max(0, ...all) && value <= all.reduce((sum, part) => sum + part, 0)
}

const numbersIn = ({ whole, parts }: Page['relations'][number]): number[] => [whole, ...parts]

/**
 * What is withheld next for its sake. A sum in which only one number is hidden gives it away: best is what stands in
 * most of those, then a part rather than a whole, which tells more to most readers, then the smaller number.
 */
function nextToWithhold(page: Page, marks: readonly Kind[], at: number): number | null {
  const tied = tiedTo(page, at)
  const near = page.relations.filter(({ whole }) => tied.has(whole))
  const shownIn = (relation: Page['relations'][number]) => numbersIn(relation).filter((x) => marks[x] === 'number')
  const telling = near.filter(
    (relation) => relation.kind === 'sum' && numbersIn(relation).length - shownIn(relation).length === 1,
  )
  const own = near.filter((relation) => numbersIn(relation).includes(at))
  const choices = [telling, own, near].map((all) => all.flatMap(shownIn)).find((all) => all.length > 0) ?? []
  const wholes = new Set(page.relations.map(({ whole }) => whole))
  const often = (x: number) => choices.filter((choice) => choice === x).length
  const [next] = choices.toSorted(
    (a, b) =>
      often(b) - often(a) ||
      Number(wholes.has(a)) - Number(wholes.has(b)) ||
      (page.values[a] ?? 0) - (page.values[b] ?? 0),
  )
  return next ?? null
}

/** Everything that is tied to it by any chain of sums. */
function tiedTo(page: Page, at: number): ReadonlySet<number> {
  let reached = new Set([at])
  for (;;) {
    const near = page.relations
      .map(({ whole, parts }) => [whole, ...parts])
      .filter((all) => all.some((x) => reached.has(x)))
    const wider = new Set([...reached, ...near.flat()])
    if (wider.size === reached.size) return reached
    reached = wider
  }
}

/** One key for one number, wherever on the page it stands: a part here may be the whole there. */
export function numberKey(question: Series['whole']['question']): string {
  const { fact, measure, filter, period, scope } = question
  const days = parsePeriod(period)
  return [fact, measure, filter, days ? `${days.from}..${days.to}` : period, scope ?? ''].join(' ')
}

/** All the numbers of a page that shows these series, each once, with how they hang together. */
export function numbersOf(all: readonly Series[]): Numbers {
  const values = new Map<string, number>()
  const relations = all.map(({ whole, parts, sums }): Relation => {
    const shown = parts.flatMap(({ question, value }) => (question ? [{ key: numberKey(question), value }] : []))
    const key = numberKey(whole.question)
    values.set(key, whole.value ?? 0)
    for (const part of shown) values.set(part.key, part.value ?? 0)
    return { whole: key, parts: shown.map((part) => part.key), kind: sums ? 'sum' : 'covers' }
  })
  return { values, relations }
}

/** As the public reads it: `written` is the number as it would be written for the office. */
export const writtenForAll = (number: PublicNumber | undefined, written: Words): Words =>
  number?.kind === 'number' ? written : publicWords[number?.kind ?? 'withheld']
