import type { Words } from '../../platform/i18n.ts'
import { likeness } from '../../platform/workbook/headings.ts'
import { type About, isEnough, type SheetKind, type TableContext } from '../../platform/workbook/sheet.ts'
import type { Table } from '../../platform/workbook/table.ts'
import type { ImportTable, TableChoice } from './contract.ts'

const previewRows = 8

/** The table that the recogniser found, as it is kept and shown; what is never kept is not even shown. */
export function tableView(table: Table, number: number, file: number, hidden: boolean): ImportTable {
  const shown = table.headings
  return {
    number,
    file,
    sheet: table.sheet,
    headingRow: table.headingRow,
    firstRow: table.firstRow,
    lastRow: table.lastRow,
    title: table.title,
    kind: table.kind,
    left: table.left,
    right: table.right,
    asked: askedOf(table, hidden),
    headings: shown.map(({ column, text, key, isPrivate, day, across }) => ({
      column,
      text,
      key,
      private: isPrivate,
      day: day ?? null,
      across: across ?? null,
    })),
    year: table.context.year ?? null,
    dayFirst: table.context.dayFirst ?? null,
    unit: table.context.unit ?? 'hours',
    about: table.context.about ?? null,
    carried: table.context.carried ?? null,
    signature: table.signature,
    sample: table.sample
      .slice(0, previewRows)
      .map(({ cells }) =>
        shown.map((h) => (h.isPrivate ? '' : (cells[h.column]?.text ?? '').slice(0, 60).toWellFormed())),
      ),
  }
}

function askedOf(table: Table, hidden: boolean): ImportTable['asked'] {
  if (hidden) return 'hidden'
  if (table.lacksYear) return 'year'
  if (table.kind === null) return 'kind'
  if (table.lacksOrder) return 'order'
  return table.certain ? 'nothing' : 'columns'
}

/** Hours summed by month beside a list of the same hours would count twice: they are left out unless somebody says else. */
export function withoutSums(tables: readonly ImportTable[]): ImportTable[] {
  const summed = (table: ImportTable) =>
    table.kind === 'hours' && table.headings.some((h) => h.day !== null && /^(?:\d{4}|[?])-\d{2}$/.test(h.day))
  const listed = tables.some((table) => table.kind === 'hours' && !summed(table))
  return tables.map((table) => (summed(table) ? { ...table, kind: listed ? null : table.kind, asked: 'sums' } : table))
}

export type Remembered = { kind: string | null; columns: Record<string, string | null> }

/** A decision that somebody once made about a table with these headings. */
export function applyRemembered(
  table: ImportTable,
  remembered: Remembered | undefined,
  kinds: readonly SheetKind[],
): ImportTable {
  if (!remembered) return table
  const headings = table.headings.map((heading) => {
    const key = remembered.columns[heading.text]
    return key === undefined || heading.private ? heading : { ...heading, key }
  })
  const known: ImportTable = { ...table, kind: remembered.kind, headings }
  const kind = kinds.find((own) => own.kind === remembered.kind)
  if (kind && lacks(known, kind)) return { ...known, asked: 'columns' }
  return { ...known, asked: table.asked === 'year' || table.asked === 'order' ? table.asked : 'nothing' }
}

export const toRemember = (table: ImportTable): Remembered => ({
  kind: table.kind,
  columns: Object.fromEntries(
    table.headings.filter((h) => !h.private && !h.day && !h.across).map((h) => [h.text, h.key]),
  ),
})

/** The table as its reader chose it. A kind chosen without columns is mapped by its headings. */
export function applyChoice(table: ImportTable, choice: TableChoice, kinds: readonly SheetKind[]): ImportTable {
  const kind = kinds.find((own) => own.kind === choice.kind)
  const year = choice.year ?? table.year
  const dayFirst = choice.dayFirst ?? table.dayFirst
  const peopleIn = choice.peopleIn === undefined ? (table.peopleIn ?? null) : choice.peopleIn
  const { about } = table
  const said = { ...table, year, dayFirst, peopleIn }
  if (!kind) return { ...said, kind: null, asked: 'nothing' }
  const columns = choice.columns
  const known = new Set(kind.columns.map((column) => column.key))
  const keys = columns === null ? keysByHeadings(table, kind) : columns
  const headings = table.headings.map((heading) => {
    const key = keys[String(heading.column)] ?? null
    return { ...heading, key: heading.private || key === null || !known.has(key) ? null : key }
  })
  const chosen = {
    ...said,
    kind: kind.kind,
    headings: headings.map((h) => fillDay(h, year)),
    about: about && fillDay(about, year),
  }
  const open = table.asked === 'order' && dayFirst === null ? 'order' : 'nothing'
  return { ...chosen, asked: lacks(chosen, kind) ? 'columns' : open }
}

const fillDay = <T extends { day: string | null }>(of: T, year: number | null): T =>
  of.day?.startsWith('?') && year ? { ...of, day: `${year}${of.day.slice(1)}` } : of

function keysByHeadings(table: ImportTable, kind: SheetKind): Record<string, string> {
  const pairs = table.headings
    .filter((heading) => !heading.private)
    .flatMap((heading) => kind.columns.map((column) => ({ heading, column, score: likeness(heading.text, column) })))
    .filter((pair) => pair.score > 0)
    .sort((a, b) => b.score - a.score)
  const keys: Record<string, string> = {}
  for (const { heading, column } of pairs) {
    if (keys[heading.column] || Object.values(keys).includes(column.key)) continue
    keys[heading.column] = column.key
  }
  return keys
}

/** What is still missing before the table's rows can be taken. */
export function lacks(table: ImportTable, kind: SheetKind): boolean {
  const { headings, about } = table
  if (lacksYear(table)) return true
  const keys = new Set(headings.map((heading) => heading.key))
  const free = headings.filter((heading) => heading.key === null)
  const who = free.some((heading) => heading.across === 'name')
  const what = free.some((heading) => heading.day || heading.across === 'title')
  return !isEnough(kind, { keys, across: who ? 'who' : what ? 'what' : null, about: Boolean(about) })
}

/** Days across or above the table that say no year are none. */
export const lacksYear = ({ headings, about }: ImportTable): boolean =>
  about?.day.startsWith('?') || headings.some((heading) => heading.key === null && heading.day?.startsWith('?'))

export const contextOf = (table: ImportTable): TableContext => ({
  ...(table.year ? { year: table.year } : {}),
  ...(table.dayFirst === null ? {} : { dayFirst: table.dayFirst }),
  ...(table.about ? { about: definite(table.about) } : {}),
  ...(table.carried ? { carried: table.carried } : {}),
  unit: table.unit,
})

/** Without the fields that are not said. */
const definite = ({ title, day, from, to, signed }: NonNullable<ImportTable['about']>): About => ({
  day,
  ...(title === undefined ? {} : { title }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(signed ? { signed } : {}),
})

/** A reason in words; one that has none is a mistake of ours and shows as it is. */
export const wordsFor = (all: Record<string, Words>, reason: string): Words => all[reason] ?? [reason, reason]

/** '/root/': the whole office, to which a workbook belongs. */
export const isTop = (path: string): boolean => path.split('/').length === 3
