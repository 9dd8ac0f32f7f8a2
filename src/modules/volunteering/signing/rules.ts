import { dayIn, weekdayOf } from '../../../platform/zone.ts'
import type { ServiceRule, Shift, ShiftRole, SignupState } from '../contract.ts'

/** Never broken, whoever places whom. */
export type HardRefusal =
  | 'shiftCancelled'
  | 'shiftStarted'
  | 'alreadySignedUp'
  | 'notQualified'
  | 'qualificationEnds'
  | 'adultsOnly'
  | 'guardianMissing'
  | 'clashes'
/** A coordinator may go past these, with a reason that stands in the audit log. */
export type SoftRefusal =
  | 'saidCannotCome'
  | 'notOpenYet'
  | 'signUpClosed'
  | 'tooLittleRest'
  | 'tooLongADay'
  | 'tooLongAWeek'
  | 'keptApart'
export type SignUpRefusal = HardRefusal | SoftRefusal

export type Taken = { shiftId: string; startsAt: Date; endsAt: Date }
/** What is known of a person when a place is decided. `taken`: confirmed or offered, around the time of the shift. */
export type Volunteer = {
  signedUp: readonly string[]
  taken: readonly Taken[]
  qualifications: readonly { skillId: string; from: string; to: string | null }[]
  minorUntil: string | null
  guardianConsents: boolean
}

type JudgedShift = Pick<Shift, 'id' | 'startsAt' | 'endsAt' | 'opensAt' | 'closesAt' | 'cancelledAt'>
type JudgedRole = Pick<ShiftRole, 'skills' | 'adults'>
type At = { now: Date; timeZone: string }

/** Why this person may not serve here, hard reasons before soft ones; null: they may. */
export const signUpRefusal = (
  shift: JudgedShift,
  role: JudgedRole,
  volunteer: Volunteer,
  rule: ServiceRule,
  at: At,
): SignUpRefusal | null =>
  hardRefusal(shift, role, volunteer, at) ?? softRefusals(shift, volunteer, rule, at)[0] ?? null

export function hardRefusal(
  shift: JudgedShift,
  role: JudgedRole,
  volunteer: Volunteer,
  { now, timeZone }: At,
): HardRefusal | null {
  if (shift.cancelledAt) return 'shiftCancelled'
  if (shift.startsAt <= now) return 'shiftStarted'
  if (volunteer.signedUp.includes(shift.id)) return 'alreadySignedUp'
  const day = role.skills.length > 0 || volunteer.minorUntil ? dayIn(timeZone, shift.startsAt) : ''
  for (const { id } of role.skills) {
    const held = volunteer.qualifications.filter((q) => q.skillId === id)
    if (held.length === 0) return 'notQualified'
    if (!held.some((q) => q.from <= day && (q.to === null || day < q.to))) return 'qualificationEnds'
  }
  if (volunteer.minorUntil && day < volunteer.minorUntil) {
    if (role.adults) return 'adultsOnly'
    if (!volunteer.guardianConsents) return 'guardianMissing'
  }
  return volunteer.taken.some((taken) => overlap(taken, shift)) ? 'clashes' : null
}

export function softRefusals(
  shift: JudgedShift,
  volunteer: Volunteer,
  rule: ServiceRule,
  { now, timeZone }: At,
): SoftRefusal[] {
  const refusals: SoftRefusal[] = []
  if (shift.opensAt && now < shift.opensAt) refusals.push('notOpenYet')
  if (shift.closesAt && now >= shift.closesAt) refusals.push('signUpClosed')
  const rest = rule.restMinutes ?? 0
  if (rest > 0 && volunteer.taken.some((taken) => restBetween(taken, shift) < rest)) refusals.push('tooLittleRest')
  const over = (most: number | null, spanOf: (day: string) => string): boolean => {
    if (most === null) return false
    const of = ({ startsAt }: Span): string => spanOf(dayIn(timeZone, startsAt))
    const within = [...volunteer.taken, shift].filter((one) => of(one) === of(shift))
    return within.reduce((sum, one) => sum + lengthOf(one), 0) > most
  }
  if (over(rule.dayMinutes, (day) => day)) refusals.push('tooLongADay')
  if (over(rule.weekMinutes, mondayOf)) refusals.push('tooLongAWeek')
  return refusals
}

type Span = { startsAt: Date; endsAt: Date }
const minute = 60_000
const lengthOf = ({ startsAt, endsAt }: Span): number => (+endsAt - +startsAt) / minute
const overlap = (a: Span, b: Span): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt
const restBetween = (a: Span, b: Span): number =>
  (a.startsAt < b.startsAt ? +b.startsAt - +a.endsAt : +a.startsAt - +b.endsAt) / minute

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - weekdayOf(day) + 1)
  return date.toISOString().slice(0, 10)
}

/** A place is there for this person, and they are asked to say yes. */
export const awaitsAnswer = (state: SignupState | undefined): boolean => state === 'offered' || state === 'kept'

/** How long an offered place waits for a yes: as the shift says, but never into the shift itself. */
export const confirmBy = (now: Date, confirmMinutes: number, startsAt: Date): Date =>
  new Date(Math.min(+now + confirmMinutes * minute, +startsAt))

/** Judged as while sign-up is open: for a place that was waited for, is handed over, or is looked for at short notice. */
export const asOpen = <S extends JudgedShift>(shift: S): S => ({ ...shift, opensAt: null, closesAt: null })

/** Judged for a shift that they are signed up for already. */
export const asIfNew = (volunteer: Volunteer, shiftId: string): Volunteer => ({
  ...volunteer,
  signedUp: volunteer.signedUp.filter((id) => id !== shiftId),
  taken: volunteer.taken.filter((taken) => taken.shiftId !== shiftId),
})
