import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { Row, RowProblem } from './rules.ts'

type Table = { number: number; title: string; sheet: string; file: string }

export const tablesOf = async (tx: Tx, kind: string): Promise<Table[]> =>
  (
    await sql<Table>`select number, title, sheet, file from import_table where kind = ${kind} order by number`.execute(
      tx,
    )
  ).rows

export const rowsOf = async (tx: Tx, table: number): Promise<{ id: number; data: Row }[]> =>
  (
    await sql<{ id: number; data: Row }>`select id, data from import_row
      where table_number = ${table} and problem is null order by row_number, id`.execute(tx)
  ).rows

export const refuseRows = (tx: Tx, refused: readonly ({ row_id: number } & RowProblem)[]) =>
  sql`update import_row r set problem = w.problem, problem_key = w.key, problem_values = w.values
    from jsonb_to_recordset(${JSON.stringify(refused)}::jsonb) as w(row_id int, problem text, key text, values jsonb)
    where r.id = w.row_id`.execute(tx)

export const recordTaken = (tx: Tx, rows: readonly number[], id: string, outcome: string) =>
  sql`insert into import_record (row_id, record, record_id, outcome)
    select row_id, 'checklist', ${id}::uuid, ${outcome} from unnest(${sql.val([...rows])}::int[]) as t(row_id)`.execute(
    tx,
  )
