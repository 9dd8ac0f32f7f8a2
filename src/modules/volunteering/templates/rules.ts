import { addDays, dayIn, daysBetween, instantOf, timeIn } from '../../../platform/zone.ts'
import type { Shift, ShiftFields, ShiftRole } from '../contract.ts'
import type { TemplateShift } from './contract.ts'

export type TemplateRefusal = 'nothingToKeep' | 'notInSeries' | 'shiftsThereAlready' | 'templateNameTaken'

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Minutes that the clock on the wall shows between two instants: nine in the morning stays nine when the clocks change. */
export const clockMinutes = (from: Date, to: Date, zone: string): number =>
  daysBetween(dayIn(zone, from), dayIn(zone, to)) * 1440 + minuteOf(timeIn(zone, to)) - minuteOf(timeIn(zone, from))

export function clockLater(from: Date, minutes: number, zone: string): Date {
  const total = minuteOf(timeIn(zone, from)) + minutes
  const day = addDays(dayIn(zone, from), Math.floor(total / 1440))
  const left = ((total % 1440) + 1440) % 1440
  const two = (n: number): string => String(n).padStart(2, '0')
  return instantOf(day, `${two(Math.floor(left / 60))}:${two(left % 60)}`, zone)
}

/** A role as it was asked for, without who is in it. */
export const fieldsOf = ({ name, skills, adults, least, target, most }: ShiftRole) => ({
  name,
  skillIds: skills.map(({ id }) => id),
  adults,
  least,
  target,
  most,
})

/** How these shifts lie in their activity's day. */
export const patternOf = (shifts: readonly Shift[], activityStart: Date, zone: string): TemplateShift[] =>
  shifts.map(({ startsAt, endsAt, opensAt, closesAt, confirmation, confirmMinutes, roles }) => {
    const from = (at: Date): number => clockMinutes(activityStart, at, zone)
    return {
      starts: from(startsAt),
      ends: from(endsAt),
      opens: opensAt && from(opensAt),
      closes: closesAt && from(closesAt),
      confirmation,
      confirmMinutes,
      roles: roles.map(fieldsOf),
    }
  })

/** The same shifts in the day of an activity that begins then. */
export const shiftsAt = (pattern: readonly TemplateShift[], activityStart: Date, zone: string): ShiftFields[] =>
  pattern.map(({ starts, ends, opens, closes, ...shift }) => {
    const at = (minutes: number): Date => clockLater(activityStart, minutes, zone)
    return {
      ...shift,
      startsAt: at(starts),
      endsAt: at(ends),
      opensAt: opens === null ? null : at(opens),
      closesAt: closes === null ? null : at(closes),
    }
  })
