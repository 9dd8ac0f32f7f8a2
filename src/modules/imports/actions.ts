import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/database.ts'
import type { Download, StoredFile } from '../../platform/endpoint.ts'
import { allow, found, Refused, refuse } from '../../platform/errors.ts'
import { keptFiles } from '../../platform/files.ts'
import { sayIn } from '../../platform/i18n.ts'
import { markWorkbook } from '../../platform/workbook/mark.ts'
import { WorkbookRefused } from '../../platform/workbook/refusal.ts'
import { declaredSheets } from '../../platform/workbook/sheet.ts'
import { pathsOf } from '../organizations/rules.ts'
import type { ImportCard, ImportRun, Progress, Source, TableChoice } from './contract.ts'
import { marked, rowRefusals } from './messages.ts'
import * as queries from './queries.ts'
import { findTables } from './recognition/actions.ts'
import { applyChoice, isTop, lacks, toRemember, wordsFor } from './rules.ts'
import { type Tell, takeTables } from './staging/actions.ts'
import { writeSources } from './staging/queries.ts'

/** How far the imports of this process have got. What another process does is seen when it is done. */
const underWay = new Map<string, Progress>()

/** Records of the whole office come in by this door, so its rights are those of its top. */
async function allowed(context: Context): Promise<void> {
  if (context.me.id !== null) allow(pathsOf(context.me, 'importWorkbooks').some(isTop))
}

export async function listImports(context: Context): Promise<ImportRun[]> {
  await allowed(context)
  return queries.listRuns(context.tx)
}

export async function readImport(context: Context, { importId }: { importId: string }): Promise<ImportCard> {
  await allowed(context)
  return card(found(await queries.runById(context.tx, importId)))
}

const card = (run: queries.StoredRun): ImportCard => ({
  ...run,
  kinds: declaredSheets().map(({ kind, label, columns, across }) => ({
    kind,
    label: [label[0], label[1]],
    dated: across !== undefined || columns.some((column) => column.type === 'day'),
    namesPeople: across !== undefined,
    columns: columns.map((column) => ({
      key: column.key,
      label: [column.label[0], column.label[1]],
      required: column.required ?? false,
    })),
  })),
})

/** A workbook's refusal in the words of a use case. */
async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof WorkbookRefused ? new Refused(error.reason) : error
  }
}

const filesOf = (files: readonly StoredFile[]) =>
  files.map(({ hash, name }) => ({ name, path: keptFiles().path(hash) }))

export const startImport = (context: Context, { file }: { file: StoredFile }): Promise<ImportCard> =>
  openImport(context, [file])

/** With `peopleIn`, people whom nobody knows are made in the organization of that name. */
export async function openImport(
  context: Context,
  files: StoredFile[],
  peopleIn: string | null = null,
): Promise<ImportCard> {
  await allowed(context)
  const recognised = await readable(() => findTables(context, filesOf(files)))
  const tables = recognised.map((table) => ({ ...table, peopleIn }))
  const run: queries.StoredRun = {
    id: newId(),
    state: 'uploaded',
    startedAt: context.now,
    finishedAt: null,
    files,
    outcome: null,
    tables,
  }
  await queries.insertRun(context.tx, run, context.me.id)
  return card(run)
}

export async function addImportFile(
  context: Context,
  { importId, file }: { importId: string; file: StoredFile },
): Promise<ImportCard> {
  await allowed(context)
  const run = found(await queries.runById(context.tx, importId))
  refuse(run.state === 'done' ? 'alreadyImported' : null)
  const files = [...run.files.filter((own) => own.hash !== file.hash), file]
  const tables = await readable(() => findTables(context, filesOf(files)))
  const changed = { ...run, files, tables, outcome: null, state: 'uploaded' as const }
  await queries.updateRun(context.tx, changed)
  return card(changed)
}

