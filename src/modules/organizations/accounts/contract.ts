import { z } from 'zod'
import { done, endpoint, secret } from '../../../platform/endpoint.ts'

const token = secret(z.string().regex(/^[\w-]{54}$/))
/** What somebody signs in with: an e-mail address or a phone number. */
const loginName = secret(z.string().trim().min(3).max(200))
const password = secret(z.string().min(1).max(128))
const person = z.object({ personId: z.uuid() })

export const PersonAccount = z.object({
  /** Null: has never set a password. */
  loginName: z.string().nullable(),
  twoFactor: z.boolean(),
  sessions: z.int(),
  invitations: z.array(z.object({ id: z.uuid(), createdAt: z.coerce.date(), expiresAt: z.coerce.date() })),
  mayInvite: z.boolean(),
  mayEndSecondStep: z.boolean(),
})
export type PersonAccount = z.output<typeof PersonAccount>

export const personAccount = endpoint({
  name: 'personAccount',
  method: 'GET',
  path: '/api/people/:personId/account',
  input: person,
  output: PersonAccount,
})

/** A link with which this person sets their name and password, for the first time or again. Shown once. */
export const createInvitation = endpoint({
  name: 'createInvitation',
  method: 'POST',
  path: '/api/people/:personId/invitations',
  input: person,
  output: z.object({ id: z.uuid(), personName: z.string(), path: z.string(), expiresAt: z.coerce.date() }),
})

export const revokeInvitation = endpoint({
  name: 'revokeInvitation',
  method: 'DELETE',
  path: '/api/invitations/:invitationId',
  input: z.object({ invitationId: z.uuid() }),
  output: done,
})

export const endPersonSessions = endpoint({
  name: 'endPersonSessions',
  method: 'DELETE',
  path: '/api/people/:personId/sessions',
  input: person,
  output: z.object({ ended: z.int() }),
})

/** For somebody who has lost their phone and the backup codes. */
export const endSecondStepOf = endpoint({
  name: 'endSecondStepOf',
  method: 'DELETE',
  path: '/api/people/:personId/second-step',
  input: person,
  output: done,
})

export const openInvitation = endpoint({
  name: 'openInvitation',
  method: 'GET',
  path: '/api/invitations/:token',
  input: z.object({ token }),
  output: z.object({
    officeName: z.string(),
    personName: z.string(),
    /** What they sign in with now, or what is known of them. */
    suggestedName: z.string().nullable(),
    hasLogin: z.boolean(),
    expiresAt: z.coerce.date(),
  }),
})

export const acceptInvitation = endpoint({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/api/invitations/:token',
  input: z.object({ token, name: loginName, password }),
  output: done,
})

export const officeKinds = ['district', 'subdistrict', 'community'] as const

export const openSetup = endpoint({
  name: 'openSetup',
  method: 'GET',
  path: '/api/setup/:token',
  input: z.object({ token }),
  output: z.object({ open: z.literal(true), officeName: z.string().nullable() }),
})

export const setUp = endpoint({
  name: 'setUp',
  method: 'POST',
  path: '/api/setup/:token',
  input: z.object({
    token,
    officeName: z.string().trim().min(1).max(100),
    kind: z.enum(officeKinds),
    personName: z.string().trim().min(1).max(100),
    name: loginName,
    password,
  }),
  output: done,
})
