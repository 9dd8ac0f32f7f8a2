import type { Me } from '../../platform/context.ts'
import { can } from '../organizations/rules.ts'
import type { RoleFields, ServiceRule, ShiftFields } from './contract.ts'

/** Whoever plans for the host, or leads a team that does the work, keeps its shifts. */
export const mayLead = (me: Pick<Me, 'roles'>, hostPath: string, teamPaths: readonly string[]): boolean =>
  [hostPath, ...teamPaths].some((path) => can(me, 'planActivities', path))

export type ShiftRefusal =
  | 'shiftEndsBeforeStart'
  | 'shiftOutsideActivity'
  | 'shiftCancelled'
  | 'activityCancelled'
  | 'roleNumbersDisagree'
  | 'roleNameTwice'
  | 'roleBelowTaken'
  | 'roleHasSignups'
  | 'signUpClosesBeforeOpening'

type Span = { startsAt: Date; endsAt: Date }

export function shiftRefusal(
  shift: Pick<ShiftFields, 'startsAt' | 'endsAt' | 'opensAt' | 'closesAt' | 'roles'>,
  activity: Span & { cancelledAt: Date | null },
): ShiftRefusal | null {
  if (activity.cancelledAt) return 'activityCancelled'
  if (shift.endsAt <= shift.startsAt) return 'shiftEndsBeforeStart'
  // People come before it begins and tidy up after it: up to half a day on either side.
  const halfADay = 12 * 3_600_000
  if (+shift.startsAt < +activity.startsAt - halfADay || +shift.endsAt > +activity.endsAt + halfADay)
    return 'shiftOutsideActivity'
  if (shift.opensAt && shift.closesAt && shift.closesAt <= shift.opensAt) return 'signUpClosesBeforeOpening'
  if (new Set(shift.roles.map((role) => role.name)).size < shift.roles.length) return 'roleNameTwice'
  return shift.roles.some(numbersDisagree) ? 'roleNumbersDisagree' : null
}

const numbersDisagree = ({ least, target, most }: RoleFields): boolean => least > target || target > most

/** What was asked of a role that people are in already: it keeps a place for each of them. */
export function roleChangeRefusal(
  before: readonly { id: string; taken: number; waiting: number }[],
  after: readonly RoleFields[],
): ShiftRefusal | null {
  for (const { id, taken, waiting } of before) {
    const now = after.find((role) => role.id === id)
    if (!now && taken + waiting > 0) return 'roleHasSignups'
    if (now && now.most < taken) return 'roleBelowTaken'
  }
  return null
}

export const noRule: ServiceRule = {
  restMinutes: null,
  dayMinutes: null,
  weekMinutes: null,
  yearMinutes: null,
  lateHours: null,
}
