import type { Tx } from '../../../../platform/database.ts'
import type { Minor } from './contract.ts'

export const minorOf = async (tx: Tx, personId: string): Promise<Minor | null> =>
  (await tx
    .selectFrom('minor')
    .where('personId', '=', personId)
    .select(['minorUntil as until', 'guardianName', 'guardianAt'])
    .executeTakeFirst()) ?? null

type Written = { minorUntil: string; guardianName: string | null; guardianAt: Date | null }

export const writeMinor = (tx: Tx, personId: string, minor: Written) =>
  tx
    .insertInto('minor')
    .values({ personId, ...minor })
    .onConflict((on) => on.columns(['tenantId', 'personId']).doUpdateSet(minor))
    .execute()

export const deleteMinor = (tx: Tx, personId: string) =>
  tx.deleteFrom('minor').where('personId', '=', personId).execute()
