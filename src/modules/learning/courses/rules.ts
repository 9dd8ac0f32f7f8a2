import type { Me } from '../../../platform/context.ts'
import { addDays } from '../../../platform/zone.ts'
import { can } from '../../organizations/rules.ts'
import type { Terms } from './contract.ts'

export type CourseRefusal =
  | 'oneDueDate'
  | 'partFields'
  | 'partFileOfOtherKind'
  | 'partFileTooLarge'
  | 'noParts'
  | 'noAudience'
  | 'nothingProposed'
  | 'differencesChanged'
  | 'audienceElsewhere'
  | 'courseClosed'
  | 'notInAudience'
  | 'partNotYours'
  | 'earlierPartsFirst'
  | 'exemptAlready'
  | 'exemptionDecided'
  | 'notOnesOwn'

/** Whoever organizes a place keeps its courses. */
export const mayKeep = (me: Pick<Me, 'roles'>, path: string): boolean => can(me, 'organize', path)

export const dueRefusal = ({ dueDays, dueDate }: Omit<Terms, 'renewMonths'>): CourseRefusal | null =>
  (dueDays === null) === (dueDate === null) ? 'oneDueDate' : null

/** So many days before a renewal is due it is theirs to do again. */
export const renewalDays = 60

/** The same day some months later; in a shorter month its last day. */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  const wanted = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
  return wanted.toISOString().slice(0, 10)
}

/** Days before the date on which somebody is reminded, once each. */
export const remindersBefore = [14, 3] as const
export function reminderDue(due: string, today: string): number | null {
  if (today > due) return null
  return [...remindersBefore].reverse().find((days) => addDays(due, -days) <= today) ?? null
}
