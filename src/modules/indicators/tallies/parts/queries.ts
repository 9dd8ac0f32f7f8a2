import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { Fact } from '../../../../platform/facts.ts'
import type { Node } from '../../queries.ts'

/** The nodes directly below. */
export async function childrenOf(tx: Tx, tree: Fact, path: string): Promise<Pick<Node, 'id' | 'path'>[]> {
  const { rows: found } = await sql<Pick<Node, 'id' | 'path'>>`
    select f.id, f.path from ${tree.source(tx)} as f where f.path like ${`${path}_%`}
    and position('/' in substr(f.path, ${path.length + 1}::int)) = length(f.path) - ${path.length}::int`.execute(tx)
  return found
}
