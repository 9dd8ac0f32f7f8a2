import type { Keys, Mapping, QuestionKind } from '../contract.ts'
import { processed } from '../processing/rules.ts'

/** What was answered: chosen options, an order, pairs as 'option target', or texts by blank. */
export type Answer = readonly string[]
export type Asked = { kind: QuestionKind; keys: Keys }

/** Answers are read as people type them: full-width or narrow, any case, however many spaces. */
export const typed = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

/** `1,234.5`, `１２`, `-0.5`: a number as it is typed, or none. */
export function numberIn(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/−/g, '-')
    .replace(/,(?=\d{3})/g, '')
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(plain) ? Number(plain) : null
}

/**
 * The part of a question that an answer earns, from 0 to 1; null until somebody has marked it. Nothing answered earns nothing. A choice of several, an
 * order and a match are right as a whole unless a mapping says what each part is worth; each blank is an equal part.
 */
export function shareOf({ kind, keys }: Asked, answer: Answer): number | null {
  if (keys.rules) {
    if (kind === 'text') return null
    const { score, most } = processed(keys.rules, answer, kind === 'several')
    return within(score / most)
  }
  if (kind === 'text') return null
  if (answer.length === 0) return 0
  if (keys.mapping) return within(mapped(keys.mapping, answer) / mostOf(keys.mapping))
  switch (kind) {
    case 'number': {
      const given = numberIn(answer[0] ?? '')
      const { value, tolerance } = keys.number ?? { value: Number.NaN, tolerance: 0 }
      return given !== null && isNear(given, value, tolerance) ? 1 : 0
    }
    case 'fill': {
      const blanks = keys.blanks ?? []
      const right = blanks.filter((accepted, i) => accepted.map(typed).includes(typed(answer[i] ?? '')))
      return blanks.length === 0 ? 0 : right.length / blanks.length
    }
    case 'order':
      return answer.length === keys.correct.length && answer.every((id, i) => id === keys.correct[i]) ? 1 : 0
    default:
      return sameSet(answer, keys.correct) ? 1 : 0
  }
}

/** 0.3 is 0.1 + 0.2 to whoever writes a test. */
const isNear = (given: number, value: number, tolerance: number): boolean =>
  Math.abs(given - value) <= tolerance + Math.abs(value) * 1e-12

const within = (share: number): number => Math.min(1, Math.max(0, share))
const sameSet = (one: Answer, other: Answer): boolean => {
  const all = new Set(other)
  return new Set(one).size === all.size && one.every((id) => all.has(id))
}

function mapped({ entries, otherwise, lower, upper }: Mapping, answer: Answer): number {
  const worth = new Map(entries.map(({ key, value }) => [key, value]))
  const sum = [...new Set(answer)].reduce((all, one) => all + (worth.get(one) ?? otherwise), 0)
  return Math.min(upper ?? Number.POSITIVE_INFINITY, Math.max(lower ?? Number.NEGATIVE_INFINITY, sum))
}

const mostOf = ({ entries, upper }: Mapping): number => {
  const best = entries.reduce((sum, { value }) => sum + Math.max(0, value), 0)
  return Math.min(upper ?? best, best) || 1
}

/** Each right option earns its part and each wrong one takes one away: for whoever gives credit for a part. */
export const partCredit = (correct: readonly string[]): Mapping => ({
  entries: correct.map((key) => ({ key, value: 1 })),
  otherwise: -1,
  lower: 0,
})
