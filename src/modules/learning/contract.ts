import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { ActivitySummary } from '../activities/contract.ts'

/** What is the reader's own to do, and nobody else's. */
export const myLearning = endpoint({
  name: 'myLearning',
  method: 'GET',
  path: '/api/learning/mine',
  input: z.object({}),
  output: z.object({
    /** study sessions of the next weeks at which the reader is expected */
    sessions: z.array(ActivitySummary),
  }),
})
export type MyLearning = z.output<(typeof myLearning)['output']>
