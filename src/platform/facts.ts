import {
  CamelCasePlugin,
  DummyDriver,
  type Expression,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely'
import { type Database, tenantTables } from './database.gen.ts'
import type { Tx } from './database.ts'
import type { Words } from './i18n.ts'

/** Which rows: for each column the values that it may have. A text column contains one of them. */
export type Filter = Readonly<Record<string, readonly string[]>>

/** Something by which rows may be filtered, grouped or shown. Its name is the name of the source's column. */
export type Column = {
  words: Words
  /** How a filter on it narrows a sentence: ['at {value}', '在{value}的']. */
  phrase?: Words
} & (
  | { type: 'choice'; values: Readonly<Record<string, Words>>; nouns?: Readonly<Record<string, Words>> }
  | { type: 'flag'; phrases?: { yes: Words; no: Words } }
  | { type: 'text' | 'number' | 'minutes' | 'moment' | 'day' }
  /** An id whose name stands in the column `label`. Names of people are shown only to those who may see people. */
  | { type: 'reference'; label: string; person?: true }
  /**
   * Several a row: `bridge` gives owner, key and label, each pair once; `owner` is the source's column that it joins. Keys are
   * ids; with `values` they are those, and the words are their labels.
   */
  | {
      type: 'many'
      owner: string
      bridge: (tx: Tx) => Expression<object>
      values?: Readonly<Record<string, Words>>
    }
)

/** The values that it may have, where they are written down: with their words. */
export const valuesOf = (column: Column | undefined): Readonly<Record<string, Words>> | undefined =>
  column?.type === 'choice' || column?.type === 'many' ? column.values : undefined

/** What may be said of the rows. `where` narrows them first; only counts and sums of disjoint parts add up. */
export type Measure = {
  words: Words
  /** The value in a sentence: `n` is the number as written, `count` decides the plural. */
  unit: Words
  where?: Filter
} & (
  | { kind: 'count' }
  | { kind: 'distinct' | 'median'; column: string }
  | { kind: 'sum'; column: string }
  /** The part of the rows for which a flag holds. */
  | { kind: 'share'; column: string }
  /** One measure of the same rows by another. */
  | { kind: 'rate'; top: string; bottom: string }
)

/**
 * What a module records and reports may count: a row each. The source selects `id`, `path` (of the organization that the
 * row belongs to), its time and the columns below. Rows of a moment have `at` and count in the period in which it lies;
 * rows of a span have `fromDate` and `toDate` (null is open) and count as they stood on the last day of the period.
 */
export type Fact = {
  name: string
  /** The rows in a sentence, in the plural. */
  words: Words
  /** What ties them to the scope: ['held by', '举办的']. */
  verb: Words
  time: 'moment' | 'span'
  source: (tx: Tx) => Expression<object>
  /**
   * Of rows of a moment: the moments (`at`) that a change reaches. `marks` has the `key` of what was changed (see `about`), or
   * the moment `at` that it had before. Without this, a change of any table of the source reaches all of them.
   */
  reached?: (marks: Expression<unknown>) => Expression<unknown>
  columns: Readonly<Record<string, Column>>
  measures: Readonly<Record<string, Measure>>
  /** The columns of a record's line, the first one its name. */
  shows: readonly string[]
  /** Where a record is to be seen: '/activities/:activityId', filled from the source's columns. */
  link: `/${string}`
}

const declared = new Map<string, Fact>()

/** Called once by whoever wires the modules: reports know facts by name and no module that records them. */
export function declareFacts(facts: readonly Fact[]): void {
  for (const fact of facts) declared.set(fact.name, fact)
  counted = undefined
}

export const factNamed = (name: string): Fact | undefined => declared.get(name)

export const declaredFacts = (): Fact[] => [...declared.values()]

/** A question that every office knows by a name from its first day. Its key never comes to mean another question. */
export type StartingIndicator = {
  key: string
  name: Words
  question: { fact: string; measure: string; filter: string }
}

let starting: readonly StartingIndicator[] = []

/** As facts are declared. */
export function declareStartingIndicators(all: readonly StartingIndicator[]): void {
  starting = all
}

export const startingIndicators = (): readonly StartingIndicator[] => starting

const nowhere = new Kysely<Database>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: [new CamelCasePlugin()],
})

/** Every table that the source's SQL mentions: perhaps more than it needs, never fewer. */
export function tablesOf(fact: Fact): ReadonlySet<string> {
  const text = sql`${fact.source(nowhere as unknown as Tx)}`.compile(nowhere).sql
  return new Set((text.match(/\w+/g) ?? []).filter((word) => word === 'tenant' || tenantTables.has(word)))
}

let counted: ReadonlySet<string> | undefined

/** The tables behind the facts of a moment: whoever writes one of them changes what may be counted. */
export const countedTables = (): ReadonlySet<string> =>
  (counted ??= new Set(
    [...declared.values()].filter(({ time }) => time === 'moment').flatMap((fact) => [...tablesOf(fact)]),
  ))
