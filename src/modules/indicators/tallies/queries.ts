import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { type Fact, tablesOf } from '../../../platform/facts.ts'
import { of } from '../queries.ts'
import { commonStart, Members, type Range, type Shape, shapeOf } from './rules.ts'

/** A fact as it is kept: what of it, by which definition, on which tables that depends. */
export type Kept = { fact: Fact; shape: Shape; definition: string; tables: readonly string[]; timeZone: string }

const known = new Map<string, Pick<Kept, 'shape' | 'tables'>>()

/** Everything that the kept counts are made of; a change of it makes them another fact's. */
const everything = (tx: Tx, fact: Fact, { dimensions, sums, fields }: Shape): RawBuilder<unknown> =>
  sql`select ${sql.join(['path', 'at', ...new Set([...dimensions, ...sums, ...fields])].map(of))} from ${fact.source(tx)} as f`

export async function keptAs(tx: Tx, fact: Fact, timeZone: string): Promise<Kept> {
  const asked = shapeOf(fact)
  const { sql: text, parameters } = everything(tx, fact, asked).compile(tx)
  const definition = createHash('sha256')
    .update(JSON.stringify([text, parameters, asked, timeZone]))
    .digest('hex')
  let found = known.get(definition)
  if (!found) {
    const shape = { ...asked, sums: await wholeNumbers(tx, fact, asked.sums) }
    found = { shape, tables: await tablesRead(tx, fact, everything(tx, fact, asked)) }
    known.set(definition, found)
  }
  return { fact, definition, timeZone, ...found }
}

/** Sums of whole numbers are exact in any order; others are left to the database. */
async function wholeNumbers(tx: Tx, fact: Fact, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const types = names.map((name) => sql`pg_typeof((select ${of(name)} from ${fact.source(tx)} as f limit 0))::text`)
  const { rows } = await sql<{ types: string[] }>`select array[${sql.join(types)}] as types`.execute(tx)
  return names.filter((_, i) => ['smallint', 'integer'].includes(rows[0]?.types[i] ?? ''))
}

/**
 * Which tables the database would read to answer: joins that only bring names are left out of its plan. Where a plan does not
 * name its tables, it is every table that the statement mentions.
 */
async function tablesRead(tx: Tx, fact: Fact, statement: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<Record<string, unknown>>`explain (format json) ${statement}`.execute(tx)
  const [tables, hidden] = [new Set<string>(), ['Custom Scan', 'Foreign Scan']]
  let clear = true
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one)
    else if (typeof value === 'object' && value !== null)
      for (const [name, part] of Object.entries(value)) {
        if (name === 'Relation Name') tables.add(String(part))
        if (name === 'Node Type' && hidden.includes(String(part))) clear = false
        visit(part)
      }
  }
  visit(rows.map((row) => Object.values(row)))
  return clear && tables.size > 0 ? [...tables] : [...tablesOf(fact)]
}

export const states = (tx: Tx) => tx.selectFrom('tallyState').select(['fact', 'definition', 'countedTo']).execute()

export type Marked = { tableName: string; everything: boolean }
export const marks = (tx: Tx): Promise<Marked[]> =>
  tx
    .selectFrom('changeMark')
    .groupBy('tableName')
    .select(['tableName', sql<boolean>`bool_or(key is null and at is null)`.as('everything')])
    .execute()

export type Standing = { oneMoment: boolean; definition: string | null; countedTo: string | null; marks: Marked[] }

/** How a fact's counts stand, and whether all statements of this transaction see the same moment: only then do they fit to rows. */
export async function standing(tx: Tx, fact: Fact): Promise<Standing> {
  const { rows } = await sql<Standing>`
    select current_setting('transaction_isolation') in ('repeatable read', 'serializable') as one_moment, s.definition, s.counted_to,
           coalesce((select jsonb_agg(jsonb_build_object('tableName', m.table_name, 'everything', m.everything)) from
             (select table_name, bool_or(key is null and at is null) as everything from change_mark
              where tenant_id = current_tenant() group by 1) as m), '[]') as marks
    from (select) as one left join tally_state s on s.tenant_id = current_tenant() and s.fact = ${fact.name}`.execute(
    tx,
  )
  return rows[0] as Standing
}

