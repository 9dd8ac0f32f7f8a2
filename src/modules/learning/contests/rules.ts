import { chance, shuffled } from '../quizzes/drawing/rules.ts'
import { tidy } from '../quizzes/rules.ts'
import type { Prize } from './contract.ts'

export type ContestRefusal =
  | 'contestNobody'
  | 'contestTwice'
  | 'contestRoundTaken'
  | 'contestBegun'
  | 'contestNotOver'
  | 'contestFinished'
  | 'contestUnmarked'
  | 'contestUnderWay'
  | 'contestCancelled'

type Asked = { personIds: readonly string[]; teams: readonly { name: string; personIds: readonly string[] }[] }

/** Why nobody, or not these, can take part. */
export function sidesRefusal({ personIds, teams }: Asked): ContestRefusal | null {
  const people = [...personIds, ...teams.flatMap((team) => team.personIds)]
  if (people.length === 0 || (personIds.length > 0 && teams.length > 0)) return 'contestNobody'
  const names = new Set(teams.map(({ name }) => name))
  return new Set(people).size < people.length || names.size < teams.length ? 'contestTwice' : null
}

type Standing = { finishedAt: Date | null; cancelledAt: Date | null }

export function overRefusal({ finishedAt, cancelledAt }: Standing): ContestRefusal | null {
  if (cancelledAt) return 'contestCancelled'
  return finishedAt ? 'contestFinished' : null
}

/** It is changed as long as nobody has begun a round of it. */
export const changeRefusal = (contest: Standing & { begun: boolean }): ContestRefusal | null =>
  overRefusal(contest) ?? (contest.begun ? 'contestUnderWay' : null)

/** What one person made of one round. */
export type RoundResult = { personId: string; points: number; seconds: number }
/** Who stands on the board: a person, or a team with its members. */
export type Side = { key: string; members: readonly string[] }
export type Place = { key: string; place: number; points: number; seconds: number; sat: number; byLot: boolean }

/** The lots of a contest: all sides in the order of their ids, mixed by its seed; the earlier is before the later. */
export function lotsOf(keys: readonly string[], seed: string): Map<string, number> {
  return new Map(shuffled(keys.toSorted(), chance(seed)).map((key, lot) => [key, lot]))
}

/**
 * More points first; of the same points whoever sat more rounds, then the shorter time in total, then the lot. A person's points and time are the sums
 * over the rounds; a team's are the means over its members, of whom one who did not sit has none.
 */
export function placesOf(sides: readonly Side[], results: readonly RoundResult[], seed: string): Place[] {
  const lots = lotsOf(
    sides.map(({ key }) => key),
    seed,
  )
  const by = Map.groupBy(results, ({ personId }) => personId)
  const sums = sides.map(({ key, members }) => {
    const own = members.flatMap((personId) => by.get(personId) ?? [])
    const mean = (of: (one: RoundResult) => number): number =>
      members.length === 0 ? 0 : own.reduce((sum, one) => sum + of(one), 0) / members.length
    return {
      key,
      points: tidy(mean(({ points }) => points)),
      seconds: Math.round(mean(({ seconds }) => seconds)),
      sat: own.length,
    }
  })
  const alike = (a: (typeof sums)[number], b: (typeof sums)[number] | undefined): boolean =>
    b !== undefined && a.points === b.points && a.sat === b.sat && a.seconds === b.seconds
  const sorted = sums.toSorted(
    (a, b) =>
      b.points - a.points || b.sat - a.sat || a.seconds - b.seconds || (lots.get(a.key) ?? 0) - (lots.get(b.key) ?? 0),
  )
  return sorted.map((one, i) => ({
    ...one,
    place: i + 1,
    byLot: alike(one, sorted[i - 1]) || alike(one, sorted[i + 1]),
  }))
}

/** The prize of a place, counted from the first. Nobody has one who has no points. */
export function prizeOf({ place, points }: Pick<Place, 'place' | 'points'>, prizes: readonly Prize[]): string | null {
  let last = 0
  for (const { name, places } of prizes) {
    last += places
    if (place <= last) return points > 0 ? name : null
  }
  return null
}
