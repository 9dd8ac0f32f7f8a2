import { columnLetters } from '../../../../../platform/workbook/cell.ts'
import type { Content, SentenceBinding } from '../../contract.ts'
import type { Grid, GridCell } from '../../package/grid/rules.ts'
import { type Known, narrowedByTitle, readContext, reasonOf } from '../reading/rules.ts'
import { resolved } from '../resolving/rules.ts'
import type { Frame } from '../vocabulary/rules.ts'
import { filledUp, readLabel } from '../words/rules.ts'

const unit = '次|人次|人|场|场次|个|支|名|条|期|份|项|处|间|家|届|小时|分钟|天|%|％|万|平方米|年|月|日|季度'
/** Lines, brackets with nothing in them, or a gap before a unit. */
const blank = new RegExp(
  String.raw`_{2,}|＿+|[（(][ \u3000]+[）)]|(?<=[^\s])[ \u3000]{2,}(?=(?:${unit}))|[ \u3000]{3,}(?=[a-z])`,
  'gi',
)

type Blank = { start: number; end: number }

export const blanksOf = (text: string): Blank[] =>
  [...text.matchAll(blank)].map((match) => ({ start: match.index, end: match.index + match[0].length }))

export const isSentence = (text: string): boolean => blanksOf(text).length > 0

/** The measure that a unit behind a blank speaks for. */
const byUnit: [RegExp, Frame][] = [
  [/^人次/, { measure: 'turnout' }],
  [/^(?:场次|次|场|期|届)/, { measure: 'times' }],
  [/^小时/, { measure: 'time', unit: 'hours' }],
  [/^分钟/, { measure: 'time', unit: 'minutes' }],
  [/^hours?\b/i, { measure: 'time', unit: 'hours' }],
  [/^minutes?\b/i, { measure: 'time', unit: 'minutes' }],
  [/^[%％]/, { measure: 'rate', unit: 'percent' }],
  [/^(?:人|名|people|persons)/i, { measure: 'people' }],
  [/^[支个条份项处间家]/, { measure: 'count', vague: true }],
]
const ends = /[，。；、,;:：!?]|\.(?!\d)|\band\b/i
const beginning = (text: string): string => text.split(ends)[0] ?? ''
const ending = (text: string): string => text.split(ends).at(-1) ?? ''

export function sentenceOf(grid: Grid, cell: GridCell, known: Known): SentenceBinding {
  const blanks = blanksOf(cell.text)
  const context = readContext([known.title], known)
  let carried: Frame = {}
  let sure = 1
  const bound = blanks.map(({ start, end }, i) => {
    const between = cell.text.slice(blanks[i - 1]?.end ?? 0, start)
    const after = beginning(cell.text.slice(end, blanks[i + 1]?.start ?? cell.text.length))
    // what stands right behind the blank before belongs to that one
    const before = i === 0 ? between : between.slice(beginning(between).length)
    const label = `${ending(before).trim()}__${after.trim()}`
    const word = wordOf(cell.text, before, after)
    if (word) return { start, end, content: word, label }
    const said = readLabel(`${before} ${after}`.replace(/\s*[，,；;。]\s*/g, ' '), known.words)
    const tight = readLabel(`${ending(before)}${after}`, known.words)
    const own = withUnit(filledUp(tight.says, said.says), after.trim())
    const narrowed = narrowedByTitle(own, carried, tight.rest, known)
    const asked = resolved(filledUp(filledUp(narrowed.frame, carried), context), 'number')
    carried = filledUp(carriedOn(own), carried)
    sure = Math.min(sure, asked ? asked.sure * 0.85 ** narrowed.unread.length : 0)
    const content: Content = asked ? { is: 'figure', ask: asked.ask, unit: asked.unit } : { is: 'unknown' }
    return { start, end, content, label }
  })
  return {
    kind: 'sentence',
    sheet: grid.sheet,
    cell: `${columnLetters(cell.column)}${cell.row}`,
    text: cell.text,
    blanks: bound,
    label: cell.text.slice(0, 400),
    confidence: Number(sure.toFixed(2)),
    reason: reasonOf('sentence', { count: String(blanks.length) }),
  }
}

/** The noun, the time and the place go on to the next clause; a measure does not. */
function carriedOn({ noun, weak, period, before, scope, filter }: Frame): Frame {
  return {
    ...(noun ? { noun } : {}),
    ...(noun && weak ? { weak } : {}),
    ...(period ? { period } : {}),
    ...(before ? { before } : {}),
    ...(scope ? { scope } : {}),
    ...(filter ? { filter } : {}),
  }
}

function withUnit(own: Frame, after: string): Frame {
  const says = byUnit.find(([pattern]) => pattern.test(after))?.[1]
  return says ? filledUp(own, says) : own
}

/** '__年' and '__月' in a title or at the beginning are the form's period; in a date by a signature they are left alone. */
function wordOf(text: string, before: string, after: string): Content | null {
  const next = after.trimStart()
  if (/日期|时间[:：]|签|盖章|signature/i.test(ending(before)) || /^日/.test(next)) return { is: 'hand' }
  if (/^年/.test(next)) return /日期|填报时间|填表时间/.test(text) ? { is: 'hand' } : { is: 'word', word: 'year' }
  if (/^月(?!份?[^\s，。]*次)/.test(next))
    return /日期|填报时间|填表时间/.test(text) ? { is: 'hand' } : { is: 'word', word: 'month' }
  if (/^季度/.test(next)) return { is: 'hand' }
  if (/(?:填报单位|填表单位|单位)[:：]?\s*$/.test(before)) return { is: 'word', word: 'scope' }
  return /(?:填表人|填报人|审核人|负责人|联系人|电话|签字)[^，。]*$/.test(before) ? { is: 'hand' } : null
}
