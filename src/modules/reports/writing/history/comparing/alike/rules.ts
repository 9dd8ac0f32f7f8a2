/** A pair of places that say the same: in the one list and in the other. */
export type Same = readonly [was: number, is: number]

/** Beyond so many cells of the table nobody waits: what lies between the same beginning and end counts as exchanged. */
const most = 9_000_000

/** The longest run of things that two lists have in common, in order. */
export function inCommon(was: readonly string[], is: readonly string[]): Same[] {
  const shorter = Math.min(was.length, is.length)
  let begin = 0
  while (begin < shorter && was[begin] === is[begin]) begin++
  let end = 0
  while (end < shorter - begin && was.at(-1 - end) === is.at(-1 - end)) end++
  const [a, b] = [was.slice(begin, was.length - end), is.slice(begin, is.length - end)]
  return [
    ...Array.from({ length: begin }, (_, i): Same => [i, i]),
    ...(a.length * b.length <= most ? longest(a, b).map(([i, j]): Same => [i + begin, j + begin]) : []),
    ...Array.from({ length: end }, (_, i): Same => [was.length - end + i, is.length - end + i]),
  ]
}

function longest(a: readonly string[], b: readonly string[]): Same[] {
  const width = b.length + 1
  const common = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? 1 + (common[(i + 1) * width + j + 1] ?? 0)
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0)
  const same: Same[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) same.push([i++, j++])
    else if ((common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0)) i++
    else j++
  }
  return same
}
