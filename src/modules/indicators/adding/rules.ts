import type { Figure, Series } from '../contract.ts'

/** Figures are added up only as parts of one series, and only where its parts share no record. */
export type Sum = { sum: number; refused: null } | { sum: null; refused: 'partsOverlap' }

/**
 * The one way to add figures up: some parts of a series. It refuses what would count something twice (different people,
 * rows of several teams, what lasts over several months) and what is no count at all (shares, medians, growths).
 * Figures that are no parts of one series are never added: the question of their whole is asked instead.
 */
export function sumOf({ sums, parts }: Pick<Series, 'sums' | 'parts'>, keys?: ReadonlySet<string>): Sum {
  if (!sums) return { sum: null, refused: 'partsOverlap' }
  const chosen = keys ? parts.filter(({ key }) => keys.has(key)) : parts
  return { sum: chosen.reduce((sum, { value }) => sum + (value ?? 0), 0), refused: null }
}

/** What stands in a table's row of totals: what the question says of the whole, whether or not the parts add up. */
export const totalOf = ({ whole }: Pick<Series, 'whole'>): Figure => whole
