import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'

/** One after the other: two certificates never get one place. */
export const holdPlacesStill = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtextextended('credential_status' || current_tenant(), 0))`.execute(tx)

/** The list that certificates go to now, and how many it has. */
export async function newestList(tx: Tx): Promise<{ list: number; taken: number }> {
  const found = await tx
    .selectFrom('credential')
    .select(['statusList as list', sql<number>`count(*)::int`.as('taken')])
    .groupBy('statusList')
    .orderBy('statusList', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? { list: 1, taken: 0 }
}

export const isTaken = async (tx: Tx, list: number, index: number): Promise<boolean> =>
  (await tx
    .selectFrom('credential')
    .where('statusList', '=', list)
    .where('statusIndex', '=', index)
    .select('id')
    .executeTakeFirst()) !== undefined

export const revokedIn = async (tx: Tx, list: number): Promise<number[]> =>
  (
    await tx
      .selectFrom('credential')
      .where('statusList', '=', list)
      .where('revokedAt', 'is not', null)
      .select('statusIndex')
      .execute()
  ).map(({ statusIndex }) => statusIndex)
