import { z } from 'zod'
import { roles } from '../../../platform/context.ts'
import { day, done, endpoint } from '../../../platform/endpoint.ts'

export const Role = z.enum(roles)

const id = z.object({ id: z.uuid() })
const title = z.string().trim().max(60).nullable().default(null)

export const personName = z.string().trim().min(1).max(60)
export const phone = z
  .string()
  .trim()
  .transform((text) => text.normalize('NFKC').replace(/[\s\-–—()]/g, ''))
  .pipe(z.string().regex(/^\+?\d{5,15}$/))
export const email = z.string().trim().toLowerCase().pipe(z.email().max(200))

/** Held from its first day up to, and not including, `toDate`; null is open. */
export const Membership = z.object({
  id: z.uuid(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  role: Role,
  title: z.string().nullable(),
  fromDate: day,
  toDate: day.nullable(),
  /** May the reader correct or end it? */
  mayChange: z.boolean(),
})
export type Membership = z.output<typeof Membership>

/** A person as a line of a list: namesakes are told apart by where they are and the tail of their phone number. */
export const PersonRow = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Whole only for those who may see phone numbers there, else null. */
  phone: z.string().nullable(),
  phoneTail: z.string().nullable(),
  /** What they hold on the day asked for, highest first. */
  roles: z.array(
    z.object({ role: Role, title: z.string().nullable(), organizationId: z.uuid(), organizationName: z.string() }),
  ),
})
export type PersonRow = z.output<typeof PersonRow>

export const PersonCard = z.object({
  id: z.uuid(),
  name: z.string(),
  phone: z.string().nullable(),
  phoneTail: z.string().nullable(),
  email: z.string().nullable(),
  memberships: z.array(Membership),
  groups: z.array(
    z.object({
      id: z.uuid(),
      groupId: z.uuid(),
      groupName: z.string(),
      position: z.enum(['leader', 'deputy', 'member']),
      fromDate: day,
      toDate: day.nullable(),
    }),
  ),
  /** Others of the same name whom the reader may see. */
  namesakes: z.int(),
  mayChange: z.boolean(),
})
export type PersonCard = z.output<typeof PersonCard>

export const listPeople = endpoint({
  name: 'listPeople',
  method: 'GET',
  path: '/api/people',
  input: z.object({
    /** Only those with a membership here or below. */
    organizationId: z.uuid().optional(),
    role: Role.optional(),
    q: z.string().max(60).default(''),
    /** Who holds something today, whoever ever did, or those who no longer do. */
    state: z.enum(['current', 'former', 'all']).default('current'),
    sort: z.enum(['name', '-name', 'added', '-added']).default('name'),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(20),
  }),
  output: z.object({ total: z.int(), rows: z.array(PersonRow) }),
})
export type ListPeople = z.output<typeof listPeople.input>

export const readPerson = endpoint({
  name: 'readPerson',
  method: 'GET',
  path: '/api/people/:id',
  input: id,
  output: PersonCard,
})

const Span = z.object({ fromDate: day, toDate: day.nullable().default(null) })
const GivenMembership = Span.extend({ organizationId: z.uuid(), role: Role, title })

export const createPerson = endpoint({
  name: 'createPerson',
  method: 'POST',
  path: '/api/people',
  input: GivenMembership.extend({
    name: personName,
    phone: phone.nullable().default(null),
    email: email.nullable().default(null),
    /** There is one of this name and phone number already: it is somebody else all the same. */
    anyway: z.boolean().default(false),
  }),
  output: PersonCard,
})
export type CreatePerson = z.output<typeof createPerson.input>

export const changePerson = endpoint({
  name: 'changePerson',
  method: 'PUT',
  path: '/api/people/:id',
  input: id.extend({ name: personName, phone: phone.nullable().default(null), email: email.nullable().default(null) }),
  output: PersonCard,
})

export const startMembership = endpoint({
  name: 'startMembership',
  method: 'POST',
  path: '/api/people/:id/memberships',
  input: GivenMembership.extend({ id: z.uuid() }),
  output: PersonCard,
})

export const correctMembership = endpoint({
  name: 'correctMembership',
  method: 'PUT',
  path: '/api/memberships/:id',
  input: Span.extend({ id: z.uuid(), title }),
  output: PersonCard,
})

/** `toDate` is the first day on which it is no longer held. */
export const endMembership = endpoint({
  name: 'endMembership',
  method: 'POST',
  path: '/api/memberships/:id/end',
  input: id.extend({ toDate: day }),
  output: PersonCard,
})

/** It was entered by mistake and never held. */
export const removeMembership = endpoint({
  name: 'removeMembership',
  method: 'DELETE',
  path: '/api/memberships/:id',
  input: id,
  output: done,
})
