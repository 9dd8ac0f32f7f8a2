import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'

export const HoursEntry = z.object({
  id: z.uuid(),
  activityId: z.uuid(),
  title: z.string(),
  startsAt: z.coerce.date(),
  personId: z.uuid(),
  name: z.string(),
  /** where these minutes come from: in and out at the door, a correction, an imported ledger */
  origin: z.enum(['door', 'correction', 'ledger']),
  minutes: z.int(),
  state: z.enum(['open', 'approved', 'refused', 'replaced']),
  inAt: z.coerce.date().nullable(),
  outAt: z.coerce.date().nullable(),
  reason: z.string().nullable(),
  enteredBy: z.string().nullable(),
  enteredAt: z.coerce.date(),
  decidedBy: z.string().nullable(),
  decidedAt: z.coerce.date().nullable(),
  decision: z.string().nullable(),
})
export type HoursEntry = z.output<typeof HoursEntry>

const Year = z.coerce.number().int().min(1900).max(2200).optional()
const HoursOfYear = z.object({ year: z.int(), minutes: z.int(), entries: z.array(HoursEntry) })
export type HoursOfYear = z.output<typeof HoursOfYear>

export const myHours = endpoint({
  name: 'myHours',
  method: 'GET',
  path: '/api/my-hours',
  input: z.object({ year: Year }),
  output: HoursOfYear,
})

/** Somebody's hours, as far as the asker keeps attendance where they served. */
export const hoursOfPerson = endpoint({
  name: 'hoursOfPerson',
  method: 'GET',
  path: '/api/people/:personId/hours',
  input: z.object({ personId: z.uuid(), year: Year }),
  output: HoursOfYear.extend({ name: z.string() }),
})

export const hoursOfActivity = endpoint({
  name: 'hoursOfActivity',
  method: 'GET',
  path: '/api/activities/:activityId/hours',
  input: z.object({ activityId: z.uuid() }),
  output: z.array(HoursEntry),
})

/** Asks that somebody's hours at an activity be so many minutes in all. They count once a second person agrees. */
export const correctHours = endpoint({
  name: 'correctHours',
  method: 'POST',
  path: '/api/activities/:activityId/hours',
  input: z.object({
    activityId: z.uuid(),
    personId: z.uuid(),
    minutes: z.int().min(0).max(1440),
    reason: z.string().trim().min(3).max(500),
  }),
  output: z.object({ id: z.uuid() }),
})

export const openCorrections = endpoint({
  name: 'openCorrections',
  method: 'GET',
  path: '/api/hours/corrections',
  input: z.object({}),
  /** `stands`: the minutes that count until somebody decides */
  output: z.array(HoursEntry.extend({ stands: z.int(), mayDecide: z.boolean() })),
})

export const decideHours = endpoint({
  name: 'decideHours',
  method: 'POST',
  path: '/api/hours/:hoursEntryId/decision',
  input: z.object({
    hoursEntryId: z.uuid(),
    approve: z.boolean(),
    decision: z.string().trim().max(500).nullable().default(null),
  }),
  output: z.object({ id: z.uuid() }),
})
