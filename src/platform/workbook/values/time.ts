import type { Cell } from '../cell.ts'
import { narrow, type Read, simplified, withDigits } from './text.ts'

/** Minutes from midnight; `to` may lie on the next day. */
export type Times = { from: number; to: number | undefined; overnight: boolean }

const part = '凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|夜里|[ap]\\.?m\\.?'
const moment = new RegExp(
  `(次日|第二天|翌日|隔天|\\+1)?\\s*(${part})?\\s*(\\d{1,2})\\s*(?:[:.时点h]\\s*(\\d{2}(?!\\d)|\\d(?!\\d)|半|一刻|三刻)?\\s*分?(?:钟)?|(?=\\s*[ap]\\.?m)|(?=\\s*$|\\s*[-–—―~至到]))\\s*(?::\\d{2})?\\s*([ap]\\.?m\\.?)?`,
  'gi',
)
const between = /^\s*(?:[-–—―~至到]+|to|until)\s*$/i
const morning = /凌晨|清晨|早|上午|^a/i

/** `9:00—11:00`, `下午2:00至4:00`, `上午9点-11点半`, `9am to 11am`; a single moment leaves `to` open. */
export function readTimes(text: string): Read<Times> {
  const plain = withDigits(simplified(narrow(text)))
    .replace(/[()（）]/g, ' ')
    .replace(/(\d)\s*点(?:整|钟)/g, '$1点')
    .trim()
  const found = [...plain.matchAll(moment)]
  const [first, second] = found
  if (!first || found.length > 2) return { problem: 'badTime' }
  const before = plain.slice(0, first.index).trim()
  const after = plain.slice((found.at(-1)?.index ?? 0) + (found.at(-1)?.[0].length ?? 0)).trim()
  if (/\d/.test(before + after)) return { problem: 'badTime' }
  const end = second && minutesOf(second, undefined)
  // `2-4pm`: the mark behind the second moment speaks for both.
  const from = minutesOf(first, second && !first[2] && !first[5] ? second[5] : undefined)
  if (from === undefined) return { problem: 'badTime' }
  if (!second) return { value: { from, to: undefined, overnight: false } }
  if (!between.test(plain.slice(first.index + first[0].length, second.index)) || end === undefined)
    return { problem: 'badTime' }
  const shared = first[2] ?? first[5]
  const own = second[2] ?? second[5]
  const to = own || !shared ? end : (minutesOf(second, shared) ?? end)
  if (second[1]) return { value: { from, to: to + 1440, overnight: true } }
  return span(from, to)
}

/** An evening may end after midnight; anything else that ends before it starts is a mistake. */
export function span(from: number, to: number): Read<Times> {
  if (to > from) return { value: { from, to, overnight: false } }
  if (from >= 18 * 60 && to <= 6 * 60) return { value: { from, to: to + 1440, overnight: true } }
  return { problem: 'endsBeforeItStarts' }
}

function minutesOf(match: RegExpMatchArray, inherited: string | undefined): number | undefined {
  const written = match[2] ?? match[5]
  const halfDay = written ?? inherited
  const hour = Number(match[3])
  const fraction = match[4]
  const minute = fraction === '半' ? 30 : fraction === '一刻' ? 15 : fraction === '三刻' ? 45 : Number(fraction ?? 0)
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined
  let at = hour
  if (halfDay && hour <= 12) {
    if (morning.test(halfDay)) at = hour === 12 && written ? 0 : hour
    else if (/中午/.test(halfDay)) at = hour < 10 ? hour + 12 : hour
    else if (/晚|夜/.test(halfDay) && hour === 12) at = 24
    else at = hour === 12 ? 12 : hour + 12
  }
  // 上午12:00 is noon, as everybody says it.
  if (halfDay && /上午|早/.test(halfDay) && hour === 12) at = 12
  return at * 60 + minute
}

/** One moment of one cell: a start or an end that has a column of its own. */
export function readMoment(cell: Cell): Read<number> {
  if (cell.kind === 'time' && !cell.length) return { value: cell.minutes }
  if (cell.kind === 'date') {
    const [hours, minutes] = (cell.iso.split('T')[1] ?? '0:0').split(':').map(Number)
    return { value: (hours ?? 0) * 60 + (minutes ?? 0) }
  }
  if (cell.kind === 'number')
    return cell.number >= 0 && cell.number < 1 ? { value: Math.round(cell.number * 1440) } : { problem: 'badTime' }
  if (cell.kind !== 'text') return { problem: cell.kind === 'error' ? 'cellError' : 'badTime' }
  const times = readTimes(cell.text)
  if ('problem' in times) return times
  return times.value.to === undefined ? { value: times.value.from } : { problem: 'badTime' }
}
