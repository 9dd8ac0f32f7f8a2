import type { Block, OfficialDocument } from './contract.ts'

type Language = OfficialDocument['language']

/** Twips: a twentieth of a point, the unit of the file format. */
const twipsOf = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)

/**
 * The page of GB/T 9704-2012: A4 with 22 lines of 28 characters. The two pitches are what fits that number into the type
 * area of 156 × 225 mm: 22 × 579 of 12,756 twips, and 28 × (320 − 5) of 8,844.
 */
export const page = {
  width: twipsOf(210),
  height: twipsOf(297),
  top: twipsOf(37),
  left: twipsOf(28),
  right: twipsOf(26),
  bottom: twipsOf(35),
  textWidth: twipsOf(156),
  /** From the sheet's lower edge to the page number, so that its dash stands 7 mm below the type area. */
  footer: twipsOf(25.5),
  linePitch: 579,
  characterSpacing: -5,
  lines: 22,
  characters: 28,
} as const

/** Type sizes in points under the names that printers use. */
export const size = { no2: 22, no3: 16, no4: 14, small4: 12 } as const

const digits = '〇一二三四五六七八九'

/** 1 → 一, 12 → 十二, 30 → 三十; up to 99, more headings than a report can have. */
export function chineseNumber(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `${tens > 1 ? digits[tens] : ''}${tens ? '十' : ''}${ones ? digits[ones] : ''}`
}

const roman = (n: number): string => {
  let rest = n
  return ([10, 9, 5, 4, 1] as const)
    .map((value, i) => {
      const times = Math.floor(rest / value)
      rest -= times * value
      return ['X', 'IX', 'V', 'IV', 'I'][i]?.repeat(times)
    })
    .join('')
}

/** The number before a heading: 一、（一）1.（1） in Chinese; I. A. 1. (1) in English. */
export function headingNumber(language: Language, level: number, n: number): string {
  if (level === 3) return `${n}. `
  if (language === 'zh-CN')
    return level === 1 ? `${chineseNumber(n)}、` : level === 2 ? `（${chineseNumber(n)}）` : `（${n}）`
  return level === 1 ? `${roman(n)}. ` : level === 2 ? `${String.fromCharCode(64 + n)}. ` : `(${n}) `
}

/** What a line of a list begins with; official documents know no bullets. */
export const listMark = (language: Language, ordered: boolean, i: number): string =>
  ordered ? `${i + 1}. ` : language === 'zh-CN' ? '——' : '– '

/** Gives each heading its number; a deeper level starts again below each heading above it. */
export function numbered<B extends Block>(blocks: readonly B[], language: Language): { block: B; number: string }[] {
  const counts = [0, 0, 0, 0, 0]
  return blocks.map((block) => {
    if (block.kind !== 'heading') return { block, number: '' }
    counts.fill(0, block.level + 1)
    const n = (counts[block.level] ?? 0) + 1
    counts[block.level] = n
    return { block, number: headingNumber(language, block.level, n) }
  })
}

/** '2023-03-05' → 2023年3月5日 / 5 March 2023: Arabic numerals, no padding. */
export function writtenDate(language: Language, day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  if (language === 'zh-CN') return `${year}年${month}月${date}日`
  return `${date} ${new Date(Date.UTC(year, month - 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' })} ${year}`
}

/** Width in characters of the full em: Latin letters and digits take half of one. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) < 0x2e80 && !'“”‘’—…·×'.includes(c) ? 0.5 : 1), 0)

/**
 * How far, in characters, the office and the date stand from the right edge when the document carries no seal: the office
 * two characters in and the date beginning two characters right of it; a date longer than the office stands two in itself.
 */
export function signatureIndents(organization: string, date: string): { organization: number; date: number } {
  const [office, day] = [widthOf(organization), widthOf(date)]
  return day > office ? { organization: day + 4 - office, date: 2 } : { organization: 2, date: office - day }
}

/** What a drawing draws, for where none can be. */
export const chartTable = ({
  caption,
  labels,
  values,
}: Extract<Block, { kind: 'chart' }>): Extract<Block, { kind: 'table' }> => ({
  kind: 'table',
  caption,
  columns: [
    { title: '', align: 'left', width: 2 },
    { title: '', align: 'right', width: 1 },
  ],
  rows: labels.map((label, i) => [{ text: label }, { text: String(values[i] ?? '—') }]),
})
