import type { SheetRun } from '../../../../platform/workbook/sheet.ts'
import { keepNew } from '../keeping/actions.ts'
import { kindIn } from './kinds/rules.ts'
import * as queries from './queries.ts'
import { isProblem, questionOf } from './rules.ts'

const batch = 1000

/** Rows with holes are refused in words; of the others those that the bank does not have yet are added. */
export async function takeQuestions({ tx, kind, now, by }: SheetRun): Promise<void> {
  for (let after = -1; ; ) {
    const rows = await queries.readableRows(tx, kind, after, batch)
    if (rows.length === 0) return
    after = rows.at(-1)?.id ?? after
    const read = rows.map(({ id, data, sheet, title }) => ({
      row_id: id,
      read: questionOf(data, kindIn(sheet) ?? kindIn(title ?? '')),
    }))
    await queries.refuse(
      tx,
      read.flatMap(({ row_id, read }) => (isProblem(read) ? [{ row_id, ...read }] : [])),
    )
    const sound = read.flatMap(({ row_id, read }) => (isProblem(read) ? [] : [{ row_id, question: read }]))
    const kept = await keepNew(
      { tx, now, by },
      sound.map(({ question }) => question),
    )
    await queries.recordTaken(
      tx,
      sound.map(({ row_id }, i) => {
        const { id: record_id, isNew } = kept[i] as (typeof kept)[number]
        return { row_id, record_id, outcome: isNew ? ('created' as const) : ('unchanged' as const) }
      }),
    )
  }
}
