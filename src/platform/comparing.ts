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

export type Fate = 'kept' | 'added' | 'removed'
/** What went and what came between two things that stayed, and the one that stayed after them; the last has none. */
export type Stretch<T> = { gone: T[]; come: T[]; kept: T | null; was: T | null }

/** Two lists of things that are the same when their keys are, as one: stretch by stretch. */
export function stretches<T>(was: readonly T[], is: readonly T[], keyOf: (one: T) => string): Stretch<T>[] {
  const told: Stretch<T>[] = []
  let [i, j] = [0, 0]
  for (const [sameA, sameB] of [...inCommon(was.map(keyOf), is.map(keyOf)), [was.length, is.length] as const]) {
    told.push({ gone: was.slice(i, sameA), come: is.slice(j, sameB), kept: is[sameB] ?? null, was: was[sameA] ?? null })
    ;[i, j] = [sameA + 1, sameB + 1]
  }
  return told
}

/** The same, each thing with what became of it. */
export const merged = <T>(was: readonly T[], is: readonly T[], keyOf: (one: T) => string): { as: Fate; one: T }[] =>
  stretches(was, is, keyOf).flatMap(({ gone, come, kept }) => [
    ...gone.map((one) => ({ as: 'removed' as const, one })),
    ...come.map((one) => ({ as: 'added' as const, one })),
    ...(kept === null ? [] : [{ as: 'kept' as const, one: kept }]),
  ])

const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** The words of a text with what is between them, Chinese ones too. */
export const wordsOf = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment)
