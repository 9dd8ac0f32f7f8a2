import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import { allow, BadInput, found, NotFound, refuse } from '../../../../platform/errors.ts'
import { event } from '../../../../platform/events.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { knownPerson } from '../../../organizations/people/actions.ts'
import {
  addPerson,
  endInTeam,
  holdInTeam,
  peopleCalled,
  startInTeam,
} from '../../../organizations/people/teams/actions.ts'
import { can } from '../../../organizations/rules.ts'
import type * as contract from './contract.ts'
import type { TeamCard } from './contract.ts'
import * as queries from './queries.ts'
import {
  addRefusal,
  askRefusal,
  leaveRefusal,
  mayAnswer,
  mayLeadTeam,
  mayNamePosts,
  mayWithdraw,
  postOf,
  titleOf,
} from './rules.ts'
import { readTeam } from './seeing/actions.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
/** A question between a person and a team is open; it has its answer. */
export const teamAsked = event<{ teamRequestId: string }>('teamAsked')
export const teamAnswered = event<{ teamRequestId: string; accepted: boolean }>('teamAnswered')

const todayOf = ({ me, now }: Context): string => dayIn(me.timeZone, now)

const teamNamed = async (context: Context, teamId: string): Promise<queries.KnownTeam> =>
  found(await queries.teamById(context.tx, context.me.id, todayOf(context), teamId))

const isClosed = (context: Context, { closedOn }: queries.KnownTeam): boolean =>
  closedOn !== null && closedOn <= todayOf(context)

/** One question between a person and a team, judged while nobody else decides about that person. */
async function ask(
  context: Context,
  team: queries.KnownTeam,
  { kind, personId, message }: { kind: 'request' | 'invitation'; personId: string; message: string | null },
): Promise<TeamCard> {
  const { tx, me, now } = context
  const held = await holdInTeam(context, team.id, personId)
  const open = await queries.openBetween(tx, team.id, personId)
  refuse(askRefusal(kind, { closed: isClosed(context, team), post: postOf(held), open }))
  const id = newId()
  const question = { id, teamId: team.id, personId, kind, message, askedBy: found(me.id), askedAt: now }
  if (open) {
    await accept(context, open)
    await context.publish(teamAnswered, { teamRequestId: open.id, accepted: true })
  } else {
    await queries.insertRequest(tx, question)
    await context.publish(teamAsked, { teamRequestId: id })
  }
  return readTeam(context, { teamId: team.id })
}

async function accept(context: Context, { id, teamId, personId }: { id: string; teamId: string; personId: string }) {
  await queries.closeRequest(context.tx, id, { state: 'accepted', decidedBy: context.me.id, decidedAt: context.now })
  await startInTeam(context, { teamId, personId, role: 'volunteer', title: null })
}

export async function askToJoin(context: Context, { teamId, message }: In<typeof contract.askToJoin>) {
  return ask(context, await teamNamed(context, teamId), { kind: 'request', personId: found(context.me.id), message })
}

export async function inviteToTeam(context: Context, input: In<typeof contract.inviteToTeam>): Promise<TeamCard> {
  const team = await teamNamed(context, input.teamId)
  allow(mayLeadTeam(context.me, team.path))
  return ask(context, team, { kind: 'invitation', personId: await invited(context, input), message: null })
}

async function invited(context: Context, { personId, name, phone }: In<typeof contract.inviteToTeam>): Promise<string> {
  if (personId) return (await knownPerson(context, personId)).id
  if (!name || !phone) throw new BadInput('badInput')
  const [only, another] = await peopleCalled(context, name, phone)
  refuse(only && !another ? null : 'nobodyOfThatNumber')
  return found(only).id
}

/** The request, with its person held still; to whom neither the team nor the question is theirs, it does not exist. */
async function heldRequest(context: Context, id: string) {
  const { personId, teamId } = found(await queries.requestById(context.tx, id))
  const held = await holdInTeam(context, teamId, personId)
  const request = found(await queries.requestById(context.tx, id))
  if (request.personId !== context.me.id && !can(context.me, 'seePeople', request.path)) throw new NotFound()
  return { request, post: postOf(held) }
}

