import { z } from 'zod'
import { endpoint } from '../../../../platform/endpoint.ts'

export const waysGiven = ['inPerson', 'byPhone', 'inWriting'] as const
export const WayGiven = z.enum(waysGiven)
export type WayGiven = z.output<typeof WayGiven>

/** The person agreed that the helper acts for them. */
export const Consent = z.object({
  id: z.uuid(),
  person: z.object({ id: z.uuid(), name: z.string() }),
  helper: z.object({ id: z.uuid(), name: z.string() }),
  given: WayGiven,
  notedAt: z.coerce.date(),
  notedBy: z.string(),
  mayEnd: z.boolean(),
})
export type Consent = z.output<typeof Consent>

/** Noted by the person, or by whoever leads them; never by a helper alone. */
export const noteConsent = endpoint({
  name: 'noteConsent',
  method: 'POST',
  path: '/api/people/:personId/consents',
  input: z.object({ personId: z.uuid(), helperId: z.uuid(), given: WayGiven }),
  output: z.array(Consent),
})

export const endConsent = endpoint({
  name: 'endConsent',
  method: 'POST',
  path: '/api/consents/:consentId/end',
  input: z.object({ consentId: z.uuid() }),
  output: z.array(Consent),
})

/** For whom I may act, and who may act for me. */
export const myConsents = endpoint({
  name: 'myConsents',
  method: 'GET',
  path: '/api/consents',
  input: z.object({}),
  output: z.array(Consent),
})
