import type { Block, Run } from '../../../../platform/document/contract.ts'
import { factNamed } from '../../../../platform/facts.ts'
import { type Language, sayIn } from '../../../../platform/i18n.ts'
import type { Figure } from '../../../indicators/contract.ts'
import { parseFilter } from '../../../indicators/filter/rules.ts'
import { parsePeriod } from '../../../indicators/period/rules.ts'
import {
  type Numbers,
  numberKey,
  type Relation,
  suppressed,
  writtenForAll,
} from '../../../indicators/public-numbers/rules.ts'
import type { Settled } from '../../writing/settled/contract.ts'
import { publishingWords } from '../messages.ts'

/** Of whom a figure is one: rows that name a person. What counts meetings or stations hides nobody. */
const isOfPeople = ({ question }: Figure): boolean =>
  Object.values(factNamed(question.fact)?.columns ?? {}).some((c) => c.type === 'reference' && c.person === true)

/** How many it is of: of hours and shares, how many records stand behind them. */
function sizeOf({ question, value, records }: Figure): number {
  const kind = factNamed(question.fact)?.measures[question.measure]?.kind
  return kind === 'count' || kind === 'distinct' ? (value ?? 0) : records
}

type PathOf = (scopeId: string) => string

/** Is every row of the one also a row of the other, as far as their questions tell? */
function isPart(part: Figure, whole: Figure, pathOf: PathOf): boolean {
  const [a, b] = [part.question, whole.question]
  if (a.fact !== b.fact || a.measure !== b.measure || numberKey(a) === numberKey(b)) return false
  const [inner, outer] = [parsePeriod(a.period), parsePeriod(b.period)]
  if (!inner || !outer || inner.from < outer.from || inner.to > outer.to) return false
  if (!pathOf(a.scope ?? '').startsWith(pathOf(b.scope ?? ''))) return false
  const narrowed = parseFilter(a.filter)
  return Object.entries(parseFilter(b.filter)).every(([name, values]) =>
    narrowed[name]?.every((value) => values.includes(value)),
  )
}

/**
 * What a page of these figures tells of small groups. That the parts shown sum to their whole is taken for granted even
 * where parts are missing: a reader who knew more is provided for.
 */
function numbersOn(figures: readonly Figure[], pathOf: PathOf): Numbers {
  const values = new Map(figures.map((figure) => [numberKey(figure.question), sizeOf(figure)]))
  const relations = figures.flatMap((whole): Relation[] => {
    const inside = figures.filter((part) => isPart(part, whole, pathOf))
    const largest = inside.filter((part) => !inside.some((other) => isPart(part, other, pathOf)))
    const parts = [...new Set(largest.map(({ question }) => numberKey(question)))]
    if (parts.length === 0) return []
    return [{ whole: numberKey(whole.question), parts, kind: whole.additive ? 'sum' : 'covers' }]
  })
  return { values, relations }
}

const sidesOf = (figure: Figure): Figure[] =>
  figure.change ? [figure.change.now, figure.change.before].map((side) => ({ ...figure, ...side })) : [figure]

/** The report as everybody may read it: small numbers of people hidden, and so well that they cannot be worked out. */
export function forEverybody(settled: Settled, pathOf: PathOf): Settled {
  const people = Object.entries(settled.figures).filter(([, figure]) => isOfPeople(figure))
  const told = suppressed(
    numbersOn(
      people.flatMap(([, figure]) => sidesOf(figure)),
      pathOf,
    ),
  )
  const hidden = new Map(
    people.flatMap(([key, figure]) => {
      const numbers = sidesOf(figure).map(({ question }) => told.get(numberKey(question)))
      const small = numbers.find((number) => number?.kind !== 'number')
      if (numbers.every((number) => number?.kind === 'number')) return []
      // A change of a small number tells as much as the number.
      return [[key, writtenForAll(figure.change ? undefined : small, figure.written)] as const]
    }),
  )
  const named = new Set(people.flatMap(([key, figure]) => (namesSomebody(figure) ? [key] : [])))
  const blocks = settled.blocks.map((block) => withoutSmall(block, { hidden, named, language: settled.language }))
  return { ...settled, blocks, figures: {} }
}

/** Is it one person's figure? */
function namesSomebody({ question }: Figure): boolean {
  const columns = factNamed(question.fact)?.columns ?? {}
  return Object.keys(parseFilter(question.filter)).some((name) => {
    const column = columns[name]
    return column?.type === 'reference' && column.person === true
  })
}

type Hidden = {
  hidden: ReadonlyMap<string, readonly [en: string, zh: string]>
  /** Figures of one person each. */
  named: ReadonlySet<string>
  language: Language
}

function withoutSmall(block: Block, { hidden, named, language }: Hidden): Block {
  const namesPeople =
    ('people' in block && block.people) ||
    (block.kind === 'table' && block.rows.flat().some(({ figure }) => figure && named.has(figure)))
  if (namesPeople) return { kind: 'paragraph', runs: [{ text: sayIn(language, publishingWords.notForEverybody) }] }
  const run = ({ text, figure }: Run): Run => ({
    text: (figure && hidden.get(figure)?.[language === 'en' ? 0 : 1]) ?? text,
  })
  switch (block.kind) {
    case 'paragraph':
      return { ...block, runs: block.runs.map(run) }
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(run)) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(run)) }
    // The parts of a drawing have no questions of their own by which to judge them.
    case 'chart':
      return hidden.has(block.figure) || block.values.some((value) => value !== null && value > 0 && value < 5)
        ? { kind: 'paragraph', runs: [{ text: block.caption }] }
        : block
    default:
      return block
  }
}
