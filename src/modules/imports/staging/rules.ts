import type { SheetKind } from '../../../platform/workbook/sheet.ts'
import type { ImportTable, RowRefusal } from '../contract.ts'
import { lacks, lacksYear } from '../rules.ts'

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
    if (!kind && table.asked === 'sums') return [note('sumsNotTaken', null)]
    if (!kind) return [note('tableNotTaken', null)]
    if (lacksYear(table)) return [note('yearNotSaid', null)]
    if (lacks(table, kind)) return [note('tableIncomplete', null)]
    const kept = table.headings.filter((heading) => heading.private).map((h) => note('columnNotKept', h.column, h.text))
    const unknown = table.headings.filter(
      (h) =>
        h.text &&
        !h.key &&
        !h.day &&
        !h.across &&
        !h.private &&
        !/^(?:序号|编号|备注|no\.?|#|remarks?|notes?)$/i.test(h.text.trim()),
    )
    const unsure = ['columns', 'kind', 'sums'].includes(table.asked) ? [note('tableUncertain', null)] : []
    const count = hidden.get(table.number)
    const unseen = count ? [{ ...note('hiddenRows', null), values: { count } }] : []
    const unsigned = table.about && !table.about.signed && table.headings.find((h) => h.key === 'mark')
    const empty = unsigned ? [note('signaturesEmpty', unsigned.column, unsigned.text)] : []
    const down = table.headings
      .filter((h) => table.carried?.includes(h.column))
      .map((h) => note('carriedDown', h.column, h.text))
    return [
      ...unsure,
      ...unseen,
      ...empty,
      ...down,
      ...kept,
      ...unknown.map((h) => note('columnUnknown', h.column, h.text)),
    ]
  })
}
