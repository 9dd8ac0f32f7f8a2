import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import { nobody } from '../../../../platform/own-data.ts'

export const leavingOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('person')
    .where('id', '=', id)
    .where('forgottenAt', 'is', null)
    .select(['id', 'name', 'phone', 'email', 'createdAt', 'forgetOn'])
    .executeTakeFirst()

export const setForgetOn = (tx: Tx, id: string, forgetOn: string | null) =>
  tx.updateTable('person').set({ forgetOn }).where('id', '=', id).execute()

export const dueToForget = async (tx: Tx, today: string): Promise<string[]> =>
  (await tx.selectFrom('person').where('forgetOn', '<=', today).select('id').orderBy('id').limit(100).execute()).map(
    ({ id }) => id,
  )

/** Those who administer the whole from today on and without an end, others than this person. */
export const otherAdministrators = (tx: Tx, personId: string) =>
  tx
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organizationId')
    .where('membership.role', '=', 'administrator')
    .where('organization.parentId', 'is', null)
    .where('membership.personId', '<>', personId)
    .select(['membership.fromDate', 'membership.toDate'])
    .execute()

/** The person without anything that says who it was; what they held ends today, and is still counted for the time before. */
export async function forgetPerson(tx: Tx, id: string, now: Date, today: string): Promise<void> {
  await tx
    .updateTable('person')
    .set({ name: nobody, phone: null, email: null, search: '', forgetOn: null, forgottenAt: now })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('membership').where('personId', '=', id).where('fromDate', '>=', today).execute()
  await tx.updateTable('membership').set({ title: null }).where('personId', '=', id).execute()
  await ended(tx, 'membership', id, today)
  await tx.deleteFrom('groupMember').where('personId', '=', id).where('fromDate', '>=', today).execute()
  await ended(tx, 'groupMember', id, today)
  await tx.deleteFrom('invitation').where('personId', '=', id).execute()
}

const ended = (tx: Tx, table: 'membership' | 'groupMember', id: string, today: string) =>
  tx
    .updateTable(table)
    .set({ toDate: today })
    .where('personId', '=', id)
    .where(sql<boolean>`coalesce(to_date > ${today}::date, true)`)
    .execute()
