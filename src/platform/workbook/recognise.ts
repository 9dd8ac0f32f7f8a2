import type { Cell, Row } from './cell.ts'
import { contentShare, type Heading, headingText, isNote, isPrivate, likeness, plainHeading } from './headings.ts'
import type { SheetColumn, SheetKind, TableContext } from './sheet.ts'
import { dayFirstOf, readDate } from './values/date.ts'
import { narrow } from './values/text.ts'
import { needsYear, ownYear, unitOf, yearIn } from './years.ts'

/** One table found on a sheet, with what it is taken for and how sure that is. */
export type Table = {
  sheet: string
  headingRow: number
  firstRow: number
  /** The row before which the next table begins. */
  lastRow: number | null
  title: string
  kind: string | null
  /** Sure enough to go on without asking. */
  certain: boolean
  /** Its days leave out the year, and nothing else names it. */
  lacksYear: boolean
  headings: Heading[]
  context: TableContext
  /** Names the same headings the next time. */
  signature: string
  sample: { number: number; cells: (Cell | undefined)[] }[]
}

const mostHeadingRows = 60
const sampleSize = 60

export const signatureOf = (texts: readonly string[]): string =>
  texts.map(plainHeading).join('|').slice(0, 1000).toWellFormed()

/** Finds the tables in the first rows of a sheet. */
export function recognise(sheet: string, rows: readonly Row[], kinds: readonly SheetKind[], year?: number): Table[] {
  const tables: Table[] = []
  let from = 0
  while (from < rows.length) {
    const found = firstTable(sheet, rows, from, kinds, year)
    if (!found) break
    const before = tables.at(-1)
    const title = rows[found.titleIndex]?.number ?? found.table.headingRow
    if (before) before.lastRow = title - 1
    tables.push(found.table)
    from = found.next
  }
  for (const table of tables) {
    table.sample = table.sample.filter((row) => table.lastRow === null || row.number <= table.lastRow)
  }
  return tables
}

type Candidate = { kind: SheetKind; score: number; headings: Heading[]; complete: boolean; sure: boolean }

function firstTable(
  sheet: string,
  rows: readonly Row[],
  from: number,
  kinds: readonly SheetKind[],
  year: number | undefined,
) {
  let tried = 0
  for (let index = from; index < rows.length; index++) {
    const row = rows[index] as Row
    if (distinct(row).length < 2) continue
    const again = from > 0
    if (++tried > mostHeadingRows && !again) break
    if (again && !speaksOfHeadings(row, kinds)) continue
    const titles = rows.slice(Math.max(from, index - 6), index)
    const titleLines = trailingTitles(titles)
    const title = [sheet, ...titleLines.flatMap((line) => distinct(line))].join(' ')
    const best = bestReading(rows, index, kinds, title, year)
    if (!best) continue
    return {
      table: tableOf(sheet, rows, index, best, title, year),
      titleIndex: index - titleLines.length,
      next: index + best.height,
    }
  }
  return undefined
}

/** Title lines right above a heading: a single text each. */
function trailingTitles(rows: readonly Row[]): Row[] {
  const lines: Row[] = []
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i] as Row
    if (distinct(row).length > 2 || (distinct(row).length === 2 && row.cells.some((cell) => cell?.kind === 'number')))
      break
    lines.unshift(row)
  }
  return lines
}

const distinct = (row: Row): string[] => [
  ...new Set(row.cells.filter((c) => c !== undefined).map((c) => c.text.trim())),
]

const words = new WeakMap<readonly SheetKind[], Set<string>>()

/** A quick look: are at least two cells, and half of them, headings word for word? */
export function speaksOfHeadings(row: Row, kinds: readonly SheetKind[]): boolean {
  let all = words.get(kinds)
  if (!all) {
    all = new Set(kinds.flatMap((kind) => kind.columns.flatMap((column) => column.words.map(plainHeading))))
    words.set(kinds, all)
  }
  const texts = row.cells.filter((cell) => cell?.kind === 'text').map((cell) => plainHeading((cell as Cell).text))
  const hits = new Set(texts.filter((text) => all.has(text))).size
  return hits >= 2 && hits * 2 >= texts.length
}

