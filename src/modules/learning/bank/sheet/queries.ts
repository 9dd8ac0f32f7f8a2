import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { Row } from './rules.ts'

type Refused = { row_id: number; problem: string; key: string; values: Record<string, string> }
type Taken = { row_id: number; record_id: string; outcome: 'created' | 'unchanged' }

export const readableRows = async (
  tx: Tx,
  kind: string,
  after: number,
  limit: number,
): Promise<{ id: number; data: Row; sheet: string; title: string | null }[]> =>
  (
    await sql<{ id: number; data: Row; sheet: string; title: string | null }>`
      select r.id, r.data, t.sheet, t.title from import_row r join import_table t on t.number = r.table_number
      where r.kind = ${kind} and r.problem is null and r.id > ${after} order by r.id limit ${limit}`.execute(tx)
  ).rows

export const refuse = (tx: Tx, refused: readonly Refused[]) =>
  sql`update import_row r set problem = w.problem, problem_key = w.key, problem_values = w.values
    from jsonb_to_recordset(${JSON.stringify(refused)}::jsonb) as w(row_id int, problem text, key text, values jsonb)
    where r.id = w.row_id`.execute(tx)

export const recordTaken = (tx: Tx, taken: readonly Taken[]) =>
  sql`insert into import_record (row_id, record, record_id, outcome)
    select row_id, 'question', record_id, outcome
    from jsonb_to_recordset(${JSON.stringify(taken)}::jsonb) as t(row_id int, record_id uuid, outcome text)`.execute(tx)
