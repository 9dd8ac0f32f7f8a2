import type { Run } from '../../../platform/document/contract.ts'
import type { Settled } from '../writing/settled/contract.ts'

/** Where a figure should stand and cannot: the words that stand there instead. */
export function missingPlaces({ blocks }: Settled): string[] {
  const runs = blocks.flatMap((block): Run[] => {
    if (block.kind === 'paragraph') return block.runs
    if (block.kind === 'list') return block.items.flat()
    return block.kind === 'table' ? block.rows.flat() : []
  })
  return [...new Set(runs.filter(({ missing }) => missing).map(({ text }) => text))]
}
