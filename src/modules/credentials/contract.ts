import { z } from 'zod'
import { day, done, download, endpoint } from '../../platform/endpoint.ts'

export const credentialKinds = ['hours', 'course', 'contest'] as const
export const CredentialKind = z.enum(credentialKinds)
export type CredentialKind = z.output<typeof CredentialKind>

export const Credential = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  personName: z.string(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  kind: CredentialKind,
  /** Of the course or contest. */
  title: z.string().nullable(),
  fromDate: day,
  /** The last day that counts. */
  toDate: day,
  minutes: z.int().nullable(),
  roles: z.array(z.string()),
  issuedAt: z.coerce.date(),
  expiresAt: z.coerce.date().nullable(),
  revokedAt: z.coerce.date().nullable(),
  revokeReason: z.string().nullable(),
  /** The public page that says whether it is genuine. */
  verifyPath: z.string(),
  mayRevoke: z.boolean(),
})
export type Credential = z.output<typeof Credential>

/** What another module says when it has something to certify; it has judged the right to do so. */
export type NewCredential = {
  personId: string
  organizationId: string
  kind: CredentialKind
  title?: string | null
  period: { from: string; to: string }
  minutes?: number | null
  roles?: readonly string[]
  expiresAt?: Date | null
}

const named = z.object({ credentialId: z.uuid() })

/** A person's certificates, the newest first. */
export const listCredentials = endpoint({
  name: 'listCredentials',
  method: 'GET',
  path: '/api/people/:personId/credentials',
  input: z.object({ personId: z.uuid() }),
  output: z.array(Credential),
})

/** As Open Badges 3.0: the file that anybody can verify. */
export const credentialFile = endpoint({
  name: 'credentialFile',
  method: 'GET',
  path: '/api/credentials/:credentialId/badge',
  input: named,
  output: download,
})

/** To print, with the QR code of the public page. */
export const certificateFile = endpoint({
  name: 'certificateFile',
  method: 'GET',
  path: '/api/credentials/:credentialId/certificate',
  input: named,
  output: download,
})

export const revokeCredential = endpoint({
  name: 'revokeCredential',
  method: 'POST',
  path: '/api/credentials/:credentialId/revoke',
  input: named.extend({ reason: z.string().trim().min(1).max(300) }),
  output: done,
})
