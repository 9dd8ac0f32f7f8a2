import { type Me, type Role, roles } from '../../platform/context.ts'
import type { OrganizationKind } from './contract.ts'

/** What a role may do at its node of the tree and everywhere below it. */
const rights = {
  /** accounts and roles, the holiday calendar, the whole installation */
  administer: ['administrator'],
  /** the tree, people, memberships, groups, invitations */
  organize: ['administrator', 'coordinator', 'secretary'],
  seePeople: ['administrator', 'coordinator', 'secretary', 'stationManager', 'teamLeader', 'staff', 'auditor'],
  seePhones: ['administrator', 'coordinator', 'secretary', 'stationManager', 'teamLeader'],
  managePlaces: ['administrator', 'coordinator', 'secretary', 'stationManager'],
  planActivities: ['administrator', 'coordinator', 'secretary', 'stationManager', 'teamLeader', 'staff'],
  recordAttendance: ['administrator', 'coordinator', 'secretary', 'stationManager', 'teamLeader', 'staff'],
  /** past the soft rules of serving (rest, hours), with a reason */
  overruleRules: ['administrator', 'coordinator'],
  /** who is in a team and in which post, for whom somebody acts, what a minor's guardian agreed to */
  leadTeams: ['administrator', 'coordinator', 'secretary', 'stationManager', 'teamLeader'],
  /** the list of skills */
  keepSkills: ['administrator', 'coordinator'],
  /** proofs of qualifications: to see and to confirm them */
  confirmQualifications: ['administrator', 'coordinator', 'secretary', 'stationManager', 'teamLeader'],
  /** who does not serve together with whom */
  seeKeptApart: ['administrator', 'coordinator'],
  /** the bank of questions, quizzes and contests, and the marking of answers */
  keepQuestions: ['administrator', 'coordinator', 'secretary'],
  /** what is looked at in checks and reviews */
  keepChecklists: ['administrator', 'coordinator', 'secretary'],
  /** to check the own stations and rooms */
  doChecks: ['administrator', 'coordinator', 'secretary', 'stationManager', 'teamLeader', 'staff'],
  /** what is not in order: to raise it, to give it to somebody, to confirm that it is done */
  keepFindings: ['administrator', 'coordinator', 'secretary', 'stationManager', 'teamLeader', 'staff'],
  importWorkbooks: ['administrator', 'coordinator'],
  readFigures: ['administrator', 'coordinator', 'secretary', 'stationManager', 'teamLeader', 'staff', 'auditor'],
  /** to write a report on this part of the tree, and to sign it */
  writeReports: ['administrator', 'coordinator', 'secretary'],
  /** name questions, and change what a name asks */
  keepIndicators: ['administrator', 'coordinator', 'secretary'],
  readAudit: ['administrator', 'auditor'],
} satisfies Record<string, readonly Role[]>

export type Right = keyof typeof rights

/** The roles that hold a right somewhere: who may call a route at all. */
export const holdersOf = (right: Right): readonly Role[] => rights[right]

/** May they do it at this node? `path` is the organization's. */
export const can = (me: Pick<Me, 'roles'>, right: Right, path: string): boolean =>
  pathsOf(me, right).some((own) => path.startsWith(own))

/** The parts of the tree in which they may. */
export function pathsOf(me: Pick<Me, 'roles'>, right: Right): string[] {
  const holders: readonly Role[] = rights[right]
  return me.roles.filter((held) => holders.includes(held.role)).map((held) => held.path)
}

/** May they do it in the whole installation: do they hold it at the root? */
export const canEverywhere = (me: Pick<Me, 'roles'>, right: Right): boolean =>
  pathsOf(me, right).some((path) => depthOf(path) === 1)

const depthOf = (path: string): number => path.split('/').length - 2

const rightsOf = (role: Role): Right[] =>
  (Object.keys(rights) as Right[]).filter((right) => (rights[right] as readonly Role[]).includes(role))

/** May they give this role here, or take it away? Only who organizes the place and could do there all that the role may. */
export const mayGive = (me: Pick<Me, 'roles'>, role: Role, path: string): boolean =>
  can(me, 'organize', path) && rightsOf(role).every((right) => can(me, right, path))

/** The roles that they may give here. */
export const rolesToGive = (me: Pick<Me, 'roles'>, path: string): Role[] =>
  roles.filter((role) => mayGive(me, role, path))

/** A role without any right: whoever organizes one of its places may change its holder's particulars. */
export const isPlain = (role: Role): boolean => rightsOf(role).length === 0

/** What may hang below what. Teams, stations and partners stand wherever somebody keeps them. */
const levels: Record<OrganizationKind, number> = {
  province: 1,
  city: 2,
  district: 3,
  subdistrict: 4,
  community: 5,
  station: 6,
  team: 7,
  partner: 7,
}

export type OrganizationRefusal =
  | 'organizationNameTaken'
  | 'wrongLevel'
  | 'movedBelowItself'
  | 'parentClosed'
  | 'childrenOpen'
  | 'rootStays'

type Node = { path: string; kind: OrganizationKind; closedOn: string | null }

/** Why this kind may not be put below that node. */
export function placeRefusal(kind: OrganizationKind, parent: Node, today: string): OrganizationRefusal | null {
  if (parent.closedOn && parent.closedOn <= today) return 'parentClosed'
  // A partner's branch stands below the partner, a station below another one; teams have no parts.
  if (parent.kind === 'team' || levels[kind] < levels[parent.kind]) return 'wrongLevel'
  return null
}

export function moveRefusal(
  node: Node & { parentId: string | null },
  to: Node,
  today: string,
): OrganizationRefusal | null {
  if (node.parentId === null) return 'rootStays'
  if (to.path.startsWith(node.path)) return 'movedBelowItself'
  return placeRefusal(node.kind, to, today)
}

export function closeRefusal(node: { parentId: string | null; openChildren: number }): OrganizationRefusal | null {
  if (node.parentId === null) return 'rootStays'
  return node.openChildren > 0 ? 'childrenOpen' : null
}

/** Everything whose path begins with `from` now begins with `to`. */
export const movedPath = (path: string, from: string, to: string): string => to + path.slice(from.length)
