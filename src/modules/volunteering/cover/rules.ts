export type CoverRefusal = 'askOver'

const minute = 60_000

/** What counts as late when nobody said: a day before it begins. */
const usualLateHours = 24

/** A place given back so late that nobody will find the shift by themselves any more. */
export const isLate = (startsAt: Date, lateHours: number | null, now: Date): boolean =>
  +startsAt - +now <= (lateHours ?? usualLateHours) * 60 * minute

/** How long those asked have: a quarter of the time that is left, at least ten minutes and at most two hours, never into the shift. */
export const answerBy = (startsAt: Date, now: Date): Date =>
  new Date(Math.min(+startsAt, +now + Math.min(Math.max((+startsAt - +now) / 4, 10 * minute), 120 * minute)))

/** Two are asked for each place: enough that one says yes, few enough that most are not asked in vain. */
export const askedAtOnce = (missing: number): number => missing * 2
