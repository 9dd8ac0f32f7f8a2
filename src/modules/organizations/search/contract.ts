import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { OrganizationKind } from '../contract.ts'
import { PersonRow } from '../people/contract.ts'

export const Hit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id: z.uuid(), name: z.string(), person: PersonRow }),
  z.object({
    kind: z.literal('organization'),
    id: z.uuid(),
    name: z.string(),
    organizationKind: OrganizationKind,
    /** The names of what it stands below, from the top. */
    above: z.array(z.string()),
    closedOn: z.string().nullable(),
  }),
])
export type Hit = z.output<typeof Hit>

/** By Chinese name, pinyin, pinyin initials, or the last digits of a phone number; the best first. */
export const search = endpoint({
  name: 'search',
  method: 'GET',
  path: '/api/search',
  input: z.object({
    q: z.string().max(60),
    kind: z.enum(['person', 'organization']).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(12),
  }),
  output: z.array(Hit),
})
