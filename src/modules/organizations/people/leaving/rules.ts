import type { Me } from '../../../../platform/context.ts'
import { addDays } from '../../../../platform/zone.ts'
import { canEverywhere } from '../../rules.ts'

/** Days in which it can be taken back. */
export const graceDays = 7

export const forgetOn = (today: string): string => addDays(today, graceDays)

/** One's own name is one's own; others are forgotten on their request by those who answer for the whole. */
export const mayForget = (me: Pick<Me, 'id' | 'roles'>, personId: string): boolean =>
  me.id === personId || canEverywhere(me, 'organize')
