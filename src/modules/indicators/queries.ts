import { type Expression, type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { type Column, type Fact, type Filter, type Measure, valuesOf } from '../../platform/facts.ts'
import type { Period } from './period/rules.ts'

/** A question with all its names resolved: everything that decides which rows count. */
export type Asked = {
  fact: Fact
  measure: Measure
  filter: Filter
  period: Period
  path: string
  timeZone: string
  now: Date
  today: string
}

export const of = (name: string) => sql.ref(`f.${name}`)
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
export const containing = (value: string) => `%${value.replace(/[\\%_]/g, '\\$&')}%`

/**
 * The rows that count: the one place where a question becomes conditions. The value, its parts and the list of records are
 * all read from here, so they cannot differ.
 */
export function rows(tx: Tx, asked: Asked, more: readonly Expression<boolean>[] = []): RawBuilder<unknown> {
  const { fact, measure, filter, path } = asked
  const conditions = [
    sql<boolean>`f.path like ${`${path}%`}`,
    ...(fact.time === 'moment' ? during(asked) : standing(asked)),
    ...conditionsOf(tx, fact, filter, path),
    ...conditionsOf(tx, fact, measure.where ?? {}, path),
    ...more,
  ]
  return sql`from ${fact.source(tx)} as f where ${sql.join(conditions, sql` and `)}`
}

/** What lies ahead has not taken place: it counts when its time has come. */
const during = ({ period, timeZone, now }: Asked) => [
  sql<boolean>`f.at >= cast(${period.from} as timestamp) at time zone ${timeZone}`,
  sql<boolean>`f.at < cast(${period.to} as timestamp) at time zone ${timeZone}`,
  sql<boolean>`f.at <= ${now}`,
]

const standing = ({ period, today }: Asked) => {
  const day = sql`least(cast(${period.to} as date) - 1, cast(${today} as date))`
  return [
    sql<boolean>`coalesce(f.from_date <= ${day}, true)`,
    sql<boolean>`coalesce(f.to_date > ${day}, true)`,
    // a period that has not begun has no state yet
    sql<boolean>`cast(${period.from} as date) <= cast(${today} as date)`,
  ]
}

function conditionsOf(tx: Tx, fact: Fact, filter: Filter, path: string): Expression<boolean>[] {
  return Object.entries(filter).flatMap(([name, values]) => {
    if (name === 'part') return [sql<boolean>`f.path = ${path}`]
    const column = fact.columns[name]
    return column ? [sql<boolean>`(${sql.join(conditionOf(tx, column, name, values), sql` or `)})`] : []
  })
}

/** Any of the values; an empty one stands for rows in which nothing is stated. */
function conditionOf(tx: Tx, column: Column, name: string, values: readonly string[]): Expression<boolean>[] {
  const given = values.filter((value) => value !== '' && value !== '=')
  const none = given.length < values.length
  const never = sql<boolean>`false`
  switch (column.type) {
    case 'flag':
      return [never, ...values.map((value) => sql<boolean>`coalesce(${of(name)}, false) = ${value === 'yes'}`)]
    case 'text': {
      const like = given.map((value) =>
        value.startsWith('=')
          ? sql<boolean>`${of(name)} = ${value.slice(1)}`
          : sql<boolean>`${of(name)} ilike ${containing(value)}`,
      )
      return [never, ...like, ...(none ? [sql<boolean>`coalesce(${of(name)}, '') = ''`] : [])]
    }
    case 'many': {
      const owners = sql`select b.owner from ${column.bridge(tx)} as b`
      const keys = column.values ? sql`${given}::text[]` : sql`${given.filter((v) => uuid.test(v))}::uuid[]`
      const some = sql<boolean>`${of(column.owner)} in (${owners} where b.key = any(${keys}))`
      return [some, ...(none ? [sql<boolean>`${of(column.owner)} not in (${owners})`] : [])]
    }
    case 'reference': {
      const some = sql<boolean>`${of(name)} = any(${given.filter((v) => uuid.test(v))}::uuid[])`
      return [some, ...(none ? [sql<boolean>`${of(name)} is null`] : [])]
    }
    default:
      return [
        sql<boolean>`${of(name)} = any(${given}::text[])`,
        ...(none ? [sql<boolean>`coalesce(${of(name)}, '') = ''`] : []),
      ]
  }
}

function valueSql(fact: Fact, measure: Measure): RawBuilder<unknown> {
  switch (measure.kind) {
    case 'count':
      return sql`count(*)`
    case 'distinct':
      return sql`count(distinct ${of(measure.column)})`
    case 'sum':
      return sql`coalesce(sum(${of(measure.column)}), 0)`
    case 'median':
      return sql`percentile_cont(0.5) within group (order by ${of(measure.column)})`
    case 'share':
      return sql`(count(*) filter (where ${of(measure.column)}))::float8 / nullif(count(*), 0)`
    case 'rate': {
      const [top, bottom] = [fact.measures[measure.top], fact.measures[measure.bottom]]
      if (!top || !bottom) throw new Error(`${fact.name} has no measures ${measure.top} and ${measure.bottom}`)
      return sql`(${valueSql(fact, top)})::float8 / nullif(${valueSql(fact, bottom)}, 0)`
    }
  }
}

export type Counted = { value: number | null; records: number }

/** Several measures of the same rows, read once. The first one's `where` is that of all. */
export async function countAll(tx: Tx, asked: Asked, measures: readonly Measure[]): Promise<Counted[]> {
  const values = measures.map((measure, i) => sql`${valueSql(asked.fact, measure)} as ${sql.id(`value${i}`)}, `)
  const { rows: found } = await sql<Record<string, number | null>>`
    select ${sql.join(values, sql``)} count(*) as records ${rows(tx, asked)}`.execute(tx)
  return measures.map((_, i) => ({ value: found[0]?.[`value${i}`] ?? null, records: found[0]?.records ?? 0 }))
}

export async function count(tx: Tx, asked: Asked): Promise<Counted> {
  const [counted] = await countAll(tx, asked, [asked.measure])
  return counted ?? { value: null, records: 0 }
}

const times = ['day', 'month', 'quarter', 'year']

export type Part = Counted & { key: string; label: string | null }

/**
 * The parts that have rows, by `by`: times in their order, all else from the most to the least. Keys are ids, values, or
 * days, months and quarters as periods are written.
 */
export async function countBy(tx: Tx, asked: Asked, by: string): Promise<Part[]> {
  const { fact, measure, path, timeZone } = asked
  const local = sql`f.at at time zone ${timeZone}`
  const select = (key: RawBuilder<unknown>, label: RawBuilder<unknown>, from = rows(tx, asked)) =>
    sql<Part>`
      select ${key} as key, ${label} as label, ${valueSql(fact, measure)} as value, count(*) as records
      ${from} group by 1 order by ${times.includes(by) ? sql`1` : sql`3 desc nulls last, 1`}`.execute(tx)
  const nothing = sql`null::text`
  const column = fact.columns[by]
  if (by === 'day') return (await select(sql`to_char(${local}, 'YYYY-MM-DD')`, nothing)).rows
  if (by === 'month') return (await select(sql`to_char(${local}, 'YYYY-MM')`, nothing)).rows
  if (by === 'quarter') return (await select(sql`to_char(${local}, 'YYYY"-Q"Q')`, nothing)).rows
  if (by === 'year') return (await select(sql`to_char(${local}, 'YYYY')`, nothing)).rows
  if (by === 'part')
    return (await select(sql`split_part(substr(f.path, ${path.length + 1}::int), '/', 1)`, nothing)).rows
  if (column?.type === 'reference')
    return (await select(sql`coalesce(${of(by)}::text, '')`, sql`max(${of(column.label)})`)).rows
  if (column?.type !== 'many') return (await select(sql`coalesce(${of(by)}::text, '')`, nothing)).rows
  const inside = sql`from (select f.* ${rows(tx, asked)}) as f
    left join ${column.bridge(tx)} as b on b.owner = ${of(column.owner)}`
  return (await select(sql`coalesce(b.key::text, '')`, column.values ? nothing : sql`max(b.label)`, inside)).rows
}

/** The names behind ids that a filter gives. */
export async function namesOf(tx: Tx, fact: Fact, column: Column, name: string, ids: readonly string[]) {
  const known = ids.filter((id) => uuid.test(id))
  if (known.length === 0 || valuesOf(column) || (column.type !== 'reference' && column.type !== 'many')) return {}
  const one = (id: string) =>
    column.type === 'many'
      ? sql<{ label: string }>`select b.label from ${column.bridge(tx)} as b where b.key = ${id}::uuid limit 1`
      : sql<{ label: string }>`
          select ${of(column.label)} as label from ${fact.source(tx)} as f where ${of(name)} = ${id}::uuid limit 1`
  const names: Record<string, string> = {}
  for (const id of known) {
    const { rows: found } = await one(id).execute(tx)
    if (found[0]) names[id] = found[0].label
  }
  return names
}

export type Node = { id: string; name: string; path: string }

/** Nodes of the tree, read as the fact that their own module declares. */
export async function nodes(tx: Tx, tree: Fact, ids: readonly string[]): Promise<Node[]> {
  const { rows: found } = await sql<Node>`
    select f.id, f.name, f.path from ${tree.source(tx)} as f where f.id = any(${ids.filter((id) => uuid.test(id))}::uuid[])
    order by length(f.path)`.execute(tx)
  return found
}

/** The node that stands above the most. */
export async function topNode(tx: Tx, tree: Fact): Promise<Node | undefined> {
  const { rows: found } = await sql<Node>`
    select f.id, f.name, f.path from ${tree.source(tx)} as f order by length(f.path), f.path limit 1`.execute(tx)
  return found[0]
}
