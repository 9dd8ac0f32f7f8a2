type Place = { places: number; confirmed: readonly string[]; present: readonly string[] }

/** Whoever holds a place has it. The rest fill what is left over, in the order in which they came. */
export function withoutPlace({ places, confirmed, present }: Place, arriving: readonly string[]): Set<string> {
  const holders = new Set(confirmed)
  const inside = new Set(present.filter((id) => !holders.has(id)))
  const left = new Set<string>()
  for (const id of arriving) {
    if (holders.has(id) || inside.has(id)) continue
    if (holders.size + inside.size < places) inside.add(id)
    else left.add(id)
  }
  return left
}
