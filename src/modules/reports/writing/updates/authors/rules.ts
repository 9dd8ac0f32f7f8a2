/** A piece of the shared document: who made it (a writer's number), from where, how long. */
export type Span = readonly [writer: number, from: number, length: number]

/** A change with what it added and removed. */
export type Traced = { seq: number; wrote: readonly Span[]; removed: readonly Span[] }

type Told = { from: number; to: number; seq: number }

/** Tells of each piece of the shared document by which change it came or went; null when by none of these. */
export class Traces {
  readonly #came: ReadonlyMap<number, Told[]>
  readonly #went: ReadonlyMap<number, Told[]>

  constructor(changes: readonly Traced[]) {
    this.#came = sorted(changes, 'wrote')
    this.#went = sorted(changes, 'removed')
  }

  cameBy = (writer: number, at: number): number | null => seqIn(this.#came.get(writer), at)
  wentBy = (writer: number, at: number): number | null => seqIn(this.#went.get(writer), at)
}

function sorted(changes: readonly Traced[], what: 'wrote' | 'removed'): Map<number, Told[]> {
  const all = new Map<number, Told[]>()
  for (const { seq, [what]: spans } of changes)
    for (const [writer, from, length] of spans) {
      const told = all.get(writer) ?? []
      all.set(writer, told)
      told.push({ from, to: from + length, seq })
    }
  for (const told of all.values()) told.sort((a, b) => a.from - b.from)
  return all
}

function seqIn(told: readonly Told[] | undefined, at: number): number | null {
  let [low, high] = [0, (told?.length ?? 0) - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const one = told?.[middle]
    if (!one) return null
    if (at < one.from) high = middle - 1
    else if (at >= one.to) low = middle + 1
    else return one.seq
  }
  return null
}
