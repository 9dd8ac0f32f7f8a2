import type { z } from 'zod'
import type { Context, Role } from '../../../../../platform/context.ts'
import { found } from '../../../../../platform/errors.ts'
import { dayIn } from '../../../../../platform/zone.ts'
import { can, pathsOf } from '../../../../organizations/rules.ts'
import type * as contract from '../contract.ts'
import { posts, type TeamCard, type TeamRow } from '../contract.ts'
import * as queries from '../queries.ts'
import { isDeputy, mayLeadTeam, mayNamePosts, postOf } from '../rules.ts'

const todayOf = ({ me, now }: Context): string => dayIn(me.timeZone, now)

function rowOf({ me }: Context, team: queries.KnownTeam): TeamRow {
  const { id, name, category, parentName, members, leaders, held, myRequestKind, strength, requests } = team
  const leads = mayLeadTeam(me, team.path)
  return {
    id,
    name,
    category,
    parentName,
    members,
    leaders: leaders.filter(({ title }) => !isDeputy(title)).map((one) => one.name),
    mine: postOf(held) ?? myRequestKind,
    strength: leads ? strength : null,
    requests: leads ? requests : null,
  }
}

export async function listTeams(
  context: Context,
  { category, skillId, q, sort }: z.output<(typeof contract.listTeams)['input']>,
): Promise<TeamRow[]> {
  const { tx, me } = context
  const all = (await queries.allTeams(tx, me.id, todayOf(context), { category, q })).map((team) => rowOf(context, team))
  const has = (team: TeamRow): number =>
    skillId ? (team.strength?.find((one) => one.skillId === skillId)?.people ?? 0) : team.members
  const some = skillId ? all.filter((team) => has(team) > 0) : all
  if (sort === 'name') return some
  return some.toSorted((a, b) => (sort === 'members' ? has(a) - has(b) : has(b) - has(a)))
}

export async function readTeam(context: Context, { teamId }: { teamId: string }): Promise<TeamCard> {
  const { tx, me } = context
  const today = todayOf(context)
  const team = found(await queries.teamById(tx, me.id, today, teamId))
  const row = rowOf(context, team)
  const mayLead = mayLeadTeam(me, team.path)
  const seesAll = postOf(team.held) !== null || can(me, 'seePeople', team.path)
  const byPerson = Map.groupBy(await queries.peopleIn(tx, teamId, today), ({ id }) => id)
  const people = [...byPerson].flatMap(([id, held]) => {
    const [first] = held
    const post = postOf(held)
    if (!first || !post || (post === 'member' && !seesAll)) return []
    return [{ id, name: first.name, post, phone: can(me, 'seePhones', team.path) ? first.phone : null }]
  })
  return {
    ...row,
    people: people.sort((a, b) => posts.indexOf(a.post) - posts.indexOf(b.post)),
    open: mayLead ? await queries.openIn(tx, teamId) : null,
    myRequestId: team.myRequestId,
    mayLead,
    mayNamePosts: mayNamePosts(me, team.path),
  }
}

export async function myInvitations({ tx, me }: Context) {
  const rows = await queries.invitationsTo(tx, found(me.id))
  return rows.map(({ id, teamId, teamName, askedAt }) => ({ id, teamId, teamName, askedAt }))
}

export async function requestsToDecide({ tx, me }: Context) {
  const rows = await queries.openRequestsIn(tx, pathsOf(me, 'leadTeams'))
  return rows.map(({ id, teamId, teamName, personId, personName, message, askedAt }) => ({
    id,
    teamId,
    teamName,
    person: { id: personId, name: personName },
    message,
    askedAt,
  }))
}

type Held = { organizationId: string; organizationName: string; role: Role; title: string | null }

/** The teams among what somebody holds, and as what they are in each. */
export async function teamsOf({ tx }: Context, held: readonly Held[]) {
  const teams = await queries.teamsAmong(
    tx,
    held.map(({ organizationId }) => organizationId),
  )
  return teams.flatMap(({ id, name }) => {
    const post = postOf(
      held.flatMap(({ organizationId, role, title }) =>
        organizationId === id && (role === 'volunteer' || role === 'teamLeader') ? [{ role, title }] : [],
      ),
    )
    return post ? [{ id, name, post }] : []
  })
}
