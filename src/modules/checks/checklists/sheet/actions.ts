import type { SheetRun } from '../../../../platform/workbook/sheet.ts'
import { keepBrought } from '../keeping/actions.ts'
import * as queries from './queries.ts'
import { listOf, nameOf, purposeOf } from './rules.ts'

/** Each table is a list: rows that cannot be read are refused in words, the others are its questions. */
export async function takeChecklists({ tx, kind, now, by }: SheetRun): Promise<void> {
  for (const table of await queries.tablesOf(tx, kind)) {
    const { content, taken, refused } = listOf(await queries.rowsOf(tx, table.number))
    await queries.refuseRows(tx, refused)
    if (taken.length === 0) continue
    const list = { name: nameOf(table), use: purposeOf(table.title), content }
    const { id, outcome } = await keepBrought({ tx, now, by }, list)
    await queries.recordTaken(tx, taken, id, outcome)
  }
}
