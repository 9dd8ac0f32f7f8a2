import { newId } from '../../../../platform/database.ts'
import type { SignupState } from '../../contract.ts'

export type NewSignup = {
  id: string
  shiftId: string
  shiftRoleId: string
  personId: string
  state: SignupState
  confirmBy: Date | null
  startsAt: Date
  endsAt: Date
  placedBy: string | null
  overruled: string[]
  reason: string | null
}

/** A sign-up as it begins. */
export const newSignup = (
  shift: { id: string; startsAt: Date; endsAt: Date },
  shiftRoleId: string,
  personId: string,
  state: NewSignup['state'],
): NewSignup => ({
  id: newId(),
  shiftId: shift.id,
  shiftRoleId,
  personId,
  state,
  confirmBy: null,
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
  placedBy: null,
  overruled: [],
  reason: null,
})
