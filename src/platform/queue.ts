import { sql } from 'kysely'
import type { Tx } from './database.ts'

export type Queued = { tenantId: string; payload: unknown }

/** Adds the job in the transaction of whoever asks: no commit, no job. */
export async function enqueue(
  tx: Tx,
  tenantId: string,
  name: string,
  payload: unknown,
  { at, key }: { at?: Date; key?: string } = {},
): Promise<void> {
  const queued: Queued = { tenantId, payload: payload ?? {} }
  const jobKey = key ? `${tenantId}:${name}:${key}` : null
  await sql`select add_job(${name}, ${JSON.stringify(queued)}::json, ${at ?? null}, ${jobKey})`.execute(tx)
}
