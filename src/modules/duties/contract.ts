import { z } from 'zod'
import { day, done, endpoint } from '../../platform/endpoint.ts'

export const seats = ['holder', 'deputy'] as const
export const Seat = z.enum(seats)
export type Seat = z.output<typeof Seat>

const named = z.object({ id: z.uuid(), name: z.string() })

export const Holding = z.object({
  id: z.uuid(),
  person: named,
  seat: Seat,
  fromDate: day,
  toDate: day.nullable(),
  /** The person has said that they know of it. */
  acknowledged: z.boolean(),
  /** The latest letter about it. */
  letter: z.object({ id: z.uuid(), issuedOn: day, acknowledgedOn: day.nullable() }).nullable(),
})
export type Holding = z.output<typeof Holding>

export const DutyRow = z.object({
  id: z.uuid(),
  name: z.string(),
  about: z.string(),
  organization: named,
  fromDate: day,
  toDate: day.nullable(),
  /** The policy that it comes from; of which section, where it is one. */
  policy: named.extend({ sectionKey: z.uuid().nullable(), section: z.string().nullable() }).nullable(),
  /** Who has it on the day asked for. Null: nobody. */
  holder: Holding.nullable(),
  deputy: Holding.nullable(),
  mayChange: z.boolean(),
})
export type DutyRow = z.output<typeof DutyRow>

/** How much one person carries on that day. */
export const Load = z.object({ person: named, holds: z.int(), deputizes: z.int() })
export type Load = z.output<typeof Load>

export const DutyCard = DutyRow.extend({
  /** All that ever were, the latest first. */
  holdings: z.array(Holding),
})
export type DutyCard = z.output<typeof DutyCard>

const one = z.object({ dutyId: z.uuid() })
const Fields = z.object({
  name: z.string().trim().min(1).max(80),
  about: z.string().trim().max(1000).default(''),
  fromDate: day,
  toDate: day.nullable().default(null),
  policyId: z.uuid().nullable().default(null),
  sectionKey: z.uuid().nullable().default(null),
})

export const listDuties = endpoint({
  name: 'listDuties',
  method: 'GET',
  path: '/api/duties',
  /** Of one organization and all below; without one, wherever the reader may see people. */
  input: z.object({ asOf: day.optional(), organizationId: z.uuid().optional() }),
  output: z.object({ asOf: day, duties: z.array(DutyRow), loads: z.array(Load) }),
})
export type Duties = z.output<(typeof listDuties)['output']>

export const readDuty = endpoint({
  name: 'readDuty',
  method: 'GET',
  path: '/api/duties/:dutyId',
  input: one,
  output: DutyCard,
})

export const createDuty = endpoint({
  name: 'createDuty',
  method: 'POST',
  path: '/api/duties',
  input: Fields.extend({ organizationId: z.uuid() }),
  output: DutyCard,
})

export const changeDuty = endpoint({
  name: 'changeDuty',
  method: 'PUT',
  path: '/api/duties/:dutyId',
  input: one.extend(Fields.shape),
  output: DutyCard,
})

/** It was entered by mistake. A duty that ended has a last day instead. */
export const removeDuty = endpoint({
  name: 'removeDuty',
  method: 'DELETE',
  path: '/api/duties/:dutyId',
  input: one,
  output: done,
})

export const bringBackDuty = endpoint({
  name: 'bringBackDuty',
  method: 'POST',
  path: '/api/duties/:dutyId/return',
  input: one,
  output: done,
})

/** Whoever had the seat before has it until then. */
export const giveDuty = endpoint({
  name: 'giveDuty',
  method: 'POST',
  path: '/api/duties/:dutyId/holdings',
  input: one.extend({ personId: z.uuid(), seat: Seat, fromDate: day }),
  output: DutyCard,
})

export const endHolding = endpoint({
  name: 'endHolding',
  method: 'POST',
  path: '/api/duty-holdings/:holdingId/end',
  input: z.object({ holdingId: z.uuid(), toDate: day }),
  output: DutyCard,
})

/** Said by whoever holds it, and by nobody for them. */
export const acknowledgeDuty = endpoint({
  name: 'acknowledgeDuty',
  method: 'POST',
  path: '/api/duty-holdings/:holdingId/acknowledgement',
  input: z.object({ holdingId: z.uuid() }),
  output: DutyCard,
})
