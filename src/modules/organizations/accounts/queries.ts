import { newId, type Tx } from '../../../platform/database.ts'
import type { Held } from './rules.ts'

export const personById = (tx: Tx, id: string) =>
  tx
    .selectFrom('person')
    .where('id', '=', id)
    .where('forgottenAt', 'is', null)
    .select(['id', 'name', 'phone', 'email'])
    .executeTakeFirst()

/** The roles that somebody holds today or will hold. */
export const heldBy = async (tx: Tx, personId: string, today: string): Promise<Held[]> =>
  (await tx
    .selectFrom('membership')
    .innerJoin('organization', (join) =>
      join
        .onRef('organization.tenantId', '=', 'membership.tenantId')
        .onRef('organization.id', '=', 'membership.organizationId'),
    )
    .where('personId', '=', personId)
    .where((eb) => eb.or([eb('toDate', 'is', null), eb('toDate', '>', today)]))
    .select(['role', 'path'])
    .execute()) as Held[]

export const openInvitations = (tx: Tx, personId: string, now: Date) =>
  tx
    .selectFrom('invitation')
    .where('personId', '=', personId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .select(['id', 'createdAt', 'expiresAt'])
    .orderBy('createdAt', 'desc')
    .execute()

type Invitation = { personId: string; tokenHash: Buffer; createdBy: string | null; createdAt: Date; expiresAt: Date }

export async function insertInvitation(tx: Tx, invitation: Invitation): Promise<string> {
  const id = newId()
  await tx
    .insertInto('invitation')
    .values({ id, ...invitation })
    .execute()
  return id
}

export const invitationById = (tx: Tx, id: string) =>
  tx.selectFrom('invitation').where('id', '=', id).where('usedAt', 'is', null).select('personId').executeTakeFirst()

export const deleteInvitation = (tx: Tx, id: string) => tx.deleteFrom('invitation').where('id', '=', id).execute()

/** Only the newest link of a person opens anything. */
export const deleteOpenInvitations = (tx: Tx, personId: string) =>
  tx.deleteFrom('invitation').where('personId', '=', personId).where('usedAt', 'is', null).execute()

export const invitationByHash = (tx: Tx, tokenHash: Buffer) =>
  tx
    .selectFrom('invitation')
    .innerJoin('person', (join) =>
      join.onRef('person.tenantId', '=', 'invitation.tenantId').onRef('person.id', '=', 'invitation.personId'),
    )
    .where('tokenHash', '=', tokenHash)
    .where('person.forgottenAt', 'is', null)
    .select(['invitation.id', 'personId', 'expiresAt', 'usedAt', 'person.name', 'person.phone', 'person.email'])
    .executeTakeFirst()

/** Of two who use a link at once, the second waits here and finds it used. */
export const spendInvitation = async (tx: Tx, id: string, now: Date): Promise<boolean> =>
  (await tx
    .updateTable('invitation')
    .set({ usedAt: now })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined

export const tenantById = (tx: Tx, tenantId: string) =>
  tx.selectFrom('tenant').where('id', '=', tenantId).select(['name', 'timeZone']).executeTakeFirstOrThrow()

export const renameTenant = (tx: Tx, tenantId: string, name: string) =>
  tx.updateTable('tenant').set({ name }).where('id', '=', tenantId).execute()

/** Those who hold a role today, and may be waiting for a password. */
export const holders = (tx: Tx, role: string, today: string) =>
  tx
    .selectFrom('membership')
    .innerJoin('person', (join) =>
      join.onRef('person.tenantId', '=', 'membership.tenantId').onRef('person.id', '=', 'membership.personId'),
    )
    .where('role', '=', role)
    .where('fromDate', '<=', today)
    .where((eb) => eb.or([eb('toDate', 'is', null), eb('toDate', '>', today)]))
    .where('forgottenAt', 'is', null)
    .select(['person.id', 'person.name', 'person.phone', 'person.email'])
    .distinct()
    .orderBy('person.name')
    .execute()

export const rootOrganization = (tx: Tx) =>
  tx.selectFrom('organization').where('parentId', 'is', null).select(['id', 'name']).orderBy('id').executeTakeFirst()

type Named = { kind: string; name: string; search: string }

export async function insertRoot(tx: Tx, named: Named): Promise<string> {
  const id = newId()
  await tx
    .insertInto('organization')
    .values({ id, parentId: null, path: `/${id}/`, ...named })
    .execute()
  return id
}

export const nameRoot = (tx: Tx, id: string, named: Named) =>
  tx.updateTable('organization').set(named).where('id', '=', id).execute()

export async function insertAdministrator(
  tx: Tx,
  person: { id: string; name: string; phone: string | null; email: string | null; search: string },
  organizationId: string,
  fromDate: string,
): Promise<void> {
  await tx.insertInto('person').values(person).execute()
  await tx
    .insertInto('membership')
    .values({ id: newId(), personId: person.id, organizationId, role: 'administrator', fromDate })
    .execute()
}
