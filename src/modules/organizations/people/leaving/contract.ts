import { z } from 'zod'
import { day, download, endpoint, nothing } from '../../../../platform/endpoint.ts'

const id = z.object({ id: z.uuid() })

/** Whether a person is to be forgotten, and from which day on. */
export const Leaving = z.object({ forgetOn: day.nullable(), mayForget: z.boolean() })
export type Leaving = z.output<typeof Leaving>

/** All that is kept about whoever asks, as JSON. */
export const takeMyData = endpoint({
  name: 'takeMyData',
  method: 'GET',
  path: '/api/me/data',
  input: nothing,
  output: download,
})

export const readLeaving = endpoint({
  name: 'readLeaving',
  method: 'GET',
  path: '/api/people/:id/leaving',
  input: id,
  output: Leaving,
})

/** Asked by the person, or on their request by whoever administers the whole. It can be taken back until the day comes. */
export const askToForget = endpoint({
  name: 'askToForget',
  method: 'POST',
  path: '/api/people/:id/leaving',
  input: id,
  output: Leaving,
})

export const keepAfterAll = endpoint({
  name: 'keepAfterAll',
  method: 'DELETE',
  path: '/api/people/:id/leaving',
  input: id,
  output: Leaving,
})
