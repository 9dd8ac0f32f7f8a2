import {
  AliasNode,
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  type DeleteQueryNode,
  IdentifierNode,
  type KyselyPlugin,
  OnNode,
  type OperationNode,
  OperationNodeTransformer,
  OperatorNode,
  ReferenceNode,
  type SelectQueryNode,
  sql,
  TableNode,
  type UpdateQueryNode,
  ValueNode,
  WhereNode,
} from 'kysely'
import { markChanges, NoteWrites } from './changes.ts'
import { tenantTables } from './database.gen.ts'
import type { Db, Tx } from './database.ts'

/** `read only` and `one snapshot` see the database as it was at one moment, however many statements they need. */
export type Access = 'read write' | 'read only' | 'one snapshot'

/**
 * One request, one transaction, one tenant: other tenants' rows do not exist in it.
 * `set local` as a statement of its own, and no `set role`: only that reaches the workers of a Citus cluster.
 */
export const asTenant = <T>(
  db: Db,
  tenantId: string,
  work: (tx: Tx) => Promise<T>,
  access: Access = 'read write',
): Promise<T> =>
  db
    .transaction()
    .setAccessMode(access === 'read only' ? 'read only' : 'read write')
    .setIsolationLevel(access === 'read write' ? 'read committed' : 'repeatable read')
    .execute(async (plain) => {
      await sql`set local app.tenant = ${sql.lit(tenantId)}`.execute(plain)
      const tx = plain.withPlugin(new NameTheTenant(tenantId)) as Tx
      if (access === 'read only') return work(tx)
      const writing = tx.withPlugin(new NoteWrites()) as Tx
      const done = await work(writing)
      await markChanges(writing)
      return done
    })

/** Adds `tenant_id = …` to every tenant's table of every statement: it routes on Citus and serves the index everywhere. */
class NameTheTenant implements KyselyPlugin {
  #transformer: OperationNodeTransformer
  constructor(tenantId: string) {
    this.#transformer = new Transformer(tenantId)
  }
  transformQuery: KyselyPlugin['transformQuery'] = ({ node, queryId }) => this.#transformer.transformNode(node, queryId)
  transformResult: KyselyPlugin['transformResult'] = async ({ result }) => result
}

class Transformer extends OperationNodeTransformer {
  #tenantId: string
  constructor(tenantId: string) {
    super()
    this.#tenantId = tenantId
  }

  protected override transformSelectQuery(node: SelectQueryNode, ...rest: [never]): SelectQueryNode {
    const query = super.transformSelectQuery(node, ...rest)
    const joins = query.joins?.map((join) => {
      const here = this.#isThisTenant(join.table)
      return here && join.on ? { ...join, on: OnNode.cloneWithOperation(join.on, 'And', here) } : join
    })
    return this.#where(joins ? { ...query, joins } : query, query.from?.froms ?? [])
  }

  protected override transformUpdateQuery(node: UpdateQueryNode, ...rest: [never]): UpdateQueryNode {
    const query = super.transformUpdateQuery(node, ...rest)
    return this.#where(query, query.table ? [query.table] : [])
  }

  protected override transformDeleteQuery(node: DeleteQueryNode, ...rest: [never]): DeleteQueryNode {
    const query = super.transformDeleteQuery(node, ...rest)
    return this.#where(query, query.from.froms)
  }

  #where<Q extends { where?: WhereNode }>(query: Q, tables: readonly OperationNode[]): Q {
    const here = tables.map((table) => this.#isThisTenant(table)).filter((condition) => condition !== null)
    if (here.length === 0) return query
    const all = here.reduce<OperationNode>((a, b) => AndNode.create(a, b), here.pop() as OperationNode)
    return {
      ...query,
      where: query.where ? WhereNode.cloneWithOperation(query.where, 'And', all) : WhereNode.create(all),
    }
  }

  #isThisTenant(node: OperationNode): OperationNode | null {
    const table = AliasNode.is(node) ? node.node : node
    if (!TableNode.is(table)) return null
    const { schema, identifier } = table.table
    if (schema || !tenantTables.has(identifier.name)) return null
    const name = AliasNode.is(node) && IdentifierNode.is(node.alias) ? node.alias.name : identifier.name
    return BinaryOperationNode.create(
      ReferenceNode.create(ColumnNode.create('tenant_id'), TableNode.create(name)),
      OperatorNode.create('='),
      ValueNode.create(this.#tenantId),
    )
  }
}
