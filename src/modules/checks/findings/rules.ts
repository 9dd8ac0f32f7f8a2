import type { Me } from '../../../platform/context.ts'
import { can } from '../../organizations/rules.ts'
import type { ActionState, May, Origin } from './contract.ts'

type Mine = Pick<Me, 'id' | 'roles'>

/** What an action is judged by. */
export type Judged = {
  ownerId: string
  dueOn: string
  askedDue: string | null
  doneBy: string | null
  doneAt: Date | null
  closedAt: Date | null
}

export const stateOf = ({ dueOn, doneAt, closedAt }: Judged, today: string): ActionState => {
  if (closedAt) return 'closed'
  if (doneAt) return 'done'
  return today > dueOn ? 'overdue' : 'open'
}

/** Whoever works at the organization or above raises, gives, grants and closes. */
export const mayWork = (me: Mine, path: string): boolean => can(me, 'keepFindings', path)

export const maySee = (me: Mine, { path, owners }: { path: string; owners: readonly string[] }): boolean =>
  (me.id !== null && owners.includes(me.id)) || can(me, 'readFigures', path)

/** Neither whoever answers for an action nor whoever did it judges it. */
const isOther = (me: Mine, { ownerId, doneBy }: Judged): boolean =>
  me.id !== null && me.id !== ownerId && me.id !== doneBy

export const mayJudge = (me: Mine, path: string, action: Judged): boolean => mayWork(me, path) && isOther(me, action)

/** Whoever looks again at what a check found, once it is said to be done: what they put to it is a picture. */
export const isRecheck = (me: Mine, origin: Origin, action: Judged): boolean =>
  origin === 'check' && action.doneAt !== null && isOther(me, action)

export type FindingRefusal =
  | 'dueInPast'
  | 'doneAlready'
  | 'notDoneYet'
  | 'closedAlready'
  | 'stillOpen'
  | 'needsRecheck'
  | 'tooLateForTime'
  | 'notLater'
  | 'nothingAsked'
  | 'fileStays'

export const dueRefusal = (dueOn: string, today: string): FindingRefusal | null => (dueOn < today ? 'dueInPast' : null)

export function finishRefusal({ doneAt, closedAt }: Judged): FindingRefusal | null {
  if (closedAt) return 'closedAlready'
  return doneAt ? 'doneAlready' : null
}

/** `rechecked`: whoever closes it has put a picture to it since it was done. What a check found is closed by a re-check alone. */
export function closeRefusal(action: Judged, origin: Origin, rechecked: boolean): FindingRefusal | null {
  if (action.closedAt) return 'closedAlready'
  if (!action.doneAt) return 'notDoneYet'
  return origin === 'check' && !rechecked ? 'needsRecheck' : null
}

export function reopenRefusal({ doneAt }: Judged, dueOn: string, today: string): FindingRefusal | null {
  return doneAt ? dueRefusal(dueOn, today) : 'stillOpen'
}

/** More time is asked for and granted before the day has passed, never after. */
export function askRefusal(action: Judged, dueOn: string, today: string): FindingRefusal | null {
  if (action.doneAt) return finishRefusal(action)
  if (today > action.dueOn) return 'tooLateForTime'
  return dueOn > action.dueOn ? null : 'notLater'
}

export function grantRefusal(action: Judged, today: string): FindingRefusal | null {
  if (action.askedDue === null) return 'nothingAsked'
  return askRefusal(action, action.askedDue, today)
}

/** What somebody may do with an action now, so that a page offers no more. */
export function mayDo(me: Mine, path: string, action: Judged, today: string): May {
  const state = stateOf(action, today)
  const [own, judges, works] = [me.id === action.ownerId, mayJudge(me, path, action), mayWork(me, path)]
  const open = state === 'open' || state === 'overdue'
  return {
    show: state !== 'closed' && (own || works),
    finish: own && open,
    close: judges && state === 'done',
    reopen: judges && !open,
    ask: own && state === 'open',
    answer: judges && state === 'open' && action.askedDue !== null,
    give: works && open,
  }
}
