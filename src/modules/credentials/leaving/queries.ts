import { sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import type { Tx } from '../../../platform/database.ts'
import { nobody } from '../../../platform/own-data.ts'

/** That certificates were issued stays; what they said and the code on the paper go, and whoever holds one is told that it is revoked. */
export const withoutName = (tx: Tx, personId: string, now: Date) =>
  about(tx, [])
    .updateTable('credential')
    .set({
      document: '{}',
      token: sql`gen_random_uuid()::text`,
      revokedAt: sql`coalesce(revoked_at, ${now}::timestamptz)`,
      revokeReason: nobody,
    })
    .where('personId', '=', personId)
    .execute()
