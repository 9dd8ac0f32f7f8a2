import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'

const Prize = z.object({ name: z.string().trim().min(1).max(60), places: z.int().min(1).max(100) })
export type Prize = z.output<typeof Prize>
const one = { contestId: z.uuid() }

export const contestFields = {
  name: z.string().trim().min(1).max(120),
  about: z.string().trim().max(1000).default(''),
  quizIds: z.array(z.uuid()).min(1).max(20),
  /** who takes part, each for themselves */
  personIds: z.array(z.uuid()).max(2000).default([]),
  /** or in teams */
  teams: z
    .array(z.object({ name: z.string().trim().min(1).max(60), personIds: z.array(z.uuid()).min(1).max(50) }))
    .max(200)
    .default([]),
  prizes: z.array(Prize).max(10).default([]),
}

const Round = z.object({
  number: z.int(),
  quizId: z.uuid(),
  name: z.string(),
  opensAt: z.coerce.date().nullable(),
  closesAt: z.coerce.date().nullable(),
  /** entrants who have handed it in */
  done: z.int(),
})

const Standing = z.object({
  place: z.int(),
  name: z.string(),
  points: z.number(),
  seconds: z.int(),
  /** rounds that were handed in; of a team, by all its members */
  sat: z.int(),
  /** it stands before another one of the same points and time because of the lot */
  byLot: z.boolean(),
  prize: z.string().nullable(),
  mine: z.boolean(),
})

export const Contest = z.object({
  id: z.uuid(),
  name: z.string(),
  about: z.string(),
  organizationName: z.string(),
  teams: z.boolean(),
  prizes: z.array(Prize),
  rounds: z.array(Round),
  /** people, or teams */
  entrants: z.int(),
  /** everybody who takes part, for themselves or in a team */
  people: z.int(),
  finishedAt: z.coerce.date().nullable(),
  cancelledAt: z.coerce.date().nullable(),
  cancelReason: z.string().nullable(),
  /** somebody has begun a round: it can be cancelled, and not changed any more */
  begun: z.boolean(),
  /** SHA-256 of the seed, known from the beginning */
  seedDigest: z.string(),
  /** the seed itself, once the contest is finished */
  seed: z.string().nullable(),
  standings: z.array(Standing),
  mayChange: z.boolean(),
})
export type Contest = z.output<typeof Contest>

export const listContests = endpoint({
  name: 'listContests',
  method: 'GET',
  path: '/api/contests',
  input: z.object({}),
  output: z.array(
    Contest.pick({
      id: true,
      name: true,
      organizationName: true,
      teams: true,
      finishedAt: true,
      cancelledAt: true,
      entrants: true,
    }),
  ),
})

export const seeContest = endpoint({
  name: 'seeContest',
  method: 'GET',
  path: '/api/contests/:contestId',
  input: z.object(one),
  output: Contest,
})

/** Its rounds are quizzes, in their order; each is sat once, and the first attempt counts. */
export const addContest = endpoint({
  name: 'addContest',
  method: 'POST',
  path: '/api/contests',
  input: z.object({ organizationId: z.uuid(), ...contestFields }),
  output: Contest,
})

/** Once all rounds are over and marked: the places are written down, the seed is shown. */
export const finishContest = endpoint({
  name: 'finishContest',
  method: 'POST',
  path: '/api/contests/:contestId/end',
  input: z.object(one),
  output: Contest,
})