/** What the tables are, as their reader says; remembered for the next workbook with these headings. */
export async function mapImport(
  context: Context,
  { importId, tables: choices }: { importId: string; tables: TableChoice[] },
): Promise<ImportCard> {
  await allowed(context)
  const run = found(await queries.runById(context.tx, importId))
  refuse(run.state === 'done' ? 'alreadyImported' : null)
  const kinds = declaredSheets()
  const tables = run.tables.map((table) => {
    const choice = choices.find((own) => own.number === table.number)
    return choice ? applyChoice(table, choice, kinds) : table
  })
  for (const { number } of choices) {
    const table = tables.find((own) => own.number === number)
    if (table) await queries.rememberMapping(context.tx, table.signature, toRemember(table), context.now)
  }
  const changed = { ...run, tables, outcome: null, state: 'mapped' as const }
  await queries.updateRun(context.tx, changed)
  return card(changed)
}

type Asked = { importId: string }

/** The same as carrying it out, and then all of it taken back: what would happen is what did happen. */
export const tryImport = (context: Context, { importId }: Asked): Promise<ImportCard> =>
  carryOut(context, importId, true)

export const carryOutImport = (context: Context, { importId }: Asked): Promise<ImportCard> =>
  carryOut(context, importId, false)

export async function carryOut(context: Context, importId: string, trial: boolean, tell?: Tell): Promise<ImportCard> {
  await allowed(context)
  const { tx, now } = context
  const run = found(await queries.runById(tx, importId))
  refuse(run.state === 'done' ? 'alreadyImported' : null)
  const kinds = declaredSheets()
  const ready = run.tables.some((table) => kinds.some((kind) => kind.kind === table.kind && !lacks(table, kind)))
  refuse(ready ? null : 'nothingToImport')
  refuse((await queries.takeTurn(tx)) ? null : 'importRunning')
  const progress: Tell = (how) => {
    underWay.set(importId, how)
    tell?.(how)
  }
  try {
    progress({ share: 0, rows: 0, phase: 'reading' })
    await queries.beginTrial(tx)
    const outcome = await readable(() => takeTables(context, filesOf(run.files), run.tables, progress))
    if (trial) await queries.takeBack(tx)
    else await writeSources(tx, importId)
    const changed = {
      ...run,
      outcome,
      ...(trial ? { state: 'tried' as const } : { state: 'done' as const, finishedAt: now }),
    }
    await queries.updateRun(tx, changed)
    return card(changed)
  } finally {
    underWay.delete(importId)
  }
}

export async function importProgress(context: Context, { importId }: Asked): Promise<Progress> {
  await allowed(context)
  found(await queries.runById(context.tx, importId))
  return underWay.get(importId) ?? { share: 0, rows: 0, phase: 'none' }
}

/** The same workbook, its refused cells marked and the reason beside them, in the reader's language. */
export async function refusedRows(
  context: Context,
  { importId, fileNumber }: Asked & { fileNumber: number },
): Promise<Download> {
  await allowed(context)
  const run = found(await queries.runById(context.tx, importId))
  const file = found(run.files[fileNumber])
  const { language } = context.me
  const refused = (run.outcome?.refused ?? []).filter((row) => row.file === file.name)
  const said = refused.map(({ sheet, row, column, reason, values }) => ({
    sheet,
    row,
    column,
    words: sayIn(language, wordsFor(rowRefusals, reason), values),
  }))
  const headings = run.tables
    .filter((table) => table.file === fileNumber && said.some((mark) => mark.sheet === table.sheet))
    .map((table) => ({
      sheet: table.sheet,
      row: table.firstRow - 1,
      column: null,
      words: sayIn(language, marked.heading),
      heading: true as const,
    }))
  return readable(() =>
    markWorkbook(keptFiles().path(file.hash), file.name, [...headings, ...said], sayIn(language, marked.suffix)),
  )
}

export async function sourceOf(
  context: Context,
  { record, recordId }: { record: string; recordId: string },
): Promise<{ source: Source | null }> {
  await allowed(context)
  return { source: (await queries.sourceOf(context.tx, record, recordId)) ?? null }
}
