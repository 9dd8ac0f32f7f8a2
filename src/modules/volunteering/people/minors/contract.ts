import { z } from 'zod'
import { day, endpoint } from '../../../../platform/endpoint.ts'

/** Not of age until that day: no date of birth is kept. */
export const Minor = z.object({
  until: day,
  guardianName: z.string().nullable(),
  /** when the guardian consented; null: not yet */
  guardianAt: z.coerce.date().nullable(),
})
export type Minor = z.output<typeof Minor>

/** `until` null: is of age. */
export const noteMinor = endpoint({
  name: 'noteMinor',
  method: 'PUT',
  path: '/api/people/:personId/minor',
  input: z.object({
    personId: z.uuid(),
    until: day.nullable(),
    guardianName: z.string().trim().min(1).max(60).nullable().default(null),
    consents: z.boolean().default(false),
  }),
  output: z.object({ minor: Minor.nullable() }),
})
