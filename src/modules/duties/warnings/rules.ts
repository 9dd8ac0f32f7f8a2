import type { Warning } from './contract.ts'

/** What is late before what will be, each the oldest first. */
export const inOrder = (warnings: readonly Warning[]): Warning[] =>
  warnings.toSorted(
    (a, b) =>
      Number(a.state === 'soon') - Number(b.state === 'soon') ||
      compare(a.since, b.since) ||
      compare(a.kind, b.kind) ||
      compare(a.id, b.id),
  )

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