/** A clock that is put back repeats an hour, so one at the very beginning of a day may count for the day before. */
const days = (at: RawBuilder<unknown>, timeZone: string) =>
  sql`select distinct to_char((${at} - back) at time zone ${timeZone}, 'YYYY-MM-DD') as day`
const backwards = sql`(values (interval '0'), (interval '3 hours')) as b(back)`

const marksOf = ({ tables }: Kept) =>
  sql`marks as (select key, at from change_mark where tenant_id = current_tenant() and table_name = any(${[...tables]}::text[]))`
/** The moments that the marks reach. */
const momentsOf = ({ fact }: Kept) =>
  sql`(select at from marks where at is not null union all select at from (${
    fact.reached?.(sql`marks`) ?? sql`select at from marks`
  }) as x) as r`

/** The days that the marks reach. */
export async function daysReached(tx: Tx, kept: Kept): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    with ${marksOf(kept)} ${days(sql`r.at`, kept.timeZone)} from ${momentsOf(kept)}, ${backwards}`.execute(tx)
  return rows.map(({ day }) => day)
}

/** The parts of the tree that have rows at the moments that the marks reach, from a day on. */
export async function pathsReached(tx: Tx, kept: Kept, since: string): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`
    with ${marksOf(kept)} select distinct f.path from ${kept.fact.source(tx)} as f
    where f.at >= cast(${since} as timestamp) at time zone ${kept.timeZone}
      and f.at = any(array(select distinct r.at from ${momentsOf(kept)})) order by 1`.execute(tx)
  return rows.map(({ path }) => path)
}

export async function daysWithRows(tx: Tx, { fact, timeZone }: Kept): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    ${days(sql`r.at`, timeZone)} from (select distinct at from ${fact.source(tx)} as f) as r, ${backwards} order by 1`.execute(
    tx,
  )
  return rows.map(({ day }) => day)
}

/** By their bytes: as people sort words, rows would take twice as long to be put together. */
export const combinationOf = ({ dimensions }: Shape): RawBuilder<unknown> =>
  sql`array[${sql.join(dimensions.map((name) => sql`${of(name)}::text`))}]::text[] collate "C"`

/** In one of these ranges of days. */
export const within = (ranges: readonly Range[], timeZone: string): RawBuilder<unknown> =>
  sql`(${sql.join(
    ranges.map(
      ({ from, to }) => sql`(f.at >= cast(${from} as timestamp) at time zone ${timeZone}
        and f.at < cast(${to} as timestamp) at time zone ${timeZone})`,
    ),
    sql` or `,
  )})`

type Row = { combination: (string | null)[]; records: number; sums: string[] }

/** Months and days at a node and below it, under a name. */
export type Pieces = { name: string; path: string; pieces: readonly string[] }
type Named = { name: string }

/**
 * What is kept of them: `k` with the name `w.name` for which it is wanted. `offset 0` has each found by its key, whatever the database believes of
 * a table that has just been filled.
 */
function keptOf(
  table: 'tally' | 'tally_set',
  more: RawBuilder<unknown>,
  wanted: readonly Pieces[],
): RawBuilder<unknown> {
  const [names, paths, pieces] = [[], [], []] as [string[], string[], string[]]
  for (const one of wanted)
    for (const piece of one.pieces) {
      names.push(one.name)
      paths.push(one.path)
      pieces.push(piece)
    }
  return sql`from unnest(${names}::text[], ${paths}::text[], ${pieces}::text[]) as w(name, path, piece)
    cross join lateral (select * from ${sql.table(table)} k where k.tenant_id = current_tenant() and k.path = w.path and k.piece = w.piece
      and ${more} offset 0) as k`
}

