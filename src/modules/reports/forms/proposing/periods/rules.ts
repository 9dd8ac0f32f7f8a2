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

type Found = Pick<Frame, 'period' | 'before' | 'change'>
type Rule = [RegExp, (match: RegExpExecArray) => Found]

const months = (from: number, to: number): Found =>
  from < 1 || to > 12 || from > to ? {} : { period: from === to ? `M${two(from)}` : `M${two(from)}-M${two(to)}` }

/** '同比增减', '较上期增长(%)': a change in per cent is a growth, whatever it is called. */
const changed = (against: 'yearBefore' | 'periodBefore', how = '', share?: string): Found => {
  const as = share || !/减|加|量|数/.test(how) || /[率幅速]/.test(how) ? 'growth' : 'difference'
  return { change: { against, as, ...(share ? { percent: true } : {}) } }
}
const how = '(增减额|增减数|增减量|增减率|增减幅度|增减|增加|增长率|增长量|增长幅度|增长|增幅|增速|变化|变动)'
const share = '\\s*([(]?%[)]?)?'

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
  [new RegExp(`^同比${how}?${share}`), ([, what, percent]) => changed('yearBefore', what, percent)],
  [new RegExp(`^环比${how}?${share}`), ([, what, percent]) => changed('periodBefore', what, percent)],
  [
    new RegExp(`^[与比较](?:上年|去年)(?:同期)?(?:相比)?${how}${share}`),
    ([, what, percent]) => changed('yearBefore', what, percent),
  ],
  [
    new RegExp(`^[与比较]上(?:期|月|季度?)(?:相比)?${how}${share}`),
    ([, what, percent]) => changed('periodBefore', what, percent),
  ],
  [
    /^(?:growth|increase) (?:over|on|from) (?:the )?(?:year before|previous year|last year)( ?[(]?%[)]?)?/i,
    ([, percent]) => changed('yearBefore', '率', percent),
  ],
  [/^change (?:over|on|from) (?:the )?(?:year before|previous year|last year)/i, () => changed('yearBefore', '增减')],
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
