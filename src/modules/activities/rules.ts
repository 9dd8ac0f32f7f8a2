import type { Me } from '../../platform/context.ts'
import { can, holdersOf, pathsOf } from '../organizations/rules.ts'
import type { ActivityFields, ActivityKind, ActivitySummary, ParticipationState } from './contract.ts'

type Asker = Pick<Me, 'roles'>

export const mayPlan = (me: Asker, hostPath: string): boolean => can(me, 'planActivities', hostPath)

/** The host's people record who came, and so do those of the teams that do the work. */
export const mayRecord = (me: Asker, hostPath: string, teamPaths: readonly string[]): boolean =>
  [hostPath, ...teamPaths].some((path) => can(me, 'recordAttendance', path))

export const maySeePeople = (me: Asker, hostPath: string, teamPaths: readonly string[]): boolean =>
  [hostPath, ...teamPaths].some((path) => can(me, 'seePeople', path))

/** What everybody may know of the organizations above their own: what is open to all. */
export const openKinds: readonly ActivityKind[] = ['event', 'service']

/** What part of the calendar somebody sees: everything of their own part of the tree; from above, what is open to all, and for staff the rest as well. */
export type Sight = { own: string[]; staff: string[] }
export function sightOf(me: Asker): Sight {
  const staff = pathsOf(me, 'seePeople')
  return { own: me.roles.map((held) => held.path), staff }
}

/** The same question for one activity. `mine`: invited, expected or already counted. */
export function maySee(
  me: Asker,
  activity: { kind: ActivityKind; hostPath: string; teamPaths: readonly string[]; mine: boolean },
): boolean {
  if (activity.mine) return true
  const { own, staff } = sightOf(me)
  if (own.some((path) => [activity.hostPath, ...activity.teamPaths].some((host) => host.startsWith(path)))) return true
  const fromAbove = openKinds.includes(activity.kind) ? own : staff
  return fromAbove.some((path) => path.startsWith(activity.hostPath))
}

export type ActivityRefusal =
  | 'activityEndsBeforeStart'
  | 'activityTooLong'
  | 'activityCancelled'
  | 'activityNotCancelled'
  | 'activityHasRecords'
  | 'activityChangedMeanwhile'
  | 'hostClosed'
  | 'groupElsewhere'

export function timeRefusal({ startsAt, endsAt }: Pick<ActivityFields, 'startsAt' | 'endsAt'>): ActivityRefusal | null {
  if (endsAt <= startsAt) return 'activityEndsBeforeStart'
  return endsAt.getTime() - startsAt.getTime() > 31 * 86_400_000 ? 'activityTooLong' : null
}

type Stands = { cancelledAt: Date | null; sequence: number }

export function changeRefusal(activity: Stands, openedWith: number | undefined): ActivityRefusal | null {
  if (activity.cancelledAt) return 'activityCancelled'
  return openedWith !== undefined && openedWith !== activity.sequence ? 'activityChangedMeanwhile' : null
}

/** What took place is not cancelled: its records say so. */
export function cancelRefusal(activity: { cancelledAt: Date | null; attended: number }): ActivityRefusal | null {
  if (activity.cancelledAt) return 'activityCancelled'
  return activity.attended > 0 ? 'activityHasRecords' : null
}

const recordedStates: readonly ParticipationState[] = ['attended', 'late', 'excused', 'absent']
export const isRecorded = (state: ParticipationState): boolean => recordedStates.includes(state)
export const cameStates: readonly ParticipationState[] = ['attended', 'late']
/** Those who said that they would not come, or have no place yet, are not expected. */
export const unexpectedStates: readonly ParticipationState[] = ['cancelled', 'waitlisted']

type SheetOf = Pick<ActivitySummary, 'endsAt' | 'cancelledAt' | 'expected' | 'recorded'>

/** Somebody still owes the attendance sheet: it is over, people were expected, and not each of them is accounted for. */
export const isSheetOwed = (activity: SheetOf, now: Date): boolean =>
  !activity.cancelledAt && activity.endsAt < now && activity.recorded < activity.expected

const daysOfGrace = 3
export const isSheetLate = (activity: SheetOf, now: Date): boolean =>
  isSheetOwed(activity, now) && now.getTime() - activity.endsAt.getTime() > daysOfGrace * 86_400_000

/** Where somebody keeps attendance themselves: the nodes they hold such a role at, not all below. */
export function sheetsKeptAt(me: Asker): string[] {
  const keepers = holdersOf('recordAttendance')
  return [...new Set(me.roles.filter((held) => keepers.includes(held.role)).map((held) => held.organizationId))]
}
