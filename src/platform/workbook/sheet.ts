import type { Tx } from '../database.ts'
import type { Words } from '../i18n.ts'
import type { Unit } from './values/length.ts'

export type ValueType =
  | 'text'
  | 'name'
  | 'names'
  /** As written, with its lines; a stroke stands for itself. */
  | 'long'
  | 'phone'
  | 'day'
  | 'times'
  | 'moment'
  | 'length'
  | 'number'
  | 'choice'
  | 'mark'

export type SheetColumn = {
  key: string
  label: Words
  /** Headings that mean this column, as offices write them. */
  words: readonly string[]
  /** Headings that only sound like it. */
  never?: RegExp
  type: ValueType
  /** Without it a row says nothing. */
  required?: boolean
  /** For a choice: what may stand in the cell for each value. Others are refused unless `open`. */
  choices?: Readonly<Record<string, readonly string[]>>
  open?: boolean
  /** For times: 全天 is taken for the office's day and noted as `wholeDay`. */
  wholeDay?: true
  /** Often written once for the rows below it. */
  carried?: true
  /** A text that stands there and nowhere else in its row is a row of its own and no remark: on a form that is filled in by hand. */
  alone?: true
  /** For marks: a signature or the time of signing is one. */
  signed?: true
}

/** Sets of columns, each enough. */
type Needs = readonly (readonly string[])[]

/** A kind of table that a module takes, known by its headings and contents and not by where it stands. */
export type SheetKind = {
  kind: string
  label: Words
  /** Words in the sheet's name or title that speak for this kind. */
  titles: readonly string[]
  /** Without one of these in the title, and without the columns `orColumns`, it is another kind. */
  onlyTitled?: { words: readonly string[]; orColumns: readonly string[] }
  columns: readonly SheetColumn[]
  /** Each of these sets of columns is enough to take a row. */
  needs: Needs
  /**
   * The other columns may each be a day, a month or an activity (`for`: who else a row names), or a person, who stands on the
   * day or at the activity of the row (`of`); their cells hold what `holds` says.
   */
  across?: { holds: 'mark' | 'length'; for: Needs; of: Needs }
  /** Columns that may be the levels of a tree, from its top. Two of them are enough. */
  levels?: readonly string[]
  /** An activity's own sheet: the lines above say what and when, the rows (`for`) who. `words` are in its title. */
  about?: { words: RegExp; for: Needs }
  /** Rows of kinds with a lower order are taken first. */
  order: number
  /** Makes what rows of other kinds refer to, before any row is taken. */
  prepare?: (run: SheetRun) => Promise<void>
  /** Takes the rows that could be read. */
  apply: (run: SheetRun) => Promise<void>
}

/**
 * What a kind works on: temporary tables of this transaction, in statements over whole sets.
 * `import_table` (number, kind, file, sheet, title, year, about, people_in): the tables that are read.
 * `import_row` (id, table_number, kind, row_number, data, problem, problem_key, problem_values, …): their rows; a row is refused
 *   by setting its problem, a key into the words of refusals.
 * `import_reference` (row_id, name, id): what a row refers to, once found.
 * `import_record` (row_id, record, record_id, outcome): what was written: 'created', 'updated' or 'unchanged'.
 * `import_warning` (row_id, reason, given): what was taken but looks odd.
 */
export type SheetRun = {
  tx: Tx
  kind: string
  now: Date
  timeZone: string
  /** Who imports: a person's id, or nobody's at the terminal. */
  by: string | null
  /** The day on which it happens, in the tenant's zone. */
  today: string
  /** Whether this run brings a table of the kind. */
  brings: (kind: string) => boolean
}

/** What the lines above an activity's own sheet say of it; `signed`: a column of signatures is in use. */
export type About = { title?: string; day: string; from?: number; to?: number; signed?: true }

/** A cell's readings that depend on its table. `carried` are columns whose values hold for the rows below. */
export type TableContext = { year?: number; dayFirst?: boolean; unit?: Unit; about?: About; carried?: number[] }

type Taken = { keys: ReadonlySet<string | null>; across: 'what' | 'who' | null; about: boolean }

/** Do these columns say enough for rows of a kind? */
export function isEnough(kind: SheetKind, { keys, across, about }: Taken): boolean {
  const anyOf = (needs: Needs | undefined) => needs?.some((set) => set.every((key) => keys.has(key))) ?? false
  const levels = kind.levels?.filter((key) => keys.has(key)).length ?? 0
  return (
    anyOf(kind.needs) ||
    (across === 'what' && anyOf(kind.across?.for)) ||
    (across === 'who' && anyOf(kind.across?.of)) ||
    (about && anyOf(kind.about?.for)) ||
    levels > 1
  )
}

const declared = new Map<string, SheetKind>()

/** Called once by whoever wires the modules: imports know sheets by kind and no module that takes them. */
export function declareSheets(kinds: readonly SheetKind[]): void {
  for (const kind of kinds) declared.set(kind.kind, kind)
}

export const declaredSheets = (): SheetKind[] => [...declared.values()].sort((a, b) => a.order - b.order)

/** Words as offices write them, in one line: 'a|b|c'. */
export const heads = (words: string): readonly string[] => words.split('|')
