import type { Cell } from '../cell.ts'
import { narrow, type Read, simplified, withDigits } from './text.ts'

export type DateContext = {
  /** The year of a table whose dates leave it out. */
  year?: number | undefined
  /** 3/4/2023 is the third of April; unless it is known, neither that nor the fourth of March. */
  dayFirst?: boolean | undefined
}
/** `yearGiven` says whether the cell itself named the year; `rest` is what else stood there, a time perhaps. */
export type DateRead = { date: string; precision: 'day' | 'month' | 'year'; yearGiven: boolean; rest: string }

const mark = '\\s*[./\\-–—、,]\\s*'
const weekday =
  /[(（]?\s*(?:星期|周|礼拜)[一二三四五六日天][)）]?|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?/gi
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const start = (source: string) => new RegExp(`^${source}`, 'i')

type Order = (
  groups: string[],
  context: DateContext,
) => [year: string | undefined, month: string, day: string | undefined]
const shapes: [RegExp, Order][] = [
  [start('(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]?'), ([y, m, d]) => [y, m as string, d]],
  [start('(\\d{2})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]?'), ([y, m, d]) => [y, m as string, d]],
  [start(`(\\d{4})${mark}(\\d{1,2})${mark}(\\d{1,2})(?![\\d:])[日号]?`), ([y, m, d]) => [y, m as string, d]],
  [
    start(`(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})(?!\\d)`),
    ([a, b, y], c) => byOrder(a as string, b as string, y as string, c),
  ],
  [start(`(\\d{2})[./-](\\d{1,2})[./-](\\d{1,2})(?![\\d:])`), ([y, m, d]) => [y, m as string, d]],
  [start('(\\d{2,4})\\s*年\\s*(\\d{1,2})\\s*月?(?:份)?'), ([y, m]) => [y, m as string, undefined]],
  [start('((?:19|20)\\d{2})(\\d{2})(\\d{2})(?!\\d)'), ([y, m, d]) => [y, m as string, d]],
  [start('((?:19|20)\\d{2})(0[1-9]|1[0-2])(?!\\d)'), ([y, m]) => [y, m as string, undefined]],
  [start('((?:19|20)\\d{2})\\s*[./-]\\s*(\\d{1,2})(?![\\d:])\\s*月?'), ([y, m]) => [y, m as string, undefined]],
  [start('(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]?'), ([m, d]) => [undefined, m as string, d]],
  [start(`${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))`), ([m, d, y]) => [y, numberOf(m), d]],
  [start(`(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${monthName}(?:[\\s,-]+(\\d{4}))`), ([d, m, y]) => [y, numberOf(m), d]],
  [start(`${monthName}\\s+(\\d{4})(?!\\d)`), ([m, y]) => [y, numberOf(m), undefined]],
  [start(`${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)`), ([m, d]) => [undefined, numberOf(m), d]],
  [start(`(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${monthName}`), ([d, m]) => [undefined, numberOf(m), d]],
  [
    start('(\\d{1,2})([./-])(\\d{1,2})(?![\\d:])'),
    ([a, mark, b], { dayFirst }) =>
      dayFirst && mark === '/' && Number(b) <= 12 ? [undefined, b as string, a] : [undefined, a as string, b],
  ],
]
const wholeYear = /^((?:19|20)\d{2})\s*年(?:度)?$/

const numberOf = (name = '') => String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1)
const slashed = /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}(?!\d)/

/** Whether days such as 13/5/2023 among these say which part comes first; undefined when none does, or they disagree. */
export function dayFirstOf(texts: readonly string[]): boolean | undefined {
  const said = new Set<boolean>()
  for (const text of texts) {
    const [, a, b] = slashed.exec(narrow(text)) ?? []
    if (Number(a) > 12 !== Number(b) > 12) said.add(Number(a) > 12)
  }
  return said.size === 1 ? [...said][0] : undefined
}

