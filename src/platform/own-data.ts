import { sql } from 'kysely'
import type { Tx } from './database.ts'
import { event } from './events.ts'

/** What stands for somebody whose name is gone. */
export const nobody = '—'

/** A person takes along what is kept about them: each module adds what it has under names of its own. */
export const takesAlong = event<{ personId: string; add: (kept: Record<string, unknown[]>) => void }>('takesAlong')

/** A person is forgotten: each module lets go of what says who they are, and keeps what was counted. */
export const forgotten = event<{ personId: string }>('forgotten')

/** Keys that open something, and what only the machine knows: nobody's data. */
const secrets = ['tenant_id', 'token', 'token_hash', 'keys', 'confirm_hash', 'unsubscribe_hash']

/** The rows of these tables that are about a person (`person_id`), as they stand. */
export async function rowsAbout(
  tx: Tx,
  personId: string,
  tables: readonly string[],
): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {}
  for (const table of tables) {
    const { rows } = await sql<{ row: unknown }>`
      select to_jsonb(t) - ${sql.val(secrets)}::text[] as row from ${sql.table(table)} t
      where t.tenant_id = current_tenant() and t.person_id = ${personId}::uuid`.execute(tx)
    all[table] = rows.map(({ row }) => row)
  }
  return all
}
