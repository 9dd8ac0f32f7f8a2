import type { Context } from '../../../platform/context.ts'
import { isNote, plainHeading, textLines } from '../../../platform/workbook/headings.ts'
import { rowReader } from '../../../platform/workbook/read-row.ts'
import { openWorkbook } from '../../../platform/workbook/reader.ts'
import { declaredSheets, type SheetKind, type SheetRun } from '../../../platform/workbook/sheet.ts'
import { makeImportTables } from '../../../platform/workbook/tables.ts'
import { type Legend, readLegend } from '../../../platform/workbook/values/mark.ts'
import { dayIn } from '../../../platform/zone.ts'
import type { ImportTable, Outcome, Progress } from '../contract.ts'
import { contextOf, lacks, notesOn } from '../rules.ts'
import * as queries from './queries.ts'

const batchSize = 2000

export type Files = readonly { name: string; path: string }[]
export type Tell = (progress: Progress) => void

/** Reads the chosen tables into this transaction, and lets each kind take its rows, in their order. */
export async function takeTables(
  context: Context,
  files: Files,
  tables: readonly ImportTable[],
  tell: Tell,
): Promise<Outcome> {
  const kinds = declaredSheets()
  const taken = tables.filter((table) => {
    const kind = kinds.find((own) => own.kind === table.kind)
    return kind !== undefined && !lacks(table, kind)
  })
  await makeImportTables(context.tx)
  await queries.insertTables(context.tx, taken, files)
  const hidden = new Map<number, number>()
  const rows = await readRows(context, files, taken, kinds, tell, hidden)
  await queries.analyzeRows(context.tx)
  await queries.planForSets(context.tx)
  await takeRows(context, taken, kinds, (share) => tell({ phase: 'writing', rows, share: 0.5 + share / 2 }))
  const outcome = await queries.outcomeOf(context.tx, taken)
  await queries.planAsUsual(context.tx)
  const notes = notesOn(tables, files, kinds, hidden)
  return { ...outcome, warnings: [...notes, ...outcome.warnings], warningCount: outcome.warningCount + notes.length }
}

async function readRows(
  { tx }: Context,
  files: Files,
  tables: readonly ImportTable[],
  kinds: SheetKind[],
  tell: Tell,
  hidden: Map<number, number>,
): Promise<number> {
  let id = 0
  let batch: queries.StagedRow[] = []
  for (const [number, file] of files.entries()) {
    const book = await openWorkbook(file.path, file.name)
    try {
      const wanted = book.sheets.filter((sheet) =>
        tables.some((table) => table.file === number && table.sheet === sheet.name),
      )
      const total = wanted.reduce((sum, sheet) => sum + sheet.bytes, 1)
      let seen = 0
      for (const sheet of wanted) {
        const own = tables.filter((table) => table.file === number && table.sheet === sheet.name)
        const reading = await readersOf(own, kinds, sheet.rows.bind(sheet))
        for await (const row of sheet.rows((bytes) => (seen += bytes))) {
          const place = reading.find(
            ({ table }) => row.number >= table.firstRow && (table.lastRow === null || row.number <= table.lastRow),
          )
          if (!place || isNote(row) || place.isHeading(row.cells.map((cell) => cell?.text ?? ''))) continue
          const read = place.reader(row)
          if (!read) continue
          const { data, problem } = read
          if (row.hidden) hidden.set(place.table.number, (hidden.get(place.table.number) ?? 0) + 1)
          batch.push({
            id: id++,
            table_number: place.table.number,
            kind: place.table.kind ?? '',
            row_number: row.number,
            data,
            problem: problem?.reason ?? null,
            problem_column: problem?.column ?? null,
            problem_values: problem ? { heading: problem.heading, text: problem.text } : null,
          })
          if (batch.length < batchSize) continue
          await queries.insertRows(tx, batch)
          batch = []
          tell({ phase: 'reading', rows: id, share: (0.5 * (number + Math.min(seen / total, 1))) / files.length })
        }
      }
    } finally {
      book.close()
    }
  }
  if (batch.length > 0) await queries.insertRows(tx, batch)
  return id
}

type Rows = () => AsyncIterable<Parameters<typeof isNote>[0]>

async function readersOf(tables: readonly ImportTable[], kinds: SheetKind[], rows: Rows) {
  const reading = []
  for (const table of tables) {
    const kind = kinds.find((own) => own.kind === table.kind)
    if (!kind) continue
    const legend = kind.perDay ? await legendOf(rows(), table) : undefined
    const headings = table.headings.map(({ private: isPrivate, day, ...heading }) => ({
      ...heading,
      isPrivate,
      likeness: 1,
      ...(day ? { day } : {}),
    }))
    const texts = new Set(table.headings.map((heading) => plainHeading(heading.text)))
    reading.push({
      table,
      reader: rowReader(kind, { headings, context: contextOf(table) }, legend),
      // A heading that is printed again on the next page.
      isHeading: (cells: string[]) => {
        const filled = cells.map(plainHeading).filter(Boolean)
        return filled.length > 1 && filled.every((text) => texts.has(text))
      },
    })
  }
  return reading
}

/** What the lines under the table say of its marks. */
async function legendOf(rows: AsyncIterable<Parameters<typeof isNote>[0]>, table: ImportTable): Promise<Legend> {
  const legend: Legend = new Map()
  for await (const row of rows) {
    if (table.lastRow !== null && row.number > table.lastRow) break
    for (const line of textLines(row)) for (const [mark, meaning] of readLegend(line)) legend.set(mark, meaning)
  }
  return legend
}

async function takeRows(
  { tx, me, now }: Context,
  tables: readonly ImportTable[],
  kinds: SheetKind[],
  tell: (share: number) => void,
): Promise<void> {
  const here = new Set(tables.map((table) => table.kind))
  const mine = kinds.filter((kind) => here.has(kind.kind))
  const run = (kind: SheetKind): SheetRun => ({
    tx,
    kind: kind.kind,
    now,
    timeZone: me.timeZone,
    today: dayIn(me.timeZone, now),
    by: me.id,
    brings: (other) => here.has(other),
  })
  let done = 0
  const steps = mine.length * 2
  for (const kind of mine) {
    await kind.prepare?.(run(kind))
    tell(++done / steps)
  }
  for (const kind of mine) {
    await kind.apply(run(kind))
    tell(++done / steps)
  }
}
