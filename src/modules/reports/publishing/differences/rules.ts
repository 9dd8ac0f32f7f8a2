import type { Keys } from '../../../indicators/keys/contract.ts'
import type { recordFates } from '../contract.ts'

export type Fate = (typeof recordFates)[number]
export type Changed = { id: string; fate: Fate; before: number | null; now: number | null }

/** Record by record, what is counted otherwise than it was. Both sides are in the order of their ids, each id once. */
export function changedRecords(before: Keys, now: Keys): Changed[] {
  const left = new Map(before.recordIds.map((id, i) => [id, before.amounts?.[i] ?? null]))
  const changes: Changed[] = []
  for (const [i, id] of now.recordIds.entries()) {
    const amount = now.amounts?.[i] ?? null
    const was = left.get(id)
    if (was === undefined) changes.push({ id, fate: 'added', before: null, now: amount })
    else if (was !== amount) changes.push({ id, fate: 'changed', before: was, now: amount })
    left.delete(id)
  }
  for (const [id, was] of left) changes.push({ id, fate: 'removed', before: was, now: null })
  return changes
}
