import type { Context } from '../../../platform/context.ts'
import type { Row } from '../../../platform/workbook/cell.ts'
import { openWorkbook, type Sheet } from '../../../platform/workbook/reader.ts'
import { recognise } from '../../../platform/workbook/recognise.ts'
import { declaredSheets } from '../../../platform/workbook/sheet.ts'
import { rawTable, type Table } from '../../../platform/workbook/table.ts'
import { yearIn } from '../../../platform/workbook/years.ts'
import type { ImportTable } from '../contract.ts'
import { rememberedMappings } from '../queries.ts'
import { applyRemembered, tableView, withoutSums } from '../rules.ts'
import type { Files } from '../staging/actions.ts'

/** Tables further down a sheet than this are taken for rows of the table above. */
const rowsLookedAt = 3000

/** Looks through all files for tables; what was decided about the same headings before is decided again. */
export async function findTables({ tx }: Context, files: Files): Promise<ImportTable[]> {
  const tables: ImportTable[] = []
  for (const [number, file] of files.entries()) {
    for (const { table, hidden } of await tablesOf(file)) tables.push(tableView(table, tables.length, number, hidden))
  }
  const remembered = await rememberedMappings(tx, [...new Set(tables.map((table) => table.signature))])
  const kinds = declaredSheets()
  return withoutSums(tables).map((table) => applyRemembered(table, remembered.get(table.signature), kinds))
}

type Found = { table: Table; hidden: boolean }

async function tablesOf({ name, path }: Files[number]): Promise<Found[]> {
  const book = await openWorkbook(path, name)
  try {
    const looked: { sheet: Sheet; rows: Row[] }[] = []
    for (const sheet of book.sheets) looked.push({ sheet, rows: await firstRows(sheet) })
    const read = (year?: number) =>
      looked.flatMap(({ sheet, rows }) => {
        const kinds = sheet.hidden ? [] : declaredSheets()
        const found = recognise(sheet.name, rows, kinds, year)
        const tables = found.length > 0 ? found : rawTable(sheet.name, rows)
        return tables.map((table) => ({ table, hidden: sheet.hidden }))
      })
    const first = read()
    // A table that leaves out the year means the one that the other tables, or the file, speak of.
    const year = commonYear(first) ?? yearIn(name)
    return year === undefined || first.every(({ table }) => table.context.year) ? first : read(year)
  } finally {
    book.close()
  }
}

async function firstRows(sheet: Sheet): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of sheet.rows()) {
    rows.push(row)
    if (rows.length >= rowsLookedAt) break
  }
  return rows
}

function commonYear(tables: readonly Found[]): number | undefined {
  const counts = new Map<number, number>()
  for (const { table } of tables) {
    const { year } = table.context
    if (year) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined
}
