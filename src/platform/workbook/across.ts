import type { Cell, Row } from './cell.ts'
import { type Heading, looksLikeName, plainHeading } from './headings.ts'
import type { SheetKind } from './sheet.ts'
import { dayFirstOf, monthOf, readDate } from './values/date.ts'
import { readLength } from './values/length.ts'
import { readMark } from './values/mark.ts'
import { narrow } from './values/text.ts'

/** What stands across a table: for its rows `what` they took part in, or `who` took part; and how many columns say so how well. */
export type Across = { by: 'what' | 'who'; count: number; share: number }

/** Sums and remarks beside what stands across. */
export const beside =
  /备注|说明|合计|小计|总计|共计|累计|平均|次数|人数|天数|场次|应到|实到|出勤率|^(?:出勤|缺勤|请假|迟到|早退|序号|编号|星期|周次|签名|签字)$|total|sum|remark|note|average|count|^no\.?$|^#$|weekday/i

/** Of the headings that are no columns of the kind: are they days, months, activities or people, and do the cells fit? */
export function standAcross(
  kind: SheetKind,
  headings: Heading[],
  texts: string[][],
  sample: readonly Row[],
  title: string,
  year: number | undefined,
): Across | undefined {
  const { across } = kind
  if (!across) return undefined
  const taken = new Set(headings.map((heading) => heading.key))
  const anyOf = (needs: readonly (readonly string[])[]) => needs.some((set) => set.every((key) => taken.has(key)))
  const free = headings.filter((h) => !h.key && !h.isPrivate && h.text !== '' && !beside.test(plainHeading(h.text)))
  if (free.length < 2) return undefined
  const fits = (column: number) => cellsFit(across.holds, sample, column)
  if (anyOf(across.for)) {
    const found = days(free, texts, title, year) ?? activities(free, across.holds, fits)
    if (!found) return undefined
    const share = shareOf(found, fits)
    if (share === undefined ? across.holds !== 'mark' : share < 0.5) return undefined
    for (const [heading, what] of found) Object.assign(heading, what)
    // What each cell says, no column of sums says again.
    for (const heading of headings) {
      if (kind.columns.some(({ key, type }) => key === heading.key && type === across.holds)) heading.key = null
    }
    // Months above days are their upper row.
    const months = [...found.values()].some(({ day }) => day && /^(?:\d{4}|[?])-\d{2}$/.test(day)) ? 0.7 : 1
    return { by: 'what', count: found.size, share: (share ?? 0.6) * months }
  }
  if (taken.has('name') || !anyOf(across.of)) return undefined
  const people = free.filter((heading) => looksLikeName(heading.text) && (fits(heading.column)?.share ?? 0) >= 0.6)
  if (people.length < 2 || people.length * 2 < free.length) return undefined
  for (const heading of people) heading.across = 'name'
  return { by: 'who', count: people.length, share: 1 }
}

type Found = Map<Heading, Pick<Heading, 'day' | 'across'>>

function days(free: Heading[], texts: string[][], title: string, year: number | undefined): Found | undefined {
  const found: Found = new Map()
  const dayFirst = dayFirstOf(texts.flat())
  for (const heading of free) {
    const day = (texts[heading.column] ?? []).map((text) => dayIn(text, year, dayFirst)).findLast(Boolean)
    if (day) found.set(heading, { day })
  }
  if (found.size >= 2) return found
  const month = monthOf(
    /(?:(?:19|20)\d{2}\s*年\s*)?\d{1,2}\s*月|[一二三四五六七八九十]+月/.exec(narrow(title))?.[0] ?? '',
  )
  if (!month) return undefined
  // A month's sheet counts its days: 1, 2, 3 …
  for (const heading of free) {
    const number = /^(\d{1,2})[日号]?$/.exec(narrow(heading.text))?.[1]
    if (number && Number(number) >= 1 && Number(number) <= 31)
      found.set(heading, { day: `${month.year ?? year ?? '?'}-${month.month}-${number.padStart(2, '0')}` })
  }
  const counted = [...found.values()].map(({ day }) => Number(day?.slice(-2)))
  return counted.length >= 5 && counted.every((day, i) => i === 0 || day > (counted[i - 1] ?? 0)) ? found : undefined
}

/** The day or the month that a heading names, alone or beside other words: `第一次\n3月5日`, `1月`, `Jan`. */
function dayIn(text: string, year: number | undefined, dayFirst: boolean | undefined): string | undefined {
  if (text === '') return undefined
  const pieces = [text, ...text.split(/[\s()（）]+/)].filter(Boolean)
  for (const piece of pieces) {
    const read = readDate({ kind: 'text', text: piece }, { year: year ?? 2000, dayFirst })
    if ('problem' in read || read.value.precision !== 'day') continue
    return read.value.yearGiven || year ? read.value.date : `?${read.value.date.slice(4)}`
  }
  const month = monthOf(text)
  return month && `${month.year ?? year ?? '?'}-${month.month}`
}

/** Headings without days, over marks that can be nothing else, name activities: 第一次, 消防演练. */
function activities(
  free: Heading[],
  holds: 'mark' | 'length',
  fits: (column: number) => Fit | undefined,
): Found | undefined {
  if (holds !== 'mark') return undefined
  const marked = free.filter((heading) => {
    const fit = fits(heading.column)
    return fit && fit.share >= 0.8 && fit.firm
  })
  if (marked.length < 2) return undefined
  return new Map(marked.map((heading) => [heading, { across: 'title' as const }]))
}

type Fit = { share: number; filled: number; firm: boolean }

function cellsFit(holds: 'mark' | 'length', sample: readonly Row[], column: number): Fit | undefined {
  const cells = sample.map((row) => row.cells[column]).filter((cell): cell is Cell => cell !== undefined)
  if (cells.length === 0) return undefined
  const read = (cell: Cell) => (holds === 'mark' ? readMark(cell.text) : readLength(cell))
  const fitting = cells.filter((cell) => 'value' in read(cell) || /^[-—/]+$/.test(narrow(cell.text)))
  const firm = fitting.some((cell) => cell.kind === 'text' && /[√✓✔☑○×✗✘●到勤假缺]/.test(cell.text))
  return { share: fitting.length / cells.length, filled: cells.length, firm }
}

function shareOf(found: Found, fits: (column: number) => Fit | undefined): number | undefined {
  const all = [...found.keys()].map((heading) => fits(heading.column)).filter((fit) => fit !== undefined)
  const filled = all.reduce((sum, fit) => sum + fit.filled, 0)
  return filled === 0 ? undefined : all.reduce((sum, fit) => sum + fit.share * fit.filled, 0) / filled
}
