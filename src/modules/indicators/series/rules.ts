import { type Fact, type Filter, type Measure, valuesOf } from '../../../platform/facts.ts'
import { sayIn, type Words } from '../../../platform/i18n.ts'
import { type Comparing, writtenAs } from '../comparing/rules.ts'
import type { Question, Series } from '../contract.ts'
import { filterText, parseFilter } from '../filter/rules.ts'
import { messages } from '../messages.ts'
import { type Period, partsOf, periodText, periodWords } from '../period/rules.ts'

type Asked = {
  fact: Fact
  measure: Measure
  filter: Filter
  period: Period
  comparing: Comparing | null
  question: Question
  scope: { id: string; name: string }
}
type Part = { key: string; label: string | null; value: number | null; records: number }
type Labelled = Series['parts'][number]
const times = ['day', 'month', 'quarter', 'year'] as const
export type Time = (typeof times)[number]

/** The key under which the rows of a part of the period are put together. */
export function bucketOf(by: Time, { from }: Period): string {
  if (by === 'day') return from
  if (by === 'month') return from.slice(0, 7)
  return by === 'year' ? from.slice(0, 4) : `${from.slice(0, 4)}-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`
}

/** The period whose days, months … these pieces are, one after the other; null when they are anything else. */
export function cutBy(by: Time, pieces: readonly Period[]): Period | null {
  const [first] = pieces
  const last = pieces.at(-1)
  if (!first || !last) return null
  const whole: Period = { kind: 'days', from: first.from, to: last.to }
  const cut = partsOf(whole, by)
  const same =
    cut.length === pieces.length && cut.every(({ from, to }, i) => pieces[i]?.from === from && pieces[i]?.to === to)
  return same ? whole : null
}

/** A label begins with a capital letter where a sentence does not: 'The first quarter of 2023'. */
const beginning = ([en, zh]: Words): Words => [en.charAt(0).toUpperCase() + en.slice(1), zh]
const said = (text: string): [string, string] => [text, text]
const pair = (words: Words): [string, string] => [...words]

/** The parts with their names, and the question that gives each of them alone. */
export function labelled(
  asked: Asked,
  by: string,
  parts: readonly Part[],
  children: readonly { id: string; name: string }[],
): Pick<Series, 'by' | 'parts'> {
  const { fact, measure, question, scope } = asked
  const one = (part: Part, label: Words, alone: Partial<Question> | null): Labelled => ({
    ...part,
    label: pair(label),
    written: pair(writtenAs(fact, measure, asked.comparing, part.value)),
    question: alone && { ...question, scope: scope.id, ...alone },
  })
  if (isTime(by))
    return {
      by: pair(byTime[by]),
      parts: partsOf(asked.period, by).flatMap((period, i) => {
        const part = parts[i]
        return part ? [one(part, beginning(periodWords(period)), { period: periodText(period) })] : []
      }),
    }
  const narrowed = (name: string, value: string) => ({ filter: filterText({ ...asked.filter, [name]: [value] }) })
  if (by === 'part') {
    const own: Words = [
      sayIn('en', messages.ownLevel, { name: scope.name }),
      sayIn('zh-CN', messages.ownLevel, { name: scope.name }),
    ]
    return {
      by: pair(messages.byPart),
      // the scope's own level comes after the parts below it
      parts: [...parts.filter(({ key }) => key !== ''), ...parts.filter(({ key }) => key === '')].map((part) => {
        const child = children.find(({ id }) => id === part.key)
        return child ? one(part, said(child.name), { scope: child.id }) : one(part, own, narrowed('part', 'own'))
      }),
    }
  }
  const column = fact.columns[by]
  const words = column?.words ?? said(by)
  const label = ({ key, label: name }: Part): Words => {
    const values = valuesOf(column)
    if (values) return values[key] ?? messages.notStated
    if (column?.type === 'flag') return key === 'true' ? messages.yes : messages.no
    return said(name ?? key)[0] === '' ? messages.notStated : said(name ?? key)
  }
  const value = ({ key }: Part): string =>
    column?.type === 'flag' ? (key === 'true' ? 'yes' : 'no') : column?.type === 'text' ? `=${key}` : key
  // A row of several values is asked for by those of the filter only.
  const wanted = column?.type === 'many' ? asked.filter[by] : undefined
  const wantedParts = wanted ? parts.filter(({ key }) => wanted.includes(key)) : parts
  return {
    by: [sayIn('en', messages.by, { column: words[0] }), sayIn('zh-CN', messages.by, { column: words[1] })],
    parts: wantedParts.map((part) => one(part, label(part), narrowed(by, value(part)))),
  }
}

const byTime: Record<Time, Words> = {
  day: messages.byDay,
  month: messages.byMonth,
  quarter: messages.byQuarter,
  year: messages.byYear,
}
export const isTime = (by: string): by is Time => (times as readonly string[]).includes(by)

/** What a part without rows says: nothing counted is nought, nothing shared is nothing. */
export const nothingIn = ({ kind }: Measure): { value: number | null; records: number } => ({
  value: ['count', 'distinct', 'sum'].includes(kind) ? 0 : null,
  records: 0,
})

type WholeQuestion = Series['whole']['question']

/** A question narrowed as another one's part is: the same scope, the same period, the same added filter. */
export function alike(own: WholeQuestion, part: WholeQuestion | null, whole: WholeQuestion): WholeQuestion | null {
  if (!part) return null
  const before = parseFilter(whole.filter)
  const added = Object.entries(parseFilter(part.filter)).filter(
    ([name, values]) => String(before[name]) !== String(values),
  )
  return {
    ...own,
    scope: part.scope,
    period: part.period === whole.period ? own.period : part.period,
    filter: filterText({ ...parseFilter(own.filter), ...Object.fromEntries(added) }),
  }
}