function bestReading(
  rows: readonly Row[],
  index: number,
  kinds: readonly SheetKind[],
  title: string,
  year: number | undefined,
) {
  const upper = rows[index] as Row
  const lower = rows[index + 1]
  const readings = [{ texts: Array.from(upper.cells, (c) => [headingText(c)]), height: 1 }]
  const stacked =
    lower?.cells.some((cell, c) => cell?.filled && cell.text === upper.cells[c]?.text) ||
    upper.cells.some((c) => c?.filled)
  if (lower && stacked) {
    const width = Math.max(upper.cells.length, lower.cells.length)
    const both = Array.from({ length: width }, (_, c) => {
      const [a, b] = [headingText(upper.cells[c]), headingText(lower.cells[c])]
      return a === b || b === '' ? [a] : a === '' ? [b] : [b, a + b]
    })
    readings.push({ texts: both, height: 2 })
  }
  const found = readings.flatMap(({ texts, height }) => {
    const sample = rows.slice(index + height, index + height + sampleSize).filter((row) => !isNote(row))
    return kinds.map((kind) => ({ ...readAs(kind, texts, sample, title, year), height }))
  })
  const ranked = found.filter((c) => c.complete).sort((a, b) => b.score - a.score)
  const [first] = ranked
  if (!first) return undefined
  const rival = ranked.find((other) => other.kind !== first.kind)
  return { ...first, sure: first.sure && (!rival || first.score - rival.score >= 1) }
}

/** Takes the headings for one kind of table: each column once, the likeliest pair first. */
function readAs(
  kind: SheetKind,
  texts: string[][],
  sample: readonly Row[],
  title: string,
  year: number | undefined,
): Candidate {
  const pairs: { column: number; key: SheetColumn; score: number; exact: boolean }[] = []
  texts.forEach((alternatives, column) => {
    if (alternatives.every((text) => text === '' || isPrivate(text))) return
    const cells = sample.map((row) => row.cells[column])
    for (const key of kind.columns) {
      const word = Math.max(...alternatives.map((text) => likeness(text, key)))
      if (word === 0) continue
      const content = contentShare(key, cells)
      // Words alone do not make a phone column out of names.
      if (content !== undefined && content < 0.3 && key.type !== 'text' && !(word === 1 && content > 0)) continue
      pairs.push({
        column,
        key,
        score: word * 0.75 + (content ?? 0.6) * 0.25,
        exact: word === 1 && (content ?? 1) >= 0.5,
      })
    }
  })
  pairs.sort((a, b) => b.score - a.score)
  const byColumn = new Map<number, (typeof pairs)[number]>()
  const taken = new Set<string>()
  for (const pair of pairs) {
    if (byColumn.has(pair.column) || taken.has(pair.key.key)) continue
    byColumn.set(pair.column, pair)
    taken.add(pair.key.key)
  }
  const headings: Heading[] = texts.map((alternatives, column) => {
    const pair = byColumn.get(column)
    const text = alternatives[0] ?? ''
    return {
      column,
      text,
      key: pair?.key.key ?? null,
      likeness: pair?.score ?? 0,
      isPrivate: alternatives.some(isPrivate),
    }
  })
  const days = kind.perDay ? dayHeadings(headings, texts, year ?? yearIn(title)) : 0
  const plainTitle = narrow(title).replace(/ /g, '').toLowerCase()
  const titled = kind.titles.filter((word) => plainTitle.includes(word.toLowerCase().replace(/ /g, ''))).length
  const only = kind.onlyTitled
  const allowed = !only || only.words.some((w) => plainTitle.includes(w)) || only.orColumns.some((c) => taken.has(c))
  const enough = kind.needs.some((set) => set.every((key) => taken.has(key)))
  const mapped = [...byColumn.values()]
  const score =
    mapped.reduce((sum, p) => sum + p.score * (p.key.required ? 2 : 1), 0) +
    Math.min(titled, 2) * 1.5 +
    Math.min(days, 3) -
    unread(headings) * 0.3
  const needed = mapped.filter((p) => p.key.required || kind.needs.some((set) => set.includes(p.key.key)))
  return {
    kind,
    score,
    headings,
    complete: enough && allowed && (!kind.perDay || days >= 2),
    sure: needed.every((p) => p.exact) && mapped.every((p) => p.exact || p.score >= 0.75),
  }
}

