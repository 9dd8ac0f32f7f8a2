import type { ActivityKind, ParticipationState } from '../contract.ts'
import { isRecorded } from '../rules.ts'

export const marks = ['attended', 'late', 'excused', 'absent'] as const
export type Mark = (typeof marks)[number]

/** What stands on a line now; null when nothing was ever written. */
export type Line = {
  status: ParticipationState
  minutes: number | null
  note: string | null
  recordedBy: string | null
  recordedAt: Date
}
/** What somebody asks to write there: `at` is when they tapped, `seen` the line's time as they saw it. */
export type Entry = {
  status: Mark | null
  minutes: number | null
  note: string | null
  at: Date
  seen: Date | null
}

export type Verdict = 'same' | 'write' | 'conflict'

/**
 * One line of the sheet, sent once or several times, by one or by several people. What stands there already needs no writing; what
 * somebody else wrote since is not overwritten unseen; what I wrote myself is, unless this tap is older (a phone that was offline).
 */
export function entryVerdict(line: Line | null, entry: Entry, me: string | null): Verdict {
  const stands = line && isRecorded(line.status) ? line : null
  const same =
    (stands?.status ?? null) === entry.status &&
    (entry.status === null || ((stands?.minutes ?? null) === entry.minutes && (stands?.note ?? null) === entry.note))
  if (same) return 'same'
  if (!stands) return 'write'
  if (entry.seen && entry.seen.getTime() === stands.recordedAt.getTime()) return 'write'
  return stands.recordedBy !== null && stands.recordedBy === me && entry.at >= stands.recordedAt ? 'write' : 'conflict'
}

/** Hours served are counted for services. They come from the door, a correction or a ledger, never from the sheet. */
export const countsMinutes = (kind: ActivityKind): boolean => kind === 'service'

/** `stands`: the minutes that count already. */
export function minutesFor(
  kind: ActivityKind,
  status: Mark | null,
  given: number | null,
  stands: number | null,
): number | null {
  if (countsMinutes(kind)) return stands
  return status === 'attended' || status === 'late' ? given : null
}

export type SheetRefusal = 'sheetCancelled' | 'sheetTooEarly'

const hourBefore = 60 * 60_000

/** The sheet opens an hour before: people come early. */
export function sheetRefusal(activity: { cancelledAt: Date | null; startsAt: Date }, now: Date): SheetRefusal | null {
  if (activity.cancelledAt) return 'sheetCancelled'
  return activity.startsAt.getTime() - now.getTime() > hourBefore ? 'sheetTooEarly' : null
}

/** How many of the expected came, and who came besides. */
export function summary(rows: readonly { expected: boolean; status: ParticipationState | null }[]) {
  const count = (wanted: Mark): number => rows.filter((row) => row.status === wanted).length
  return {
    expected: rows.filter((row) => row.expected).length,
    attended: count('attended'),
    late: count('late'),
    excused: count('excused'),
    absent: count('absent'),
    open: rows.filter((row) => row.expected && !(row.status && isRecorded(row.status))).length,
  }
}
