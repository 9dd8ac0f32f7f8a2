/** The middle of several runs, in milliseconds. */
export async function median(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] as number
}

/** One line of the report: what was measured, against what, and how many times as long it took. */
export function report(what: string, ours: number, against: string, theirs: number): void {
  const ms = (value: number): string => (value < 100 ? value.toFixed(1) : Math.round(value).toString())
  console.log(`  ${what}: ${ms(ours)} ms, ${(ours / theirs).toFixed(2)} × ${against} (${ms(theirs)} ms)`)
}
