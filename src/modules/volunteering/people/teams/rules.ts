import type { Me } from '../../../../platform/context.ts'
import { can, mayGive } from '../../../organizations/rules.ts'
import type { Post } from './contract.ts'

type Asker = Pick<Me, 'id' | 'roles'>

export type TeamRefusal =
  | 'teamClosed'
  | 'inTeamAlready'
  | 'askedToJoinAlready'
  | 'invitedAlready'
  | 'requestDecided'
  | 'leadersStay'
  | 'notInTeam'
  | 'nobodyOfThatNumber'
  | 'volunteerKnown'
  | 'namesakeInTeam'

export const mayLeadTeam = (me: Asker, path: string): boolean => can(me, 'leadTeams', path)
export const mayNamePosts = (me: Asker, path: string): boolean => mayGive(me, 'teamLeader', path)

/** A deputy leads like the leader and stands behind them: the same role, told apart by the title that the office writes. */
export const isDeputy = (title: string | null): boolean => title !== null && /^副|deputy|vice/i.test(title)

export const titleOf: Record<Exclude<Post, 'member'>, string> = { leader: '队长', deputy: '副队长' }

type Held = { role: 'volunteer' | 'teamLeader'; title: string | null }

export function postOf(held: readonly Held[]): Post | null {
  const leads = held.filter(({ role }) => role === 'teamLeader')
  if (leads.length > 0) return leads.every(({ title }) => isDeputy(title)) ? 'deputy' : 'leader'
  return held.length > 0 ? 'member' : null
}

type Open = { kind: 'request' | 'invitation' } | undefined

/**
 * Why nobody may be asked: they may not ask twice, nor may they be asked twice. When a request meets an invitation, both
 * want the same, and nothing stands in the way.
 */
export function askRefusal(
  kind: 'request' | 'invitation',
  { closed, post, open }: { closed: boolean; post: Post | null; open: Open },
): TeamRefusal | null {
  if (closed) return 'teamClosed'
  if (post) return 'inTeamAlready'
  if (open?.kind !== kind) return null
  return kind === 'request' ? 'askedToJoinAlready' : 'invitedAlready'
}

/** A request is answered by those who lead, an invitation by the invited. */
export const mayAnswer = (
  me: Asker,
  request: { kind: 'request' | 'invitation'; personId: string },
  path: string,
): boolean => (request.kind === 'invitation' ? me.id === request.personId : mayLeadTeam(me, path))

export const mayWithdraw = (
  me: Asker,
  request: { kind: 'request' | 'invitation'; personId: string },
  path: string,
): boolean => (request.kind === 'request' ? me.id === request.personId : mayLeadTeam(me, path))

/** Members come and go; whoever leads hands over first, and whoever names leaders lets them go. */
export function leaveRefusal(post: Post | null, names: boolean): TeamRefusal | null {
  if (post === null) return 'notInTeam'
  return post !== 'member' && !names ? 'leadersStay' : null
}

/** Somebody of this name and number is known: they are invited instead. Without a number a namesake in the team is most likely them. */
export function addRefusal(
  phone: string | null,
  known: readonly unknown[],
  namesakesInTeam: number,
  anyway: boolean,
): TeamRefusal | null {
  if (phone !== null && known.length > 0) return 'volunteerKnown'
  return phone === null && namesakesInTeam > 0 && !anyway ? 'namesakeInTeam' : null
}
