import { z } from 'zod'
import { endpoint, nothing } from '../../../platform/endpoint.ts'
import { Role } from '../people/contract.ts'

/** Whoever is signed in, the office whose records these are, and what they may do where. */
export const whoAmI = endpoint({
  name: 'whoAmI',
  method: 'GET',
  path: '/api/me',
  input: nothing,
  output: z.object({
    personId: z.uuid(),
    name: z.string(),
    officeName: z.string(),
    timeZone: z.string(),
    roles: z.array(z.object({ role: Role, organizationId: z.uuid(), organizationName: z.string(), path: z.string() })),
  }),
})
export type WhoAmI = z.output<(typeof whoAmI)['output']>
