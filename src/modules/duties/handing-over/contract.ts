import { z } from 'zod'
import { day, endpoint } from '../../../platform/endpoint.ts'
import { ActionState } from '../../checks/findings/contract.ts'
import { State } from '../objectives/contract.ts'

const named = z.object({ id: z.uuid(), name: z.string() })

/** What was open when a post changed hands. */
export const OpenThings = z.object({
  duties: z.array(named.extend({ organization: z.string() })),
  objectives: z.array(named.extend({ organization: z.string(), year: z.int(), state: State })),
  /** What was found not to be in order there and is theirs to do. */
  actions: z.array(named.extend({ findingId: z.uuid(), dueOn: day, state: ActionState })).default([]),
})
export type OpenThings = z.output<typeof OpenThings>

export const HandOver = z.object({
  id: z.uuid(),
  from: named,
  to: named,
  onDate: day,
  note: z.string(),
  /** Until both have signed, as it is now; then, as it was. */
  open: OpenThings,
  givenAt: z.coerce.date().nullable(),
  takenAt: z.coerce.date().nullable(),
  /** The reader's own signature is missing. */
  maySign: z.boolean(),
})
export type HandOver = z.output<typeof HandOver>

export const listHandOvers = endpoint({
  name: 'listHandOvers',
  method: 'GET',
  path: '/api/hand-overs',
  input: z.object({}),
  /** Those that the reader signs or arranged, the latest first. */
  output: z.array(HandOver),
})

export const readHandOver = endpoint({
  name: 'readHandOver',
  method: 'GET',
  path: '/api/hand-overs/:handOverId',
  input: z.object({ handOverId: z.uuid() }),
  output: HandOver,
})

/** The duties go from one to the other on that day; both are told and sign. */
export const startHandOver = endpoint({
  name: 'startHandOver',
  method: 'POST',
  path: '/api/hand-overs',
  input: z.object({
    personId: z.uuid(),
    otherPersonId: z.uuid(),
    onDate: day,
    dutyIds: z.array(z.uuid()).min(1).max(100),
    note: z.string().trim().max(1000).default(''),
  }),
  output: HandOver,
})

/** Once both have, the objectives and actions named in it are the other's. */
export const signHandOver = endpoint({
  name: 'signHandOver',
  method: 'POST',
  path: '/api/hand-overs/:handOverId/signature',
  input: z.object({ handOverId: z.uuid() }),
  output: HandOver,
})
