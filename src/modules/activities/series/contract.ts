import { z } from 'zod'
import { day, endpoint } from '../../../platform/endpoint.ts'
import { onHolidayChoices } from './rules.ts'

export const OnHoliday = z.enum(onHolidayChoices)
const rule = z.string().trim().min(1).max(300)

/** How an activity repeats: an RFC 5545 rule of days, and what happens on a public holiday. */
export const SeriesChoice = z.object({
  rule,
  onHoliday: OnHoliday.default('skip'),
  onMakeup: z.boolean().default(true),
})
export type SeriesChoice = z.output<typeof SeriesChoice>

export const SeriesSummary = SeriesChoice.extend({ firstDate: day, endedAt: z.coerce.date().nullable() })
export type SeriesSummary = z.output<typeof SeriesSummary>

export const Placement = z.object({
  seriesDate: day,
  date: day.nullable(),
  because: z.string().nullable(),
  provisional: z.boolean(),
})

/** The next days of a rule, before anybody decides on it. */
export const previewSeries = endpoint({
  name: 'previewSeries',
  method: 'GET',
  path: '/api/series/preview',
  input: z.object({
    rule,
    onHoliday: OnHoliday.default('skip'),
    onMakeup: z.stringbool().default(true),
    firstDate: day,
  }),
  output: z.object({ days: z.array(Placement), unpublishedYears: z.array(z.int()), inAYear: z.int() }),
})
