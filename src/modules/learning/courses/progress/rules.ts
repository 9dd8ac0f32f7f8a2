import type { Part } from '../parts/contract.ts'
import type { MyPart } from './contract.ts'

/** Each part waits for those before it. */
export const openParts = (done: readonly boolean[]): boolean[] => {
  const first = done.indexOf(false)
  return done.map((one, i) => !one && i === first)
}

/** The parts as their own page shows them: one is open at a time. */
export function partsFor(parts: readonly Part[], done: readonly string[]): MyPart[] {
  const isDone = parts.map(({ id }) => done.includes(id))
  const open = openParts(isDone)
  return parts.map((part, i) => ({ ...part, done: isDone[i] ?? false, open: open[i] ?? false }))
}
