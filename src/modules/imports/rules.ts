import type { Words } from '../../platform/i18n.ts'
import { likeness } from '../../platform/workbook/headings.ts'
import type { Table } from '../../platform/workbook/recognise.ts'
import type { SheetKind, TableContext } from '../../platform/workbook/sheet.ts'
import type { ImportTable, RowRefusal, TableChoice } from './contract.ts'

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
    asked: hidden
      ? 'hidden'
      : table.lacksYear
        ? 'year'
        : table.kind === null
          ? 'kind'
          : table.certain
            ? 'nothing'
            : 'columns',
    headings: shown.map(({ column, text, key, isPrivate, day }) => ({
      column,
      text,
      key,
      private: isPrivate,
      day: day ?? null,
    })),
    year: table.context.year ?? null,
    dayFirst: table.context.dayFirst ?? null,
    unit: table.context.unit ?? 'hours',
    signature: table.signature,
    sample: table.sample
      .slice(0, previewRows)
      .map(({ cells }) =>
        shown.map((h) => (h.isPrivate ? '' : (cells[h.column]?.text ?? '').slice(0, 60).toWellFormed())),
      ),
  }
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
  return { ...known, asked: table.asked === 'year' ? 'year' : 'nothing' }
}

export const toRemember = (table: ImportTable): Remembered => ({
  kind: table.kind,
  columns: Object.fromEntries(table.headings.filter((h) => !h.private && !h.day).map((h) => [h.text, h.key])),
})

/** The table as its reader chose it. A kind chosen without columns is mapped by its headings. */
export function applyChoice(table: ImportTable, choice: TableChoice, kinds: readonly SheetKind[]): ImportTable {
  const kind = kinds.find((own) => own.kind === choice.kind)
  const year = choice.year ?? table.year
  if (!kind) return { ...table, kind: null, year, asked: 'nothing' }
  const columns = choice.columns
  const known = new Set(kind.columns.map((column) => column.key))
  const keys = columns === null ? keysByHeadings(table, kind) : columns
  const headings = table.headings.map((heading) => {
    const key = keys[String(heading.column)] ?? null
    return { ...heading, key: heading.private || key === null || !known.has(key) ? null : key }
  })
  const chosen = { ...table, kind: kind.kind, year, headings: headings.map((h) => fillDay(h, year)) }
  return { ...chosen, asked: lacks(chosen, kind) ? 'columns' : 'nothing' }
}

const fillDay = (heading: ImportTable['headings'][number], year: number | null) =>
  heading.day?.startsWith('?') && year ? { ...heading, day: `${year}${heading.day.slice(1)}` } : heading

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
  const taken = new Set(table.headings.map((heading) => heading.key))
  return !kind.needs.some((set) => set.every((key) => taken.has(key)))
}

export const contextOf = (table: ImportTable): TableContext => ({
  ...(table.year ? { year: table.year } : {}),
  ...(table.dayFirst === null ? {} : { dayFirst: table.dayFirst }),
  unit: table.unit,
})

/** A reason in words; one that has none is a mistake of ours and shows as it is. */
export const wordsFor = (all: Record<string, Words>, reason: string): Words => all[reason] ?? [reason, reason]

/** What is said of tables as a whole: left out, or with columns that are left out. */
export function notesOn(
  tables: readonly ImportTable[],
  files: readonly { name: string }[],
  kinds: readonly SheetKind[],
  hidden: ReadonlyMap<number, number>,
): RowRefusal[] {
  return tables.flatMap((table) => {
    const at = { file: files[table.file]?.name ?? '', sheet: table.sheet, row: table.headingRow }
    const note = (reason: string, column: number | null, heading = ''): RowRefusal => ({
      ...at,
      column,
      reason,
      values: heading ? { heading } : {},
    })
    const kind = kinds.find((own) => own.kind === table.kind)
    if (table.asked === 'hidden') return [note('hiddenSheet', null)]
    if (!kind) return [note('tableNotTaken', null)]
    if (lacks(table, kind)) return [note('tableIncomplete', null)]
    const kept = table.headings.filter((heading) => heading.private).map((h) => note('columnNotKept', h.column, h.text))
    const unknown = table.headings.filter(
      (h) =>
        h.text &&
        !h.key &&
        !h.day &&
        !h.private &&
        !/^(?:序号|编号|备注|no\.?|#|remarks?|notes?)$/i.test(h.text.trim()),
    )
    const unsure = table.asked === 'columns' || table.asked === 'kind' ? [note('tableUncertain', null)] : []
    const count = hidden.get(table.number)
    const unseen = count ? [{ ...note('hiddenRows', null), values: { count } }] : []
    return [...unsure, ...unseen, ...kept, ...unknown.map((h) => note('columnUnknown', h.column, h.text))]
  })
}

/** '/root/': the whole office, to which a workbook belongs. */
export const isTop = (path: string): boolean => path.split('/').length === 3
