import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../database.ts'
import { searchKey } from '../search.ts'

/** Makes the temporary tables that kinds of sheets work on; they end with the transaction. */
export async function makeImportTables(tx: Tx): Promise<void> {
  await sql`create temporary table import_table (
    number int primary key, kind text not null, file text not null, sheet text not null, title text not null, year int,
    about jsonb, people_in text
  ) on commit drop`.execute(tx)
  await sql`create temporary table import_row (
    id int primary key, table_number int not null, kind text not null, row_number int not null, data jsonb not null,
    problem text, problem_key text, problem_values jsonb, problem_column int
  ) on commit drop`.execute(tx)
  await sql`create temporary table import_reference (row_id int not null, name text not null, id uuid not null) on commit drop`.execute(
    tx,
  )
  await sql`create temporary table import_record (
    row_id int not null, record text not null, record_id uuid not null, outcome text not null
  ) on commit drop`.execute(tx)
  await sql`create temporary table import_warning (row_id int not null, reason text not null, given jsonb) on commit drop`.execute(
    tx,
  )
}

/** A time-ordered id made by the database, for statements over whole sets (PostgreSQL 15 has no uuidv7). */
export const madeId: RawBuilder<string> = sql`encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
  placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid`

/** Up to date numbers for the planner: it knows nothing of a temporary table otherwise. */
export const analyze = (tx: Tx, table: string) => sql`analyze ${sql.table(table)}`.execute(tx)

/** Refuses the rows of a set that `which` selects as row_id, and optionally `given`, the values for the words. */
export const refuseRows = (tx: Tx, reason: string, key: string | null, which: RawBuilder<unknown>) =>
  sql`update import_row r set problem = ${reason}, problem_key = ${key}, problem_values = w.given
    from (${which}) as w(row_id, given) where r.id = w.row_id and r.problem is null`.execute(tx)

export const warnOfRows = (tx: Tx, reason: string, which: RawBuilder<unknown>) =>
  sql`insert into import_warning (row_id, reason, given)
    select w.row_id, ${reason}, w.given from (${which}) as w(row_id, given)`.execute(tx)

/** Leaves out of a working table the rows that have been refused since. */
export const dropRefused = (tx: Tx, table: string) =>
  sql`delete from ${sql.table(table)} t using import_row r where r.id = t.row_id and r.problem is not null`.execute(tx)

/** Search words are made here, not by the database: it knows no pinyin. */
export async function writeSearch(
  tx: Tx,
  table: string,
  of: RawBuilder<unknown>,
  only: RawBuilder<unknown> = sql`true`,
): Promise<void> {
  let after = -1
  for (;;) {
    const { rows } = await sql<{ rowId: number; words: string[] }>`
      select row_id, array_remove(array[${of}], null) as words from ${sql.table(table)}
      where row_id > ${after} and ${only} order by row_id limit 5000`.execute(tx)
    if (rows.length === 0) return
    const found = rows.map((row) => ({
      row_id: row.rowId,
      search: searchKey(row.words[0] ?? '', row.words[1]).toWellFormed(),
    }))
    await sql`update ${sql.table(table)} t set search = f.search
      from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as f(row_id int, search text) where t.row_id = f.row_id`.execute(
      tx,
    )
    after = rows.at(-1)?.rowId ?? after
  }
}
