import type { Context, Role } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import { allow, found, Refused, refuse } from '../../../../platform/errors.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { organizationNamed } from '../../actions.ts'
import { mayGive } from '../../rules.ts'
import { knownPerson, readPerson } from '../actions.ts'
import type { PersonCard } from '../contract.ts'
import * as queries from '../queries.ts'
import {
  isForTheWhole,
  lastAdministratorRefusal,
  type MembershipRefusal,
  overlap,
  type Span,
  startRefusal,
} from '../rules.ts'

type Given = Span & { organizationId: string; role: Role; title: string | null }

export async function startMembership(context: Context, input: Given & { id: string }): Promise<PersonCard> {
  const { tx, me } = context
  const { id: personId, organizationId, role, title, fromDate, toDate } = input
  await queries.holdStill(tx, personId)
  const person = await knownPerson(context, personId)
  const organization = await organizationNamed(context, organizationId)
  allow(mayGive(me, role, organization.path))
  refuseSpan(input, organization, sameAs(person.memberships, input))
  await queries.insertMembership(tx, { id: newId(), personId, organizationId, role, title, fromDate, toDate })
  return readPerson(context, { id: personId })
}

export async function correctMembership(
  context: Context,
  { id, title, fromDate, toDate }: Span & { id: string; title: string | null },
): Promise<PersonCard> {
  const held = await holdMembership(context, id)
  const person = await knownPerson(context, held.personId)
  refuseSpan({ ...held, fromDate, toDate }, held, sameAs(person.memberships, held))
  await refuseLastAdministrator(context, held, { fromDate, toDate })
  await queries.updateMembership(context.tx, id, { title, fromDate, toDate })
  return readPerson(context, { id: held.personId })
}

export async function endMembership(
  context: Context,
  { id, toDate }: { id: string; toDate: string },
): Promise<PersonCard> {
  const held = await holdMembership(context, id)
  return correctMembership(context, { id, title: held.title, fromDate: held.fromDate, toDate })
}

export async function removeMembership(context: Context, { id }: { id: string }): Promise<{ done: true }> {
  const held = await holdMembership(context, id)
  await refuseLastAdministrator(context, held, null)
  await queries.deleteMembership(context.tx, id)
  return { done: true }
}

/** The membership, if they may give its role where it is held; nobody else decides about the same at the same time. */
async function holdMembership(context: Context, id: string): Promise<queries.HeldMembership> {
  const { tx, me } = context
  const before = found(await queries.membershipById(tx, id))
  await queries.holdStill(tx, ...(isForTheWhole(before) ? ['administrators'] : []), before.personId)
  const held = found(await queries.membershipById(tx, id))
  await knownPerson(context, held.personId)
  allow(mayGive(me, held.role, held.path))
  return held
}

type Held = Span & { id?: string; organizationId: string; role: Role }

const sameAs = (all: readonly (Held & { id: string })[], one: Held): Span[] =>
  all.filter((other) => other.id !== one.id && other.organizationId === one.organizationId && other.role === one.role)

function refuseSpan(
  wanted: Given | queries.HeldMembership,
  organization: { path: string; closedOn: string | null },
  others: Span[],
): void {
  const { path, closedOn } = organization
  const reason: MembershipRefusal | null = startRefusal({ ...wanted, path, closedOn }, others)
  const inTheWay = others.find((other) => overlap(wanted, other))
  if (reason) throw new Refused(reason, { from: inTheWay?.fromDate ?? '', to: inTheWay?.toDate ?? '…' })
}

async function refuseLastAdministrator(
  { tx, me, now }: Context,
  held: queries.HeldMembership,
  after: Span | null,
): Promise<void> {
  if (!isForTheWhole(held)) return
  const others: Span[] = await queries.otherAdministrators(tx, held.id)
  refuse(lastAdministratorRefusal(after ? [...others, after] : others, dayIn(me.timeZone, now)))
}
