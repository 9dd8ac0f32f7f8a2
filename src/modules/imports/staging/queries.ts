import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { analyze } from '../../../platform/workbook/tables.ts'
import type { ImportTable, Outcome, RowRefusal } from '../contract.ts'

export type StagedRow = {
  id: number
  table_number: number
  kind: string
  row_number: number
  data: Record<string, unknown>
  problem: string | null
  problem_column: number | null
  problem_values: Record<string, string> | null
}

export async function insertTables(
  tx: Tx,
  tables: readonly ImportTable[],
  files: readonly { name: string }[],
): Promise<void> {
  const values = tables.map((table) => ({
    number: table.number,
    kind: table.kind,
    file: files[table.file]?.name ?? '',
    sheet: table.sheet,
    title: table.title,
    year: table.year,
    about: table.about ?? null,
    people_in: table.peopleIn ?? null,
  }))
  await sql`insert into import_table select * from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
    as t(number int, kind text, file text, sheet text, title text, year int, about jsonb, people_in text)`.execute(tx)
}

export const insertRows = (tx: Tx, rows: readonly StagedRow[]) =>
  sql`insert into import_row (id, table_number, kind, row_number, data, problem, problem_column, problem_values)
    select id, table_number, kind, row_number, data, problem, problem_column, problem_values
    from jsonb_to_recordset(${JSON.stringify(rows).replaceAll('\\u0000', '')}::jsonb)
      as r(id int, table_number int, kind text, row_number int, data jsonb, problem text, problem_column int, problem_values jsonb)`.execute(
    tx,
  )

export type NotedRow = { row_id: number; reason: string; values: Record<string, string> }

/** What was worth a word when rows were read; of refused rows only the refusal is said. */
export const insertNotes = (tx: Tx, notes: readonly NotedRow[]) =>
  sql`insert into import_warning (row_id, reason, given) select n.row_id, n.reason, n.values
    from jsonb_to_recordset(${JSON.stringify(notes).replaceAll('\\u0000', '')}::jsonb) as n(row_id int, reason text, values jsonb)
      join import_row r on r.id = n.row_id where r.problem is null`.execute(tx)

/**
 * Tables that this transaction fills have no statistics before it commits, and the planner then expects a handful of rows:
 * row-by-row joins over hundreds of thousands. So they are hashed, with room for that.
 */
export async function planForSets(tx: Tx): Promise<void> {
  await sql`set local enable_nestloop = off`.execute(tx)
  await sql`set local jit = off`.execute(tx)
  await sql`set local work_mem = '24MB'`.execute(tx)
}

export const planAsUsual = (tx: Tx) => sql`set local enable_nestloop = on`.execute(tx)

export const analyzeRows = (tx: Tx) => analyze(tx, 'import_row')

/** Which file, sheet and row each record came from. What did not change keeps the source that it has. */
export async function writeSources(tx: Tx, runId: string): Promise<void> {
  await sql`
    insert into import_source (record, record_id, run_id, file, sheet, row_number)
    select distinct on (c.record, c.record_id) c.record, c.record_id, ${runId}::uuid, t.file, t.sheet, r.row_number
    from import_record c join import_row r on r.id = c.row_id join import_table t on t.number = r.table_number
    order by c.record, c.record_id, (c.outcome = 'created') desc, r.id
    on conflict do nothing`.execute(tx)
  await sql`
    update import_source s set run_id = ${runId}::uuid, file = t.file, sheet = t.sheet, row_number = r.row_number
    from import_record c join import_row r on r.id = c.row_id join import_table t on t.number = r.table_number
    where c.outcome = 'updated' and s.tenant_id = current_tenant() and s.record = c.record and s.record_id = c.record_id
      and s.run_id <> ${runId}::uuid`.execute(tx)
}

const most = 5000

/** What happened to the rows, counted by records; a record that two rows touch counts once, by the stronger outcome. */
export async function outcomeOf(tx: Tx, tables: readonly ImportTable[]): Promise<Outcome> {
  const counts = await sql<{ record: string; created: number; updated: number; unchanged: number }>`
    select record, count(*) filter (where rank = 0)::int as created, count(*) filter (where rank = 1)::int as updated,
      count(*) filter (where rank = 2)::int as unchanged
    from (select record, record_id, min(array_position(array['created', 'updated', 'unchanged'], outcome)) - 1 as rank
      from import_record group by record, record_id) c group by record order by record`.execute(tx)
  const total = await sql<{ rows: number; refused: number; warnings: number }>`
    select (select count(*)::int from import_row) as rows, (select count(*)::int from import_row where problem is not null) as refused,
      (select count(*)::int from import_warning) as warnings`.execute(tx)
  const refused = await sql<Found & { key: string | null }>`
    select t.file, t.sheet, t.number, r.row_number as row, r.problem_column as column, r.problem as reason, r.problem_values as values, r.problem_key as key
    from import_row r join import_table t on t.number = r.table_number
    where r.problem is not null order by r.id limit ${most}`.execute(tx)
  const warnings = await sql<Found>`
    select t.file, t.sheet, t.number, r.row_number as row, null::int as column, w.reason, w.given as values
    from import_warning w join import_row r on r.id = w.row_id join import_table t on t.number = r.table_number
    order by r.id, w.reason limit ${most}`.execute(tx)
  const sum = (what: 'created' | 'updated' | 'unchanged') => counts.rows.reduce((n, row) => n + row[what], 0)
  return {
    created: sum('created'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    rows: total.rows[0]?.rows ?? 0,
    records: Object.fromEntries(counts.rows.map(({ record, ...count }) => [record, count])),
    refused: refused.rows.map(({ key, ...row }) =>
      said({ ...row, column: row.column ?? columnOf(tables, row.number, key) }),
    ),
    refusedRows: total.rows[0]?.refused ?? 0,
    warnings: warnings.rows.map(said),
    warningCount: total.rows[0]?.warnings ?? 0,
  }
}

type Found = Omit<RowRefusal, 'values'> & { number: number; values: RowRefusal['values'] | null }

const said = ({ file, sheet, row, column, reason, values }: Found): RowRefusal => ({
  file,
  sheet,
  row,
  column,
  reason,
  values: values ?? {},
})

const columnOf = (tables: readonly ImportTable[], number: number, key: string | null): number | null =>
  tables.find((table) => table.number === number)?.headings.find((heading) => key !== null && heading.key === key)
    ?.column ?? null