export async function tallies(tx: Tx, kept: Kept, wanted: readonly Pieces[]): Promise<(Row & Named)[]> {
  const sums = kept.shape.sums.map((_, i) => sql`sum(k.sums[${sql.lit(i + 1)}])::text`)
  const { rows } = await sql<Row & Named>`
    select w.name, k.combination, sum(k.records)::bigint as records, array[${sql.join(sums)}]::text[] as sums
    ${keptOf('tally', sql`k.fact = ${kept.fact.name}`, wanted)} group by w.name, k.combination`.execute(tx)
  return rows
}

/** One text for a combination, so that several may be asked for at once. */
export const keyOf = (combination: readonly (string | null)[]): string =>
  combination.map((value) => value ?? '\u0001').join('\u001f')
const keySql = (combination: RawBuilder<unknown>) =>
  sql<string>`array_to_string(${combination}, chr(31), chr(1)) collate "C"`

/** Different values of the rows that are alike in a key. */
export type SetOf = { key: string; members: Members }
type SetRow = { key: string; members: Buffer | null; others: string | null }
const setOf = <R extends SetRow>({ members, others, ...row }: R) => ({
  ...row,
  members: new Members().add(members, others ? (JSON.parse(others) as string[]) : []),
})
/** `combinations` by their keys. */
type Wanted = { field: string; combinations: readonly string[] }

export async function sets(
  tx: Tx,
  kept: Kept,
  { field, combinations }: Wanted,
  wanted: readonly Pieces[],
): Promise<(SetOf & Named)[]> {
  const key = keySql(sql`k.combination`)
  const { rows } = await sql<SetRow & Named>`
    select w.name, ${key} as key, string_agg(k.members, '') as members, null as others
    ${keptOf('tally_set', sql`k.fact = ${kept.fact.name} and k.field = ${field}`, wanted)}
    where ${key} = any(${[...combinations]}::text[]) group by 1, 2`.execute(tx)
  return rows.map(setOf)
}

type Live = { paths: readonly string[]; ranges: readonly Range[]; now: Date }
type At = { path: string }
/** Rows at one of these nodes `w.path` or below it, at each of them. */
const live = (tx: Tx, { fact, timeZone }: Kept, { paths, ranges, now }: Live) =>
  sql`from unnest(${[...paths]}::text[]) as w(path) join ${fact.source(tx)} as f on starts_with(f.path, w.path)
    where f.path like ${`${commonStart(paths)}%`} and ${within(ranges, timeZone)} and f.at <= ${now}`

/** The same of rows that are read now. */
export async function cells(tx: Tx, kept: Kept, asked: Live): Promise<(Row & At)[]> {
  const { rows } = await sql<Row & At>`
    select w.path, ${combinationOf(kept.shape)} as combination, count(*) as records, ${sumsOf(kept.shape)} as sums
    ${live(tx, kept, asked)} group by 1, 2`.execute(tx)
  return rows
}

export const sumsOf = ({ sums }: Shape): RawBuilder<unknown> =>
  sql`array[${sql.join(sums.map((name) => sql`coalesce(sum(${of(name)}), 0)::bigint::text`))}]::text[]`

export async function liveSets(
  tx: Tx,
  kept: Kept,
  { field, combinations }: Wanted,
  asked: Live,
): Promise<(SetOf & At)[]> {
  const { rows } = await sql<SetRow & At>`
    with seen as (
      select distinct w.path, ${combinationOf(kept.shape)} as combination, ${of(field)}::text as value
      ${live(tx, kept, asked)} and ${of(field)} is not null),
    words as (
      select path, combination, m.ordinal >> 6 as word, bit_or(1::bigint << (m.ordinal & 63)) as bits,
             jsonb_agg(seen.value) filter (where m.ordinal is null) as others
      from seen left join tally_member m on m.tenant_id = current_tenant() and m.fact = ${kept.fact.name} and m.field = ${field}
        and m.value = seen.value
      where ${keySql(sql`combination`)} = any(${[...combinations]}::text[])
      group by 1, 2, 3)
    select path, ${keySql(sql`combination`)} as key, string_agg(int4send(word) || int8send(bits), '') filter (where word is not null) as members,
           max(others::text) as others
    from words group by path, combination`.execute(tx)
  return rows.map(setOf)
}
