import { z } from 'zod'
import { done, endpoint } from '../../../platform/endpoint.ts'
import { Signup } from '../signing/contract.ts'

export const CoverAsk = z.object({
  id: z.uuid(),
  shiftId: z.uuid(),
  roleId: z.uuid(),
  roleName: z.string(),
  title: z.string(),
  placeName: z.string().nullable(),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  answerBy: z.coerce.date(),
})
export type CoverAsk = z.output<typeof CoverAsk>

/** Where I am asked to step in. */
export const myCoverAsks = endpoint({
  name: 'myCoverAsks',
  method: 'GET',
  path: '/api/my-cover-asks',
  input: z.object({}),
  output: z.array(CoverAsk),
})

/** A yes takes the place if it is still free; a no asks the next. */
export const acceptCover = endpoint({
  name: 'acceptCover',
  method: 'POST',
  path: '/api/cover-asks/:askId/accept',
  input: z.object({ askId: z.uuid() }),
  output: Signup,
})

export const declineCover = endpoint({
  name: 'declineCover',
  method: 'POST',
  path: '/api/cover-asks/:askId/decline',
  input: z.object({ askId: z.uuid() }),
  output: done,
})
