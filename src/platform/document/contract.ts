import { z } from 'zod'

/**
 * A piece of text; when it is a figure, `figure` is its key in the report that the text belongs to. `missing` says that a
 * figure should stand here and cannot: the text says why.
 */
export const Run = z.object({ text: z.string(), figure: z.string().optional(), missing: z.literal(true).optional() })
export type Run = z.output<typeof Run>

export const Column = z.object({ title: z.string(), align: z.enum(['left', 'center', 'right']), width: z.number() })
export type Column = z.output<typeof Column>

/** Numbers of headings are not written in the text: they follow from level and order. */
export const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.int().min(1).max(4), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), runs: z.array(Run) }),
  /** `people`: it names people, so it is not for everybody. */
  z.object({
    kind: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(z.array(Run)),
    people: z.literal(true).optional(),
  }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    columns: z.array(Column).min(1),
    rows: z.array(z.array(Run)),
    people: z.literal(true).optional(),
  }),
  /** `file` is the hash of its content in the file store. */
  z.object({
    kind: z.literal('picture'),
    file: z.string(),
    caption: z.string(),
    /** What it shows, for those who do not see it. */
    alt: z.string().default(''),
  }),
  z.object({
    kind: z.literal('chart'),
    caption: z.string(),
    as: z.enum(['bar', 'line']),
    labels: z.array(z.string()),
    values: z.array(z.number().nullable()),
    /** The key of the figure whose parts it draws. */
    figure: z.string(),
  }),
])
export type Block = z.output<typeof Block>

/** A document as an office writes it, before it has a file format. A date is a day: 'YYYY-MM-DD'. */
export const OfficialDocument = z.object({
  language: z.enum(['en', 'zh-CN']),
  /** One entry a line: a long title breaks where its sense does. */
  title: z.array(z.string()).min(1),
  addressee: z.string().optional(),
  blocks: z.array(Block),
  attachments: z.array(z.string()),
  /** Words in the file's particulars by which it is found again. */
  mark: z.string().optional(),
  signature: z.object({ organization: z.string(), date: z.iso.date() }).optional(),
})
export type OfficialDocument = z.output<typeof OfficialDocument>

/** A picture ready for a page: its bytes and how large it is in pixels. */
export type Picture = { data: Uint8Array; type: 'png' | 'jpg' | 'gif'; width: number; height: number }
