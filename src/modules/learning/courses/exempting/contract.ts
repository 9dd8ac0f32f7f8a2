import { z } from 'zod'
import { done, endpoint } from '../../../../platform/endpoint.ts'

const id = z.uuid()

export const Exemption = z.object({
  id,
  personId: id,
  personName: z.string(),
  reason: z.string(),
  askedBy: z.string(),
  decidedBy: z.string().nullable(),
  granted: z.boolean().nullable(),
  mayDecide: z.boolean(),
})
export type Exemption = z.output<typeof Exemption>

export const askExemption = endpoint({
  name: 'askExemption',
  method: 'POST',
  path: '/api/courses/:courseId/exemptions',
  input: z.object({ courseId: id, personId: id, reason: z.string().trim().min(1).max(500) }),
  output: done,
})

export const decideExemption = endpoint({
  name: 'decideExemption',
  method: 'POST',
  path: '/api/course-exemptions/:exemptionId/decide',
  input: z.object({ exemptionId: id, granted: z.boolean() }),
  output: done,
})
