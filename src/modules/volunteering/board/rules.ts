import type { Me } from '../../../platform/context.ts'
import { can } from '../../organizations/rules.ts'
import type { Shift, ShiftRole } from '../contract.ts'
import type { Answer } from '../people/availability/contract.ts'
import type { SoftRefusal } from '../signing/rules.ts'
import { hardRefusal, softRefusals } from '../signing/rules.ts'
import type { Standing } from './contract.ts'

/** How many people a role still wants, and how many it cannot do without. */
export const gapOf = ({ least, target, taken }: Pick<ShiftRole, 'least' | 'target' | 'taken'>) => ({
  missing: Math.max(target - taken, 0),
  urgent: Math.max(least - taken, 0),
})

export const gapsOf = (shifts: readonly Pick<Shift, 'roles'>[]) => {
  const gaps = shifts.flatMap(({ roles }) => roles).map(gapOf)
  return {
    missing: gaps.reduce((sum, gap) => sum + gap.missing, 0),
    urgent: gaps.reduce((sum, gap) => sum + gap.urgent, 0),
  }
}

/** Opening times bind those who sign up, not those who place people. */
const forLeaders: readonly SoftRefusal[] = ['notOpenYet', 'signUpClosed']

/** What somebody who places people would hear: the same rules as for whoever signs up. */
export function placingStanding(
  role: Parameters<typeof hardRefusal>[1] & Pick<ShiftRole, 'taken' | 'most'>,
  /** can they come then, as far as they said */
  said: Answer,
  ...[shift, volunteer, rule, at]: Parameters<typeof softRefusals>
): Standing {
  const hard = hardRefusal(shift, role, volunteer, at) ?? (role.taken >= role.most ? 'full' : null)
  if (hard) return { refusal: hard, soft: false }
  const soft =
    said === 'no' ? 'saidCannotCome' : softRefusals(shift, volunteer, rule, at).find((one) => !forLeaders.includes(one))
  return { refusal: soft ?? null, soft: soft !== undefined }
}

export const mayOverrule = (me: Pick<Me, 'roles'>, path: string): boolean => can(me, 'overruleRules', path)
