import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { allow, found, refuse } from '../../../../platform/errors.ts'
import { tellLive } from '../../../../platform/live.ts'
import { notify } from '../../../notices/actions.ts'
import { can } from '../../../organizations/rules.ts'
import { checkEntered, seeContest, seenContest } from '../actions.ts'
import type { Contest } from '../contract.ts'
import { contestCancelled } from '../matters.ts'
import * as queries from '../queries.ts'
import { changeRefusal, overRefusal } from '../rules.ts'
import { knownContest, tellChanged } from '../telling/actions.ts'
import { topicOf } from '../topic/rules.ts'
import type * as contract from './contract.ts'
import type { ContestPlan } from './contract.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

async function keptContest(context: Context, contestId: string) {
  const seen = await seenContest(context, contestId)
  allow(can(context.me, 'keepQuestions', seen.contest.path))
  return seen
}

export async function readContest(
  context: Context,
  { contestId }: In<typeof contract.readContest>,
): Promise<ContestPlan> {
  const { contest, entrants } = await keptContest(context, contestId)
  const { id, name, about, prizes, organizationName, begun } = contest
  const people = entrants.map(({ personId, personName, teamName }) => ({ id: personId, name: personName, teamName }))
  const bare = (all: typeof people) => all.map(({ teamName: _, ...one }) => one)
  const teams = [...Map.groupBy(people, ({ teamName }) => teamName ?? '')]
  return {
    id,
    name,
    about,
    prizes,
    organizationName,
    begun,
    quizzes: (await queries.roundsOf(context.tx, contestId)).map((round) => ({ id: round.quizId, name: round.name })),
    people: contest.teams ? [] : bare(people),
    teams: contest.teams ? teams.map(([team, members]) => ({ name: team, people: bare(members) })) : [],
  }
}

export async function changeContest(context: Context, input: In<typeof contract.changeContest>): Promise<Contest> {
  const { tx } = context
  const { contestId, ...fields } = input
  found(await queries.holdContest(tx, contestId))
  const { contest } = await keptContest(context, contestId)
  await queries.holdRounds(tx, contestId)
  refuse(changeRefusal({ ...contest, begun: await queries.hasBegun(tx, contestId) }))
  await checkEntered(context, fields, contestId)
  const before = await knownContest(context, contest)
  await queries.replaceContest(tx, contestId, fields)
  const after = await knownContest(context, found(await queries.contestById(tx, contestId)))
  await tellChanged(context, contestId, before, after)
  await tellLive(context, topicOf(contestId))
  return seeContest(context, { contestId })
}

export async function cancelContest(context: Context, input: In<typeof contract.cancelContest>): Promise<Contest> {
  const { tx, now } = context
  const { contestId, reason } = input
  found(await queries.holdContest(tx, contestId))
  const { contest, entrants } = await keptContest(context, contestId)
  refuse(overRefusal(contest))
  await queries.cancel(tx, contestId, now, reason)
  await notify(context, {
    personIds: entrants.map(({ personId }) => personId),
    matter: contestCancelled,
    key: contestId,
    values: { contest: contest.name, reason },
    link: `/learning/contests/${contestId}`,
  })
  await tellLive(context, topicOf(contestId))
  return seeContest(context, { contestId })
}
