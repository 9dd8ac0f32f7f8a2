import { z } from 'zod'
import { done, endpoint, nothing, secret } from '../../../../platform/endpoint.ts'

export const KeptApart = z.object({
  id: z.uuid(),
  one: z.object({ id: z.uuid(), name: z.string() }),
  other: z.object({ id: z.uuid(), name: z.string() }),
  reason: z.string().nullable(),
  notedAt: z.coerce.date(),
})
export type KeptApart = z.output<typeof KeptApart>

/** Who does not serve together, where both stand in the reader's part of the tree. */
export const listKeptApart = endpoint({
  name: 'listKeptApart',
  method: 'GET',
  path: '/api/kept-apart',
  input: nothing,
  output: z.array(KeptApart),
})

/** Who they are and why stays out of the audit log, which others read: it says that somebody noted something, and when. */
export const keepApart = endpoint({
  name: 'keepApart',
  method: 'POST',
  path: '/api/kept-apart',
  input: z.object({
    onePersonId: secret(z.uuid()),
    otherPersonId: secret(z.uuid()),
    reason: secret(z.string().trim().max(200).nullable().default(null)),
  }),
  output: done,
})

export const letTogether = endpoint({
  name: 'letTogether',
  method: 'DELETE',
  path: '/api/kept-apart/:keptApartId',
  input: z.object({ keptApartId: z.uuid() }),
  output: done,
})
