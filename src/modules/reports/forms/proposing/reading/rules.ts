import { sayIn } from '../../../../../platform/i18n.ts'
import type { Content } from '../../contract.ts'
import type { Heads } from '../layout/rules.ts'
import { reasons } from '../messages.ts'
import { type Names, shortName, titleWord } from '../names/rules.ts'
import { type Resolved, resolved } from '../resolving/rules.ts'
import type { Frame } from '../vocabulary/rules.ts'
import { activityKinds, filledUp, type Lexicon, normal, type Reading, readLabel } from '../words/rules.ts'

export type Known = { words: Lexicon; names: Names; sheet: string; title: string }
export type Read = {
  content: Content
  confidence: number
  reason: [string, string]
  /** Do the labels say it without the title, and from two sides? */
  alone: boolean
  both: boolean
}

export const reasonOf = (name: keyof typeof reasons, values: Record<string, string> = {}): [string, string] => [
  sayIn('en', reasons[name], values),
  sayIn('zh-CN', reasons[name], values),
]

/** What one side of a place says: its labels, the nearest first. */
export function readSide(labels: readonly string[], { words, names }: Known): Reading {
  const all = labels.map((label) => {
    // a word that forms use anyway is nobody's short name
    const short = words.some(({ word }) => word === normal(label)) ? null : shortName(names, label)
    return short ? { says: short, rest: [], text: label } : readLabel(label, words)
  })
  return {
    says: all.map((own) => own.says).reduce((near, far) => filledUp(near, far), {}),
    rest: all.flatMap((own) => own.rest),
    text: labels.join(' '),
  }
}

const strong = (frame: Frame): string | undefined => (frame.weak ? undefined : frame.noun)
const measured = (frame: Frame): string | undefined => (frame.vague ? undefined : frame.measure)

/** Two sides that count different things: then the label beside the place is its own, and the other is not. */
const atOdds = (a: Frame, b: Frame): boolean =>
  (strong(a) !== undefined && strong(b) !== undefined && strong(a) !== strong(b)) ||
  (measured(a) !== undefined && measured(b) !== undefined && measured(a) !== measured(b))

export function readPlace(heads: Heads, bands: readonly string[], known: Known, kind: string): Read {
  const left = readSide(
    heads.left.map((cell) => cell.text),
    known,
  )
  const above = readSide(
    heads.above.map((cell) => cell.text),
    known,
  )
  const odds = atOdds(left.says, above.says)
  const aboveWins = odds && heads.under && !heads.beside
  const own: Frame = odds ? (aboveWins ? above.says : left.says) : filledUp(left.says, above.says)
  const rest = odds ? (aboveWins ? above.rest : left.rest) : [...left.rest, ...above.rest]
  const both = heads.left.length > 0 && heads.above.length > 0
  const at = (content: Content, confidence: number, reason: [string, string]): Read => ({
    content,
    confidence,
    reason,
    both,
    alone: own.noun !== undefined || own.measure !== undefined || own.word !== undefined || own.hand === true,
  })
  const label = [...heads.left, ...heads.above].map((cell) => cell.text.trim()).join(' · ')
  if (own.hand) return at({ is: 'hand' }, 0.95, reasonOf('hand', { label }))
  if (own.word) return at({ is: 'word', word: own.word }, 0.9, reasonOf('word', { label }))
  if (own.record && !own.measure) return at({ is: 'hand' }, 0.6, reasonOf('hand', { label }))
  const context = readContext(bands, known)
  const narrowed = narrowedByTitle(own, context, rest, known)
  const asked = resolved(filledUp(narrowed.frame, context), kind)
  if (!asked) return at({ is: 'unknown' }, 0, reasonOf('unknown', { label }))
  return at(
    { is: 'figure', ask: asked.ask, unit: asked.unit },
    confidenceOf(asked, narrowed.unread, odds, own),
    reasonFor(label, narrowed.unread, own, asked),
  )
}

/** The title, the heads of sections and the sheet's name: a period in them is the form's own, whatever year they name. */
export function readContext(bands: readonly string[], { words, sheet }: Known): Frame {
  const texts = /^sheet\d*$|^工作表\d*$/i.test(sheet) ? bands : [...bands, sheet]
  const says = texts.map((text) => readLabel(text, words).says).reduce((near, far) => filledUp(near, far), {} as Frame)
  const { word, hand, total, record, number, change, ...context } = says
  if (context.period?.startsWith('=') || context.period === 'year') delete context.period
  return context
}

/** Words that no vocabulary knows may be what the office calls its activities. */
export function narrowedByTitle(
  own: Frame,
  context: Frame,
  rest: readonly string[],
  { names }: Known,
): { frame: Frame; unread: string[] } {
  const noun = own.noun ?? context.noun ?? (own.measure === 'times' ? 'activity' : undefined)
  if (!noun || !(noun === 'activity' || activityKinds.has(noun))) return { frame: own, unread: [...rest] }
  const unread: string[] = []
  const titles: string[] = []
  for (const word of rest) {
    const title = titleWord(names, word)
    if (title) titles.push(title)
    else unread.push(word)
  }
  if (titles.length === 0) return { frame: own, unread }
  // a name of its own needs no kind from the title
  const { weak, ...frame } = own
  return { frame: { ...frame, noun: own.noun ?? 'activity', filter: { ...own.filter, title: titles } }, unread }
}

const confidenceOf = ({ sure }: Resolved, unread: readonly string[], odds: boolean, own: Frame): number =>
  Number((sure * 0.75 ** unread.length * (odds ? 0.7 : 1) * (own.noun || own.measure ? 1 : 0.92)).toFixed(2))

function reasonFor(label: string, unread: readonly string[], own: Frame, { ask }: Resolved): [string, string] {
  if (unread.length > 0) return reasonOf('partly', { label, unread: unread.join('、') })
  if (ask.filter.includes('title=')) return reasonOf('titled', { label })
  return own.noun && own.measure ? reasonOf('read', { label }) : reasonOf('withTitle', { label })
}
