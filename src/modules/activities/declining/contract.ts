import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { Activity } from '../contract.ts'

const one = { activityId: z.uuid() }

/** Says beforehand that one will not come, and why. */
export const declineActivity = endpoint({
  name: 'declineActivity',
  method: 'PUT',
  path: '/api/activities/:activityId/decline',
  input: z.object({ ...one, reason: z.string().trim().min(1).max(300) }),
  output: Activity,
})

export const comeAfterAll = endpoint({
  name: 'comeAfterAll',
  method: 'DELETE',
  path: '/api/activities/:activityId/decline',
  input: z.object(one),
  output: Activity,
})
