/** A list of a blank form: its rows, between which others are put. */
export type Growth = { first: number; last: number; added: number; after: number }

/** Where new rows go: before the last one, so that it stays the last with its border; after the only one. */
export const growthOf = (first: number, last: number, wanted: number): Growth => ({
  first,
  last,
  added: Math.max(0, wanted - (last - first + 1)),
  after: last === first ? first : last - 1,
})

export const movedRow = (row: number, { after, added }: Growth): number => (row > after ? row + added : row)

/** A range as it is when the list has grown: what covers the whole list covers its new rows as well. */
export function grown(rows: { top: number; bottom: number }, growth: Growth): { top: number; bottom: number } {
  const { first, last, added } = growth
  const covers = rows.top <= first && rows.bottom === last
  const bottom = covers ? last + added : movedRow(rows.bottom, growth)
  return { top: movedRow(rows.top, growth), bottom }
}
