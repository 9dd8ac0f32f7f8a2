import type { Tx } from '../../../../platform/database.ts'
import { Content, type checklistUses } from '../contract.ts'
import * as queries from '../queries.ts'

type Keeping = { tx: Tx; now: Date; by: string | null }
type Before = { id: string; version: number; content: Content }

/** The next version, if anything was changed in it. */
export async function keepNext(
  { tx, now, by }: Keeping,
  before: Before,
  { name, content }: { name: string; content: Content },
): Promise<boolean> {
  if (JSON.stringify(Content.parse(before.content)) === JSON.stringify(Content.parse(content))) return false
  await queries.addVersion(tx, before.id, before.version + 1, name, { content, changedAt: now, changedBy: by })
  return true
}

/** A list that came with a workbook: a new one, or the next version of the one of its name. */
export async function keepBrought(
  keeping: Keeping,
  list: { name: string; use: (typeof checklistUses)[number]; content: Content },
): Promise<{ id: string; outcome: 'created' | 'updated' | 'unchanged' }> {
  const { tx, now, by } = keeping
  const same = await queries.checklistNamed(tx, list.name, list.use)
  if (!same)
    return {
      id: await queries.insertChecklist(tx, { ...list, changedAt: now, changedBy: by }),
      outcome: 'created',
    }
  await queries.holdChecklist(tx, same.id)
  const before = await queries.checklistById(tx, same.id)
  const changed = before ? await keepNext(keeping, before, list) : false
  return { id: same.id, outcome: changed ? 'updated' : 'unchanged' }
}
