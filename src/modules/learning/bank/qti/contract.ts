import { z } from 'zod'
import { endpoint, storedFile } from '../../../../platform/endpoint.ts'
import { questionKinds } from '../contract.ts'

/** What is not taken with an item: a picture or a recording (its description is), the layout of a formula, what is said after an answer, or anything else by name. */
export const leftOut = ['picture', 'formula', 'feedback', 'scoring', 'element'] as const
export type LeftOut = { left: (typeof leftOut)[number]; what: string }
const Item = z.object({ file: z.string(), title: z.string() })
export const QtiOutcome = z.object({
  taken: z.array(Item.extend({ kind: z.enum(questionKinds) })),
  /** in the bank already */
  known: z.array(Item),
  refused: z.array(Item.extend({ reason: z.string(), what: z.string() })),
  /** taken without something that is not kept here */
  without: z.array(Item.extend({ left: z.enum(leftOut), what: z.string() })),
})
export type QtiOutcome = z.output<typeof QtiOutcome>

/** A package (.zip) or one item (.xml). A trial says what would happen, and takes nothing. */
export const bringQti = endpoint({
  name: 'bringQti',
  method: 'POST',
  path: '/api/questions/qti',
  upload: true,
  input: z.object({ file: storedFile, trial: z.stringbool().or(z.boolean()).default(false) }),
  output: QtiOutcome,
})
