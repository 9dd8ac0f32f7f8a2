import type { ServiceRule, ShiftRole } from '../contract.ts'
import { asIfNew, asOpen, hardRefusal, type SignUpRefusal, softRefusals, type Volunteer } from '../signing/rules.ts'

export type Times = { startsAt: Date; endsAt: Date }
export type ShiftTimes = Times & { opensAt: Date | null; closesAt: Date | null }

/**
 * Where a shift goes when its activity moves. It keeps its distance to the beginning; one that ends with the activity or
 * after it keeps its distance to the end. Sign-up that has opened stays open.
 */
export function followed(shift: ShiftTimes, before: Times, after: Times, now: Date): ShiftTimes {
  const by = +after.startsAt - +before.startsAt
  const along = (at: Date): Date => new Date(+at + by)
  const startsAt = along(shift.startsAt)
  const withEnd = new Date(+shift.endsAt + (+after.endsAt - +before.endsAt))
  const endsAt = shift.endsAt >= before.endsAt && withEnd > startsAt ? withEnd : along(shift.endsAt)
  return {
    startsAt,
    endsAt,
    opensAt: shift.opensAt && shift.opensAt > now ? along(shift.opensAt) : shift.opensAt,
    closesAt: shift.closesAt && along(shift.closesAt),
  }
}

type Judged = ShiftTimes & { id: string; cancelledAt: Date | null }

/**
 * Why somebody who has a place cannot keep it as the shift stands now; null: they can. What a coordinator has overruled
 * for them is overruled still.
 */
export function hindranceOf(
  shift: Judged,
  role: Pick<ShiftRole, 'skills' | 'adults'>,
  volunteer: Volunteer,
  overruled: readonly string[],
  rule: ServiceRule,
  { now, timeZone }: { now: Date; timeZone: string },
): SignUpRefusal | null {
  // What is moved into the past was put right afterwards: that it has begun is nobody's hindrance.
  const at = { now: new Date(Math.min(+now, +shift.startsAt - 1)), timeZone }
  const open = asOpen(shift)
  const judged = asIfNew(volunteer, shift.id)
  const soft = softRefusals(open, judged, rule, at).filter((one) => !overruled.includes(one))
  return hardRefusal(open, role, judged, at) ?? soft[0] ?? null
}

/** What becomes of a place when its shift has moved. */
export function afterMove(was: string, hindrance: SignUpRefusal | null): 'confirmed' | 'offered' | 'kept' | 'waiting' {
  if (was === 'offered') return hindrance ? 'waiting' : 'offered'
  return hindrance ? 'kept' : 'confirmed'
}
