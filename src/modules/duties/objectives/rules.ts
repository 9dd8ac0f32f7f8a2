import type { Me } from '../../../platform/context.ts'
import { daysBetween } from '../../../platform/zone.ts'
import { can } from '../../organizations/rules.ts'
import type { Sense, State } from './contract.ts'

/** What an objective is judged by. `value` is the year's so far. */
export type Judged = {
  year: number
  sense: Sense
  target: number
  steps: readonly number[] | null
  /** Does the year's value grow with what is recorded (a sum), or is it of the whole time (a rate)? */
  grows: boolean
  value: number | null
  /** The part of the year's sum that earlier years had by the end of each month. */
  curve: readonly number[] | null
}
export type Verdict = {
  state: State
  expected: number
  projection: { value: number; basis: 'earlierYears' | 'pace' | 'value' } | null
  /** Of what is late: the day from which on it was. */
  lateFrom: string | null
}

/** Before this part of a year has passed, its pace says nothing. */
const early = 0.08

const newYear = (year: number): string => `${year}-01-01`
const isOver = (year: number, today: string): boolean => today >= newYear(year + 1)

/** The part of the year that has passed when a day begins, from 0 to 1. */
export function passed(year: number, today: string): number {
  const days = daysBetween(newYear(year), newYear(year + 1))
  return Math.min(1, Math.max(0, daysBetween(newYear(year), today) / days))
}

/** Between points that stand evenly in the year, the first at its beginning. */
function along(points: readonly number[], part: number): number {
  const at = part * (points.length - 1)
  const [before, after] = [points[Math.floor(at)] ?? 0, points[Math.ceil(at)] ?? 0]
  return before + (after - before) * (at - Math.floor(at))
}

/** What should be reached by a day: along the steps, or evenly; of a rate, all of it all the time. */
export function expectedBy({ grows, steps, target, year }: Judged, today: string): number {
  if (!grows) return target
  const part = passed(year, today)
  return steps ? along([0, ...steps], part) : target * part
}

/** What the year will end with if it goes on as earlier years did from here, or else as it did itself so far. */
export function projectionOf({ grows, value, curve, year }: Judged, today: string): Verdict['projection'] {
  if (value === null) return null
  const part = passed(year, today)
  if (!grows || part === 1) return { value, basis: 'value' }
  const share = curve ? along([0, ...curve], part) : 0
  if (share >= early) return { value: value / share, basis: 'earlierYears' }
  return part >= early ? { value: value / part, basis: 'pace' } : null
}

/** The first day after a step that was to be reached by then and still is not. */
function missedStep({ grows, steps, sense, year, value }: Judged, today: string): string | null {
  if (!grows || !steps || sense === 'atMost') return null
  const ends = [`${year}-04-01`, `${year}-07-01`, `${year}-10-01`]
  return ends.find((end, i) => end <= today && (value ?? 0) < (steps[i] ?? 0)) ?? null
}

/**
 * Met: reached, and cannot be lost any more. Late: a step or the year has passed without it, or what was to stay below is
 * above. At risk: at this pace it will not be reached. Nothing measured counts as nothing done.
 */
export function judge(judged: Judged, today: string): Verdict {
  const { sense, target, grows, year, value } = judged
  const [expected, projection] = [expectedBy(judged, today), projectionOf(judged, today)]
  const verdict = (state: State, lateFrom: string | null = null): Verdict => ({ state, expected, projection, lateFrom })
  const reached = sense === 'atLeast' ? (value ?? 0) >= target : (value ?? 0) <= target
  if (isOver(year, today)) return reached ? verdict('met') : verdict('late', newYear(year + 1))
  if (sense === 'atLeast' && grows && reached) return verdict('met')
  if (sense === 'atMost' && grows && !reached) return verdict('late', today)
  const missed = missedStep(judged, today)
  if (missed) return verdict('late', missed)
  if (!projection) return verdict('onTrack')
  const enough = sense === 'atLeast' ? projection.value >= target : projection.value <= target
  return verdict(enough ? 'onTrack' : 'atRisk')
}

/**
 * Earlier years, the latest first, as one curve: the part of their sum that was there at the end of each month. The oldest counts
 * only if something was recorded in its first quarter: a year in which recording began says nothing about its months. Null
 * when there was too little.
 */
export function curveOf(recorded: readonly (readonly number[])[]): number[] | null {
  const sumOf = (months: readonly number[]): number => months.reduce((sum, month) => sum + month, 0)
  const years = recorded.filter((months, i) => i < recorded.length - 1 || sumOf(months.slice(0, 3)) > 0)
  const total = sumOf(years.map(sumOf))
  if (total < 12) return null
  let sum = 0
  return Array.from({ length: 12 }, (_, month) => {
    for (const months of years) sum += months[month] ?? 0
    return sum / total
  })
}

export type ObjectiveRefusal = 'stepsFall' | 'stepsMissTarget' | 'evidenceCounts' | 'partAbove' | 'otherYear'

/** Steps go up to the target; evidence is counted in whole pieces. */
export function objectiveRefusal({
  steps,
  target,
  indicatorId,
  sense,
}: {
  steps: readonly number[] | null
  target: number
  indicatorId: string | null
  sense: Sense
}): ObjectiveRefusal | null {
  if (!indicatorId && (sense === 'atMost' || !Number.isInteger(target) || target === 0)) return 'evidenceCounts'
  if (!steps) return null
  if (steps.some((step, i) => step < (steps[i - 1] ?? 0))) return 'stepsFall'
  return steps.at(-1) === target ? null : 'stepsMissTarget'
}

/** A part helps to reach what a part above it means to reach, in the same year. */
export function parentRefusal(
  child: { path: string; year: number },
  parent: { path: string; year: number },
): ObjectiveRefusal | null {
  if (!child.path.startsWith(parent.path) || child.path === parent.path) return 'partAbove'
  return child.year === parent.year ? null : 'otherYear'
}

type Mine = Pick<Me, 'id' | 'roles'>

export const maySee = (me: Mine, { path, holderId }: { path: string; holderId: string }): boolean =>
  me.id === holderId || can(me, 'readFigures', path)

/** Who signs reports on a part of the tree sets what it means to reach. */
export const mayChange = (me: Mine, path: string): boolean => can(me, 'writeReports', path)

export const mayConfirm = (me: Mine, path: string, enteredBy: string): boolean =>
  me.id !== enteredBy && can(me, 'writeReports', path)
