import { z } from 'zod'
import { endpoint, nothing } from '../../../../../platform/endpoint.ts'
import { Said } from '../../../../indicators/contract.ts'

/** One question that several forms ask. */
export const Same = z.object({
  /** What is asked, whatever the period and the part of the tree. */
  definition: Said,
  /** Which part of a form's period. */
  period: z.string(),
  /** The part of the tree that is counted. */
  scope: z.object({ id: z.uuid(), name: z.string() }),
  forms: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      places: z.array(z.object({ sheet: z.string(), cell: z.string(), blank: z.int().nullable() })),
    }),
  ),
})
export type Same = z.output<typeof Same>

export const sameQuestions = endpoint({
  name: 'sameQuestions',
  method: 'GET',
  path: '/api/forms/same',
  input: nothing,
  output: z.array(Same),
})
