import type { Run } from '../../../../platform/document/contract.ts'
import { widthOf, writtenDate } from '../../../../platform/document/rules.ts'
import type { Language } from '../../../../platform/i18n.ts'
import type { Figure } from '../../../indicators/contract.ts'
import { countedOn, periodBefore, periodWords, yearBefore } from '../../../indicators/period/rules.ts'
import type { comparisons, namedThings, spellings } from '../contract.ts'
import type { Place } from './asking/rules.ts'
import { spelledOut } from './numerals/rules.ts'

export const at = (language: Language): 0 | 1 => (language === 'en' ? 0 : 1)

/** The chip's text: 9, 9次 or 九次. */
export function chipText(language: Language, figure: Figure, spelled: (typeof spellings)[number]): string {
  if (spelled === 'number') return figure.written[at(language)]
  const inWords = figure.inWords[at(language)]
  return spelled === 'unit' ? inWords : spelledOut(language, inWords)
}

/** What the text calls by its name, at this place. */
export function wordText(
  language: Language,
  what: (typeof namedThings)[number],
  { scope, period }: Place,
  today: string,
): string {
  if (what === 'scope') return scope.name
  if (what === 'today') return writtenDate(language, today)
  if (what === 'lastDay') return writtenDate(language, countedOn(period, today))
  const meant = what === 'period' ? period : what === 'yearBefore' ? yearBefore(period) : periodBefore(period)
  return periodWords(meant)[at(language)]
}

/** Does the condition hold? Nothing to compare holds no condition but 'is not'. */
export function holds(value: number | null, op: (typeof comparisons)[number], other: number): boolean {
  if (value === null) return op === '!='
  if (op === '=') return value === other
  if (op === '!=') return value !== other
  if (op === '>') return value > other
  if (op === '<') return value < other
  return op === '>=' ? value >= other : value <= other
}

/** A line of a 22-point title holds 20 characters. */
const titleLine = 20

/** A title that begins with the office's name breaks after it when it is too long for one line. */
export function titleLines(language: Language, title: string, scope: string): string[] {
  const rest = title.startsWith(scope) ? title.slice(scope.length).replace(/^[:：\s]+/, '') : ''
  const whole = language === 'zh-CN' && widthOf(title) <= titleLine
  return rest === '' || whole ? [title] : [scope, rest]
}

/** The number that a text shows, to draw it: hours for minutes, per cent for shares. */
export function numberIn(written: string): number | null {
  const number = Number.parseFloat(written.replaceAll(',', ''))
  return Number.isNaN(number) ? null : number
}

const openEnd = /[\s（(“"]$/
/** Puts a paragraph's continuation behind it; Latin sentences have a space between them. */
export function joined(language: Language, before: readonly Run[], more: readonly Run[]): Run[] {
  const last = before.at(-1)?.text ?? ''
  const space = language === 'en' && last !== '' && more.length > 0 && !openEnd.test(last)
  return [...before, ...(space ? [{ text: ' ' }] : []), ...more]
}

/** A cell or a line as one run: it opens when there is one figure in it. */
export function oneRun(runs: readonly Run[]): Run {
  const keys = new Set(runs.flatMap(({ figure }) => figure ?? []))
  const [figure] = keys
  return {
    text: runs.map(({ text }) => text).join(''),
    ...(figure !== undefined && keys.size === 1 ? { figure } : {}),
    ...(runs.some(({ missing }) => missing) ? { missing: true } : {}),
  }
}
