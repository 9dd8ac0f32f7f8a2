import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { found, refuse } from '../../../platform/errors.ts'
import { event } from '../../../platform/events.ts'
import { dayIn } from '../../../platform/zone.ts'
import { notify } from '../../notices/actions.ts'
import { peopleNamed } from '../../organizations/people/actions.ts'
import type { Action, Finding, Grade, NewAction, Origin } from './contract.ts'
import { actionGiven } from './matters.ts'
import * as queries from './queries.ts'
import { dueRefusal, stateOf } from './rules.ts'
import { insertEvents } from './story/queries.ts'
import { type ActionOf, actionsOf, insertActions } from './working/queries.ts'

export type FindingNews = {
  findingId: string
  organizationId: string
  placeId: string | null
  grade: Grade | null
  origin: Origin
  originId: string
}
/** With its last action; whoever closed something because of it opens it again. */
export const findingClosed = event<FindingNews>('finding.closed')
export const findingReopened = event<FindingNews>('finding.reopened')

export type Raised = {
  organizationId: string
  origin: Origin
  originId: string
  words: string
  grade?: Grade | null
  placeId?: string | null
  fault?: string | null
  /** When it was seen, if that was before now. */
  at?: Date
  actions: readonly NewAction[]
}

/** For what finds something: a check, a review, a meeting. Whether the asker may is judged there. */
export async function raiseFindings(context: Context, all: readonly Raised[]): Promise<string[]> {
  const { tx, me, now } = context
  const findings = all.map(({ actions, at = now, ...one }) => ({
    ...{ grade: null, placeId: null, fault: null, ...one },
    id: newId(),
    raisedBy: me.id,
    raisedAt: at,
    actions,
  }))
  await queries.insertFindings(
    tx,
    findings.map(({ actions: _, ...row }) => row),
  )
  await addActions(
    context,
    findings.flatMap(({ id, raisedAt, actions }) =>
      actions.map((action) => ({ ...action, findingId: id, at: raisedAt })),
    ),
  )
  return findings.map(({ id }) => id)
}

/** Each with an owner who is known, and a day that had not passed when it was raised. */
export async function addActions(
  context: Context,
  actions: readonly (NewAction & { findingId: string; at: Date })[],
): Promise<string[]> {
  const { tx, me } = context
  await peopleNamed(
    context,
    actions.map(({ ownerId }) => ownerId),
  )
  for (const { dueOn, at } of actions) refuse(dueRefusal(dueOn, dayIn(me.timeZone, at)))
  const rows = actions.map(({ what, ownerId, dueOn, findingId, at }) => ({
    row: { id: newId(), findingId, what, ownerId, dueOn },
    at,
  }))
  await insertActions(
    tx,
    rows.map(({ row }) => row),
  )
  await insertEvents(
    tx,
    rows.map(({ row: { id, findingId, what, ownerId, dueOn }, at }) => ({
      ...{ findingId, actionId: id, kind: 'raised' as const, byId: me.id, at },
      ...{ words: what, ownerId, dueOn },
    })),
  )
  for (const { row } of rows) await tellOwner(context, row)
  return rows.map(({ row }) => row.id)
}

/** Whoever gave it to themselves knows. */
export async function tellOwner(
  context: Context,
  {
    id,
    findingId,
    what,
    ownerId,
    dueOn,
  }: { id: string; findingId: string; what: string; ownerId: string; dueOn: string },
): Promise<void> {
  if (ownerId === context.me.id) return
  const { organizationName } = found(await queries.findingById(context.tx, findingId))
  await notify(context, {
    personIds: [ownerId],
    matter: actionGiven,
    key: `${id} ${context.now.toISOString()}`,
    values: { what, due: dueOn, office: organizationName },
    link: `/findings/${findingId}`,
  })
}

/** What was found by these, with its actions as they stand today. Whether the asker may see it is judged there. */
export const findingsOf = async (context: Context, origin: Origin, originIds: readonly string[]): Promise<Finding[]> =>
  withActions(context, await queries.findingsOfOrigins(context.tx, origin, originIds))

/** The same of findings by their ids: whoever refers to one knows what became of it. */
export const findingsNamed = async (context: Context, ids: readonly string[]): Promise<Finding[]> =>
  withActions(context, await queries.findingsById(context.tx, ids))

export async function withActions(context: Context, findings: readonly queries.FindingOf[]): Promise<Finding[]> {
  const ids = findings.map(({ id }) => id)
  const actions = Map.groupBy(await actionsOf(context.tx, ids), ({ findingId }) => findingId)
  const today = dayIn(context.me.timeZone, context.now)
  return findings.map((finding) => ({
    ...shownFinding(finding),
    actions: (actions.get(finding.id) ?? []).map((action) => shownAction(action, today)),
  }))
}

export const shownFinding = (row: queries.FindingOf): Omit<Finding, 'actions'> => ({
  id: row.id,
  words: row.words,
  origin: row.origin,
  originId: row.originId,
  grade: row.grade,
  fault: row.fault,
  organization: { id: row.organizationId, name: row.organizationName },
  place: row.placeId && row.placeName ? { id: row.placeId, name: row.placeName } : null,
  raisedAt: row.raisedAt,
  raisedBy: row.raisedByName,
  closedAt: row.closedAt,
  closedBy: row.closedByName,
})

export const shownAction = (row: ActionOf, today: string): Action => ({
  id: row.id,
  what: row.what,
  owner: { id: row.ownerId, name: row.ownerName },
  dueOn: row.dueOn,
  askedDue: row.askedDue,
  state: stateOf(row, today),
  doneAt: row.doneAt,
  doneBy: row.doneByName,
  closedAt: row.closedAt,
  closedBy: row.closedByName,
})
