import type { ReportVerdict } from './contract.ts'

type Line = NonNullable<ReportVerdict['lines']>[number]

const most = 20
/** Beyond this many lines nobody reads a comparison. */
const readable = 3000

/** The lines that differ, each beside the one that took its place, by the longest run of lines that both have. */
export function differingLines(was: readonly string[], is: readonly string[]): Line[] {
  const [a, b] = [was.slice(0, readable), is.slice(0, readable)]
  const width = b.length + 1
  const common = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? 1 + (common[(i + 1) * width + j + 1] ?? 0)
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0)
  const lines: Line[] = []
  let [i, j] = [0, 0]
  while ((i < a.length || j < b.length) && lines.length < most) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++
      j++
      continue
    }
    const [gone, come]: [string[], string[]] = [[], []]
    while (i < a.length || j < b.length) {
      if (i < a.length && j < b.length && a[i] === b[j]) break
      const drop =
        i < a.length && (j >= b.length || (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
      if (drop) gone.push(a[i++] as string)
      else come.push(b[j++] as string)
    }
    for (let k = 0; k < Math.max(gone.length, come.length) && lines.length < most; k++)
      lines.push({ was: gone[k] ?? null, is: come[k] ?? null })
  }
  return lines
}
