import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'

export const tenant = (tx: Tx, id: string) =>
  tx.selectFrom('tenant').where('id', '=', id).select(['name', 'slug']).executeTakeFirstOrThrow()

/** Of two who begin at once, the second waits here and finds the first one's key. */
export const holdKeysStill = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtextextended('credential_key' || current_tenant(), 0))`.execute(tx)

export const keyInUse = (tx: Tx) =>
  tx.selectFrom('credentialKey').where('retiredAt', 'is', null).selectAll().executeTakeFirst()

export const keys = (tx: Tx) =>
  tx
    .selectFrom('credentialKey')
    .select(['id', 'number', 'controller', 'publicKey', 'createdAt', 'retiredAt'])
    .select((eb) =>
      eb
        .selectFrom('credential')
        .whereRef('credential.keyId', '=', 'credentialKey.id')
        .select(sql<number>`count(*)::int`.as('n'))
        .$asScalar()
        .$notNull()
        .as('signed'),
    )
    .orderBy('number', 'desc')
    .execute()

export const publicKeys = (tx: Tx) =>
  tx.selectFrom('credentialKey').select(['controller', 'publicKey']).orderBy('number', 'desc').execute()

export const retireKeys = (tx: Tx, at: Date) =>
  tx.updateTable('credentialKey').set({ retiredAt: at }).where('retiredAt', 'is', null).execute()

type NewKey = {
  id: string
  controller: string
  publicKey: string
  privateKey: Buffer
  createdBy: string | null
  createdAt: Date
}

export const insertKey = (tx: Tx, key: NewKey) =>
  tx
    .insertInto('credentialKey')
    .values(({ selectFrom, fn, lit }) => ({
      ...key,
      number: selectFrom('credentialKey').select(({ eb }) =>
        eb(fn.coalesce(fn.max<number>('number'), lit(0)), '+', 1).as('n'),
      ),
    }))
    .returningAll()
    .executeTakeFirstOrThrow()
