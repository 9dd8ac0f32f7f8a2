import { createHash, randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { allow, found, NotFound, refuse } from '../../../platform/errors.ts'
import { tellLive } from '../../../platform/live.ts'
import { organizationNamed } from '../../organizations/actions.ts'
import { knownPerson } from '../../organizations/people/actions.ts'
import { can } from '../../organizations/rules.ts'
import { keptQuiz } from '../quizzes/actions.ts'
import type * as contract from './contract.ts'
import type { Contest } from './contract.ts'
import * as queries from './queries.ts'
import { overRefusal, type Place, placesOf, prizeOf, type RoundResult, type Side, sidesRefusal } from './rules.ts'
import { knownContest, tellEntered } from './telling/actions.ts'
import { topicOf } from './topic/rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

const digestOf = (seed: string): string => createHash('sha256').update(seed).digest('hex')

/** Seen by whoever belongs to the part of the tree that holds it, or takes part. */
export async function seenContest({ tx, me }: Context, contestId: string) {
  const contest = found(await queries.contestById(tx, contestId))
  const entrants = await queries.entrantsOf(tx, contestId)
  const near = me.roles.some(({ path }) => path.startsWith(contest.path) || contest.path.startsWith(path))
  if (!near && !entrants.some(({ personId }) => personId === me.id)) throw new NotFound()
  return { contest, entrants }
}

export const listContests = ({ tx, me }: Context) =>
  queries.contestsFor(
    tx,
    me.roles.map(({ path }) => path),
  )

/** Who stands on the board: people, or teams. */
export function sidesOf(teams: boolean, entrants: readonly queries.Entrant[]): Side[] {
  if (!teams) return entrants.map(({ personId }) => ({ key: personId, members: [personId] }))
  return [...Map.groupBy(entrants, ({ teamId }) => teamId ?? '')].map(([key, members]) => ({
    key,
    members: members.map(({ personId }) => personId),
  }))
}

export async function seeContest(context: Context, { contestId }: In<typeof contract.seeContest>): Promise<Contest> {
  const { tx, me } = context
  const { contest, entrants } = await seenContest(context, contestId)
  const { seed, path, organizationId: _, ...card } = contest
  const finished = contest.finishedAt !== null
  const places = placesOf(sidesOf(contest.teams, entrants), await queries.resultsOf(tx, contestId), seed)
  const written = finished ? await queries.placesWritten(tx, contestId) : null
  const names = new Map(
    entrants.map((one) => (contest.teams ? [one.teamId, one.teamName] : [one.personId, one.personName])),
  )
  const mine = entrants.find(({ personId }) => personId === me.id)
  const own = contest.teams ? mine?.teamId : mine?.personId
  const shown: Place[] = written
    ? written.map((one) => ({
        ...one,
        key: one.personId ?? one.teamId ?? '',
        sat: satBy(places, one.personId ?? one.teamId),
      }))
    : places
  return {
    ...card,
    rounds: (await queries.roundsOf(tx, contestId)).map(({ open: __, unmarked: ___, ...round }) => round),
    people: entrants.length,
    seedDigest: digestOf(seed),
    seed: finished ? seed : null,
    standings: shown
      .filter(({ sat }) => sat > 0 || finished)
      .map(({ key, ...one }) => ({
        ...one,
        name: names.get(key) ?? '',
        prize: finished ? prizeOf(one, contest.prizes) : null,
        mine: key === own,
      })),
    mayChange: can(me, 'keepQuestions', path),
  }
}

const satBy = (places: readonly Place[], key: string | null): number => places.find((one) => one.key === key)?.sat ?? 0

export async function addContest(context: Context, input: In<typeof contract.addContest>): Promise<Contest> {
  const { tx, now } = context
  const { path } = await organizationNamed(context, input.organizationId)
  allow(can(context.me, 'keepQuestions', path))
  await checkEntered(context, input, null)
  const contestId = await queries.insertContest(tx, { ...input, seed: randomUUID(), createdAt: now })
  await tellEntered(context, contestId, await knownContest(context, found(await queries.contestById(tx, contestId))))
  return seeContest(context, { contestId })
}

type Entered = Pick<In<typeof contract.addContest>, 'personIds' | 'teams' | 'quizIds'>

/** Known people, once each, and quizzes that nobody has begun and that are no other contest's rounds. `besides`: the contest that is changed. */
export async function checkEntered(context: Context, input: Entered, besides: string | null): Promise<void> {
  const { personIds, teams, quizIds } = input
  refuse(sidesRefusal(input))
  for (const personId of [...personIds, ...teams.flatMap((team) => team.personIds)])
    await knownPerson(context, personId)
  // In one order, so that two who set up contests at once wait for each other and not both.
  for (const quizId of quizIds.toSorted()) refuse((await keptQuiz(context, quizId)).begun ? 'contestBegun' : null)
  const twice = new Set(quizIds).size < quizIds.length || (await queries.takenRounds(context.tx, quizIds, besides)) > 0
  refuse(twice ? 'contestRoundTaken' : null)
}

export async function finishContest(
  context: Context,
  { contestId }: In<typeof contract.finishContest>,
): Promise<Contest> {
  const { tx, me, now } = context
  found(await queries.holdContest(tx, contestId))
  const { contest, entrants } = await seenContest(context, contestId)
  allow(can(me, 'keepQuestions', contest.path))
  refuse(overRefusal(contest))
  const rounds = await queries.roundsOf(tx, contestId)
  // Who has not begun may still begin as long as a round is open.
  const going = rounds.some(
    ({ open, done, closesAt }) => open > 0 || (done < entrants.length && !(closesAt && closesAt <= now)),
  )
  refuse(going ? 'contestNotOver' : null)
  refuse(rounds.some(({ unmarked }) => unmarked > 0) ? 'contestUnmarked' : null)
  const results: RoundResult[] = await queries.resultsOf(tx, contestId)
  const places = placesOf(sidesOf(contest.teams, entrants), results, contest.seed)
  await queries.writePlaces(
    tx,
    contestId,
    places.map(({ key, sat: _, ...one }) => ({
      ...one,
      personId: contest.teams ? null : key,
      teamId: contest.teams ? key : null,
      prize: prizeOf(one, contest.prizes),
    })),
    now,
  )
  await tellLive(context, topicOf(contestId))
  return seeContest(context, { contestId })
}

/** Somebody handed in: whoever looks at the board reads it again. */
export async function followAttempt(context: Context, { quizId }: { quizId: string }): Promise<void> {
  const contestId = await queries.contestOfQuiz(context.tx, quizId)
  if (contestId) await tellLive(context, topicOf(contestId))
}
