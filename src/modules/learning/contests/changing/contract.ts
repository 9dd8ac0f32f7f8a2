import { z } from 'zod'
import { endpoint } from '../../../../platform/endpoint.ts'
import { Contest, contestFields } from '../contract.ts'

const one = { contestId: z.uuid() }
const named = z.object({ id: z.uuid(), name: z.string() })

/** A contest as it was set up, for those who keep it. */
export const readContest = endpoint({
  name: 'readContest',
  method: 'GET',
  path: '/api/contests/:contestId/plan',
  input: z.object(one),
  output: Contest.pick({ id: true, name: true, about: true, prizes: true, organizationName: true, begun: true }).extend(
    {
      quizzes: z.array(named),
      people: z.array(named),
      teams: z.array(z.object({ name: z.string(), people: z.array(named) })),
    },
  ),
})
export type ContestPlan = z.output<(typeof readContest)['output']>

/** As long as nobody has begun a round. */
export const changeContest = endpoint({
  name: 'changeContest',
  method: 'PUT',
  path: '/api/contests/:contestId',
  input: z.object({ ...one, ...contestFields }),
  output: Contest,
})

/** Until it is finished; whoever was to take part is told the reason. */
export const cancelContest = endpoint({
  name: 'cancelContest',
  method: 'POST',
  path: '/api/contests/:contestId/cancel',
  input: z.object({ ...one, reason: z.string().trim().min(1).max(300) }),
  output: Contest,
})
