import type { Context } from '../../../platform/context.ts'
import { type Row, within } from '../../../platform/workbook/cell.ts'
import { isNote, plainHeading, textLines } from '../../../platform/workbook/headings.ts'
import { type RowRead, rowReader } from '../../../platform/workbook/read-row.ts'
import { openWorkbook } from '../../../platform/workbook/reader.ts'
import { declaredSheets, type SheetKind, type SheetRun } from '../../../platform/workbook/sheet.ts'
import { makeImportTables } from '../../../platform/workbook/tables.ts'
import { type Legend, readLegend } from '../../../platform/workbook/values/mark.ts'
import { dayIn } from '../../../platform/zone.ts'
import type { ImportTable, Outcome, Progress } from '../contract.ts'
import { contextOf, lacks } from '../rules.ts'
import * as queries from './queries.ts'
import { notesOn } from './rules.ts'

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
  const noted: queries.NotedRow[] = []
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
          for (const place of reading) {
            const { table } = place
            for (const { data, problem, notes } of place.read(row)) {
              for (const note of notes ?? []) noted.push({ row_id: id, ...note })
              batch.push({
                id: id++,
                table_number: table.number,
                kind: table.kind ?? '',
                row_number: row.number,
                data,
                problem: problem?.reason ?? null,
                problem_column: problem?.column ?? null,
                problem_values: problem ? { heading: problem.heading, text: problem.text } : null,
              })
              if (row.hidden) hidden.set(table.number, (hidden.get(table.number) ?? 0) + 1)
            }
          }
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
  await queries.insertNotes(tx, noted)
  return id
}

type Rows = () => AsyncIterable<Row>

async function readersOf(tables: readonly ImportTable[], kinds: SheetKind[], rows: Rows) {
  const reading = []
  for (const table of tables) {
    const kind = kinds.find((own) => own.kind === table.kind)
    if (!kind) continue
    const legend = kind.across ? await legendOf(rows(), table) : undefined
    const headings = table.headings.map(({ private: isPrivate, day, across, ...heading }) => ({
      ...heading,
      isPrivate,
      likeness: 1,
      ...(day ? { day } : {}),
      ...(across ? { across } : {}),
    }))
    const texts = new Set(table.headings.map((heading) => plainHeading(heading.text)))
    const reader = rowReader(kind, { headings, context: contextOf(table), legend })
    // A heading that is printed again on the next page.
    const isHeading = (row: Row): boolean => {
      const filled = row.cells.map((cell) => plainHeading(cell?.text ?? '')).filter(Boolean)
      return filled.length > 1 && filled.every((text) => texts.has(text))
    }
    const read = (whole: Row): RowRead[] => {
      if (whole.number < table.firstRow || (table.lastRow !== null && whole.number > table.lastRow)) return []
      const row = ownColumns(table, whole)
      return isNote(row) || isHeading(row) ? [] : reader(row)
    }
    reading.push({ table, read })
  }
  return reading
}

const ownColumns = ({ left, right }: ImportTable, row: Row): Row =>
  typeof left === 'number' && typeof right === 'number' ? within(row, left, right) : row

/** What the lines under the table say of its marks. */
async function legendOf(rows: AsyncIterable<Row>, table: ImportTable): Promise<Legend> {
  const legend: Legend = new Map()
  const marks = table.headings.filter((h) => h.day || h.across || h.key === 'mark').map((h) => h.column)
  const seen = new Set<string>()
  for await (const row of rows) {
    if (table.lastRow !== null && row.number > table.lastRow) break
    if (row.number >= table.firstRow && seen.size < 50)
      for (const column of marks) seen.add((row.cells[column]?.text ?? '').trim().toLowerCase())
    for (const line of textLines(row)) for (const [mark, meaning] of readLegend(line)) legend.set(mark, meaning)
  }
  // Where nothing else is marked, an English X crosses off who came; in Chinese it is the ×.
  seen.delete('')
  if (seen.size === 1 && seen.has('x') && !/\p{Script=Han}/u.test(table.title) && !legend.has('x'))
    legend.set('x', 'attended')
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