const monthAlone =
  /^(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?,?((?:19|20)\d{2})?$/i

/** The month that a text names and nothing more: `1月`, `2023年3月份`, `三月`, `Jan`, `Jan 2023`. */
export function monthOf(text: string): { year: string | undefined; month: string } | undefined {
  const plain = withDigits(narrow(text)).replace(/ /g, '')
  const [, year, chinese] = /^(?:((?:19|20)\d{2})[年./-])?(\d{1,2})月份?$/.exec(plain) ?? []
  const [, name, behind] = monthAlone.exec(plain) ?? []
  const month = Number(chinese ?? (name && numberOf(name)))
  return month >= 1 && month <= 12 ? { year: year ?? behind, month: String(month).padStart(2, '0') } : undefined
}

const mayBeEither = (text: string): boolean => {
  const [, a, b] = slashed.exec(text) ?? []
  return a !== undefined && Number(a) !== Number(b) && Number(a) <= 12 && Number(b) <= 12
}

const byOrder = (a: string, b: string, year: string, { dayFirst }: DateContext): [string, string, string] =>
  Number(a) > 12 || (dayFirst && Number(b) <= 12) ? [year, b, a] : [year, a, b]

/** Reads the day that a cell names, in any of the habits of `date.test.ts`, and gives back what stands behind it. */
export function readDate(cell: Cell, context: DateContext = {}): Read<DateRead> {
  if (cell.kind === 'date') return fromIso(cell.iso)
  if (cell.kind === 'number') return fromNumber(cell.number, context)
  if (cell.kind !== 'text') return { problem: cell.kind === 'error' ? 'cellError' : 'badDate' }
  return readDateText(cell.text, context)
}

function fromIso(iso: string): Read<DateRead> {
  const [date = '', rest = ''] = iso.split('T')
  return { value: { date, precision: 'day', yearGiven: true, rest } }
}

/** Numbers without a date format: a day count of a lost format, 20230305, or 2023.4 where a month was meant. */
function fromNumber(number: number, context: DateContext): Read<DateRead> {
  if (number >= 20_000 && number < 80_000 && Number.isInteger(number)) {
    return fromIso(new Date(Date.UTC(1899, 11, 30) + number * 86_400_000).toISOString().slice(0, 10))
  }
  const text = String(number)
  // 2023.10 typed as a number loses its zero and reads as January.
  if (/^(19|20)\d{2}\.1$/.test(text) || /^\d{1,2}\.[123]$/.test(text)) return { problem: 'monthUnclear' }
  if (/^\d{8}$|^(19|20)\d{2}\.\d{1,2}$|^(19|20)\d{4}$|^\d{1,2}\.\d{1,2}$/.test(text)) return readDateText(text, context)
  return { problem: 'badDate' }
}

export function readDateText(text: string, context: DateContext = {}): Read<DateRead> {
  const plain = withDigits(simplified(narrow(text)))
    .replace(weekday, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const year = wholeYear.exec(plain)
  if (year) return { value: { date: `${year[1]}-01-01`, precision: 'year', yearGiven: true, rest: '' } }
  const iso = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(plain)
  if (iso) return dayOf(iso[1]?.slice(0, 4), iso[1]?.slice(5, 7) as string, iso[1]?.slice(8), iso[2] as string, context)
  if (context.dayFirst === undefined && mayBeEither(plain)) return { problem: 'dayOrMonth' }
  for (const [shape, order] of shapes) {
    const match = shape.exec(plain)
    if (!match) continue
    const rest = plain
      .slice(match[0].length)
      .replace(/^\s*(?:起|开始|始|至今|以来|以后|日)?\s*/, '')
      .replace(/^[,;、]\s*/, '')
    return dayOf(...order(match.slice(1) as string[], context), rest, context)
  }
  return { problem: 'badDate' }
}

function dayOf(
  y: string | undefined,
  m: string,
  d: string | undefined,
  rest: string,
  context: DateContext,
): Read<DateRead> {
  if (/^(?:[-–—~至到]\s*)(?:\d{1,4}\s*[年月./-]|\d{1,2}\s*[日号]?$)/.test(rest)) return { problem: 'severalDays' }
  if (/[\p{L}\p{N}]/u.test(rest) && !/\d{1,2}\s*(?:[:时点h]|am|pm)|^(?:全天|上午|下午|晚上?)$/iu.test(rest))
    return { problem: 'badDate' }
  const year =
    y === undefined ? context.year : y.length === 2 ? 2000 + Number(y) - (Number(y) > 69 ? 100 : 0) : Number(y)
  const month = Number(m)
  const day = d === undefined ? 1 : Number(d)
  if (month < 1 || month > 12 || day < 1 || day > 31) return { problem: 'impossibleDate' }
  if (year === undefined) return { problem: 'yearUnknown' }
  const at = new Date(Date.UTC(year, month - 1, day))
  if (at.getUTCMonth() !== month - 1 || year < 1900 || year > 2200) return { problem: 'impossibleDate' }
  const precision = d === undefined ? 'month' : 'day'
  return { value: { date: at.toISOString().slice(0, 10), precision, yearGiven: y !== undefined, rest } }
}
