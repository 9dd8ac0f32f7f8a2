import { z } from 'zod'
import { endpoint, secret } from '../../../platform/endpoint.ts'
import { Shift, SignupState } from '../contract.ts'
import { Answer } from '../people/availability/contract.ts'

/** What stands in the way of somebody in a role, as a key into the words; null: nothing. */
const Refusal = z.string().nullable()

/** How far a shift is from where I set out (null: not known), and what of it I wished for or said of that time. */
export const Fit = z.object({
  metres: z.int().nullable(),
  wishedPlace: z.boolean(),
  wishedTime: z.boolean(),
  canCome: Answer,
})
export type Fit = z.output<typeof Fit>

export const ShiftForMe = Shift.extend({ refusals: z.record(z.uuid(), Refusal), fit: Fit })
export type ShiftForMe = z.output<typeof ShiftForMe>

/** From where distances are measured: the device that asks, the place chosen as home base, or the community's station. */
export const StartingPoint = z.object({ kind: z.enum(['device', 'home', 'station']), name: z.string().nullable() })
export type StartingPoint = z.output<typeof StartingPoint>

/**
 * What I can take, soonest day first, and within a day what I wished for and then the nearest; with `all`, the others too and
 * why not.
 */
export const shiftsForMe = endpoint({
  name: 'shiftsForMe',
  method: 'GET',
  path: '/api/my-shifts/open',
  input: z.object({
    from: z.coerce.date().optional(),
    /** where the page before ended */
    after: z.string().max(120).optional(),
    /** latitude and longitude of the device, for this one answer: it is kept nowhere */
    near: secret(z.string().regex(/^-?\d{1,2}(\.\d{1,6})?,-?\d{1,3}(\.\d{1,6})?$/)).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
    all: z.stringbool().default(false),
  }),
  output: z.object({ shifts: z.array(ShiftForMe), next: z.string().nullable(), from: StartingPoint.nullable() }),
})

/** What stands in my way in each role of one shift. */
export const myRefusals = endpoint({
  name: 'myRefusals',
  method: 'GET',
  path: '/api/shifts/:shiftId/refusals',
  input: z.object({ shiftId: z.uuid() }),
  output: z.record(z.uuid(), Refusal),
})

export const mySignups = endpoint({
  name: 'mySignups',
  method: 'GET',
  path: '/api/my-shifts',
  input: z.object({ past: z.stringbool().default(false) }),
  output: z.array(Shift),
})

export const Signup = z.object({
  id: z.uuid(),
  shiftId: z.uuid(),
  roleId: z.uuid(),
  state: SignupState,
  position: z.int().nullable(),
})
export type Signup = z.output<typeof Signup>

export const signUp = endpoint({
  name: 'signUp',
  method: 'POST',
  path: '/api/shifts/:shiftId/signups',
  input: z.object({
    shiftId: z.uuid(),
    roleId: z.uuid(),
    /** an older neighbour who agreed that I act for them; without it, myself */
    personId: z.uuid().optional(),
  }),
  output: Signup,
})

/** Somebody else places a person, by their own right over the shift; `overrule` with a reason goes past the soft rules. */
export const placePerson = endpoint({
  name: 'placePerson',
  method: 'POST',
  path: '/api/shifts/:shiftId/placements',
  input: z.object({
    shiftId: z.uuid(),
    roleId: z.uuid(),
    personId: z.uuid(),
    overrule: z.string().trim().min(3).max(500).nullable().default(null),
  }),
  output: Signup,
})

const one = z.object({ signupId: z.uuid() })

/** Gives the place (or the wait) back; whoever waits longest and can come is offered it at once. */
export const cancelSignup = endpoint({
  name: 'cancelSignup',
  method: 'POST',
  path: '/api/signups/:signupId/cancel',
  input: one.extend({ reason: z.string().trim().max(500).nullable().default(null) }),
  output: Signup,
})

/** Says yes to an offered place. */
export const confirmSignup = endpoint({
  name: 'confirmSignup',
  method: 'POST',
  path: '/api/signups/:signupId/confirm',
  input: one,
  output: Signup,
})

/** The leader's yes or no where the leader confirms. */
export const decideSignup = endpoint({
  name: 'decideSignup',
  method: 'POST',
  path: '/api/signups/:signupId/decision',
  input: one.extend({ accept: z.boolean() }),
  output: Signup,
})

export const signupsOfShift = endpoint({
  name: 'signupsOfShift',
  method: 'GET',
  path: '/api/shifts/:shiftId/signups',
  input: z.object({ shiftId: z.uuid() }),
  output: z.array(
    z.object({
      id: z.uuid(),
      roleId: z.uuid(),
      personId: z.uuid(),
      name: z.string(),
      state: SignupState,
      at: z.coerce.date(),
      confirmBy: z.coerce.date().nullable(),
      overruled: z.array(z.string()),
      /** somebody else who signed them up: their leader, or a helper with their consent */
      placedBy: z.string().nullable(),
    }),
  ),
})
