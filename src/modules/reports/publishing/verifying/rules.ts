import { inCommon } from '../../../../platform/comparing.ts'
import type { ReportVerdict } from './contract.ts'

type Line = NonNullable<ReportVerdict['lines']>[number]

const most = 20
/** Beyond this many lines nobody reads a comparison. */
const readable = 3000

/** The lines that differ, each beside the one that took its place, by the longest run of lines that both have. */
export function differingLines(was: readonly string[], is: readonly string[]): Line[] {
  const [a, b] = [was.slice(0, readable), is.slice(0, readable)]
  const lines: Line[] = []
  let [i, j] = [0, 0]
  for (const [sameA, sameB] of [...inCommon(a, b), [a.length, b.length] as const]) {
    const [gone, come] = [a.slice(i, sameA), b.slice(j, sameB)]
    for (let k = 0; k < Math.max(gone.length, come.length); k++)
      lines.push({ was: gone[k] ?? null, is: come[k] ?? null })
    ;[i, j] = [sameA + 1, sameB + 1]
  }
  return lines.slice(0, most)
}
