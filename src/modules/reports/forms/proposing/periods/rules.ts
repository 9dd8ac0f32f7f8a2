import type { Frame } from '../vocabulary/rules.ts'

const digits = '一二三四五六七八九十'
const numberOf = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text)
  if (text.length === 2 && text.startsWith('十')) return 10 + digits.indexOf(text[1] ?? '') + 1
  return digits.indexOf(text) + 1
}
const two = (n: number): string => String(n).padStart(2, '0')
const month = '(1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])'
const names = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const english = names.map((name) => (name === 'may' ? name : `${name}|${name.slice(0, 3)}`)).join('|')
const monthNamed = (text: string): number =>
  names.findIndex((name) => name.startsWith(text.toLowerCase().slice(0, 3))) + 1
const ordinals: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
}

type Found = Pick<Frame, 'period' | 'before'>
type Rule = [RegExp, (match: RegExpExecArray) => Found]

const months = (from: number, to: number): Found =>
  from < 1 || to > 12 || from > to ? {} : { period: from === to ? `M${two(from)}` : `M${two(from)}-M${two(to)}` }

/** Each begins where the scanner stands; the longer way to say a thing stands before the shorter. */
const rules: Rule[] = [
  [
    new RegExp(`^${month}月?(?:份)?(?:-|—|－|–|~|～|至|到)+${month}月(?:份)?`),
    ([, a = '', b = '']) => months(numberOf(a), numberOf(b)),
  ],
  [/^第?([一二三四1-4])季度?/, ([, n = '']) => ({ period: `Q${numberOf(n)}` })],
  [new RegExp(`^${month}月(?:份)?`), ([, n = '']) => months(numberOf(n), numberOf(n))],
  [/^上半年/, () => ({ period: 'H1' })],
  [/^下半年/, () => ({ period: 'H2' })],
  [/^(?:上年同期|去年同期|同期)/, () => ({ before: 'yearBefore' })],
  [/^(?:上年度?|去年)/, () => ({ before: 'yearBefore' })],
  [/^(?:上期|上月|上季度?)/, () => ({ before: 'periodBefore' })],
  [/^(?:本年累计|年初至今|本年度?累计|至本期末累计|截至目前)/, () => ({ period: 'toDate' })],
  [/^(?:全年度?|本年度?|当年|今年)/, () => ({ period: 'year' })],
  [/^(?:本月|当月)/, () => ({ period: 'month' })],
  [/^(?:本季度?|当季)/, () => ({ period: 'quarter' })],
  [/^本期/, () => ({ period: 'form' })],
  [/^([12]\d{3})年度?(?!\s*\d{1,2}月)/, ([, year = '']) => ({ period: `=${year}` })],
  [
    new RegExp(`^(${english})\\.?\\s*(?:-|—|–|to|through)\\s*(${english})\\b\\.?`, 'i'),
    ([, a = '', b = '']) => months(monthNamed(a), monthNamed(b)),
  ],
  [
    /^(first|second|third|fourth|1st|2nd|3rd|4th)\s+quarter/i,
    ([, n = '']) => ({ period: `Q${ordinals[n.toLowerCase()]}` }),
  ],
  [/^q(?:uarter\s*)?([1-4])\b/i, ([, n = '']) => ({ period: `Q${n}` })],
  [
    /^(first|second|1st|2nd)\s+half(?:[\s-]*year)?(?:\s+of\s+the\s+year)?/i,
    ([, n = '']) => ({ period: `H${ordinals[n.toLowerCase()]}` }),
  ],
  [/^h([12])\b/i, ([, n = '']) => ({ period: `H${n}` })],
  [/^(?:year to date|ytd)\b/i, () => ({ period: 'toDate' })],
  [/^(?:whole|full|entire|this)\s+year\b/i, () => ({ period: 'year' })],
  [/^(?:the\s+)?(?:year before|previous year|last year|prior year)\b/i, () => ({ before: 'yearBefore' })],
  [/^this\s+month\b/i, () => ({ period: 'month' })],
  [/^this\s+quarter\b/i, () => ({ period: 'quarter' })],
  [new RegExp(`^(${english})\\b\\.?`, 'i'), ([, name = '']) => months(monthNamed(name), monthNamed(name))],
]

/** The words for a time with which a text begins, and how long they are. */
export function periodAt(text: string): { says: Found; length: number } | null {
  for (const [pattern, read] of rules) {
    const match = pattern.exec(text)
    if (!match) continue
    const says = read(match)
    if (Object.keys(says).length > 0) return { says, length: match[0].length }
  }
  return null
}
