import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { allow, found, refuse } from '../../../../platform/errors.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { notify } from '../../../notices/actions.ts'
import { peopleNamed } from '../../../organizations/people/actions.ts'
import { addActions, type FindingNews, findingClosed, findingReopened, shownAction, tellOwner } from '../actions.ts'
import type { Action } from '../contract.ts'
import { actionWaits } from '../matters.ts'
import * as findings from '../queries.ts'
import {
  askRefusal,
  closeRefusal,
  type FindingRefusal,
  finishRefusal,
  grantRefusal,
  mayJudge,
  maySee,
  mayWork,
  reopenRefusal,
} from '../rules.ts'
import * as story from '../story/queries.ts'
import type * as contract from './contract.ts'
import * as queries from './queries.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
const done = { done: true as const }

/** One that the asker may not see does not exist. */
export async function seenFinding({ tx, me }: Context, id: string) {
  const finding = found(await findings.findingById(tx, id))
  const actions = await queries.actionsOf(tx, [id])
  found(maySee(me, { path: finding.path, owners: actions.map(({ ownerId }) => ownerId) }) || null)
  return { finding, actions }
}

/** Held still together with all that belongs to its finding, so that of two decisions one is judged after the other. */
async function heldAction(context: Context, actionId: string) {
  const { tx, me, now } = context
  const { findingId } = found(await queries.actionById(tx, actionId))
  await findings.holdFinding(tx, findingId)
  const { finding, actions } = await seenFinding(context, findingId)
  const action = found(actions.find(({ id }) => id === actionId))
  const today = dayIn(me.timeZone, now)
  const note = (kind: story.EventKind, more: { words?: string; dueOn?: string; ownerId?: string } = {}) =>
    story.insertEvents(tx, [{ findingId, actionId, kind, byId: me.id, at: now, ...more }])
  return { finding, actions, action, today, note }
}

export async function addAction(context: Context, { findingId, ...action }: In<typeof contract.addAction>) {
  const { tx, me, now } = context
  await findings.holdFinding(tx, findingId)
  const { finding } = await seenFinding(context, findingId)
  allow(mayWork(me, finding.path))
  refuse(finding.closedAt ? ('closedAlready' satisfies FindingRefusal) : null)
  const [id] = await addActions(context, [{ ...action, findingId, at: now }])
  return { id: found(id) }
}

export async function finishAction(context: Context, { actionId, words }: In<typeof contract.finishAction>) {
  const { tx, me, now } = context
  const { action, note } = await heldAction(context, actionId)
  allow(me.id === action.ownerId)
  refuse(finishRefusal(action))
  await queries.updateAction(tx, actionId, { doneBy: me.id, doneAt: now, askedDue: null })
  await note('done', { words })
  const { what, findingId } = action
  await notify(context, {
    personIds: await findings.raisersOf(tx, findingId, action.ownerId),
    matter: actionWaits,
    key: `${actionId} ${now.toISOString()}`,
    values: { what, owner: action.ownerName },
    link: `/findings/${findingId}`,
  })
  return done
}

export async function closeAction(context: Context, { actionId, words }: In<typeof contract.closeAction>) {
  const { tx, me, now } = context
  const { action, actions, finding, note } = await heldAction(context, actionId)
  allow(mayJudge(me, finding.path, action))
  const rechecked = action.doneAt !== null && (await story.provedSince(tx, actionId, found(me.id), action.doneAt))
  refuse(closeRefusal(action, finding.origin, rechecked))
  await queries.updateAction(tx, actionId, { closedBy: me.id, closedAt: now })
  await note('closed', { words })
  if (!actions.every(({ id, closedAt }) => id === actionId || closedAt)) return done
  await findings.updateFinding(tx, finding.id, { closedBy: me.id, closedAt: now })
  await story.insertEvents(tx, [{ findingId: finding.id, actionId: null, kind: 'closed', byId: me.id, at: now }])
  await context.publish(findingClosed, newsOf(finding))
  return done
}

export async function reopenAction(context: Context, { actionId, words, dueOn }: In<typeof contract.reopenAction>) {
  const { tx, me, now } = context
  const { action, finding, today, note } = await heldAction(context, actionId)
  allow(mayJudge(me, finding.path, action))
  refuse(reopenRefusal(action, dueOn, today))
  const open = { doneBy: null, doneAt: null, closedBy: null, closedAt: null, askedDue: null }
  await queries.updateAction(tx, actionId, { ...open, dueOn })
  await note('reopened', { words, dueOn })
  if (!finding.closedAt) return done
  await findings.updateFinding(tx, finding.id, { closedBy: null, closedAt: null })
  await story.insertEvents(tx, [{ findingId: finding.id, actionId: null, kind: 'reopened', byId: me.id, at: now }])
  await context.publish(findingReopened, newsOf(finding))
  return done
}

const newsOf = ({
  id,
  organizationId,
  placeId,
  grade,
  origin,
  originId,
}: Awaited<ReturnType<typeof seenFinding>>['finding']): FindingNews => ({
  findingId: id,
  organizationId,
  placeId,
  grade,
  origin,
  originId,
})

export async function askForTime(context: Context, { actionId, dueOn, words }: In<typeof contract.askForTime>) {
  const { action, today, note } = await heldAction(context, actionId)
  allow(context.me.id === action.ownerId)
  refuse(askRefusal(action, dueOn, today))
  await queries.updateAction(context.tx, actionId, { askedDue: dueOn })
  await note('asked', { words, dueOn })
  return done
}

export async function answerForTime(context: Context, { actionId, granted, words }: In<typeof contract.answerForTime>) {
  const { action, finding, today, note } = await heldAction(context, actionId)
  allow(mayJudge(context.me, finding.path, action))
  const dueOn = action.askedDue
  refuse(granted ? grantRefusal(action, today) : dueOn === null ? ('nothingAsked' satisfies FindingRefusal) : null)
  await queries.updateAction(context.tx, actionId, { askedDue: null, ...(granted && dueOn && { dueOn }) })
  await note(granted ? 'extended' : 'declined', { words, ...(granted && dueOn && { dueOn }) })
  return done
}

export async function giveAction(context: Context, { actionId, ownerId }: In<typeof contract.giveAction>) {
  const { action, finding } = await heldAction(context, actionId)
  allow(mayWork(context.me, finding.path))
  refuse(finishRefusal(action))
  await peopleNamed(context, [ownerId])
  await passActions(context, [action], ownerId)
  await tellOwner(context, { ...action, ownerId })
  return done
}

/** For hand-overs: what these people still have to do, and where. */
export const openActionsOf = async (
  { tx, me, now }: Context,
  ownerIds: readonly string[],
): Promise<(Action & { findingId: string; path: string })[]> => {
  const today = dayIn(me.timeZone, now)
  return (await queries.openOf(tx, ownerIds)).map((row) => ({
    ...shownAction(row, today),
    findingId: row.findingId,
    path: row.path,
  }))
}

/** They are somebody else's from now on; what the one before asked for is asked no more. */
export async function passActions(
  { tx, me, now }: Context,
  actions: readonly Pick<queries.ActionOf, 'id' | 'findingId'>[],
  ownerId: string,
): Promise<void> {
  for (const { id } of actions) await queries.updateAction(tx, id, { ownerId, askedDue: null })
  await story.insertEvents(
    tx,
    actions.map(({ id, findingId }) => ({
      ...{ findingId, actionId: id, kind: 'given' as const },
      ...{ byId: me.id, at: now, ownerId },
    })),
  )
}
