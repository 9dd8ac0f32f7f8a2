import { z } from 'zod'
import { download, endpoint, storedFile } from '../../platform/endpoint.ts'

const id = z.object({ importId: z.uuid() })

/** One heading of a table and the column it is taken for; `private` is never kept, whatever it holds. */
export const Heading = z.object({
  column: z.int(),
  text: z.string(),
  key: z.string().nullable(),
  private: z.boolean(),
  day: z.string().nullable(),
  /** What else stands across the table: an activity or a person. */
  across: z.enum(['title', 'name']).nullish(),
})

const About = z.object({
  title: z.string().optional(),
  day: z.string(),
  from: z.int().optional(),
  to: z.int().optional(),
  signed: z.literal(true).optional(),
})

/** A table found on a sheet and what it is taken for. `asked` is what its reader should look at before going on. */
export const ImportTable = z.object({
  number: z.int(),
  file: z.int(),
  sheet: z.string(),
  headingRow: z.int(),
  firstRow: z.int(),
  lastRow: z.int().nullable(),
  /** The columns that it has to itself, where other tables stand beside it. */
  left: z.int().nullish(),
  right: z.int().nullish(),
  title: z.string(),
  kind: z.string().nullable(),
  asked: z.enum(['kind', 'columns', 'year', 'order', 'sums', 'hidden', 'nothing']),
  headings: z.array(Heading),
  year: z.int().nullable(),
  dayFirst: z.boolean().nullable(),
  unit: z.enum(['hours', 'minutes']),
  /** The activity that an own sheet is about, as the lines above it say. */
  about: About.nullish(),
  /** Columns whose values hold for the rows below. */
  carried: z.array(z.int()).nullish(),
  /** People whom only this table names are made, in the organization of this name; '' is the office. */
  peopleIn: z.string().nullish(),
  signature: z.string(),
  sample: z.array(z.array(z.string())),
})
export type ImportTable = z.output<typeof ImportTable>

export const RowRefusal = z.object({
  file: z.string(),
  sheet: z.string(),
  row: z.int(),
  column: z.int().nullable(),
  reason: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type RowRefusal = z.output<typeof RowRefusal>

const Count = z.object({ created: z.int(), updated: z.int(), unchanged: z.int() })
export const Outcome = Count.extend({
  rows: z.int(),
  records: z.record(z.string(), Count),
  refused: z.array(RowRefusal),
  refusedRows: z.int(),
  warnings: z.array(RowRefusal),
  warningCount: z.int(),
})
export type Outcome = z.output<typeof Outcome>

export const importStates = ['uploaded', 'mapped', 'trying', 'tried', 'importing', 'done', 'failed'] as const
export const ImportRun = z.object({
  id: z.uuid(),
  state: z.enum(importStates),
  startedAt: z.coerce.date(),
  finishedAt: z.coerce.date().nullable(),
  files: z.array(storedFile),
  outcome: Outcome.nullable(),
})
export type ImportRun = z.output<typeof ImportRun>

/** What a kind of table can take: for the mapping screen. */
export const KindChoice = z.object({
  kind: z.string(),
  label: z.tuple([z.string(), z.string()]),
  /** Whether its tables can hold days, which may leave out their year. */
  dated: z.boolean(),
  /** Whether its rows name people who could be made. */
  namesPeople: z.boolean(),
  columns: z.array(z.object({ key: z.string(), label: z.tuple([z.string(), z.string()]), required: z.boolean() })),
})
export const ImportCard = ImportRun.extend({ tables: z.array(ImportTable), kinds: z.array(KindChoice) })
export type ImportCard = z.output<typeof ImportCard>

export const listImports = endpoint({
  name: 'listImports',
  method: 'GET',
  path: '/api/imports',
  input: z.object({}),
  output: z.array(ImportRun),
})
export const readImport = endpoint({
  name: 'readImport',
  method: 'GET',
  path: '/api/imports/:importId',
  input: id,
  output: ImportCard,
})
export const startImport = endpoint({
  name: 'startImport',
  method: 'POST',
  path: '/api/imports',
  input: z.object({ file: storedFile }),
  output: ImportCard,
  upload: true,
})
export const addImportFile = endpoint({
  name: 'addImportFile',
  method: 'POST',
  path: '/api/imports/:importId/files',
  input: id.extend({ file: storedFile }),
  output: ImportCard,
  upload: true,
})

export const TableChoice = z.object({
  number: z.int(),
  kind: z.string().nullable(),
  year: z.int().min(1990).max(2100).nullable(),
  /** Whether 3/4/2023 is the third of April. */
  dayFirst: z.boolean().nullish(),
  peopleIn: z.string().max(200).nullish(),
  /** Column number → key; null leaves the column out. Without it, the headings decide. */
  columns: z.record(z.string(), z.string().nullable()).nullable(),
})
export type TableChoice = z.output<typeof TableChoice>
export const mapImport = endpoint({
  name: 'mapImport',
  method: 'PUT',
  path: '/api/imports/:importId/tables',
  input: id.extend({ tables: z.array(TableChoice) }),
  output: ImportCard,
})
export const tryImport = endpoint({
  name: 'tryImport',
  method: 'POST',
  path: '/api/imports/:importId/trial',
  input: id,
  output: ImportCard,
})
export const carryOutImport = endpoint({
  name: 'carryOutImport',
  method: 'POST',
  path: '/api/imports/:importId/records',
  input: id,
  output: ImportCard,
})
export const Progress = z.object({ share: z.number(), rows: z.int(), phase: z.enum(['reading', 'writing', 'none']) })
export type Progress = z.output<typeof Progress>
export const importProgress = endpoint({
  name: 'importProgress',
  method: 'GET',
  path: '/api/imports/:importId/progress',
  input: id,
  output: Progress,
})
export const refusedRows = endpoint({
  name: 'refusedRows',
  method: 'GET',
  path: '/api/imports/:importId/files/:fileNumber/refused',
  input: id.extend({ fileNumber: z.coerce.number().int().min(0) }),
  output: download,
})

export const Source = z.object({ importId: z.uuid(), file: z.string(), sheet: z.string(), row: z.int() })
export type Source = z.output<typeof Source>
export const sourceOf = endpoint({
  name: 'sourceOf',
  method: 'GET',
  path: '/api/imports/sources/:record/:recordId',
  input: z.object({ record: z.string(), recordId: z.uuid() }),
  output: z.object({ source: Source.nullable() }),
})
