import { z } from 'zod'
import { day, endpoint } from '../../../platform/endpoint.ts'
import { Shift, SignupState } from '../contract.ts'
import { Answer } from '../people/availability/contract.ts'

export const Holder = z.object({
  signupId: z.uuid(),
  shiftId: z.uuid(),
  roleId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  state: SignupState,
  overruled: z.array(z.string()),
})
export type Holder = z.output<typeof Holder>

export const BoardShift = Shift.extend({ holders: z.array(Holder) })
export type BoardShift = z.output<typeof BoardShift>

/** Who may be placed here: people of the teams and communities whose shifts these are. */
export const BoardPerson = z.object({
  id: z.uuid(),
  name: z.string(),
  organizationName: z.string(),
  /** confirmed or offered on the days shown */
  minutes: z.int(),
})
export type BoardPerson = z.output<typeof BoardPerson>

const Range = {
  from: day,
  /** the day after the last */
  to: day,
  /** a part of what the reader leads */
  organizationId: z.uuid().optional(),
}

/** The shifts that the reader leads, with who holds which place, and whom they could place. */
export const shiftBoard = endpoint({
  name: 'shiftBoard',
  method: 'GET',
  path: '/api/shift-board',
  input: z.object(Range),
  output: z.object({
    shifts: z.array(BoardShift),
    people: z.array(BoardPerson),
    /** places that stand empty: below the target, and below the minimum */
    missing: z.int(),
    urgent: z.int(),
    /** may place past the soft rules, with a reason */
    mayOverrule: z.boolean(),
  }),
})
export type ShiftBoard = z.output<typeof shiftBoard.output>

/** Why somebody cannot take a place: past a soft reason a coordinator may go, with a reason of their own. */
export const Standing = z.object({ refusal: z.string().nullable(), soft: z.boolean() })
export type Standing = z.output<typeof Standing>

/** One person, every role of the shifts shown: asked when somebody takes them up to place them. */
export const standingOnBoard = endpoint({
  name: 'standingOnBoard',
  method: 'GET',
  path: '/api/shift-board/people/:personId',
  input: z.object({ ...Range, personId: z.uuid() }),
  output: z.record(z.uuid(), Standing),
})

/** One role, everybody who might: first those who can and said that they are free, and of those who cannot why not. */
export const candidatesFor = endpoint({
  name: 'candidatesFor',
  method: 'GET',
  path: '/api/shifts/:shiftId/candidates',
  input: z.object({ shiftId: z.uuid(), roleId: z.uuid() }),
  output: z.array(
    Standing.extend({
      personId: z.uuid(),
      name: z.string(),
      organizationName: z.string(),
      canCome: Answer,
    }),
  ),
})

/** Places ahead, by whoever plans them. `community` is the one that the host belongs to, where it does. */
export const ShiftGap = z.object({
  organizationId: z.uuid(),
  name: z.string(),
  isTeam: z.boolean(),
  community: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  shifts: z.int(),
  offered: z.int(),
  filled: z.int(),
  missing: z.int(),
  urgent: z.int(),
  /** the first shift that misses somebody */
  nextAt: z.coerce.date().nullable(),
})
export type ShiftGap = z.output<typeof ShiftGap>

export const shiftGaps = endpoint({
  name: 'shiftGaps',
  method: 'GET',
  path: '/api/shift-board/gaps',
  input: z.object({ days: z.coerce.number().int().min(1).max(92).default(14) }),
  output: z.object({ from: day, to: day, gaps: z.array(ShiftGap) }),
})

export const BulkChange = z.discriminatedUnion('kind', [
  /** later by so many minutes, earlier when negative */
  z.object({ kind: z.literal('move'), minutes: z.int().min(-10_080).max(10_080) }),
  /** in every role of that name */
  z.object({
    kind: z.literal('numbers'),
    roleName: z.string().trim().min(1).max(80),
    least: z.int().min(0).max(10_000),
    target: z.int().min(0).max(10_000),
    most: z.int().min(1).max(10_000),
  }),
  z.object({ kind: z.literal('cancel'), reason: z.string().trim().min(1).max(500) }),
])
export type BulkChange = z.output<typeof BulkChange>

/** The same change to several shifts: all of them, or, when one refuses, none. */
export const changeShifts = endpoint({
  name: 'changeShifts',
  method: 'POST',
  path: '/api/shift-board/changes',
  input: z.object({ shiftIds: z.array(z.uuid()).min(1).max(200), change: BulkChange }),
  output: z.object({ changed: z.int() }),
})
