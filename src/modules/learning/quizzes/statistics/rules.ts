/** What one person made of one question: the share of it that they earned, and what they chose. */
export type Result = { personKey: string; questionId: string; kind: string; share: number; chosen: readonly string[] }

export type ItemStatistics = {
  questionId: string
  count: number
  /** the mean share: 1 is a question that everybody knows (the p of classical test theory) */
  difficulty: number
  /** the point-biserial correlation with the rest of the test; null where nobody or everybody differs */
  discrimination: number | null
  /** how many chose each option */
  chosen: Record<string, number>
}

/** Pearson's r; null when one of the two does not vary. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const n = pairs.length
  const mean = (i: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[i], 0) / n
  const [mx, my] = [mean(0), mean(1)]
  let [xy, xx, yy] = [0, 0, 0]
  for (const [x, y] of pairs) {
    xy += (x - mx) * (y - my)
    xx += (x - mx) ** 2
    yy += (y - my) ** 2
  }
  return n < 2 || xx < 1e-12 || yy < 1e-12 ? null : xy / Math.sqrt(xx * yy)
}

/** Each question against the mean of the others that the same person answered, so that a question is not compared with itself. */
export function statisticsOf(results: readonly Result[]): ItemStatistics[] {
  const people = Map.groupBy(results, ({ personKey }) => personKey)
  const totals = new Map(
    [...people].map(([key, all]) => [key, { sum: all.reduce((sum, { share }) => sum + share, 0), n: all.length }]),
  )
  return [...Map.groupBy(results, ({ questionId }) => questionId)].map(([questionId, all]) => {
    const pairs = all.flatMap(({ personKey, share }): [number, number][] => {
      const { sum = 0, n = 0 } = totals.get(personKey) ?? {}
      return n > 1 ? [[share, (sum - share) / (n - 1)]] : []
    })
    const chosen: Record<string, number> = {}
    for (const one of all) for (const id of one.chosen) chosen[id] = (chosen[id] ?? 0) + 1
    return {
      questionId,
      count: all.length,
      difficulty: all.reduce((sum, { share }) => sum + share, 0) / all.length,
      discrimination: correlation(pairs),
      chosen,
    }
  })
}

export type Doubt = 'tooEasy' | 'tooHard' | 'wrongWay' | 'distractorUnused'

/** What speaks for a look at the question, once enough people have answered it. */
export function doubtOf({ count, difficulty, discrimination }: ItemStatistics, unused: number): Doubt | null {
  if (count < 10) return null
  if (discrimination !== null && discrimination < 0) return 'wrongWay'
  if (difficulty < 0.2) return 'tooHard'
  if (difficulty > 0.95) return 'tooEasy'
  return unused > 0 && count >= 30 ? 'distractorUnused' : null
}
