import { newId, type Tx } from '../../../platform/database.ts'

export const addresses = (tx: Tx, personId: string) =>
  tx
    .selectFrom('noticeAddress')
    .where('personId', '=', personId)
    .select(['id', 'kind', 'address', 'label', 'confirmedAt', 'failedAt', 'failure', 'status'])
    .orderBy('kind')
    .orderBy('createdAt')
    .orderBy('id')
    .execute()

/** When somebody last had a confirmation sent; held, so that two asks at once count as two. */
export const lastConfirmation = async (tx: Tx, personId: string): Promise<Date | null> => {
  await tx
    .insertInto('noticeWish')
    .values({ personId, quietFrom: '22:00', quietTo: '07:00' })
    .onConflict((c) => c.doNothing())
    .execute()
  const { confirmSentAt } = await tx
    .selectFrom('noticeWish')
    .where('personId', '=', personId)
    .select('confirmSentAt')
    .forUpdate()
    .executeTakeFirstOrThrow()
  return confirmSentAt
}

export const setLastConfirmation = (tx: Tx, personId: string, now: Date) =>
  tx.updateTable('noticeWish').set({ confirmSentAt: now }).where('personId', '=', personId).execute()

type Added = { personId: string; kind: 'push' | 'email'; address: string; keys: object | null; label: string | null }

/** The same address again is the one that was there, with its newer keys. */
export const upsertAddress = async (tx: Tx, { keys, ...added }: Added, now: Date): Promise<string> =>
  (
    await tx
      .insertInto('noticeAddress')
      .values({ id: newId(), ...added, keys: keys && JSON.stringify(keys), createdAt: now })
      .onConflict((c) =>
        c
          .columns(['tenantId', 'personId', 'kind', 'address'])
          .doUpdateSet({ keys: keys && JSON.stringify(keys), failedAt: null, failure: null, status: null }),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

export const setConfirmed = (tx: Tx, id: string, now: Date) =>
  tx
    .updateTable('noticeAddress')
    .set({ confirmedAt: now, confirmHash: null, failedAt: null, failure: null, status: null })
    .where('id', '=', id)
    .execute()

type Links = { confirmHash: Buffer; unsubscribeHash: Buffer; confirmSentAt: Date }

export const setLinks = (tx: Tx, id: string, links: Links) =>
  tx.updateTable('noticeAddress').set(links).where('id', '=', id).execute()

export const addressById = (tx: Tx, id: string) =>
  tx.selectFrom('noticeAddress').where('id', '=', id).selectAll().executeTakeFirst()

export const addressByConfirmation = (tx: Tx, confirmHash: Buffer) =>
  tx.selectFrom('noticeAddress').where('confirmHash', '=', confirmHash).selectAll().executeTakeFirst()

export const addressByUnsubscribing = (tx: Tx, unsubscribeHash: Buffer) =>
  tx.selectFrom('noticeAddress').where('unsubscribeHash', '=', unsubscribeHash).selectAll().executeTakeFirst()

export const removeOf = async (tx: Tx, personId: string, id: string): Promise<boolean> =>
  (await tx
    .deleteFrom('noticeAddress')
    .where('id', '=', id)
    .where('personId', '=', personId)
    .returning('id')
    .executeTakeFirst()) !== undefined

export const remove = (tx: Tx, id: string) => tx.deleteFrom('noticeAddress').where('id', '=', id).execute()

/** A device belongs to whoever is signed in on it now. */
export const removeFromOthers = (tx: Tx, personId: string, address: string) =>
  tx
    .deleteFrom('noticeAddress')
    .where('kind', '=', 'push')
    .where('address', '=', address)
    .where('personId', '<>', personId)
    .execute()

export const setFailed = (
  tx: Tx,
  id: string,
  failed: { failedAt: Date | null; failure: string | null; status: number | null },
) => tx.updateTable('noticeAddress').set(failed).where('id', '=', id).execute()
