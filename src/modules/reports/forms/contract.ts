import { z } from 'zod'
import { FilterText, Question, Said } from '../../indicators/contract.ts'
import { isFormPeriod } from './periods/rules.ts'

/** How a number stands in a cell: minutes as hours, shares as per cent or as a fraction, as the label's unit says. */
export const units = ['plain', 'hours', 'minutes', 'days', 'percent', 'fraction', 'tenThousands'] as const
export const Unit = z.enum(units)
export type Unit = z.output<typeof Unit>

/** What is asked for a cell: a question whose period and scope follow the form's own. */
export const Ask = z.object({
  fact: z.string().max(60),
  measure: z.string().max(60),
  filter: FilterText,
  scope: z.union([z.literal('form'), z.uuid()]).default('form'),
  /** Not the value itself but how it changed. */
  against: Question.shape.against,
  as: Question.shape.as,
  /** The named indicator that is asked; what it counts is then its current version, and stands here as it was last seen. */
  indicator: z.uuid().optional(),
  /** 'form', a part of its year ('Q1', 'H2', 'M03', 'M01-M06'), 'toDate', 'yearBefore' …, or a period of its own. */
  period: z.string().max(40).refine(isFormPeriod).default('form'),
})
export type Ask = z.output<typeof Ask>

const Figure = z.object({ is: z.literal('figure'), ask: Ask, unit: Unit })
/** Words that the form asks for beside its figures. */
export const words = ['year', 'month', 'period', 'scope', 'today'] as const
const Word = z.object({ is: z.literal('word'), word: z.enum(words) })
/** Left to whoever signs: names, telephones, remarks. */
const Hand = z.object({ is: z.literal('hand') })
/** Nothing is known for it: it is marked and said. */
const Unknown = z.object({ is: z.literal('unknown') })
export const Content = z.discriminatedUnion('is', [Figure, Word, Hand, Unknown])
export type Content = z.output<typeof Content>

const Told = {
  /** What stands around the place, as read from the form. */
  label: z.string().max(400).default(''),
  /** From 0 to 1: how sure the proposal is; 1 when a person said so. */
  confidence: z.number().min(0).max(1).default(1),
  reason: Said.default(['', '']),
}
const SheetName = z.string().max(64)
const CellName = z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/)
const ColumnName = z.string().regex(/^[A-Z]{1,3}$/)
const Row = z.int().min(1).max(1_048_576)

/** What a place of any kind holds, for a reader; of a list's column also what it takes from the records. */
export const Shown = z.discriminatedUnion('is', [
  ...Content.options,
  z.object({ is: z.literal('number') }),
  z.object({ is: z.literal('record'), name: z.string().max(60) }),
])
export type Shown = z.output<typeof Shown>

export const CellBinding = z.object({
  kind: z.literal('cell'),
  sheet: SheetName,
  cell: CellName,
  content: Content,
  ...Told,
})
export type CellBinding = z.output<typeof CellBinding>

export const SentenceBinding = z.object({
  kind: z.literal('sentence'),
  sheet: SheetName,
  cell: CellName,
  /** The text as it stands in the blank form; `start` and `end` of a blank count its characters. */
  text: z.string().max(32_767),
  blanks: z
    .array(
      z.object({
        start: z.int().min(0),
        end: z.int().min(0),
        content: Content,
        label: z.string().max(400).default(''),
        /** Of this blank alone, where a person said it. */
        confidence: z.number().min(0).max(1).optional(),
      }),
    )
    .max(200),
  ...Told,
})
export type SentenceBinding = z.output<typeof SentenceBinding>

const ListColumn = z.discriminatedUnion('is', [
  z.object({ is: z.literal('number') }),
  z.object({ is: z.literal('record'), name: z.string().max(60) }),
  /** `by` is the fact's column that holds the row's record, or 'part' where the rows are parts of the tree. */
  z.object({ is: z.literal('figure'), ask: Ask, by: z.string().max(60), unit: Unit }),
  Hand,
  Unknown,
])
export type ListColumn = z.output<typeof ListColumn>

export const ListBinding = z.object({
  kind: z.literal('list'),
  sheet: SheetName,
  /** The empty rows of the blank form. */
  first: Row,
  last: Row,
  /** A row for each record of a fact, or for each value of one of its columns that has rows. */
  source: z.object({
    fact: z.string().max(60),
    filter: FilterText,
    scope: Ask.shape.scope,
    period: Ask.shape.period,
    by: z.string().max(60).nullable().default(null),
    /** By what stands in one of its columns; otherwise as the records are usually listed. */
    order: z.object({ column: ColumnName, descending: z.boolean() }).nullable().default(null),
  }),
  columns: z
    .array(
      z.object({
        column: ColumnName,
        content: ListColumn,
        label: z.string().max(400).default(''),
        confidence: z.number().min(0).max(1).optional(),
      }),
    )
    .max(200),
  ...Told,
})
export type ListBinding = z.output<typeof ListBinding>

export const Binding = z.discriminatedUnion('kind', [CellBinding, SentenceBinding, ListBinding])
export type Binding = z.output<typeof Binding>

export const Bindings = z.object({ version: z.literal(1).default(1), bindings: z.array(Binding).max(5000) })
export type Bindings = z.output<typeof Bindings>

/** Why a place was not filled. */
export const gaps = ['unknown', 'noPlace', 'noPeriod', 'notCounted', 'notAllowed', 'namesHidden', 'nothing'] as const

/** A place of a filled form: what stands in it and the question that opens its records, or why nothing does. */
export const FilledCell = z.object({
  sheet: z.string(),
  cell: z.string(),
  label: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  question: Question.extend({ filter: z.string(), period: z.string() }).nullable(),
  /** Where a record that stands in the cell is to be seen. */
  link: z.string().nullable(),
  written: Said.nullable(),
  state: z.enum(['filled', 'hand', 'unfilled']),
  reason: z.enum(gaps).nullable(),
})
export type FilledCell = z.output<typeof FilledCell>
