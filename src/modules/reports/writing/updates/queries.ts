import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'

/** The report's row, held until the transaction ends: changes of one report come one after the other. */
export const holdReport = (tx: Tx, id: string) =>
  tx.selectFrom('report').where('id', '=', id).select(['seq', 'snapshotSeq']).forUpdate().executeTakeFirstOrThrow()

type Written = { seq: number; snapshotSeq: number; snapshot: Buffer | null; updates: Buffer[] }

/**
 * What was written after `seq`: the snapshot when it holds some of that, and the changes that it does not hold. Read in one
 * statement, so that no snapshot taken meanwhile can come between the two.
 */
export async function writtenSince(tx: Tx, reportId: string, seq: number): Promise<Written> {
  const { rows } = await sql<Written>`
    select r.seq, r.snapshot_seq, case when r.snapshot_seq > ${seq} then r.snapshot end as snapshot,
           coalesce((select array_agg(u.bytes order by u.seq) from report_update u
                     where u.tenant_id = r.tenant_id and u.report_id = r.id
                       and u.seq > greatest(${seq}::integer, r.snapshot_seq)), '{}') as updates
    from report r where r.tenant_id = current_tenant() and r.id = ${reportId}`.execute(tx)
  const [found] = rows
  if (!found) throw new Error('a report that is being read is there')
  return found
}

export const updateByKey = (tx: Tx, reportId: string, key: string) =>
  tx.selectFrom('reportUpdate').where('reportId', '=', reportId).where('key', '=', key).select('seq').executeTakeFirst()

type New = {
  reportId: string
  seq: number
  key: string
  personId: string | null
  at: Date
  bytes: Buffer
  wrote: string
  removed: string
}

export async function insertUpdate(tx: Tx, row: New): Promise<void> {
  await tx.insertInto('reportUpdate').values(row).execute()
  await tx
    .updateTable('report')
    .set({ seq: row.seq, changedBy: row.personId, changedAt: row.at })
    .where('id', '=', row.reportId)
    .execute()
}

/** Who wrote this piece of the shared document; null when it began with it. */
export async function writerOf(tx: Tx, reportId: string, writer: number, at: number): Promise<string | null> {
  const { rows } = await sql<{ personId: string | null }>`
    select u.person_id from report_update u, jsonb_array_elements(u.wrote) span
    where u.tenant_id = current_tenant() and u.report_id = ${reportId}
      and (span->>0)::bigint = ${writer} and ${at}::bigint >= (span->>1)::bigint
      and ${at}::bigint < (span->>1)::bigint + (span->>2)::bigint
    order by u.seq limit 1`.execute(tx)
  return rows[0]?.personId ?? null
}

/** The snapshot now holds everything up to `seq`; the changes keep who and when. */
export async function setSnapshot(tx: Tx, reportId: string, seq: number, snapshot: Buffer): Promise<void> {
  await tx.updateTable('report').set({ snapshot, snapshotSeq: seq }).where('id', '=', reportId).execute()
  await tx
    .updateTable('reportUpdate')
    .set({ bytes: null })
    .where('reportId', '=', reportId)
    .where('seq', '<=', seq)
    .where('bytes', 'is not', null)
    .execute()
}
