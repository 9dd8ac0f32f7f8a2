import { AsyncLocalStorage } from 'node:async_hooks'
import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { Db, Tx } from '../database.ts'

// better-auth keeps a connection of its own choosing. To have what it writes in one transaction with the audit entry
// about it, it is given a connection that leads into the transaction of whoever asks.
const current = new AsyncLocalStorage<Tx>()

export const inside = <T>(tx: Tx, work: () => Promise<T>): Promise<T> => current.run(tx, work)

export function leadingInside(db: Db): Kysely<unknown> {
  const connection: DatabaseConnection = {
    executeQuery: <R>(query: CompiledQuery) =>
      (current.getStore() ?? db).withoutPlugins().executeQuery<R>(query as CompiledQuery<R>),
    streamQuery() {
      throw new Error('sign-in streams nothing')
    },
  }
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    // The transaction is begun and ended by whoever asks.
    beginTransaction: async () => {},
    commitTransaction: async () => {},
    rollbackTransaction: async () => {},
    releaseConnection: async () => {},
    destroy: async () => {},
  }
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (any) => new PostgresIntrospector(any),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [new CamelCasePlugin()],
  })
}
