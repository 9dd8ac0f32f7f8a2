/** A change: which, whose, when. */
export type Change = { seq: number; personId: string | null; at: Date }
export type Sitting<C extends Change = Change> = {
  personId: string | null
  from: Date
  to: Date
  seqs: ReadonlySet<number>
  first: C
}

/** A longer pause ends a sitting. */
const pause = 30 * 60_000

/** Changes in their order, put together by whose sitting they were; the latest first. */
export function sittingsOf<C extends Change>(changes: readonly C[]): Sitting<C>[] {
  const sittings: (Sitting<C> & { seqs: Set<number> })[] = []
  const open = new Map<string | null, (typeof sittings)[number]>()
  for (const change of changes) {
    const { seq, personId, at } = change
    const last = open.get(personId)
    if (last && at.getTime() - last.to.getTime() <= pause) {
      last.seqs.add(seq)
      last.to = at
    } else {
      const one = { personId, from: at, to: at, seqs: new Set([seq]), first: change }
      open.set(personId, one)
      sittings.push(one)
    }
  }
  return sittings.sort((a, b) => lastOf(b) - lastOf(a))
}

export const lastOf = ({ seqs }: Sitting): number => Math.max(...seqs)
