import type { Me } from '../../../platform/context.ts'
import { addDays } from '../../../platform/zone.ts'
import { can } from '../../organizations/rules.ts'

type Mine = Pick<Me, 'roles'>

export const mayChange = (me: Mine, path: string): boolean => can(me, 'organize', path)

/** The rules of a place are for whoever has a post in it, below it or above it. */
export const maySee = (me: Mine, path: string): boolean =>
  me.roles.some((held) => held.path.startsWith(path) || path.startsWith(held.path))

export type PolicyRefusal = 'nothingWritten' | 'inForceBeforeLast' | 'notAskedToRead' | 'newerVersion'

type Draft = { inForceFrom: string; sections: readonly unknown[] }
/** Versions come into force one after another. */
export function publishRefusal(
  draft: Draft | undefined,
  last: { inForceFrom: string } | undefined,
): PolicyRefusal | null {
  if (!draft || draft.sections.length === 0) return 'nothingWritten'
  return last && draft.inForceFrom < last.inForceFrom ? 'inForceBeforeLast' : null
}

/** Only what somebody has before them, and is asked to read, is said to be read. */
export function readingRefusal(reading: object | undefined, number: number, latest: number): PolicyRefusal | null {
  if (number !== latest) return 'newerVersion'
  return reading ? null : 'notAskedToRead'
}

const daysBetweenReminders = 7

/** One reminder in seven days, however much somebody has not read. */
export const mayRemind = (lastReminded: string | null, today: string): boolean =>
  lastReminded === null || addDays(lastReminded, daysBetweenReminders) <= today
