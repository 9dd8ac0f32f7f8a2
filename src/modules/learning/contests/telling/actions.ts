import type { Context } from '../../../../platform/context.ts'
import { notify } from '../../../notices/actions.ts'
import { contestChanged, contestEntered, contestLeft, teamEntered } from '../matters.ts'
import * as queries from '../queries.ts'
import { changedFor, type Known } from './rules.ts'

/** As it stands now. */
export async function knownContest({ tx }: Pick<Context, 'tx'>, contest: queries.KnownContest): Promise<Known> {
  const { id, name, about, prizes } = contest
  const entrants = await queries.entrantsOf(tx, id)
  return {
    name,
    about,
    prizes,
    quizIds: (await queries.roundsOf(tx, id)).map(({ quizId }) => quizId),
    entrants: entrants.map(({ personId, teamName }) => ({ personId, team: teamName })),
  }
}

const linkTo = (contestId: string) => `/learning/contests/${contestId}` as const

/** Whoever was entered hears of it, by themselves or with their team. */
export async function tellEntered(
  context: Context,
  contestId: string,
  { name, entrants }: Pick<Known, 'name' | 'entrants'>,
): Promise<void> {
  const key = `${contestId} ${context.now.toISOString()}`
  for (const [team, members] of Map.groupBy(entrants, (one) => one.team)) {
    const personIds = members.map(({ personId }) => personId)
    const telling = { personIds, key, link: linkTo(contestId) }
    if (team === null) await notify(context, { ...telling, matter: contestEntered, values: { contest: name } })
    else await notify(context, { ...telling, matter: teamEntered, values: { contest: name, team } })
  }
}

/** Who came in, who is out of it, and, of those who stay, each what has changed for them. */
export async function tellChanged(context: Context, contestId: string, before: Known, after: Known): Promise<void> {
  const key = `${contestId} ${context.now.toISOString()}`
  const link = linkTo(contestId)
  const [was, is] = [before, after].map(({ entrants }) => new Set(entrants.map(({ personId }) => personId)))
  await tellEntered(context, contestId, {
    name: after.name,
    entrants: after.entrants.filter(({ personId }) => !was?.has(personId)),
  })
  const out = [...(was ?? [])].filter((personId) => !is?.has(personId))
  await notify(context, { personIds: out, matter: contestLeft, key, values: { contest: before.name }, link })
  const told = [...(was ?? [])].flatMap((personId) => {
    const what = is?.has(personId) ? changedFor(before, after, personId) : null
    return what ? [{ personId, what }] : []
  })
  for (const [, people] of Map.groupBy(told, ({ what }) => what.join())) {
    const values = { contest: after.name, what: { words: people[0]?.what ?? ['', ''] } as const }
    const personIds = people.map(({ personId }) => personId)
    await notify(context, { personIds, matter: contestChanged, key, values, link })
  }
}
