export type HoursRefusal =
  | 'hoursNotCounted'
  | 'hoursNotThere'
  | 'hoursUnchanged'
  | 'hoursTooEarly'
  | 'hoursDecided'
  | 'ownHours'
  | 'ownCorrection'
  | 'hoursOutOfRange'

type Correcting = {
  counts: boolean
  came: boolean
  startsAt: Date
  now: Date
  /** minutes as they count now, and as they should */
  stands: number | null
  wanted: number
}

export function correctionRefusal({ counts, came, startsAt, now, stands, wanted }: Correcting): HoursRefusal | null {
  if (!counts) return 'hoursNotCounted'
  if (startsAt > now) return 'hoursTooEarly'
  if (!came) return 'hoursNotThere'
  return (stands ?? -1) === wanted ? 'hoursUnchanged' : null
}

/** The minutes that count. */
export const approvedOf = (entries: readonly { state: string; minutes: number }[]): number =>
  entries.filter((one) => one.state === 'approved').reduce((sum, one) => sum + one.minutes, 0)

type Open = { state: string; personId: string; enteredBy: string | null; minutes: number }

/** A second person decides: neither whose hours they are nor who asked for the correction. */
export function hoursDecisionRefusal(
  entry: Open,
  me: string | null,
  approve: boolean,
  stands: number,
): HoursRefusal | null {
  if (entry.state !== 'open') return 'hoursDecided'
  if (entry.personId === me) return 'ownHours'
  if (entry.enteredBy === me) return 'ownCorrection'
  const then = stands + entry.minutes
  return approve && (then < 0 || then > 1440) ? 'hoursOutOfRange' : null
}
