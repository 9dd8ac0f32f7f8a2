export type Direction = 'in' | 'out'
export type Passing = { id: string; direction: Direction; at: Date }
export type Stay<P extends Passing = Passing> = { in: P; out: P | null }

/**
 * When somebody was there, by all that doors told, in whatever order it was told: whoever is in already comes in once, whoever
 * has gone goes once.
 */
export function staysOf<P extends Passing>(passings: readonly P[]): Stay<P>[] {
  const once = [...new Map(passings.map((one) => [one.id, one])).values()]
  const stays: Stay<P>[] = []
  let open: Stay<P> | null = null
  for (const one of once.sort(byTime)) {
    if (one.direction === 'in' && !open) {
      open = { in: one, out: null }
      stays.push(open)
    } else if (one.direction === 'out' && open) {
      open.out = one
      open = null
    }
  }
  return stays
}

const byTime = (a: Passing, b: Passing): number =>
  +a.at - +b.at || (a.direction === b.direction ? (a.id < b.id ? -1 : 1) : a.direction === 'in' ? -1 : 1)

/** The rule of rounding, as it is said to people: to the nearest five minutes, half upwards, a day at most. */
export const roundedMinutes = (from: Date, to: Date): number =>
  Math.max(0, Math.min(1440, Math.floor((+to - +from) / 60_000 / 5 + 0.5) * 5))

/** Why what a door told waits for a leader's word. It is kept in any case. */
export type DoorConflict =
  | 'unknownCode'
  | 'activityOff'
  | 'outsideTimes'
  | 'elsewhere'
  | 'clockChanged'
  | 'ownName'
  | 'full'
  | 'lacksSkill'

const minute = 60_000
/** People come early and tidy up late. */
export const doorMargin = 2 * 60 * minute
/** So far may a device's clock and ours drift apart between its contacts. */
export const clockDrift = 3 * minute

type Door = { startsAt: Date; endsAt: Date; cancelledAt: Date | null }
export type Told = {
  personId: string | null
  direction: Direction
  at: Date
  way: 'doorCode' | 'ownCode' | 'list'
  recordedBy: string | null
  /** by how much the device's clock was off when it happened, and when it was told; null: no clock of its own */
  drift: { before: number; now: number } | null
}

export function doorConflicts(told: Told, activity: Door, elsewhere: boolean, now: Date): DoorConflict[] {
  const conflicts: DoorConflict[] = []
  if (told.personId === null) conflicts.push('unknownCode')
  if (activity.cancelledAt) conflicts.push('activityOff')
  if (+told.at < +activity.startsAt - doorMargin || +told.at > +activity.endsAt + doorMargin)
    conflicts.push('outsideTimes')
  if (told.direction === 'in' && elsewhere) conflicts.push('elsewhere')
  const drifted = told.drift !== null && Math.abs(told.drift.now - told.drift.before) > clockDrift
  if (drifted || +told.at > +now + clockDrift) conflicts.push('clockChanged')
  if (told.way === 'list' && told.personId === told.recordedBy) conflicts.push('ownName')
  return conflicts
}

/** A leader who taps a name has seen who it is: of what the list tells, only one's own name waits for somebody else's word. */
export const standing = (told: Pick<Told, 'way'>, conflicts: readonly DoorConflict[]): 'stands' | 'doubtful' => {
  const grave = told.way === 'list' ? conflicts.filter((one) => one === 'ownName' || one === 'activityOff') : conflicts
  return grave.length > 0 ? 'doubtful' : 'stands'
}

export type DoorRefusal = 'doorCodeOld' | 'doorClosed' | 'doorDecided' | 'ownDoorEvent' | 'nobodyThere'

/** A door is open from two hours before its activity to two hours after. */
export function doorRefusal(activity: Door, now: Date): DoorRefusal | null {
  if (activity.cancelledAt) return 'doorClosed'
  const open = +now >= +activity.startsAt - doorMargin && +now <= +activity.endsAt + doorMargin
  return open ? null : 'doorClosed'
}

/** One's own coming and going is never decided by oneself; what nobody came with cannot stand. */
export function decisionRefusal(
  event: { personId: string | null; state: 'stands' | 'doubtful' | 'dropped' },
  stands: boolean,
  me: string | null,
): DoorRefusal | null {
  if (event.personId !== null && event.personId === me) return 'ownDoorEvent'
  if (stands && event.personId === null) return 'nobodyThere'
  return event.state === (stands ? 'stands' : 'dropped') ? 'doorDecided' : null
}
