import { z } from 'zod'
import { Block } from '../../../../platform/document/contract.ts'
import { Figure } from '../../../indicators/contract.ts'

/** What a document says at a period and a scope: plain data without a question left to ask. */
export const Settled = z.object({
  language: z.enum(['en', 'zh-CN']),
  /** One entry a line: a long title breaks where its sense does. */
  title: z.array(z.string()).min(1),
  period: z.string(),
  scope: z.object({ id: z.uuid(), name: z.string() }),
  blocks: z.array(Block),
  /** By the keys that runs and charts name. */
  figures: z.record(z.string(), Figure),
})
export type Settled = z.output<typeof Settled>