const unread = (headings: Heading[]) =>
  headings.filter(
    (h) => h.text && !h.key && !h.isPrivate && !h.day && !/^(?:序号|编号|no|#|备注)$/i.test(plainHeading(h.text)),
  ).length

function dayHeadings(headings: Heading[], texts: string[][], year: number | undefined): number {
  let days = 0
  const dayFirst = dayFirstOf(texts.flat())
  for (const heading of headings) {
    if (heading.key || heading.isPrivate) continue
    for (const text of texts[heading.column] ?? []) {
      const read = text && readDate({ kind: 'text', text }, { year: year ?? 2000, dayFirst })
      if (!read || 'problem' in read || read.value.precision !== 'day') continue
      heading.day = read.value.yearGiven || year ? read.value.date : `?${read.value.date.slice(4)}`
    }
    if (heading.day) days++
  }
  return days
}

function tableOf(
  sheet: string,
  rows: readonly Row[],
  index: number,
  best: Candidate & { height: number },
  title: string,
  year: number | undefined,
): Table {
  const firstIndex = index + best.height
  const sample = rows.slice(firstIndex, firstIndex + sampleSize)
  const context: TableContext = {}
  const dayColumns = best.headings.filter((h) => best.kind.columns.some((c) => c.key === h.key && c.type === 'day'))
  const cells = dayColumns.flatMap((h) => sample.map((row) => row.cells[h.column]).filter((c) => c !== undefined))
  const own = yearIn(title) ?? ownYear(cells) ?? year
  if (own) context.year = own
  const below = rows.slice(firstIndex)
  const dayFirst = dayFirstOf(dayColumns.flatMap((h) => below.map((row) => row.cells[h.column]?.text ?? '')))
  if (dayFirst !== undefined) context.dayFirst = dayFirst
  const lengthHeading = best.headings.find((h) => best.kind.columns.some((c) => c.key === h.key && c.type === 'length'))
  if (lengthHeading)
    context.unit = unitOf(
      lengthHeading.text,
      sample.map((row) => row.cells[lengthHeading.column]),
    )
  return {
    sheet,
    headingRow: (rows[index] as Row).number,
    firstRow: (rows[firstIndex - 1] as Row).number + 1,
    lastRow: null,
    title: title.slice(0, 300).toWellFormed(),
    kind: best.kind.kind,
    certain: best.sure,
    lacksYear: !own && needsYear(cells, best.headings),
    headings: best.headings.filter((h) => h.text !== ''),
    context,
    signature: signatureOf(best.headings.map((h) => (h.day ? '' : h.text)).filter(Boolean)),
    sample: sample.map(({ number, cells }) => ({ number, cells })),
  }
}

/** A table of which nothing is known but where its headings seem to stand: its reader may say what it is. */
export function rawTable(sheet: string, rows: readonly Row[]): Table[] {
  const index = rows.findIndex((row) => distinct(row).length >= 2 && row.cells.every((c) => !c || c.kind === 'text'))
  const row = rows[index]
  if (!row) return []
  const headings = row.cells.flatMap((cell, column) =>
    cell ? [{ column, text: cell.text, key: null, likeness: 0, isPrivate: isPrivate(cell.text) }] : [],
  )
  const sample = rows.slice(index + 1, index + 1 + sampleSize)
  return [
    {
      sheet,
      headingRow: row.number,
      firstRow: row.number + 1,
      lastRow: null,
      title: sheet,
      kind: null,
      certain: false,
      lacksYear: false,
      headings,
      context: {},
      signature: signatureOf(headings.map((heading) => heading.text)),
      sample: sample.map(({ number, cells }) => ({ number, cells })),
    },
  ]
}
