import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'

export const oddities = ['twoPlaces', 'longDay', 'yearCap', 'longerThanActivity', 'neverLeft'] as const
export const Oddity = z.enum(oddities)
export type Oddity = z.output<typeof Oddity>

/** A record to look at: what is odd about it, never about the person. */
export const OddRecord = z.object({
  key: z.string(),
  oddity: Oddity,
  personId: z.uuid(),
  name: z.string(),
  /** the day, or the first of the year */
  day: z.iso.date(),
  minutes: z.int(),
  limit: z.int().nullable(),
  activities: z.array(z.object({ id: z.uuid(), title: z.string() })),
})
export type OddRecord = z.output<typeof OddRecord>

export const reviewHours = endpoint({
  name: 'reviewHours',
  method: 'GET',
  path: '/api/hours/review',
  input: z.object({ year: z.coerce.number().int().min(1900).max(2200).optional() }),
  output: z.object({ year: z.int(), records: z.array(OddRecord) }),
})
