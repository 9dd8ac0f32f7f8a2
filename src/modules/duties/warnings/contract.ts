import { z } from 'zod'
import { day, endpoint } from '../../../platform/endpoint.ts'

const named = z.object({ id: z.uuid(), name: z.string() })

export const warningKinds = ['objective', 'duty', 'handOver', 'policy', 'course', 'action', 'check'] as const

/** Something that is late, or will be; since when, where its records are, and who can act. */
export const Warning = z.object({
  kind: z.enum(warningKinds),
  id: z.uuid(),
  name: z.string(),
  state: z.enum(['late', 'soon']),
  since: day,
  /** The part of the tree in which it is. Null: it is between two people. */
  organization: named.nullable(),
  /** How many people are behind it, where there are more than one. */
  people: z.int().nullable(),
  /** Who can act; nobody where it is that which is missing. */
  who: z.array(named),
  link: z.string(),
})
export type Warning = z.output<typeof Warning>

export const listWarnings = endpoint({
  name: 'listWarnings',
  method: 'GET',
  path: '/api/warnings',
  /** Of one part of the tree and all below; without one, wherever the reader may see people. */
  input: z.object({ organizationId: z.uuid().optional() }),
  output: z.array(Warning),
})
