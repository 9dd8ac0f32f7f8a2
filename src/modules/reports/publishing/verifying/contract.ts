import { z } from 'zod'
import { FileKind, PublishedCard } from '../contract.ts'

export const ReportVerdict = z.object({
  verdict: z.enum(['genuine', 'altered', 'unknown']),
  /** Which published report it is, or says that it is. */
  report: PublishedCard.pick({ id: true, number: true, title: true, period: true, publishedAt: true })
    .extend({ office: z.string(), kind: FileKind.nullable(), hash: z.string() })
    .nullable(),
  /** `record`: the office's own record does not answer to its seal. */
  reason: z.enum(['file', 'record']).nullable(),
  /** Where the words differ from what was published; empty where only the wrapping does, null where it cannot be told. */
  lines: z.array(z.object({ was: z.string().nullable(), is: z.string().nullable() })).nullable(),
})
export type ReportVerdict = z.output<typeof ReportVerdict>
