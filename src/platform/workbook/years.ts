import type { Cell } from './cell.ts'
import type { Heading } from './headings.ts'
import type { About } from './sheet.ts'
import { readDate } from './values/date.ts'
import { narrow } from './values/text.ts'

/** The one year that a title names. */
export function yearIn(text: string): number | undefined {
  const years = [...narrow(text).matchAll(/(?<!\d)((?:19|20)\d{2})(?=\s*年|[-./_\s)）]|$|[^\d])/g)].map((m) =>
    Number(m[1]),
  )
  const named = [...new Set(years.filter((y) => y >= 1990 && y <= 2100))]
  return named.length === 1 ? named[0] : undefined
}

/** The year of the days that name one, when they agree. */
export function ownYear(cells: readonly Cell[]): number | undefined {
  const years = new Set<number>()
  for (const cell of cells) {
    const read = readDate(cell, { year: 2000, dayFirst: false })
    if ('value' in read && read.value.yearGiven) years.add(Number(read.value.date.slice(0, 4)))
  }
  return years.size === 1 ? [...years][0] : undefined
}

/** Do days leave out the year? */
export const needsYear = (cells: readonly Cell[], headings: readonly Heading[], about?: About): boolean =>
  about?.day.startsWith('?') ||
  headings.some((h) => h.day?.startsWith('?')) ||
  cells.some((cell) => 'problem' in readDate(cell) && 'value' in readDate(cell, { year: 2000 }))

/** What a bare number under a heading of lengths counts. */
export function unitOf(heading: string, cells: readonly (Cell | undefined)[]): 'hours' | 'minutes' {
  if (/分钟|分\)|\bmin/i.test(narrow(heading))) return 'minutes'
  if (/小时|时\)|hour|\bh\b/i.test(narrow(heading))) return 'hours'
  const numbers = cells.filter((c) => c?.kind === 'number').map((c) => (c as { number: number }).number)
  return numbers.length > 0 && numbers.filter((n) => n > 24).length * 2 > numbers.length ? 'minutes' : 'hours'
}
