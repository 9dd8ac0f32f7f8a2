import { about } from '../../platform/changes.ts'
import type { Tx } from '../../platform/database.ts'
import type { CredentialKind } from './contract.ts'

const credentials = (tx: Tx) =>
  tx
    .selectFrom('credential')
    .innerJoin('person', (join) =>
      join.onRef('person.tenantId', '=', 'credential.tenantId').onRef('person.id', '=', 'credential.personId'),
    )
    .innerJoin('organization', (join) =>
      join
        .onRef('organization.tenantId', '=', 'credential.tenantId')
        .onRef('organization.id', '=', 'credential.organizationId'),
    )
    .select([
      'credential.id',
      'credential.personId',
      'person.name as personName',
      'credential.organizationId',
      'organization.name as organizationName',
      'organization.path',
      'credential.title',
      'credential.fromDate',
      'credential.toDate',
      'credential.minutes',
      'credential.roles',
      'credential.issuedAt',
      'credential.expiresAt',
      'credential.revokedAt',
      'credential.revokeReason',
      'credential.token',
      'credential.document',
    ])
    .select(({ ref }) => ref('credential.kind').$castTo<CredentialKind>().as('kind'))

export const credentialsOf = (tx: Tx, personId: string) =>
  credentials(tx).where('credential.personId', '=', personId).orderBy('credential.issuedAt', 'desc').execute()

export const credentialById = (tx: Tx, id: string) => credentials(tx).where('credential.id', '=', id).executeTakeFirst()

export const credentialByToken = (tx: Tx, token: string) =>
  credentials(tx).where('credential.token', '=', token).executeTakeFirst()

type NewRow = {
  id: string
  personId: string
  organizationId: string
  keyId: string
  kind: CredentialKind
  title: string | null
  fromDate: string
  toDate: string
  minutes: number | null
  roles: string[]
  document: string
  token: string
  statusList: number
  statusIndex: number
  issuedBy: string | null
  issuedAt: Date
  expiresAt: Date | null
}

export const insertCredential = (tx: Tx, row: NewRow) =>
  about(tx, [row.id]).insertInto('credential').values(row).execute()

/** Of two who revoke at once, the second waits here and finds it revoked. */
export const lockCredential = (tx: Tx, id: string) =>
  tx.selectFrom('credential').where('id', '=', id).select(['id', 'revokedAt']).forUpdate().executeTakeFirst()

type Certified = Pick<NewRow, 'personId' | 'organizationId' | 'kind' | 'title' | 'toDate'>
/** Those that say this and stand, held still. */
export const standingOf = async (
  tx: Tx,
  { personId, organizationId, kind, title, toDate }: Certified,
): Promise<string[]> =>
  (
    await tx
      .selectFrom('credential')
      .where('personId', '=', personId)
      .where('organizationId', '=', organizationId)
      .where('kind', '=', kind)
      .where('title', '=', title)
      .where('toDate', '=', toDate)
      .where('revokedAt', 'is', null)
      .select('id')
      .forUpdate()
      .execute()
  ).map(({ id }) => id)

export const revoke = (tx: Tx, id: string, at: Date, by: string | null, reason: string) =>
  about(tx, [id])
    .updateTable('credential')
    .set({ revokedAt: at, revokedBy: by, revokeReason: reason })
    .where('id', '=', id)
    .execute()
