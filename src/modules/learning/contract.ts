import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { ActivitySummary } from '../activities/contract.ts'

/** A session that the reader missed and can still make up. */
export const ToMakeUp = z.object({
  activityId: z.uuid(),
  title: z.string(),
  topic: z.string().nullable(),
  startsAt: z.coerce.date(),
  until: z.coerce.date(),
  materials: z.int(),
  read: z.int(),
  /** its quiz is still to be passed */
  quiz: z.boolean(),
})
export type ToMakeUp = z.output<typeof ToMakeUp>

/** What is the reader's own to do, and nobody else's. */
export const myLearning = endpoint({
  name: 'myLearning',
  method: 'GET',
  path: '/api/learning/mine',
  input: z.object({}),
  output: z.object({
    /** study sessions of the next weeks at which the reader is expected */
    sessions: z.array(ActivitySummary),
    toMakeUp: z.array(ToMakeUp),
  }),
})
export type MyLearning = z.output<(typeof myLearning)['output']>
