import type { KyselyPlugin, OperationNode, QueryId } from 'kysely'
import { newId, type Tx } from './database.ts'
import { countedTables } from './facts.ts'

/**
 * What a transaction changes of that which facts count is marked in that same transaction, so that counts kept of past months
 * are known to be old (docs/decisions/023). Triggers would see it as well, but a distributed table may have none.
 */
type Named = { keys: readonly string[]; moments: readonly Date[] }
const named = new WeakMap<QueryId, Named>()

/** So many keys say no more than 'all of it', and cost more. */
const mostKeys = 2000

/**
 * The same transaction, for statements that change nothing but what belongs to these rows: a fact's `reached` finds their
 * moments by `keys`. Whoever moves one names the moment that it had before as well. Without any, no fact counts the change.
 */
export const about = (tx: Tx, keys: readonly string[], moments: readonly Date[] = []): Tx =>
  tx.withPlugin({
    transformQuery: ({ node, queryId }) => {
      named.set(queryId, { keys, moments })
      return node
    },
    transformResult: async ({ result }) => result,
  }) as Tx

/** Notes which counted tables the statements of a transaction write. */
export class NoteWrites implements KyselyPlugin {
  #written: { queryId: QueryId; tables: readonly string[] }[] = []

  transformQuery: KyselyPlugin['transformQuery'] = ({ node, queryId }) => {
    const tables = tablesWritten(node)
    if (tables.length > 0) this.#written.push({ queryId, tables })
    return node
  }
  transformResult: KyselyPlugin['transformResult'] = async ({ result }) => result

  /** What was noted since the last time. */
  take(): Map<string, Named | 'all'> {
    const changes = new Map<string, Named | 'all'>()
    for (const { queryId, tables } of this.#written.splice(0))
      for (const table of tables) changes.set(table, both(changes.get(table), named.get(queryId) ?? 'all'))
    return changes
  }
}

function both(a: Named | 'all' | undefined, b: Named | 'all'): Named | 'all' {
  if (a === undefined) return b
  if (a === 'all' || b === 'all') return 'all'
  return { keys: [...a.keys, ...b.keys], moments: [...a.moments, ...b.moments] }
}

/** Marks what the transaction has changed so far: before it is committed, and before it counts by itself. */
export async function markChanges(tx: Tx): Promise<void> {
  const notes = tx.getExecutor().plugins.find((plugin) => plugin instanceof NoteWrites)
  const marks = [...(notes?.take() ?? [])].flatMap(([tableName, change]) => {
    const mark = (key: string | null, at: Date | null) => ({ id: newId(), tableName, key, at })
    if (change === 'all') return [mark(null, null)]
    const [keys, moments] = [new Set(change.keys), new Set(change.moments.map(Number))]
    if (keys.size + moments.size > mostKeys) return [mark(null, null)]
    return [...[...keys].map((key) => mark(key, null)), ...[...moments].map((at) => mark(null, new Date(at)))]
  })
  if (marks.length > 0) await tx.insertInto('changeMark').values(marks).execute()
}

/** Takes away every mark that this transaction's snapshot has seen; what was marked since stays. */
export const forgetMarks = (tx: Tx) => tx.deleteFrom('changeMark').execute()

const writing = /\b(insert|update|delete|merge|copy|truncate)\b/gi
const locking = /\bfor\s+(no\s+key\s+)?update\b|\bdo\s+update\b/gi
const intoTable = /\b(?:insert\s+into|update|delete\s+from|merge\s+into)\s+(?:only\s+)?(?:public\.)?"?(\w+)/gi
const targets: Record<string, string> = {
  InsertQueryNode: 'into',
  UpdateQueryNode: 'table',
  DeleteQueryNode: 'from',
  MergeQueryNode: 'into',
}
const values = ['ValueNode', 'ValuesNode', 'PrimitiveValueListNode']

/** The counted tables that a statement writes. Where plain SQL does not tell which, rather every one that it mentions. */
export function tablesWritten(statement: OperationNode): string[] {
  const [written, mentioned] = [new Set<string>(), new Set<string>()]
  let plain = false
  const visit = (value: unknown, into: Set<string>): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, into)
    if (!isNode(value) || values.includes(value.kind)) return
    const node = value as OperationNode & Record<string, unknown>
    if (node.kind === 'IdentifierNode') into.add(String(node.name))
    if (node.kind === 'RawNode') {
      const text = (node.sqlFragments as string[]).join(' ? ').replace(locking, '')
      const tables = [...text.matchAll(intoTable)].map(([, table]) => String(table))
      for (const table of tables) written.add(table)
      plain ||= (text.match(writing) ?? []).length > tables.length
      for (const word of text.match(/\w+/g) ?? []) mentioned.add(word)
    }
    const target = targets[node.kind]
    if (target) visit(node[target], written)
    for (const name in node) if (typeof node[name] === 'object') visit(node[name], into)
  }
  visit(statement, mentioned)
  const counted = countedTables()
  return [...(plain ? new Set([...written, ...mentioned]) : written)].filter((name) => counted.has(name))
}

const isNode = (value: unknown): value is OperationNode =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'
