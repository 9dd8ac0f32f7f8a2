import { z } from 'zod'
import { day, endpoint, secret } from '../../../platform/endpoint.ts'

export const Direction = z.enum(['in', 'out'])
/** The id of a coming or going, made where it happens: no record of ours is meant by it. */
export const madeId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
const conflicts = [
  'unknownCode',
  'activityOff',
  'outsideTimes',
  'elsewhere',
  'clockChanged',
  'ownName',
  'full',
  'lacksSkill',
] as const
export const DoorConflict = z.enum(conflicts)
export const DoorState = z.enum(['stands', 'doubtful', 'dropped'])

/** What became of something told: `stands` counts, `doubtful` waits for a leader, `dropped` a leader took back. */
export const Taken = z.object({ id: z.uuid(), state: DoorState, conflicts: z.array(DoorConflict) })
export type Taken = z.output<typeof Taken>

export const DoorLine = z.object({
  id: z.uuid(),
  personId: z.uuid().nullable(),
  name: z.string().nullable(),
  code: z.string(),
  direction: Direction,
  at: z.coerce.date(),
  /** what the device's own clock said */
  deviceAt: z.coerce.date(),
  way: z.enum(['doorCode', 'ownCode', 'list']),
  kioskName: z.string().nullable(),
  recordedBy: z.string().nullable(),
  conflicts: z.array(DoorConflict),
  state: DoorState,
})
export type DoorLine = z.output<typeof DoorLine>

export const Door = z.object({
  activityId: z.uuid(),
  title: z.string(),
  placeName: z.string().nullable(),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  /** why nobody can check in now, as a key into the words */
  closed: z.string().nullable(),
  /** one code for each half minute ahead; empty while closed */
  codes: z.array(z.object({ step: z.int(), code: z.string() })),
  now: z.coerce.date(),
  people: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      expected: z.boolean(),
      /** null: not come yet */
      inAt: z.coerce.date().nullable(),
      /** null while still here */
      outAt: z.coerce.date().nullable(),
    }),
  ),
  /** what waits for the leader's word */
  doubtful: z.array(DoorLine),
})
export type Door = z.output<typeof Door>

const activityId = z.uuid()

export const getDoor = endpoint({
  name: 'getDoor',
  method: 'GET',
  path: '/api/activities/:activityId/door',
  input: z.object({ activityId }),
  output: Door,
})

/** A volunteer's own phone has read the door's code. */
export const passDoor = endpoint({
  name: 'passDoor',
  method: 'POST',
  path: '/api/activities/:activityId/door',
  input: z.object({ activityId, id: madeId, code: secret(z.string().max(40)), direction: Direction }),
  output: Taken,
})

/** How the reader stands to a door: which way they would go next. */
export const atDoor = endpoint({
  name: 'atDoor',
  method: 'GET',
  path: '/api/activities/:activityId/door/mine',
  input: z.object({ activityId }),
  output: z.object({
    title: z.string(),
    placeName: z.string().nullable(),
    startsAt: z.coerce.date(),
    endsAt: z.coerce.date(),
    inside: z.boolean(),
    since: z.coerce.date().nullable(),
  }),
})

export const listAtDoor = endpoint({
  name: 'listAtDoor',
  method: 'POST',
  path: '/api/activities/:activityId/door/list',
  input: z.object({
    activityId,
    events: z
      .array(z.object({ id: madeId, personId: z.uuid(), direction: Direction, at: z.coerce.date() }))
      .min(1)
      .max(500),
  }),
  output: z.array(Taken),
})

/** A leader's word about something told at the door: it counts, or it does not. */
export const decideDoorEvent = endpoint({
  name: 'decideDoorEvent',
  method: 'POST',
  path: '/api/door-events/:doorEventId/decision',
  input: z.object({ doorEventId: z.uuid(), stands: z.boolean() }),
  output: Taken,
})

/** My own code of today, to hold to a kiosk. */
export const myCode = endpoint({
  name: 'myCode',
  method: 'GET',
  path: '/api/my-code',
  input: z.object({}),
  output: z.object({ code: z.string(), typed: z.string(), day }),
})
