import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { Availability } from './availability/contract.ts'
import { Consent } from './consents/contract.ts'
import { Minor } from './minors/contract.ts'
import { Qualification } from './skills/contract.ts'
import { Post } from './teams/contract.ts'
import { Wishes } from './wishes/contract.ts'

/** Somebody as a volunteer: seen by themselves and by those who lead them. */
export const VolunteerCard = z.object({
  id: z.uuid(),
  name: z.string(),
  teams: z.array(z.object({ id: z.uuid(), name: z.string(), post: Post })),
  qualifications: z.array(Qualification),
  availability: Availability,
  wishes: Wishes,
  /** With whom they are in a team: whom they may wish for, and who may help them. */
  companions: z.array(z.object({ id: z.uuid(), name: z.string() })),
  minor: Minor.nullable(),
  consents: z.array(Consent),
  /** Does the reader lead them? */
  mayLead: z.boolean(),
})
export type VolunteerCard = z.output<typeof VolunteerCard>

export const readVolunteer = endpoint({
  name: 'readVolunteer',
  method: 'GET',
  path: '/api/people/:personId/volunteer',
  input: z.object({ personId: z.uuid() }),
  output: VolunteerCard,
})
