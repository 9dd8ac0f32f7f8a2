import { z } from 'zod'
import { download, endpoint, nothing } from '../../platform/endpoint.ts'
import { filterText, parseFilter } from './filter/rules.ts'
import { parsePeriod } from './period/rules.ts'

/** '2023', '2023-H1', '2023-Q3', '2023-03' or '2023-03-05..2023-04-01' (both days included). */
export const PeriodText = z
  .string()
  .max(30)
  .refine((text) => parsePeriod(text) !== null)
/** 'kind=study&title=…', as in an address. */
export const FilterText = z
  .string()
  .max(2000)
  .default('')
  .transform((text) => filterText(parseFilter(text)))

/** What is counted: a measure of a fact's rows, those that pass the filter, in a period and a part of the tree. */
export const Question = z.object({
  fact: z.string().max(60),
  measure: z.string().max(60),
  filter: FilterText,
  period: PeriodText,
  /** Without one: the largest part of the tree that the reader may count. */
  scope: z.uuid().optional(),
  /** Not the value itself but how it changed: against the same period a year earlier, or the period just before. */
  against: z.enum(['yearBefore', 'periodBefore']).optional(),
  /** By how much (usual), or by which part of the earlier value. */
  as: z.enum(['difference', 'growth']).optional(),
})
export type Question = z.output<typeof Question>
export type Asking = z.input<typeof Question>

/** A question in one line, as it stands in the address of a page. */
export function questionText(question: Asking): string {
  const given = Object.entries(question).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return new URLSearchParams(given).toString()
}

export function questionFrom(text: string): Question | null {
  const read = Question.safeParse(Object.fromEntries(new URLSearchParams(text)))
  return read.success ? read.data : null
}

/** The same words in both languages, so that a reader may change language without asking again. */
export const Said = z.tuple([z.string(), z.string()])
export type Said = readonly [en: string, zh: string]

const Answered = Question.extend({ filter: z.string(), period: z.string() })
/** One of the two figures that a change is made of. */
const Side = z.object({ question: Answered, value: z.number().nullable(), inWords: Said, period: Said })

export const Figure = z.object({
  question: Answered,
  /** Null when there is nothing to take a share, a rate or a median of. */
  value: z.number().nullable(),
  /** The number as written, and with its unit. */
  written: Said,
  inWords: Said,
  /** What is counted, in one sentence. */
  definition: Said,
  period: Said,
  scope: z.object({ id: z.uuid(), name: z.string() }),
  /** How many records stand behind it. */
  records: z.int(),
  /** Do the parts' values sum to this one? */
  additive: z.boolean(),
  /** What a change is the change of, when the question has `against`. */
  change: z.object({ now: Side, before: Side }).optional(),
  counted: z.coerce.date(),
})
export type Figure = z.output<typeof Figure>

export const Series = z.object({
  whole: Figure,
  by: Said,
  /** Do the parts sum to the whole? Not when the measure does not add up, nor when a row may belong to several parts. */
  sums: z.boolean(),
  parts: z.array(
    z.object({
      key: z.string(),
      label: Said,
      value: z.number().nullable(),
      written: Said,
      records: z.int(),
      /** The question that gives this part alone; null for a part that no question can name. */
      question: Answered.nullable(),
    }),
  ),
})
export type Series = z.output<typeof Series>

/** A figure beside that of an earlier period. */
export const Comparison = z.object({
  now: Figure,
  before: Figure,
  /** Null when one of them is nothing. */
  difference: z.number().nullable(),
  /** With sign and unit: '+12次', '−3.2 percentage points'. */
  written: Said,
  /** Is there anything on record to compare with? */
  comparable: z.boolean(),
})
export type Comparison = z.output<typeof Comparison>

const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()])
export type Cell = z.output<typeof Cell>

export const RecordColumn = z.object({
  name: z.string(),
  words: Said,
  type: z.enum(['choice', 'flag', 'text', 'number', 'minutes', 'moment', 'day', 'reference', 'many']),
  values: z.record(z.string(), Said).optional(),
})

export const Records = z.object({
  columns: z.array(RecordColumn),
  rows: z.array(z.object({ id: z.string(), link: z.string(), cells: z.record(z.string(), Cell) })),
  /** How many there are in all, with the words looked for. */
  total: z.int(),
})
export type Records = z.output<typeof Records>

export const FactCard = z.object({
  name: z.string(),
  words: Said,
  /** What ties it to a scope: 'held by', '举办的'. */
  verb: Said,
  time: z.enum(['moment', 'span']),
  /** `filters`: rows may be filtered and grouped by it; `person`: it names somebody. */
  columns: z.array(RecordColumn.extend({ filters: z.boolean(), person: z.boolean() })),
  measures: z.array(
    z.object({
      name: z.string(),
      words: Said,
      additive: z.boolean(),
      /** minutes are read as hours, shares in per cent */
      reads: z.enum(['number', 'hours', 'share']),
    }),
  ),
  /** The columns of a record's line. */
  shows: z.array(z.string()),
})
export type FactCard = z.output<typeof FactCard>

/** What may be counted, with the names that questions use. */
export const listFacts = endpoint({
  name: 'listFacts',
  method: 'GET',
  path: '/api/facts',
  input: nothing,
  output: z.array(FactCard),
})

/** No text in the database holds a NUL. */
const Search = z
  .string()
  .max(100)
  .default('')
  .transform((text) => text.replaceAll('\0', ''))

export const figure = endpoint({ name: 'figure', method: 'GET', path: '/api/figure', input: Question, output: Figure })

export const figureCompared = endpoint({
  name: 'figureCompared',
  method: 'GET',
  path: '/api/figure/compared',
  /** With the same period a year earlier, or with the period just before. */
  input: Question.extend({ with: z.enum(['yearBefore', 'periodBefore']).default('yearBefore') }),
  output: Comparison,
})

export const figureSeries = endpoint({
  name: 'figureSeries',
  method: 'GET',
  path: '/api/figure/series',
  /** `by` is day, month, quarter, year, part (the parts of the tree directly below the scope), or one of the fact's columns. */
  input: Question.extend({ by: z.string().max(60) }),
  output: Series,
})

export const figureRecords = endpoint({
  name: 'figureRecords',
  method: 'GET',
  path: '/api/figure/records',
  input: Question.extend({
    search: Search,
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(20),
  }),
  output: Records,
})

export const figureRecordsFile = endpoint({
  name: 'figureRecordsFile',
  method: 'GET',
  path: '/api/figure/records/file',
  input: Question.extend({
    search: Search,
    language: z.enum(['en', 'zh-CN']).default('zh-CN'),
    format: z.enum(['xlsx', 'csv']).default('xlsx'),
  }),
  output: download,
})
