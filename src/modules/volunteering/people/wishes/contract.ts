import { z } from 'zod'
import { endpoint } from '../../../../platform/endpoint.ts'

export const dayParts = [
  'weekdayMorning',
  'weekdayAfternoon',
  'weekdayEvening',
  'weekendMorning',
  'weekendAfternoon',
  'weekendEvening',
] as const
export const DayPart = z.enum(dayParts)
export type DayPart = z.output<typeof DayPart>

/** What a volunteer would like best. Wishes weigh; they forbid nothing. */
export const Wishes = z.object({
  /** how often a week they let themselves be asked to step in */
  weeklyAsks: z.int().min(0).max(14),
  times: z.array(DayPart).max(dayParts.length),
  places: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** one of these places, from which distances are measured; null: the community's station */
  homePlaceId: z.uuid().nullable(),
  /** people of their own teams with whom they like to serve */
  companions: z.array(z.object({ id: z.uuid(), name: z.string() })),
})
export type Wishes = z.output<typeof Wishes>

export const writeWishes = endpoint({
  name: 'writeWishes',
  method: 'PUT',
  path: '/api/people/:personId/wishes',
  input: z.object({
    personId: z.uuid(),
    weeklyAsks: z.int().min(0).max(14).default(2),
    times: z.array(DayPart).max(dayParts.length).default([]),
    placeIds: z.array(z.uuid()).max(20).default([]),
    homePlaceId: z.uuid().nullable().default(null),
    companionIds: z.array(z.uuid()).max(20).default([]),
  }),
  output: Wishes,
})
