import { addDays, daysBetween, weekdayOf } from '../../../../platform/zone.ts'

/** Full weeks since an action was due; null before. Its owner is told once in each, the level above from the second on. */
export const weeksLate = (dueOn: string, today: string): number | null =>
  today > dueOn ? Math.floor((daysBetween(dueOn, today) - 1) / 7) : null

export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day))
