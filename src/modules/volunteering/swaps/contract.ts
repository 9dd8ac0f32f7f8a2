import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'

export const SwapState = z.enum(['asked', 'agreed', 'done', 'declined', 'withdrawn'])
export type SwapState = z.output<typeof SwapState>

const Side = z.object({
  shiftId: z.uuid(),
  title: z.string(),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  personId: z.uuid(),
  name: z.string(),
})

export const Swap = z.object({
  id: z.uuid(),
  state: SwapState,
  /** whose place it is, and where */
  from: Side,
  /** who would take it */
  to: z.object({ personId: z.uuid(), name: z.string() }),
  /** the place given in return, if any */
  inReturn: Side.nullable(),
  askedAt: z.coerce.date(),
})
export type Swap = z.output<typeof Swap>

const one = z.object({ swapId: z.uuid() })

/** Asks somebody to take my place, or to exchange it for theirs. */
export const askSwap = endpoint({
  name: 'askSwap',
  method: 'POST',
  path: '/api/signups/:signupId/swaps',
  input: z.object({ signupId: z.uuid(), personId: z.uuid(), forSignupId: z.uuid().nullable().default(null) }),
  output: Swap,
})

/** The asked person's yes or no. */
export const answerSwap = endpoint({
  name: 'answerSwap',
  method: 'POST',
  path: '/api/swaps/:swapId/answer',
  input: one.extend({ agree: z.boolean() }),
  output: Swap,
})

/** The leader's: with a yes the places change hands at once. */
export const decideSwap = endpoint({
  name: 'decideSwap',
  method: 'POST',
  path: '/api/swaps/:swapId/decision',
  input: one.extend({ accept: z.boolean() }),
  output: Swap,
})

export const withdrawSwap = endpoint({
  name: 'withdrawSwap',
  method: 'POST',
  path: '/api/swaps/:swapId/withdraw',
  input: one,
  output: Swap,
})

/** Open ones that I asked for, am asked about, or am to decide. */
export const mySwaps = endpoint({
  name: 'mySwaps',
  method: 'GET',
  path: '/api/my-swaps',
  input: z.object({}),
  output: z.array(Swap),
})

/** Who could take my place: colleagues of the teams that do the work whom nothing keeps from it, by name alone. */
export const swapPartners = endpoint({
  name: 'swapPartners',
  method: 'GET',
  path: '/api/signups/:signupId/swap-partners',
  input: z.object({ signupId: z.uuid() }),
  output: z.array(z.object({ id: z.uuid(), name: z.string() })),
})
