import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { allow, found, NotFound, Refused, refuse } from '../../../platform/errors.ts'
import { dayIn } from '../../../platform/zone.ts'
import { organizationNamed } from '../actions.ts'
import { knownPerson } from '../people/actions.ts'
import { holdStill } from '../people/queries.ts'
import { overlap, type Span } from '../people/rules.ts'
import { can } from '../rules.ts'
import type { GroupCard, GroupMember, GroupRow, Position } from './contract.ts'
import * as queries from './queries.ts'
import { byPosition, changesOf, memberRefusal, membersOn } from './rules.ts'

const todayOf = ({ me, now }: Context): string => dayIn(me.timeZone, now)

/** The groups kept in the reader's part of the tree. */
export async function listGroups(
  context: Context,
  { asOf, organizationId }: { asOf?: string | undefined; organizationId?: string | undefined },
): Promise<GroupRow[]> {
  const { tx, me } = context
  const below = organizationId ? (await organizationNamed(context, organizationId)).path : '/'
  const all = await queries.allGroups(tx, asOf ?? todayOf(context))
  return all.filter(({ path }) => path.startsWith(below) && can(me, 'seePeople', path))
}

/** For other modules: the groups of the reader's part of the tree, and those that they are in today. */
export async function groupsKnownTo(context: Context): Promise<queries.WholeGroup[]> {
  const { tx, me } = context
  const day = todayOf(context)
  const own = new Set(me.id ? await queries.groupsOf(tx, me.id, day) : [])
  return (await queries.allGroups(tx, day)).filter(({ id, path }) => own.has(id) || can(me, 'seePeople', path))
}

export async function readGroup(
  context: Context,
  { id, asOf }: { id: string; asOf?: string | undefined },
): Promise<GroupCard> {
  const { tx, me } = context
  const day = asOf ?? todayOf(context)
  const group = found(await queries.groupById(tx, id, day))
  const all = await queries.membersOf(tx, id)
  const mine = all.some(({ personId }) => personId === me.id)
  if (!mine && !can(me, 'seePeople', group.path)) throw new NotFound()
  return {
    ...group,
    asOf: day,
    people: membersOn(all, day).sort(byPosition),
    changes: changesOf(all),
    mayChange: can(me, 'organize', group.path),
  }
}

/** For other modules: who is in a group on a day, whoever asks. */
export async function groupMembersOn(
  { tx }: Pick<Context, 'tx'>,
  { groupId, day }: { groupId: string; day: string },
): Promise<GroupMember[]> {
  return membersOn(await queries.membersOf(tx, groupId), day).sort(byPosition)
}

/** For other modules: the group and the place in the tree where it is kept. */
export const groupNamed = async (context: Context, id: string): Promise<queries.WholeGroup> =>
  found(await queries.groupById(context.tx, id, todayOf(context)))

export async function createGroup(
  context: Context,
  input: { organizationId: string; kind: GroupRow['kind']; name: string },
): Promise<GroupCard> {
  const { path } = await organizationNamed(context, input.organizationId)
  allow(can(context.me, 'organize', path))
  if (await queries.groupNamed(context.tx, input.organizationId, input.name)) refuse('groupNameTaken')
  const id = newId()
  await queries.insertGroup(context.tx, { ...input, id })
  return readGroup(context, { id })
}

export async function changeGroup(
  context: Context,
  { id, kind, name }: { id: string; kind: GroupRow['kind']; name: string },
): Promise<GroupCard> {
  const group = await holdGroup(context, id)
  const namesake = await queries.groupNamed(context.tx, group.organizationId, name)
  if (namesake && namesake.id !== id) refuse('groupNameTaken')
  await queries.updateGroup(context.tx, id, { kind, name })
  return readGroup(context, { id })
}

type Given = Span & { position: Position }

export async function addGroupMember(
  context: Context,
  { id, personId, ...given }: Given & { id: string; personId: string },
): Promise<GroupCard> {
  await holdGroup(context, id)
  await knownPerson(context, personId)
  await refuseSpan(context, id, personId, given, null)
  await queries.insertMember(context.tx, { id: newId(), groupId: id, personId, ...given })
  return readGroup(context, { id })
}

export async function correctGroupMember(
  context: Context,
  { id, ...given }: Given & { id: string },
): Promise<GroupCard> {
  const { groupId, personId } = await holdMember(context, id)
  await refuseSpan(context, groupId, personId, given, id)
  await queries.updateMember(context.tx, id, given)
  return readGroup(context, { id: groupId })
}

export async function removeGroupMember(context: Context, { id }: { id: string }): Promise<{ done: true }> {
  await holdMember(context, id)
  await queries.deleteMember(context.tx, id)
  return { done: true }
}

async function holdGroup(context: Context, id: string): Promise<queries.WholeGroup> {
  await holdStill(context.tx, id)
  const group = await groupNamed(context, id)
  allow(can(context.me, 'organize', group.path))
  return group
}

async function holdMember(context: Context, id: string) {
  const member = found(await queries.groupOfMember(context.tx, id))
  await holdGroup(context, member.groupId)
  return member
}

async function refuseSpan(
  { tx }: Context,
  groupId: string,
  personId: string,
  wanted: Span,
  exceptId: string | null,
): Promise<void> {
  const all = await queries.membersOf(tx, groupId)
  const others = all.filter((member) => member.personId === personId && member.id !== exceptId)
  const reason = memberRefusal(wanted, others)
  if (reason === 'alreadyHeld') {
    const inTheWay = others.find((other) => overlap(wanted, other))
    throw new Refused('inGroupAlready', { from: inTheWay?.fromDate ?? '', to: inTheWay?.toDate ?? '…' })
  }
  refuse(reason)
}
