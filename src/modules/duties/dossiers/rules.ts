import type { Me } from '../../../platform/context.ts'
import { addDays, daysBetween } from '../../../platform/zone.ts'
import { can } from '../../organizations/rules.ts'

type Mine = Pick<Me, 'id' | 'roles'>

/** Whoever organizes a part of the tree opens the dossiers of those who answer for something in it. */
export const mayOpen = (me: Mine, path: string): boolean => can(me, 'organize', path)

type Readers = { personId: string; reviewerIds: readonly string[] }

/** Whoever it is about and the named reviewers; no role opens it. */
export const mayRead = ({ id }: Pick<Me, 'id'>, { personId, reviewerIds }: Readers): boolean =>
  id !== null && (id === personId || reviewerIds.includes(id))

export type DossierRefusal =
  | 'reviewsOneself'
  | 'termTooShort'
  | 'termTooLong'
  | 'holdsNoPost'
  | 'dossierThere'
  | 'dossierClosed'
  | 'yearNotOver'
  | 'waitsForHolder'

const newYear = (year: number): string => `${year}-01-01`

/** Long enough for what follows from it, and not for ever. */
const longest = 10

export function openingRefusal(
  { personId, reviewerIds, year, commentBy, eraseOn }: Readers & { year: number; commentBy: string; eraseOn: string },
  today: string,
): DossierRefusal | null {
  if (reviewerIds.includes(personId)) return 'reviewsOneself'
  // A day to close it on is left between the last word and the end.
  const first = [commentBy, addDays(newYear(year + 1), -1), today].reduce((a, b) => (a > b ? a : b))
  if (daysBetween(first, eraseOn) < 2) return 'termTooShort'
  return eraseOn > newYear(year + 1 + longest) ? 'termTooLong' : null
}

type Stage = { closedAt: Date | null }

export const writingRefusal = ({ closedAt }: Stage): DossierRefusal | null => (closedAt ? 'dossierClosed' : null)

/** After the year, and not before whoever it is about has said their part or had the time for it. */
export function closingRefusal(
  { closedAt, handedInAt, commentBy, year }: Stage & { handedInAt: Date | null; commentBy: string; year: number },
  today: string,
): DossierRefusal | null {
  if (closedAt) return 'dossierClosed'
  if (today < newYear(year + 1)) return 'yearNotOver'
  return handedInAt || today > commentBy ? null : 'waitsForHolder'
}

/** How many days of the year a span has that ends before its last day. */
export function daysIn(year: number, { fromDate, toDate }: { fromDate: string; toDate: string | null }): number {
  const from = fromDate > newYear(year) ? fromDate : newYear(year)
  const to = toDate && toDate < newYear(year + 1) ? toDate : newYear(year + 1)
  return Math.max(0, daysBetween(from, to))
}
