import { z } from 'zod'
import { FilterText, PeriodText } from '../../indicators/contract.ts'

/** The report's own period, or one that follows from it; anything else is a period as it is written. */
export const relativePeriods = ['report', 'yearBefore', 'periodBefore', 'yearToDate'] as const
const Asked = z.object({
  scope: z.union([z.literal('report'), z.uuid()]).default('report'),
  period: z.union([z.enum(relativePeriods), PeriodText]).default('report'),
})

/** What a document asks: a named indicator or a measure of a fact, of the report's own period and scope or of another. */
export const DocumentQuestion = z.union([
  Asked.extend({ indicator: z.uuid() }),
  Asked.extend({
    fact: z.string().max(60),
    measure: z.string().max(60),
    filter: FilterText,
    against: z.enum(['yearBefore', 'periodBefore']).optional(),
    as: z.enum(['difference', 'growth']).optional(),
  }),
])
export type DocumentQuestion = z.output<typeof DocumentQuestion>

/** As a number, with its unit, or in words: 9, 9次, 九次. */
export const spellings = ['number', 'unit', 'chinese'] as const
/** What a text may call by its name: the scope, periods, the last day counted, the day of counting. */
export const namedThings = ['scope', 'period', 'yearBefore', 'periodBefore', 'lastDay', 'today'] as const
export const comparisons = ['>', '>=', '=', '<', '<=', '!='] as const

/** A block that asks may stand there before somebody has chosen what. */
const Chosen = DocumentQuestion.nullable().default(null)
const Caption = z.string().max(200).default('')

export const Inline = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    text: z.string(),
    /** Where comments stand: for the editor alone. */
    marks: z.array(z.object({ type: z.literal('comment'), attrs: z.object({ thread: z.uuid() }) })).optional(),
  }),
  z.object({
    type: z.literal('figure'),
    attrs: z.object({ question: DocumentQuestion, spelled: z.enum(spellings).default('unit') }),
  }),
  z.object({ type: z.literal('word'), attrs: z.object({ what: z.enum(namedThings) }) }),
])
export type Inline = z.output<typeof Inline>

const Inlines = z.array(Inline).default([])
const Paragraph = z.object({ type: z.literal('paragraph'), content: Inlines })
const Item = z.object({ type: z.literal('listItem'), content: z.array(Paragraph).default([]) })
const cellContent = {
  attrs: z.object({ colwidth: z.array(z.number().nullable()).nullish() }).default({}),
  content: z.array(Paragraph).default([]),
}
const Cell = z.discriminatedUnion('type', [
  z.object({ type: z.literal('tableHeader'), ...cellContent }),
  z.object({ type: z.literal('tableCell'), ...cellContent }),
])
const Row = z.object({ type: z.literal('tableRow'), content: z.array(Cell).default([]) })
const Titled = z.object({ title: z.string().max(100), question: DocumentQuestion })

const Simple = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('heading'),
    attrs: z.object({ level: z.int().min(1).max(4) }),
    content: Inlines,
  }),
  Paragraph,
  z.object({ type: z.literal('bulletList'), content: z.array(Item).default([]) }),
  z.object({ type: z.literal('orderedList'), content: z.array(Item).default([]) }),
  z.object({
    type: z.literal('table'),
    attrs: z.object({ caption: Caption }).default({ caption: '' }),
    content: z.array(Row).default([]),
  }),
  /** `file` is the hash of its content in the file store. */
  z.object({
    type: z.literal('picture'),
    attrs: z.object({
      file: z.string().regex(/^[0-9a-f]{64}$/),
      caption: Caption,
      /** What it shows, for those who do not see it. */
      alt: z.string().max(300).default(''),
    }),
  }),
  z.object({
    type: z.literal('chart'),
    attrs: z.object({
      question: Chosen,
      by: z.string().max(60),
      kind: z.enum(['bar', 'line']),
      caption: Caption,
    }),
  }),
  /** The records behind a figure, as lines of a table or a list; without columns, the fact's own. */
  z.object({
    type: z.literal('recordList'),
    attrs: z.object({
      question: Chosen,
      columns: z.array(z.string().max(60)).max(12).default([]),
      limit: z.int().min(1).max(200).default(20),
      as: z.enum(['table', 'list']),
      caption: Caption,
    }),
  }),
  /** Several figures in their parts beside one another: a row a month, a team, a community. */
  z.object({
    type: z.literal('breakdown'),
    attrs: z.object({
      caption: Caption,
      by: z.string().max(60),
      head: z.string().max(100).default(''),
      columns: z.array(Titled).max(8).default([]),
    }),
  }),
  /** Several figures beside those of an earlier period, a row each. */
  z.object({
    type: z.literal('comparison'),
    attrs: z.object({
      caption: Caption,
      against: z.enum(['yearBefore', 'periodBefore']),
      rows: z.array(Titled).max(40).default([]),
    }),
  }),
])
export type SimpleBlock = z.output<typeof Simple>
export type Condition = {
  question: DocumentQuestion | null
  op: (typeof comparisons)[number]
  value: number
  /** Its first paragraph goes on in the paragraph before it. */
  joins: boolean
}
export type Block =
  | SimpleBlock
  | { type: 'when'; attrs: Condition; content: Block[] }
  | { type: 'perCommunity'; content: Block[] }
export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>

export const Block: z.ZodType<Block> = z.lazy(() =>
  z.union([
    Simple,
    /** Shown only when it holds. */
    z.object({
      type: z.literal('when'),
      attrs: z.object({
        question: Chosen,
        op: z.enum(comparisons),
        value: z.number(),
        joins: z.boolean().default(false),
      }),
      content: z.array(Block).default([]),
    }),
    /** Once for each part directly below the scope, with that part as the scope. */
    z.object({ type: z.literal('perCommunity'), content: z.array(Block).default([]) }),
  ]),
)

/** A report's text as its editor keeps it (ProseMirror JSON), with the questions that its figures ask. */
export const ReportDocument = z.object({ type: z.literal('doc'), content: z.array(Block).default([]) })
export type ReportDocument = z.output<typeof ReportDocument>
