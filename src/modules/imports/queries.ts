import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { StoredFile } from '../../platform/endpoint.ts'
import type { ImportRun, ImportTable, Outcome } from './contract.ts'
import type { Remembered } from './rules.ts'

const runs = (tx: Tx) =>
  tx
    .selectFrom('importRun')
    .select(['id', 'startedAt', 'finishedAt'])
    .select(({ ref }) => [
      ref('state').$castTo<ImportRun['state']>().as('state'),
      ref('files').$castTo<StoredFile[]>().as('files'),
      ref('outcome').$castTo<Outcome | null>().as('outcome'),
    ])

export const listRuns = (tx: Tx): Promise<ImportRun[]> => runs(tx).orderBy('startedAt', 'desc').limit(100).execute()

export type StoredRun = ImportRun & { tables: ImportTable[] }

export const runById = (tx: Tx, id: string): Promise<StoredRun | undefined> =>
  runs(tx)
    .select(({ ref }) => ref('mapping').$castTo<ImportTable[]>().as('tables'))
    .where('id', '=', id)
    .executeTakeFirst()

export async function insertRun(tx: Tx, run: StoredRun, startedBy: string | null): Promise<void> {
  await tx
    .insertInto('importRun')
    .values({
      id: run.id,
      startedBy,
      startedAt: run.startedAt,
      state: run.state,
      files: JSON.stringify(run.files),
      mapping: JSON.stringify(run.tables),
    })
    .execute()
}

export async function updateRun(tx: Tx, { id, ...run }: StoredRun): Promise<void> {
  await tx
    .updateTable('importRun')
    .set({
      state: run.state,
      finishedAt: run.finishedAt,
      files: JSON.stringify(run.files),
      mapping: JSON.stringify(run.tables),
      outcome: run.outcome ? JSON.stringify(run.outcome) : null,
    })
    .where('id', '=', id)
    .execute()
}

export async function rememberedMappings(tx: Tx, signatures: string[]): Promise<Map<string, Remembered>> {
  if (signatures.length === 0) return new Map()
  const rows = await tx
    .selectFrom('importMapping')
    .select(['signature'])
    .select(({ ref }) => ref('mapping').$castTo<Remembered>().as('mapping'))
    .where('signature', 'in', signatures)
    .execute()
  return new Map(rows.map((row) => [row.signature, row.mapping]))
}

export async function rememberMapping(tx: Tx, signature: string, mapping: Remembered, now: Date): Promise<void> {
  const kept = { mapping: JSON.stringify(mapping), usedAt: now }
  await tx
    .insertInto('importMapping')
    .values({ signature, ...kept })
    .onConflict((conflict) => conflict.columns(['tenantId', 'signature']).doUpdateSet(kept))
    .execute()
}

export const sourceOf = (tx: Tx, record: string, recordId: string) =>
  tx
    .selectFrom('importSource')
    .select(['runId as importId', 'file', 'sheet', 'rowNumber as row'])
    .where('record', '=', record)
    .where('recordId', '=', recordId)
    .executeTakeFirst()

/** One import of an office at a time; whoever comes second is told, and does not wait. */
export async function takeTurn(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('import' || current_tenant()::text, 0)) as mine`.execute(tx)
  return rows[0]?.mine ?? false
}

/** Everything after this may be taken back without ending the transaction. */
export const beginTrial = (tx: Tx) => sql`savepoint trial`.execute(tx)
export const takeBack = (tx: Tx) => sql`rollback to savepoint trial`.execute(tx)
