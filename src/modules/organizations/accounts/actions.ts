import { hashPassword } from 'better-auth/crypto'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { allow, BadInput, found, Refused, refuse } from '../../../platform/errors.ts'
import { hashOfLink, makeLink } from '../../../platform/link.ts'
import * as logins from '../../../platform/sign-in/logins.ts'
import { dayIn } from '../../../platform/zone.ts'
import type * as contract from './contract.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

type Input<E extends { input: z.ZodType }> = z.output<E['input']>
type Output<E extends { output: z.ZodType }> = z.input<E['output']>
type OfPerson = { personId: string }

const todayOf = ({ me, now }: Pick<Context, 'me' | 'now'>): string => dayIn(me.timeZone, now)

/** The person and what they hold; who could not open their account is told no. */
async function whoseAccount(context: Context, personId: string) {
  const person = found(await queries.personById(context.tx, personId))
  const held = await queries.heldBy(context.tx, personId, todayOf(context))
  return { person, held, mayOpen: rules.mayOpenAccountOf(context.me, held) }
}

export async function personAccount(
  context: Context,
  { personId }: OfPerson,
): Promise<Output<typeof contract.personAccount>> {
  const { tx, me, now } = context
  const { held, mayOpen } = await whoseAccount(context, personId)
  allow(mayOpen)
  const account = await logins.accountOf(tx, me.tenantId, personId)
  return {
    loginName: account ? rules.loginNameOf(account.loginName) : null,
    twoFactor: account?.twoFactor ?? false,
    sessions: account?.sessions ?? 0,
    invitations: await queries.openInvitations(tx, personId, now),
    mayInvite: mayOpen,
    mayEndSecondStep: rules.mayEndSecondStep(me, held),
  }
}

export async function createInvitation(
  context: Context,
  { personId }: OfPerson,
): Promise<Output<typeof contract.createInvitation>> {
  const { person, mayOpen } = await whoseAccount(context, personId)
  allow(mayOpen)
  return invite(context, person)
}

/** Whoever may run commands on this machine may let an administrator in again. */
export async function inviteFromTerminal(context: Context, { who }: { who: string }) {
  const all = await queries.holders(context.tx, 'administrator', todayOf(context))
  const administrators = all.map(({ name }) => name)
  const wanted = who.normalize('NFKC').trim()
  const [person, another] = all.filter(({ name, phone, email }) => [name, phone, email].includes(wanted))
  // Two of one name are told apart by their phone.
  return { administrators, link: person && !another ? await invite(context, person) : null }
}

async function invite({ tx, me, now }: Context, person: { id: string; name: string }) {
  const { token, hash } = makeLink(me.tenantId)
  const expiresAt = new Date(now.getTime() + rules.invitationDays * 24 * 60 * 60 * 1000)
  await queries.deleteOpenInvitations(tx, person.id)
  const id = await queries.insertInvitation(tx, {
    personId: person.id,
    tokenHash: hash,
    createdBy: me.id,
    createdAt: now,
    expiresAt,
  })
  return { id, personName: person.name, path: `/invite/${token}`, expiresAt }
}

export async function revokeInvitation(
  context: Context,
  { invitationId }: Input<typeof contract.revokeInvitation>,
): Promise<{ done: true }> {
  const { personId } = found(await queries.invitationById(context.tx, invitationId))
  allow((await whoseAccount(context, personId)).mayOpen)
  await queries.deleteInvitation(context.tx, invitationId)
  return { done: true }
}

export async function endPersonSessions(context: Context, { personId }: OfPerson): Promise<{ ended: number }> {
  allow((await whoseAccount(context, personId)).mayOpen)
  return { ended: await logins.endSessionsOf(context.tx, context.me.tenantId, personId) }
}

export async function endSecondStepOf(context: Context, { personId }: OfPerson): Promise<{ done: true }> {
  const { held } = await whoseAccount(context, personId)
  allow(rules.mayEndSecondStep(context.me, held))
  await logins.endSecondStepOf(context.tx, context.me.tenantId, personId)
  return { done: true }
}

async function invitationOf({ tx, now }: Context, token: string) {
  const invitation = found(await queries.invitationByHash(tx, hashOfLink(token)))
  refuse(rules.invitationRefusal(invitation, now))
  return invitation
}

export async function openInvitation(
  context: Context,
  { token }: Input<typeof contract.openInvitation>,
): Promise<Output<typeof contract.openInvitation>> {
  const { tx, me } = context
  const { personId, name, phone, email, expiresAt } = await invitationOf(context, token)
  const account = await logins.accountOf(tx, me.tenantId, personId)
  return {
    officeName: (await queries.tenantById(tx, me.tenantId)).name,
    personName: name,
    suggestedName: account ? rules.loginNameOf(account.loginName) : (phone ?? email),
    hasLogin: account !== null,
    expiresAt,
  }
}

export async function acceptInvitation(
  context: Context,
  { token, name, password }: Input<typeof contract.acceptInvitation>,
): Promise<{ done: true }> {
  const invitation = await invitationOf(context, token)
  const person = { id: invitation.personId, name: invitation.name }
  if (!(await queries.spendInvitation(context.tx, invitation.id, context.now))) throw new Refused('invitationUsed')
  await giveLogin(context, person, name, password)
  return { done: true }
}

export async function giveLogin(
  { tx, me }: Context,
  person: { id: string; name: string },
  name: string,
  password: string,
): Promise<void> {
  const address = rules.loginAddress(name)
  if (!address) throw new BadInput('nameUnclear')
  refuse(rules.passwordRefusal(password, name))
  const given = await logins.setLogin(tx, {
    tenantId: me.tenantId,
    personId: person.id,
    personName: person.name,
    address,
    passwordHash: await hashPassword(password),
  })
  if (!given) throw new Refused('nameTaken')
}

export const forgetEndedSessions = ({ tx, me, now }: Context): Promise<void> =>
  logins.deleteEndedSessions(tx, me.tenantId, now)
