import { type Expression, type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Fact } from '../../../platform/facts.ts'
import { instantOf } from '../../../platform/zone.ts'
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

/** What a record's line shows and where it leads, as the columns of a select. */
export function lineOf(fact: Fact): RawBuilder<unknown> {
  const shown = fact.shows.map((name) => sql`, ${of(nameColumn(fact, name))} as ${sql.id(name)}`)
  const keys = [...fact.link.matchAll(/:(\w+)/g)].map(([, key = '']) => sql`, ${of(key)} as ${sql.id(`key_${key}`)}`)
  return sql`f.id::text as id, f.path as path ${sql.join([...shown, ...keys], sql``)}`
}

type Page = { search: string; withPeople: boolean; offset: number; limit: number }

/** The rows behind the figure, a page of them, latest first. `all` is how many the figure has. */
export async function records(
  tx: Tx,
  asked: Asked,
  { search, withPeople, ...page }: Page,
  all: number,
): Promise<{ rows: Row[]; total: number }> {
  const narrowed = searched(asked.fact, search, withPeople)
  if (narrowed.length === 0) return { rows: await latest(tx, asked, page, all), total: all }
  const { rows: counted } = await sql<{ total: number }>`
    select count(*) as total ${rows(tx, asked, narrowed)}`.execute(tx)
  return { rows: await listed(tx, asked, page, narrowed), total: counted[0]?.total ?? 0 }
}

const few = 1000

/** Of many rows, those of the last days are read first; as far back as a page needs, and no further. */
async function latest(tx: Tx, asked: Asked, page: Pick<Page, 'offset' | 'limit'>, all: number): Promise<Row[]> {
  const wanted = Math.min(page.limit, all - page.offset)
  if (wanted <= 0) return []
  const { from, to } = asked.period
  const [begin, end] = [from, to].map((day) => +instantOf(day, '00:00', asked.timeZone)) as [number, number]
  const last = Math.min(end, +asked.now)
  if (asked.fact.time === 'span' || all <= few) return listed(tx, asked, page, [])
  for (let back = (2 * (last - begin) * (page.offset + page.limit)) / all; back < last - begin; back *= 4) {
    const found = await listed(tx, asked, page, [sql<boolean>`f.at >= ${new Date(last - back)}`])
    if (found.length === wanted) return found
  }
  return listed(tx, asked, page, [])
}

async function listed(
  tx: Tx,
  asked: Asked,
  { offset, limit }: Pick<Page, 'offset' | 'limit'>,
  more: readonly Expression<boolean>[],
): Promise<Row[]> {
  const { fact } = asked
  const order =
    fact.time === 'moment' ? sql`f.at desc, f.id` : sql`${of(nameColumn(fact, fact.shows[0] ?? 'id'))}, f.id`
  const { rows: found } = await sql<Row>`
    select ${lineOf(fact)}
    ${rows(tx, asked, more)} order by ${order} limit ${limit} offset ${offset}`.execute(tx)
  return found
}
