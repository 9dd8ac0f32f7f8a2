import type { CourseRefusal } from '../rules.ts'
import type { Audience, Condition } from './contract.ts'

/** Every id that an audience speaks of. */
export const idsOf = (audience: Audience): string[] => [...new Set(audience.flat().flatMap(idsIn))]

const idsIn = (condition: Condition): string[] => {
  switch (condition.is) {
    case 'inGroup':
      return [condition.groupId]
    case 'named':
      return condition.personIds
    default:
      return [condition.organizationId]
  }
}

type Counts = { in: number; out: number }

/** What takes effect is what was seen. */
export const seenRefusal = (seen: Counts, is: Counts): CourseRefusal | null =>
  seen.in !== is.in || seen.out !== is.out ? 'differencesChanged' : null

export const applyRefusal = (next: Audience | null, parts: number, seen: Counts, is: Counts): CourseRefusal | null => {
  if (!next) return 'nothingProposed'
  if (next.length === 0) return 'noAudience'
  if (parts === 0) return 'noParts'
  return seenRefusal(seen, is)
}
