import type { Context, Role } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import { found, refuse } from '../../../../platform/errors.ts'
import { searchKey } from '../../../../platform/search.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { organizationNamed } from '../../actions.ts'
import * as queries from '../queries.ts'
import { holdsOn, startRefusal } from '../rules.ts'

// For other modules, which have judged that whoever asks may: who is in a team is decided by those who lead it.

type TeamRole = Extract<Role, 'volunteer' | 'teamLeader'>
export type InTeam = { membershipId: string; role: TeamRole; title: string | null; fromDate: string }

const todayOf = ({ me, now }: Context): string => dayIn(me.timeZone, now)

/** What this person is in the team today; held still, so that nobody decides about them at the same time. */
export async function holdInTeam(context: Context, teamId: string, personId: string): Promise<InTeam[]> {
  await queries.holdStill(context.tx, personId)
  found(await queries.personById(context.tx, personId))
  const today = todayOf(context)
  return (await queries.membershipsOf(context.tx, [personId])).flatMap(
    ({ id, organizationId, role, title, fromDate, toDate }) =>
      organizationId === teamId &&
      (role === 'volunteer' || role === 'teamLeader') &&
      holdsOn({ fromDate, toDate }, today)
        ? [{ membershipId: id, role, title, fromDate }]
        : [],
  )
}

/** From today on. Whoever holds it already goes on holding it, under the title given. */
export async function startInTeam(
  context: Context,
  { teamId, personId, role, title }: { teamId: string; personId: string; role: TeamRole; title: string | null },
): Promise<void> {
  const held = (await holdInTeam(context, teamId, personId)).find((one) => one.role === role)
  const today = todayOf(context)
  if (held) {
    await queries.updateMembership(context.tx, held.membershipId, { toDate: null, title })
    return
  }
  const { path, closedOn } = await organizationNamed(context, teamId)
  // What is to begin later does not stand in the way of beginning today: it is brought forward.
  const later = (await queries.membershipsOf(context.tx, [personId])).find(
    (one) => one.organizationId === teamId && one.role === role && one.fromDate > today,
  )
  const span = { fromDate: today, toDate: null }
  refuse(startRefusal({ role, path, closedOn, ...span }, []))
  if (later) await queries.updateMembership(context.tx, later.id, { ...span, title })
  else
    await queries.insertMembership(context.tx, { id: newId(), personId, organizationId: teamId, role, title, ...span })
}

/** Yesterday was the last day; what began only today never was. */
export async function endInTeam(context: Context, { membershipId, fromDate }: InTeam): Promise<void> {
  const today = todayOf(context)
  if (fromDate < today) await queries.updateMembership(context.tx, membershipId, { toDate: today })
  else await queries.deleteMembership(context.tx, membershipId)
}

/** People of this very name and phone number: whoever knows both knows the person. */
export const peopleCalled = async ({ tx }: Context, name: string, phone: string | null) =>
  (await queries.namesakes(tx, name, null)).filter((one) => one.phone === phone)

/** Somebody new, with nothing but a name and perhaps a phone number. */
export async function addPerson({ tx }: Context, name: string, phone: string | null): Promise<string> {
  const id = newId()
  await queries.insertPerson(tx, { id, name, phone, email: null, search: searchKey(name, phone) })
  return id
}
