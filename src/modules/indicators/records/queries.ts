import { type Expression, sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Fact } from '../../../platform/facts.ts'
import { type Asked, containing, of, rows } from '../queries.ts'

export type Row = Record<string, unknown> & { id: string; path: string }

const nameColumn = (fact: Fact, name: string): string => {
  const column = fact.columns[name]
  return column?.type === 'reference' ? column.label : name
}

const searched = (fact: Fact, text: string, withPeople: boolean): Expression<boolean>[] => {
  if (text === '') return []
  const names = fact.shows.filter((name) => {
    const column = fact.columns[name]
    return column?.type === 'text' || (column?.type === 'reference' && (withPeople || !column.person))
  })
  const places = names.map((name) => of(nameColumn(fact, name)))
  return [sql<boolean>`concat_ws(' ', ${sql.join(places)}) ilike ${containing(text)}`]
}

/** The rows behind the figure, a page of them, latest first. */
export async function records(
  tx: Tx,
  asked: Asked,
  { search, withPeople, offset, limit }: { search: string; withPeople: boolean; offset: number; limit: number },
): Promise<{ rows: Row[]; total: number }> {
  const { fact } = asked
  const from = rows(tx, asked, searched(fact, search, withPeople))
  const shown = fact.shows.map((name) => sql`, ${of(nameColumn(fact, name))} as ${sql.id(name)}`)
  const keys = [...fact.link.matchAll(/:(\w+)/g)].map(([, key = '']) => sql`, ${of(key)} as ${sql.id(`key_${key}`)}`)
  const order =
    fact.time === 'moment' ? sql`f.at desc, f.id` : sql`${of(nameColumn(fact, fact.shows[0] ?? 'id'))}, f.id`
  const { rows: found } = await sql<Row>`
    select f.id::text as id, f.path as path ${sql.join([...shown, ...keys], sql``)}
    ${from} order by ${order} limit ${limit} offset ${offset}`.execute(tx)
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total ${from}`.execute(tx)
  return { rows: found, total: counted[0]?.total ?? 0 }
}

/** All of them by their ids alone, in the order of the ids. */
export async function recordKeys(tx: Tx, asked: Asked): Promise<string[]> {
  const { rows: found } = await sql<{ id: string }>`select f.id::text as id ${rows(tx, asked)} order by 1`.execute(tx)
  return found.map(({ id }) => id)
}
