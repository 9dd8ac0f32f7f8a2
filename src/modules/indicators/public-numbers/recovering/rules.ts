/** A relation between numbers as positions: of a sum, the whole and its parts; -1 at the whole and 1 at each part. */
export type Equation = ReadonlyMap<number, number>

/**
 * Ways to change hidden numbers without changing any number that is shown, by Gaussian elimination: each answer is a
 * change of every hidden number that leaves all sums true. What stays nought in all of them can be worked out.
 */
export function freeChanges(equations: readonly Equation[], hidden: readonly number[]): number[][] {
  const rows = equations.map((equation) => hidden.map((at) => equation.get(at) ?? 0))
  const pivots: number[] = []
  for (let column = 0; column < hidden.length; column++) {
    const from = pivots.length
    const at = rows.findIndex((row, i) => i >= from && Math.abs(row[column] ?? 0) > tiny)
    if (at < 0) continue
    const [pivot, other] = [rows[at], rows[from]]
    if (!pivot || !other) continue
    rows[at] = other
    const size = pivot[column] ?? 1
    rows[from] = pivot.map((x) => x / size)
    for (const [i, row] of rows.entries()) {
      const factor = row[column] ?? 0
      if (i !== from && Math.abs(factor) > tiny) rows[i] = row.map((x, j) => x - factor * (rows[from]?.[j] ?? 0))
    }
    pivots.push(column)
  }
  const free = hidden.map((_, column) => column).filter((column) => !pivots.includes(column))
  return free.map((column) =>
    hidden.map((_, at) => {
      if (at === column) return 1
      const row = pivots.indexOf(at)
      return row < 0 ? 0 : Math.round(-(rows[row]?.[column] ?? 0) * 1e6) / 1e6
    }),
  )
}

const tiny = 1e-9
