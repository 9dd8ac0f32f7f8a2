import { addDays, dayIn, daysBetween, instantOf, timeIn } from '../../../platform/zone.ts'
import type { Shift, ShiftFields, ShiftRole } from '../contract.ts'
import { type ShiftRefusal, shiftRefusal } from '../rules.ts'
import type { TemplateShift } from './contract.ts'

export type TemplateRefusal = 'nothingToKeep' | 'notInSeries' | 'shiftsThereAlready' | 'templateNameTaken'

const two = (n: number): string => String(n).padStart(2, '0')
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Minutes that the clock on the wall shows between two instants: nine in the morning stays nine when the clocks change. */
export const clockMinutes = (from: Date, to: Date, zone: string): number =>
  daysBetween(dayIn(zone, from), dayIn(zone, to)) * 1440 + minuteOf(timeIn(zone, to)) - minuteOf(timeIn(zone, from))

export function clockLater(from: Date, minutes: number, zone: string): Date {
  const { day, time } = clockOf(minutes, timeIn(zone, from))
  return instantOf(addDays(dayIn(zone, from), day), time, zone)
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

/** The same as of a shift, for an activity that ends when this does: which one it will be is not known yet. */
export function templateShiftRefusal(shift: TemplateShift): ShiftRefusal | null {
  const startsAt = new Date(0)
  const [there] = shiftsAt([shift], startsAt, 'UTC')
  return there ? shiftRefusal(there, { startsAt, endsAt: there.endsAt, cancelledAt: null }) : null
}

/** A time on the clock, so many days after the day of the activity; before it when negative. */
export type Clock = { day: number; time: string }

/** Where these minutes lead when the activity begins at that time of the day. */
export function clockOf(minutes: number, begins: string): Clock {
  const total = minuteOf(begins) + minutes
  const left = ((total % 1440) + 1440) % 1440
  return { day: Math.floor(total / 1440), time: `${two(Math.floor(left / 60))}:${two(left % 60)}` }
}

export const minutesTo = ({ day, time }: Clock, begins: string): number =>
  day * 1440 + minuteOf(time) - minuteOf(begins)
