/** What becomes of one ask among several decided together. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; error: unknown }

/** No more than so many at once; the others wait, in the order they came. */
export function atMost(many: number) {
  let busy = 0
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy < many) busy += 1
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else busy -= 1
    }
  }
}

/**
 * Asks about one thing take turns: those that arrive while others are being decided are decided together in the next turn,
 * in the order they came. So a thing that everybody wants at once costs a transaction a turn, not one each.
 */
export function inTurns<A, R>(decide: (asks: A[]) => Promise<Outcome<R>[]>, most = 100) {
  type Waiting = { ask: A; resolve: (value: R) => void; reject: (error: unknown) => void }
  const queues = new Map<string, Waiting[]>()

  async function run(key: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const turn = queue.splice(0, most)
      const outcomes = await decide(turn.map(({ ask }) => ask)).catch((error: unknown) =>
        turn.map((): Outcome<R> => ({ ok: false, error })),
      )
      turn.forEach(({ resolve, reject }, i) => {
        const outcome = outcomes[i]
        if (outcome?.ok) resolve(outcome.value)
        else reject(outcome?.error)
      })
    }
    queues.delete(key)
  }

  return (key: string, ask: A): Promise<R> =>
    new Promise((resolve, reject) => {
      const queue = queues.get(key)
      if (queue) {
        queue.push({ ask, resolve, reject })
        return
      }
      const fresh = [{ ask, resolve, reject }]
      queues.set(key, fresh)
      // The asks of one moment, arriving in one go of the event loop, share the first turn as well.
      setImmediate(() => run(key, fresh))
    })
}
