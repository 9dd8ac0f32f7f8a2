import type { Context } from '../../../../platform/context.ts'
import { found } from '../../../../platform/errors.ts'
import { attemptById } from '../../quizzes/sitting/queries.ts'
import { isAnswered } from '../../quizzes/sitting/rules.ts'
import { scoredAnswers, totalOf } from '../../quizzes/sitting/scoring/actions.ts'
import { sidesOf } from '../actions.ts'
import * as queries from '../queries.ts'
import { placesOf } from '../rules.ts'

export type Difference = { what: 'score' | 'place'; which: string; written: string; computed: string }

/** Scores every attempt again from its answers, and places everybody again from these scores. */
export async function verifyContest({ tx }: Pick<Context, 'tx'>, { contestId }: { contestId: string }) {
  const contest = found(await queries.contestById(tx, contestId))
  const differences: Difference[] = []
  const results = await queries.resultsOf(tx, contestId)
  let answers = 0
  let erased = 0
  const again = []
  for (const result of results) {
    const scored = await scoredAnswers(tx, found(await attemptById(tx, result.attemptId)))
    answers += scored.filter(({ answer }) => isAnswered(answer)).length
    erased += scored.filter((one) => one.erased).length
    const points = totalOf(scored) ?? 0
    again.push({ ...result, points })
    if (points !== result.points)
      differences.push({
        what: 'score',
        which: result.attemptId,
        written: String(result.points),
        computed: String(points),
      })
  }
  const entrants = await queries.entrantsOf(tx, contestId)
  const places = placesOf(sidesOf(contest.teams, entrants), again, contest.seed)
  const written = await queries.placesWritten(tx, contestId)
  const said = (key: string | null, points: number, seconds: number): string => `${key} ${points} ${seconds}`
  for (const one of written) {
    const place = places.find((own) => own.place === one.place)
    const was = said(one.personId ?? one.teamId, one.points, one.seconds)
    const is = place ? said(place.key, place.points, place.seconds) : '—'
    if (was !== is) differences.push({ what: 'place', which: String(one.place), written: was, computed: is })
  }
  return {
    name: contest.name,
    finished: contest.finishedAt !== null,
    attempts: results.length,
    answers,
    /** of people who were forgotten: what they were judged to earn is taken as it stands */
    erased,
    places: written.length,
    differences,
  }
}
