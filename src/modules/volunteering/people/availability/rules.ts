import { addDays, dayIn, wallClock, weekdayOf } from '../../../../platform/zone.ts'
import type { Answer, Availability } from './contract.ts'

export type AvailabilityRefusal = 'timeEndsBeforeItBegins'

export const availabilityRefusal = ({ week, days }: Availability): AvailabilityRefusal | null =>
  [...week, ...days].some(({ from, to }) => to <= from) ? 'timeEndsBeforeItBegins' : null

const dayLength = 24 * 60
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
type Piece = readonly [from: number, to: number]

/**
 * Can they come for the whole of [from, to)? The pattern and the days that add to it say when they can, days that differ say
 * when they cannot, and those have the last word. Times are those of the clock on the wall.
 */
export function availableAt(said: Availability, { from, to }: { from: Date; to: Date }, timeZone: string): Answer {
  let answer: Answer = 'yes'
  const last = dayIn(timeZone, to)
  for (let day = dayIn(timeZone, from); day <= last; day = addDays(day, 1)) {
    const piece = pieceOn(day, from, to, timeZone)
    if (piece[0] >= piece[1]) continue
    const on = answerOn(said, day, piece)
    if (on === 'no') return 'no'
    if (on === 'unsaid') answer = 'unsaid'
  }
  return answer
}

/** The minutes of this day that lie in [from, to). */
function pieceOn(day: string, from: Date, to: Date, timeZone: string): Piece {
  const at = (instant: Date): number => {
    const [on, time] = wallClock(instant, timeZone).split('T') as [string, string]
    return on < day ? 0 : on > day ? dayLength : minutes(time) + Number(time.slice(6, 8)) / 60
  }
  return [at(from), at(to)]
}

function answerOn({ week, days }: Availability, day: string, piece: Piece): Answer {
  const today = days.filter(({ date }) => date === day)
  const pieces = (spans: readonly { from: string; to: string }[]): Piece[] =>
    spans.map((span): Piece => [minutes(span.from), minutes(span.to)])
  if (pieces(today.filter(({ available }) => !available)).some((no) => no[0] < piece[1] && piece[0] < no[1]))
    return 'no'
  const weekday = weekdayOf(day)
  const can = pieces([...week.filter((span) => span.weekday === weekday), ...today.filter((span) => span.available)])
  if (covers(can, piece)) return 'yes'
  return week.length === 0 ? 'unsaid' : 'no'
}

/** Do these, together, cover the whole piece? */
function covers(pieces: readonly Piece[], [from, to]: Piece): boolean {
  let covered = from
  for (const [start, end] of pieces.toSorted((a, b) => a[0] - b[0]))
    if (start <= covered && end > covered) covered = end
  return covered >= to
}