export async function answerTeamRequest(
  context: Context,
  { teamRequestId, accept: yes }: In<typeof contract.answerTeamRequest>,
): Promise<TeamCard> {
  const { request, post } = await heldRequest(context, teamRequestId)
  allow(mayAnswer(context.me, request, request.path))
  refuse(request.state === 'open' ? null : 'requestDecided')
  if (yes && !post) {
    refuse(isClosed(context, await teamNamed(context, request.teamId)) ? 'teamClosed' : null)
    await accept(context, request)
  } else
    await queries.closeRequest(context.tx, request.id, {
      // Who is in by another door meanwhile needs no second membership.
      state: yes ? 'accepted' : 'declined',
      decidedBy: context.me.id,
      decidedAt: context.now,
    })
  await context.publish(teamAnswered, { teamRequestId, accepted: yes })
  return readTeam(context, { teamId: request.teamId })
}

export async function withdrawTeamRequest(
  context: Context,
  { teamRequestId }: In<typeof contract.withdrawTeamRequest>,
): Promise<TeamCard> {
  const { tx, me, now } = context
  const { request } = await heldRequest(context, teamRequestId)
  allow(mayWithdraw(me, request, request.path))
  refuse(request.state === 'open' ? null : 'requestDecided')
  await queries.closeRequest(tx, request.id, { state: 'withdrawn', decidedBy: me.id, decidedAt: now })
  return readTeam(context, { teamId: request.teamId })
}

/** Who is in the team and held still, for whoever leads it or is it. */
async function heldMember(context: Context, teamId: string, personId: string) {
  const team = await teamNamed(context, teamId)
  if (personId !== context.me.id) {
    await knownPerson(context, personId)
    allow(mayLeadTeam(context.me, team.path))
  }
  return { team, held: await holdInTeam(context, teamId, personId) }
}

export async function leaveTeam(
  context: Context,
  { teamId, personId }: In<typeof contract.leaveTeam>,
): Promise<TeamCard> {
  const { team, held } = await heldMember(context, teamId, personId)
  refuse(leaveRefusal(postOf(held), mayNamePosts(context.me, team.path)))
  for (const one of held) await endInTeam(context, one)
  return readTeam(context, { teamId })
}

export async function nameToPost(
  context: Context,
  { teamId, personId, post }: In<typeof contract.nameToPost>,
): Promise<TeamCard> {
  const { team, held } = await heldMember(context, teamId, personId)
  allow(mayNamePosts(context.me, team.path))
  refuse(held.length === 0 ? 'notInTeam' : null)
  const leads = held.find(({ role }) => role === 'teamLeader')
  if (post !== 'member') await startInTeam(context, { teamId, personId, role: 'teamLeader', title: titleOf[post] })
  else {
    if (leads) await endInTeam(context, leads)
    await startInTeam(context, { teamId, personId, role: 'volunteer', title: null })
  }
  return readTeam(context, { teamId })
}

export async function addVolunteer(
  context: Context,
  { teamId, name, phone, anyway }: In<typeof contract.addVolunteer>,
): Promise<TeamCard> {
  const { tx, me } = context
  const team = await teamNamed(context, teamId)
  allow(mayLeadTeam(me, team.path))
  refuse(isClosed(context, team) ? 'teamClosed' : null)
  const members = await queries.peopleIn(tx, teamId, todayOf(context))
  const namesakes = members.filter((member) => member.name === name).length
  refuse(addRefusal(phone, await peopleCalled(context, name, phone), namesakes, anyway))
  const personId = await addPerson(context, name, phone)
  await startInTeam(context, { teamId, personId, role: 'volunteer', title: null })
  return readTeam(context, { teamId })
}
