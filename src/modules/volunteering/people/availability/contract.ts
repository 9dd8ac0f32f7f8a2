import { z } from 'zod'
import { day, endpoint } from '../../../../platform/endpoint.ts'

/** HH:MM on the office's clock; a day ends at 24:00. */
const time = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/)
const span = { from: time, to: time }

/** Monday is 1. */
export const WeekSpan = z.object({ weekday: z.int().min(1).max(7), ...span })
export type WeekSpan = z.output<typeof WeekSpan>

/** A day that differs from its weekday: can come as well, or cannot after all. */
export const DaySpan = z.object({ date: day, ...span, available: z.boolean() })
export type DaySpan = z.output<typeof DaySpan>

export const Availability = z.object({
  week: z.array(WeekSpan).max(50),
  days: z.array(DaySpan).max(400),
})
export type Availability = z.output<typeof Availability>

/** Can they come then? `unsaid`: they gave no pattern, so nothing speaks for it and nothing against it. */
export const Answer = z.enum(['yes', 'no', 'unsaid'])
export type Answer = z.output<typeof Answer>

/** Replaces all that was said before. */
export const writeAvailability = endpoint({
  name: 'writeAvailability',
  method: 'PUT',
  path: '/api/people/:personId/availability',
  input: Availability.extend({ personId: z.uuid() }),
  output: Availability,
})
