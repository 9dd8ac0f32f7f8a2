import { z } from 'zod'
import { day, done, endpoint } from '../../../platform/endpoint.ts'
import { Audience, Difference } from '../../learning/courses/audience/contract.ts'

const id = z.uuid()
const named = z.object({ id, name: z.string() })
const one = { policyId: id }

export const PolicySection = z.object({
  /** The same as long as the section is, whatever its number. */
  key: id,
  heading: z.string(),
  text: z.string(),
})
export type PolicySection = z.output<typeof PolicySection>

export const PolicyVersion = z.object({
  id,
  number: z.int(),
  inForceFrom: day,
  publishedOn: day,
  publishedBy: z.string(),
})
export type PolicyVersion = z.output<typeof PolicyVersion>

export const PolicyRow = z.object({
  id,
  name: z.string(),
  organization: named,
  /** The latest that was published. */
  version: PolicyVersion.nullable(),
  /** What the reader is asked. Null: nothing. */
  mine: z.object({ askedOn: day, readOn: day.nullable() }).nullable(),
  /** Of those whom the reader leads. Null: they lead nobody there. */
  tally: z.object({ asked: z.int(), read: z.int() }).nullable(),
  mayChange: z.boolean(),
})
export type PolicyRow = z.output<typeof PolicyRow>

export const Waiting = z.object({
  person: named,
  organization: z.string(),
  askedOn: day,
  remindedOn: day.nullable(),
})
export type Waiting = z.output<typeof Waiting>

export const Policy = PolicyRow.extend({
  /** Of the version that was asked for. */
  shown: PolicyVersion.nullable(),
  sections: z.array(PolicySection),
  versions: z.array(PolicyVersion),
  draft: z.object({ text: z.string(), inForceFrom: day }).nullable(),
  audience: Audience,
  names: z.record(z.string(), z.string()),
  /** Who has not read it yet, of those whom the reader leads. */
  waiting: z.array(Waiting),
  /** The duties that come from it. */
  duties: z.array(named.extend({ organization: z.string(), sectionKey: id.nullable() })),
})
export type Policy = z.output<typeof Policy>

export const fates = ['kept', 'changed', 'added', 'removed'] as const
export const ComparedSide = z.object({
  heading: z.string(),
  runs: z.array(z.object({ as: z.enum(['kept', 'added', 'removed']), text: z.string() })),
})
export type ComparedSide = z.output<typeof ComparedSide>
export const ComparedSection = z.object({
  key: id,
  as: z.enum(fates),
  was: ComparedSide.nullable(),
  is: ComparedSide.nullable(),
})
export type ComparedSection = z.output<typeof ComparedSection>

export const listPolicies = endpoint({
  name: 'listPolicies',
  method: 'GET',
  path: '/api/policies',
  input: z.object({}),
  /** `places`: where the reader may begin one. */
  output: z.object({ policies: z.array(PolicyRow), places: z.array(named) }),
})

export const readPolicy = endpoint({
  name: 'readPolicy',
  method: 'GET',
  path: '/api/policies/:policyId',
  /** Without a number, the latest version. */
  input: z.object({ ...one, number: z.coerce.number().int().positive().optional() }),
  output: Policy,
})

export const comparePolicy = endpoint({
  name: 'comparePolicy',
  method: 'GET',
  path: '/api/policies/:policyId/comparison',
  input: z.object({ ...one, was: z.coerce.number().int().positive(), is: z.coerce.number().int().positive() }),
  output: z.object({ was: PolicyVersion, is: PolicyVersion, sections: z.array(ComparedSection) }),
})

const name = z.string().trim().min(1).max(120)

export const createPolicy = endpoint({
  name: 'createPolicy',
  method: 'POST',
  path: '/api/policies',
  input: z.object({ organizationId: id, name }),
  output: Policy,
})

export const renamePolicy = endpoint({
  name: 'renamePolicy',
  method: 'PUT',
  path: '/api/policies/:policyId',
  input: z.object({ ...one, name }),
  output: Policy,
})

/** Written or pasted as a whole: its sections are found by their headings. */
export const writePolicy = endpoint({
  name: 'writePolicy',
  method: 'PUT',
  path: '/api/policies/:policyId/draft',
  input: z.object({ ...one, text: z.string().trim().min(1).max(200_000), inForceFrom: day }),
  output: Policy,
})

/** From now on it is this version that is read; it cannot be changed any more. */
export const publishPolicy = endpoint({
  name: 'publishPolicy',
  method: 'POST',
  path: '/api/policies/:policyId/publish',
  input: z.object(one),
  output: Policy,
})

/** Whom another audience would bring in and let go. Nothing takes effect. */
export const differReaders = endpoint({
  name: 'differReaders',
  method: 'POST',
  path: '/api/policies/:policyId/audience/difference',
  input: z.object({ ...one, audience: Audience }),
  output: Difference,
})

/** `in`, `out`: the differences that were seen; what has become another difference meanwhile is shown again first. */
export const askToRead = endpoint({
  name: 'askToRead',
  method: 'PUT',
  path: '/api/policies/:policyId/audience',
  input: z.object({ ...one, audience: Audience, in: z.int(), out: z.int() }),
  output: Policy,
})

/** Of the version that was seen, by whoever is asked. */
export const acknowledgePolicy = endpoint({
  name: 'acknowledgePolicy',
  method: 'POST',
  path: '/api/policies/:policyId/reading',
  input: z.object({ ...one, number: z.int().positive() }),
  output: Policy,
})

export const removePolicy = endpoint({
  name: 'removePolicy',
  method: 'DELETE',
  path: '/api/policies/:policyId',
  input: z.object(one),
  output: done,
})

export const bringBackPolicy = endpoint({
  name: 'bringBackPolicy',
  method: 'POST',
  path: '/api/policies/:policyId/return',
  input: z.object(one),
  output: done,
})
