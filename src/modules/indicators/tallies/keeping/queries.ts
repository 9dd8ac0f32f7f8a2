import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import { of } from '../../queries.ts'
import { combinationOf, type Kept, within } from '../queries.ts'

type Piece = { piece: string; from: string; to: string }

const rowsOf = (tx: Tx, { fact, timeZone }: Kept, piece: Piece) =>
  sql`from ${fact.source(tx)} as f where f.path is not null and ${within([piece], timeZone)}`

/** Each node of the tree at which rows stand, and every one above it. */
const nodes = sql`
  nodes as materialized (
    select p.path, left(p.path, i) as node from (select distinct path from base) as p
    cross join lateral generate_series(2, length(p.path)) as i where substr(p.path, i, 1) = '/')`

/** The rows of a month or of a day put together as they are kept. */
function cells(tx: Tx, kept: Kept, piece: Piece): RawBuilder<unknown> {
  const { sums } = kept.shape
  const summed = sums.map((name, i) => sql`, coalesce(sum(${of(name)}), 0) as ${sql.id(`sum${i}`)}`)
  const added = sums.map((_, i) => sql`sum(${sql.id(`sum${i}`)})::bigint`)
  return sql`
    with base as (
      select f.path, ${combinationOf(kept.shape)} as combination, count(*) as records ${sql.join(summed, sql``)}
      ${rowsOf(tx, kept, piece)} group by 1, 2), ${nodes}
    select current_tenant() as tenant_id, ${kept.fact.name}::text as fact, node as path, ${piece.piece}::text as piece, combination,
           sum(records)::bigint as records, array[${sql.join(added)}]::bigint[] as sums
    from base join nodes using (path) group by node, combination`
}

function sets(tx: Tx, kept: Kept, piece: Piece, field: string): RawBuilder<unknown> {
  return sql`
    with base as (
      select f.path, ${combinationOf(kept.shape)} as combination, m.ordinal >> 6 as word, bit_or(1::bigint << (m.ordinal & 63)) as bits
      from ${kept.fact.source(tx)} as f
      left join tally_member m on m.tenant_id = current_tenant() and m.fact = ${kept.fact.name} and m.field = ${field}
        and m.value = ${of(field)}::text
      where f.path is not null and ${of(field)} is not null and ${within([piece], kept.timeZone)} group by 1, 2, 3), ${nodes},
    words as (
      select node, combination, word, bit_or(bits) as bits from base join nodes using (path) group by 1, 2, 3)
    select current_tenant() as tenant_id, ${kept.fact.name}::text as fact, ${field}::text as field, node as path,
           ${piece.piece}::text as piece, combination, string_agg(int4send(word) || int8send(bits), '' order by word) as members
    from words group by node, combination`
}

/** Counts a month or a day again; a month's days are kept no more. Values seen for the first time get the next numbers. */
export async function recount(tx: Tx, kept: Kept, piece: Piece): Promise<void> {
  await forget(tx, kept, piece.piece)
  await sql`insert into tally (tenant_id, fact, path, piece, combination, records, sums) ${cells(tx, kept, piece)}`.execute(
    tx,
  )
  for (const field of kept.shape.fields) {
    await sql`
      insert into tally_member (fact, field, value, ordinal)
      select ${kept.fact.name}, ${field}, n.value,
             (select coalesce(max(ordinal), -1) from tally_member where tenant_id = current_tenant() and fact = ${kept.fact.name}
                and field = ${field}) + row_number() over (order by n.value)
      from (select distinct ${of(field)}::text as value ${rowsOf(tx, kept, piece)} and ${of(field)} is not null) as n
      where not exists (select from tally_member m where m.tenant_id = current_tenant() and m.fact = ${kept.fact.name}
        and m.field = ${field} and m.value = n.value)`.execute(tx)
    await sql`insert into tally_set (tenant_id, fact, field, path, piece, combination, members)
      ${sets(tx, kept, piece, field)}`.execute(tx)
  }
}

/** What is kept of a month or a day at each node, as one text of each. */
export async function told(tx: Tx, { fact }: Kept, { piece }: Piece): Promise<Map<string, string>> {
  const here = sql`tenant_id = current_tenant() and fact = ${fact.name} and piece = ${piece}`
  const { rows } = await sql<{ path: string; text: string }>`
    select path, md5(string_agg(one, ' ' order by one)) as text from (
      select path, concat_ws(' ', combination, records, sums) as one from tally where ${here}
      union all select path, concat_ws(' ', field, combination, members) from tally_set where ${here}) as x
    group by path`.execute(tx)
  return new Map(rows.map(({ path, text }) => [path, text]))
}

/** What is kept of a month and its days, of one day, or of all. */
export async function forget(tx: Tx, { fact }: Pick<Kept, 'fact'>, piece = ''): Promise<void> {
  for (const table of ['tally', 'tallySet'] as const) {
    await tx.deleteFrom(table).where('fact', '=', fact.name).where('piece', 'like', `${piece}%`).execute()
  }
}

export const forgetMembers = (tx: Tx, { fact }: Kept) =>
  tx.deleteFrom('tallyMember').where('fact', '=', fact.name).execute()

export const keepState = (tx: Tx, { fact, definition }: Kept, countedTo: string) =>
  tx
    .insertInto('tallyState')
    .values({ fact: fact.name, definition, countedTo })
    .onConflict((on) => on.columns(['tenantId', 'fact']).doUpdateSet({ definition, countedTo }))
    .execute()

export const forgetStates = (tx: Tx) => tx.deleteFrom('tallyState').execute()

export const keptPieces = async (tx: Tx, { fact }: Kept): Promise<string[]> =>
  (await tx.selectFrom('tally').where('fact', '=', fact.name).select('piece').distinct().execute()).map((r) => r.piece)

/** Where a month or day as it is kept and the same counted anew differ first. */
export async function difference(tx: Tx, kept: Kept, piece: Piece): Promise<string | null> {
  const columns = sql`tenant_id, fact, path, piece, combination`
  const here = sql`tenant_id = current_tenant() and fact = ${kept.fact.name} and piece = ${piece.piece}`
  const compare = async (stored: RawBuilder<unknown>, anew: RawBuilder<unknown>) =>
    (
      await sql<{ at: string }>`
        with stored as (${stored}), anew as (select * from (${anew}) as a)
        select concat_ws(' ', fact, piece, path, combination::text) as at
        from ((select * from stored except select * from anew) union all (select * from anew except select * from stored)) as d
        order by 1 limit 1`.execute(tx)
    ).rows[0]?.at ?? null
  const found = await compare(sql`select ${columns}, records, sums from tally where ${here}`, cells(tx, kept, piece))
  if (found) return found
  for (const field of kept.shape.fields) {
    const stored = sql`select tenant_id, fact, field, path, piece, combination, members from tally_set
      where ${here} and field = ${field}`
    const at = await compare(stored, sets(tx, kept, piece, field))
    if (at) return `${at} ${field}`
  }
  return null
}
