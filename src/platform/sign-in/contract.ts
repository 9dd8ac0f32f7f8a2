import { z } from 'zod'
import { done, endpoint, nothing, secret } from '../endpoint.ts'

const password = secret(z.string().min(1).max(128))
const code = secret(z.string().trim().min(6).max(20))
const signedIn = z.object({ next: z.literal('signedIn') })

export const signIn = endpoint({
  name: 'signIn',
  method: 'POST',
  path: '/api/auth/sign-in/email',
  input: z.object({
    /** An e-mail address or a phone number. */
    name: secret(z.string().trim().min(1).max(200)),
    password,
    remember: z.boolean().default(true),
  }),
  output: z.object({ next: z.enum(['signedIn', 'secondStep']) }),
})

/** The second step of signing in; when signed in already, the proof that an authenticator was set up. */
export const enterCode = endpoint({
  name: 'enterCode',
  method: 'POST',
  path: '/api/auth/two-factor/verify-totp',
  input: z.object({ code }),
  output: signedIn,
})

export const enterBackupCode = endpoint({
  name: 'enterBackupCode',
  method: 'POST',
  path: '/api/auth/two-factor/verify-backup-code',
  input: z.object({ code }),
  output: signedIn,
})

export const signOut = endpoint({
  name: 'signOut',
  method: 'POST',
  path: '/api/auth/sign-out',
  input: nothing,
  output: done,
})

export const currentSession = endpoint({
  name: 'currentSession',
  method: 'GET',
  path: '/api/auth/get-session',
  input: nothing,
  output: z.object({
    signedIn: z.boolean(),
    /** As they type it: an e-mail address or a phone number. */
    loginName: z.string().nullable(),
    twoFactor: z.boolean(),
  }),
})

export const Session = z.object({
  id: z.string(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  signedInAt: z.coerce.date(),
  lastSeen: z.coerce.date(),
  current: z.boolean(),
})
export type Session = z.output<typeof Session>

export const listSessions = endpoint({
  name: 'listSessions',
  method: 'GET',
  path: '/api/auth/list-sessions',
  input: nothing,
  output: z.array(Session),
})

export const endSession = endpoint({
  name: 'endSession',
  method: 'POST',
  path: '/api/auth/revoke-session',
  input: z.object({ id: z.string().min(1).max(100) }),
  output: done,
})

export const endOtherSessions = endpoint({
  name: 'endOtherSessions',
  method: 'POST',
  path: '/api/auth/revoke-other-sessions',
  input: nothing,
  output: done,
})

/** Ends every other session as well. */
export const changePassword = endpoint({
  name: 'changePassword',
  method: 'POST',
  path: '/api/auth/change-password',
  input: z.object({ currentPassword: password, newPassword: password }),
  output: done,
})

/** Shows what the authenticator needs; nothing is asked for until `enterCode` has proved that it works. */
export const beginTwoFactor = endpoint({
  name: 'beginTwoFactor',
  method: 'POST',
  path: '/api/auth/two-factor/enable',
  input: z.object({ password }),
  output: z.object({ uri: z.string(), backupCodes: z.array(z.string()) }),
})

export const endTwoFactor = endpoint({
  name: 'endTwoFactor',
  method: 'POST',
  path: '/api/auth/two-factor/disable',
  input: z.object({ password }),
  output: done,
})

export const newBackupCodes = endpoint({
  name: 'newBackupCodes',
  method: 'POST',
  path: '/api/auth/two-factor/generate-backup-codes',
  input: z.object({ password }),
  output: z.object({ backupCodes: z.array(z.string()) }),
})
