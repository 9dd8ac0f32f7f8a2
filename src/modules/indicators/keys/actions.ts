import type { Context } from '../../../platform/context.ts'
import { can } from '../../organizations/rules.ts'
import { prepare, resolve } from '../asking/actions.ts'
import type { Question, Records } from '../contract.ts'
import { cellsOf, recordColumns } from '../records/rules.ts'
import type { Keys } from './contract.ts'
import { keysOf, recordsWith } from './queries.ts'

/** The ids of the records behind a figure, each with what it gives: what a report keeps of it. */
export const figureKeys = async (context: Context, question: Question): Promise<Keys> =>
  keysOf(context.tx, await prepare(context, question))

/**
 * Records of a question's fact by their ids as they stand today, by id, under the reader's own rights; who may not see one of
 * them gets its line without it.
 */
export async function recordsNow(
  { tx, me }: Context,
  question: Question,
  ids: readonly string[],
): Promise<{ columns: Records['columns']; rows: Map<string, Records['rows'][number]> }> {
  const { fact } = resolve(question)
  const found = await recordsWith(tx, fact, ids)
  const readable = found.filter((row) => can(me, 'readFigures', row.path))
  const rows = readable.map((row) => cellsOf(fact, row, can(me, 'seePeople', row.path)))
  return { columns: recordColumns(fact), rows: new Map(rows.map((row) => [row.id, row])) }
}
