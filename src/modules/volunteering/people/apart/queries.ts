import type { Tx } from '../../../../platform/database.ts'

const pairs = (tx: Tx) => tx.selectFrom('keptApart')

export const allKeptApart = (tx: Tx) =>
  pairs(tx)
    .innerJoin('person as a', 'a.id', 'oneId')
    .innerJoin('person as b', 'b.id', 'otherId')
    .where('a.forgottenAt', 'is', null)
    .where('b.forgottenAt', 'is', null)
    .select(['keptApart.id', 'oneId', 'otherId', 'a.name as oneName', 'b.name as otherName', 'reason', 'notedAt'])
    .orderBy('notedAt', 'desc')
    .execute()

export const keptApartById = (tx: Tx, id: string) =>
  pairs(tx).where('id', '=', id).select(['id', 'oneId', 'otherId']).executeTakeFirst()

/** The pairs in which these people stand. */
export const pairsAmong = (tx: Tx, personIds: readonly string[]) =>
  personIds.length === 0
    ? Promise.resolve([])
    : pairs(tx)
        .where((eb) => eb.or([eb('oneId', 'in', [...personIds]), eb('otherId', 'in', [...personIds])]))
        .select(['oneId', 'otherId'])
        .execute()

export const insertKeptApart = async (
  tx: Tx,
  row: { id: string; oneId: string; otherId: string; reason: string | null; notedBy: string; notedAt: Date },
): Promise<boolean> =>
  (
    await tx
      .insertInto('keptApart')
      .values(row)
      .onConflict((on) => on.columns(['tenantId', 'oneId', 'otherId']).doNothing())
      .returning('id')
      .execute()
  ).length > 0

export const deleteKeptApart = (tx: Tx, id: string) => tx.deleteFrom('keptApart').where('id', '=', id).execute()

/** Where these people stand: all that they hold and held. */
export const standings = (tx: Tx, personIds: readonly string[]) =>
  personIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('membership')
        .innerJoin('organization', 'organization.id', 'membership.organizationId')
        .where('personId', 'in', [...personIds])
        .select(['personId', 'path', 'fromDate', 'toDate'])
        .execute()
