import type { Fact, Filter, Measure } from '../../platform/facts.ts'
import { type Language, sayIn, type Words } from '../../platform/i18n.ts'
import type { FigureRefusal } from './messages.ts'

/** Does the whole equal the sum of parts that share no row? Only counts and sums; never people counted once. */
export const additive = (measure: Measure): boolean => measure.kind === 'count' || measure.kind === 'sum'

const times = ['day', 'month', 'quarter', 'year']

/**
 * Do these parts sum to the whole? Not when rows last over several periods, nor when one row may lie in several parts.
 */
export function partsSum(fact: Fact, measure: Measure, by: string): boolean {
  if (!additive(measure)) return false
  if (by === 'part') return true
  if (times.includes(by)) return fact.time === 'moment'
  return fact.columns[by]?.type !== 'many'
}

/** Minutes are read as hours: is that what this measure gives? */
export function isTime(fact: Fact, measure: Measure): boolean {
  if (measure.kind === 'rate') {
    const top = fact.measures[measure.top]
    return top !== undefined && isTime(fact, top)
  }
  return (measure.kind === 'sum' || measure.kind === 'median') && fact.columns[measure.column]?.type === 'minutes'
}

const decimals = (value: number, most: number): string => String(Number(value.toFixed(most)))

export const writtenShare = (value: number): string => `${(value * 100).toFixed(1)}%`

/** The sign of a change before what is written of its size. */
export const signed = (value: number, size: string): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${size}`

/** The number as a reader expects it: hours of minutes, per cent of shares, at most one decimal. */
export function writtenIn(language: Language, fact: Fact, measure: Measure, value: number | null): string {
  if (value === null) return '—'
  if (measure.kind === 'share') return writtenShare(value)
  const number = isTime(fact, measure) ? decimals(value / 60, 1) : decimals(value, 1)
  if (language === 'zh-CN') return number
  const [whole = '', part] = number.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return part ? `${grouped}.${part}` : grouped
}

export const written = (fact: Fact, measure: Measure, value: number | null): Words => [
  writtenIn('en', fact, measure, value),
  writtenIn('zh-CN', fact, measure, value),
]

/** With its unit: '9次', '1 person', '732.5 hours'. */
export function inWords(fact: Fact, measure: Measure, value: number | null): Words {
  const count = value === null ? 0 : isTime(fact, measure) ? value / 60 : value
  const say = (language: Language): string =>
    value === null ? '—' : sayIn(language, measure.unit, { n: writtenIn(language, fact, measure, value), count })
  return [say('en'), say('zh-CN')]
}

/** By how many percentage points a share changed. */
export function pointsInWords(difference: number | null): Words {
  if (difference === null) return ['—', '—']
  const points = signed(difference, (Math.abs(difference) * 100).toFixed(1))
  return [`${points} percentage points`, `${points}个百分点`]
}

/** By how much it changed, with sign and unit; shares change by percentage points. */
export function differenceInWords(fact: Fact, measure: Measure, difference: number | null): Words {
  if (difference === null || measure.kind === 'share') return pointsInWords(difference)
  const [en, zh] = inWords(fact, measure, Math.abs(difference))
  return [signed(difference, en), signed(difference, zh)]
}

/** The types of columns by which rows may be filtered and put together. */
export const filterable: readonly string[] = ['choice', 'flag', 'text', 'reference', 'many']

/** Which column of a filter the fact does not have, if any. `part` is every fact's: the rows of the scope's own level. */
export function filterRefusal(fact: Fact, filter: Filter): { reason: FigureRefusal; column: string } | null {
  const unknown = Object.keys(filter).find(
    (name) => name !== 'part' && !filterable.includes(fact.columns[name]?.type ?? 'none'),
  )
  return unknown === undefined ? null : { reason: 'unknownColumn', column: unknown }
}

/** May rows be put together by it? Times by day, month and quarter; anything that has few values by those. */
export function groupingRefusal(fact: Fact, by: string): FigureRefusal | null {
  if (by === 'day' && fact.time === 'span') return 'unknownGrouping'
  if (by === 'part' || times.includes(by)) return null
  const column = fact.columns[by]
  if (!column) return 'unknownGrouping'
  return filterable.includes(column.type) ? null : 'unknownGrouping'
}
