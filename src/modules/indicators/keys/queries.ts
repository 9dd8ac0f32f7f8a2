import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Fact, Measure } from '../../../platform/facts.ts'
import { type Asked, of, rows } from '../queries.ts'
import { lineOf, type Row } from '../records/queries.ts'
import type { Keys } from './contract.ts'

/** What one record gives to the value, where it is more than being counted. */
function amountOf(fact: Fact, measure: Measure) {
  if (measure.kind === 'sum' || measure.kind === 'median') return sql`${of(measure.column)}::float8`
  if (measure.kind === 'share') return sql`${of(measure.column)}::int::float8`
  const top = measure.kind === 'rate' ? fact.measures[measure.top] : undefined
  return top?.kind === 'sum' ? sql`${of(top.column)}::float8` : null
}

/** The ids of the records behind a figure, in their order, each with what it gives. */
export async function keysOf(tx: Tx, asked: Asked): Promise<Keys> {
  const amount = amountOf(asked.fact, asked.measure)
  const { rows: found } = await sql<Keys>`
    select coalesce(array_agg(k.id order by k.id), '{}') as record_ids,
      ${amount ? sql`array_agg(k.amount order by k.id)` : sql`null`} as amounts
    from (select f.id::text as id ${amount ? sql`, ${amount} as amount` : sql``} ${rows(tx, asked)}) as k`.execute(tx)
  const [keys] = found
  return keys
    ? { recordIds: keys.recordIds, amounts: amount ? (keys.amounts ?? []) : null }
    : { recordIds: [], amounts: null }
}

/** Records by their ids as they stand today, whether or not they count any more. */
export async function recordsWith(tx: Tx, fact: Fact, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return []
  const { rows: found } = await sql<Row>`
    select ${lineOf(fact)} from ${fact.source(tx)} as f where f.id::text = any(${[...ids]}::text[])`.execute(tx)
  return found
}
