/** A list of a blank form: its rows, between which others are put. */
export type Growth = { first: number; last: number; added: number; after: number }

type Rows = { first: number; last: number }

/**
 * Where new rows go: before the last one, so that it stays the last with its border; after the only one. Lists beside one
 * another grow together, by what the longest needs, where all of them have rows.
 */
export function growthOf(lists: readonly (Rows & { wanted: number })[]): Growth {
  const { first, last } = shared(lists)
  const added = Math.max(0, ...lists.map((own) => own.wanted - (own.last - own.first + 1)))
  return { first, last, added, after: last === first ? first : last - 1 }
}

const shared = (lists: readonly Rows[]): Rows => ({
  first: Math.max(...lists.map(({ first }) => first)),
  last: Math.min(...lists.map(({ last }) => last)),
})

/** Lists of a sheet that have rows in common, the lowest first: growing there, none of those above moves. */
export function beside<L extends Rows>(lists: readonly L[]): L[][] {
  const groups: L[][] = []
  for (const list of lists.toSorted((a, b) => b.first - a.first)) {
    const group = groups.find((own) => {
      const { first, last } = shared([...own, list])
      return first <= last
    })
    if (group) group.push(list)
    else groups.push([list])
  }
  return groups
}

export const movedRow = (row: number, { after, added }: Growth): number => (row > after ? row + added : row)

/** A range as it is when the list has grown: what covers the whole list covers its new rows as well. */
export function grown(rows: { top: number; bottom: number }, growth: Growth): { top: number; bottom: number } {
  const { first, last, added } = growth
  const covers = rows.top <= first && rows.bottom === last
  const bottom = covers ? last + added : movedRow(rows.bottom, growth)
  return { top: movedRow(rows.top, growth), bottom }
}
