import { z } from 'zod'
import { endpoint } from '../../../../platform/endpoint.ts'
import { Inline } from '../contract.ts'

export const lineKinds = [
  'heading',
  'paragraph',
  'listItem',
  'table',
  'tableRow',
  'picture',
  'chart',
  'recordList',
  'breakdown',
  'comparison',
  'when',
  'perCommunity',
] as const

const Run = z.object({ as: z.enum(['kept', 'added', 'removed']), piece: Inline })
export type Run = z.output<typeof Run>

/** A line of a text as it was and as it is: its words in order, those that went before those that came. */
export const ComparedLine = z.object({
  as: z.enum(['kept', 'added', 'removed', 'changed']),
  what: z.enum(lineKinds),
  /** The heading that it stands under. */
  under: z.string(),
  runs: z.array(Run),
  /** What it is set to has changed, besides what can be read in it. */
  settings: z.boolean(),
})
export type ComparedLine = z.output<typeof ComparedLine>

/** What one person wrote at one sitting: no longer pause in it than half an hour. */
export const Sitting = z.object({
  person: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  from: z.coerce.date(),
  to: z.coerce.date(),
  /** The last change of it. */
  seq: z.int(),
  /** What it changed, whatever others wrote in the meantime. */
  lines: z.array(ComparedLine),
})
export type Sitting = z.output<typeof Sitting>

/** Who changed what, the latest first. */
export const readHistory = endpoint({
  name: 'readHistory',
  method: 'GET',
  path: '/api/reports/:reportId/history',
  input: z.object({ reportId: z.uuid(), offset: z.coerce.number().int().min(0).default(0) }),
  output: z.object({
    sittings: z.array(Sitting),
    /** Where the next older ones begin; null when there are none. */
    next: z.int().nullable(),
    begun: z.object({ by: z.string().nullable(), at: z.coerce.date() }),
  }),
})
