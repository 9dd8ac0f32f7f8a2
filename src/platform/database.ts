import { createHash } from 'node:crypto'
import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Database } from './database.gen.ts'

export type Db = Kysely<Database>
export type Tx = Transaction<Database>

// Counts fit a double; a day has no zone; sizes and areas are read as numbers.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, String)
pg.types.setTypeParser(pg.types.builtins.TIME, String)

/**
 * Stands at the front of a statement that is asked many times a second and takes longer to plan than to run: a connection plans it once.
 * Whatever its plan hangs on (a limit) stands in it as a literal.
 */
const mark = '/* planned */'
export const planned = sql.raw(mark)

/** As `node-postgres` does it, by the name that a statement has on its connection. */
class PlansOnce extends pg.Client {
  override query(...asked: unknown[]) {
    const [text, values] = asked
    const once = typeof text === 'string' && text.includes(mark)
    return once
      ? super.query({ name: nameOf(text), text, values: values as unknown[] })
      : super.query(...(asked as [string]))
  }
}

const names = new Map<string, string>()

function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/** Connects as the role that serves requests: it owns nothing and bypasses nothing. */
export function connect(connectionString: string, size = 10): Db {
  // Kept while nobody asks: what a connection has planned and read of the catalogs costs more than its memory.
  const pool = new pg.Pool({ connectionString, max: size, min: size, Client: PlansOnce })
  // An idle connection that the server closes (a restart) is replaced by the next request.
  pool.on('error', () => {})
  // One cut in the middle of its work ends the query that it was working on; by itself it is nobody's error.
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/** A time-ordered id (RFC 9562, version 7): made here, because PostgreSQL 15 cannot. */
export { v7 as newId } from 'uuid'
