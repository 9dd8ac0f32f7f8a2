import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Database } from './database.gen.ts'

export type Db = Kysely<Database>
export type Tx = Transaction<Database>

// Counts fit a double; a day has no zone; sizes and areas are read as numbers.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, String)
pg.types.setTypeParser(pg.types.builtins.TIME, String)

/** Connects as the role that serves requests: it owns nothing and bypasses nothing. */
export function connect(connectionString: string, size = 10): Db {
  const pool = new pg.Pool({ connectionString, max: size })
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
