import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'

/** `kept`: the shift moved to when they cannot come; theirs until they answer. */
export const signupStates = ['waiting', 'asked', 'offered', 'kept', 'confirmed', 'cancelled', 'declined'] as const
export const SignupState = z.enum(signupStates)
export type SignupState = z.output<typeof SignupState>

export const ShiftRole = z.object({
  id: z.uuid(),
  name: z.string(),
  skills: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** only for people of age */
  adults: z.boolean(),
  least: z.int(),
  target: z.int(),
  most: z.int(),
  /** confirmed, and offered to or kept for somebody whose answer is awaited */
  taken: z.int(),
  waiting: z.int(),
})
export type ShiftRole = z.output<typeof ShiftRole>

export const MySignup = z.object({
  id: z.uuid(),
  roleId: z.uuid(),
  state: SignupState,
  /** on the waiting list: 1 is next */
  position: z.int().nullable(),
  confirmBy: z.coerce.date().nullable(),
  /** the shift moved: why I cannot come as things stand, as a key into the words */
  hindrance: z.string().nullable(),
})

export const Shift = z.object({
  id: z.uuid(),
  activityId: z.uuid(),
  title: z.string(),
  hostId: z.uuid(),
  hostName: z.string(),
  placeId: z.uuid().nullable(),
  placeName: z.string().nullable(),
  address: z.string().nullable(),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  opensAt: z.coerce.date().nullable(),
  closesAt: z.coerce.date().nullable(),
  /** `first`: who comes first has the place; `leader`: the leader decides */
  confirmation: z.enum(['first', 'leader']),
  /** how long an offered place waits for a yes */
  confirmMinutes: z.int(),
  cancelledAt: z.coerce.date().nullable(),
  roles: z.array(ShiftRole),
  mine: MySignup.nullable(),
})
export type Shift = z.output<typeof Shift>

/** What an organization asks of everybody who serves; null: nothing said. Minutes, but for `lateHours`. */
export const ServiceRule = z.object({
  restMinutes: z.int().min(0).max(2880).nullable(),
  dayMinutes: z.int().min(1).max(1440).nullable(),
  weekMinutes: z.int().min(1).max(10080).nullable(),
  yearMinutes: z.int().min(1).max(527040).nullable(),
  lateHours: z.int().min(0).max(720).nullable(),
})
export type ServiceRule = z.output<typeof ServiceRule>

const one = { shiftId: z.uuid() }

export const getShift = endpoint({
  name: 'getShift',
  method: 'GET',
  path: '/api/shifts/:shiftId',
  input: z.object(one),
  output: Shift,
})

export const RoleFields = z.object({
  /** an existing role keeps its sign-ups; without an id it is new */
  id: z.uuid().optional(),
  name: z.string().trim().min(1).max(80),
  skillIds: z.array(z.uuid()).max(20).default([]),
  adults: z.boolean().default(false),
  least: z.int().min(0).max(10_000).default(0),
  target: z.int().min(0).max(10_000),
  most: z.int().min(1).max(10_000),
})
export type RoleFields = z.output<typeof RoleFields>

export const ShiftFields = z.object({
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  opensAt: z.coerce.date().nullable().default(null),
  closesAt: z.coerce.date().nullable().default(null),
  confirmation: z.enum(['first', 'leader']).default('first'),
  /** how long an offered place waits for a yes, in minutes */
  confirmMinutes: z.int().min(5).max(20_160).default(720),
  roles: z.array(RoleFields).min(1).max(30),
})
export type ShiftFields = z.output<typeof ShiftFields>

export const createShift = endpoint({
  name: 'createShift',
  method: 'POST',
  path: '/api/activities/:activityId/shifts',
  input: ShiftFields.extend({ activityId: z.uuid() }),
  output: Shift,
})

/** Times and roles; a role cannot shrink below those who hold a place in it. */
export const changeShift = endpoint({
  name: 'changeShift',
  method: 'PUT',
  path: '/api/shifts/:shiftId',
  input: ShiftFields.extend(one),
  output: Shift,
})

/** Everybody's place and wait end with it; the people are told. */
export const cancelShift = endpoint({
  name: 'cancelShift',
  method: 'POST',
  path: '/api/shifts/:shiftId/cancel',
  input: z.object({ ...one, reason: z.string().trim().min(1).max(500) }),
  output: Shift,
})

export const shiftsOfActivity = endpoint({
  name: 'shiftsOfActivity',
  method: 'GET',
  path: '/api/activities/:activityId/shifts',
  input: z.object({ activityId: z.uuid() }),
  output: z.array(Shift),
})
