import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/database.ts'
import { allow, found, NotFound, refuse } from '../../platform/errors.ts'
import { dayIn } from '../../platform/zone.ts'
import { notify } from '../notices/actions.ts'
import { isToday } from '../notices/rules.ts'
import { announce } from '../notices/webhooks/carrying/actions.ts'
import { organizationNamed } from '../organizations/actions.ts'
import { book, equipmentBookedFor, release } from '../places/booking/actions.ts'
import type * as contract from './contract.ts'
import type { Activity, ActivityFields } from './contract.ts'
import { activityCancelled, activityWasCancelled } from './matters.ts'
import * as queries from './queries.ts'
import { cancelRefusal, changeRefusal, mayPlan, timeRefusal } from './rules.ts'
import { getActivity, type SeenActivity, seenActivity } from './seeing/actions.ts'
import { beginSeries, changeSeries, endSeries } from './series/actions.ts'
import { holdSeries } from './series/queries.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
type Planned = { id: string; title: string; startsAt: Date; endsAt: Date }

export async function createActivity(context: Context, input: In<typeof contract.createActivity>): Promise<Activity> {
  const { tx, now } = context
  const { series, teamIds, equipmentIds, ...written } = input
  await checkFields(context, input)
  if (series) return getActivity(context, { activityId: await beginSeries(context, input, series) })
  const activityId = newId()
  await queries.insertActivity(tx, { ...written, id: activityId, seriesId: null, seriesDate: null, changedAt: now })
  await queries.replaceTeams(tx, activityId, teamIds)
  await book(context, { ...written, activityId, equipmentIds })
  return getActivity(context, { activityId })
}

export async function changeActivity(context: Context, input: In<typeof contract.changeActivity>): Promise<Activity> {
  const { tx, now } = context
  const { activityId, scope, series, sequence, teamIds, equipmentIds, ...written } = input
  const before = await plannable(context, activityId)
  refuse(changeRefusal(before, sequence))
  await checkFields(context, input)
  const { seriesId, seriesDate } = before
  if (seriesId && seriesDate && scope !== 'this') {
    await changeSeries(context, { seriesId, seriesDate }, input, series, scope)
    return getActivity(context, { activityId })
  }
  if (await differs(context, before, input)) {
    await queries.updateActivity(tx, activityId, { ...written, detached: seriesId !== null, changedAt: now })
    await queries.replaceTeams(tx, activityId, teamIds)
    await book(context, { ...written, activityId, equipmentIds })
  }
  if (series && !seriesId) await beginSeries(context, input, series, { id: activityId })
  return getActivity(context, { activityId })
}

export async function cancelActivity(context: Context, input: In<typeof contract.cancelActivity>): Promise<Activity> {
  const { tx, me, now } = context
  const { activityId, reason, scope } = input
  const before = await plannable(context, activityId)
  refuse(cancelRefusal(before))
  const { seriesId, seriesDate } = before
  if (seriesId && seriesDate && scope !== 'this')
    await endSeries(context, { seriesId, since: scope === 'all' ? dayIn(me.timeZone, now) : seriesDate }, reason)
  const stands = found(await queries.holdActivity(tx, activityId))
  if (!stands.cancelledAt) {
    const detached = seriesId !== null
    await queries.updateActivity(tx, activityId, { cancelledAt: now, cancelReason: reason, detached, changedAt: now })
    await release(context, activityId)
    await tellCancelled(context, before, reason)
  }
  return getActivity(context, { activityId })
}

/** Those who are expected hear of it, at night as well when it was to be today; other programs too. */
async function tellCancelled(
  context: Context,
  { id, title, startsAt, endsAt }: Planned,
  reason: string,
): Promise<void> {
  const { tx, me, now } = context
  await notify(context, {
    personIds: await queries.expectedAt(tx, id),
    matter: activityCancelled,
    // Cancelled, restored and cancelled again are two things to tell.
    key: `${id} ${now.getTime()}`,
    values: { title, at: { at: startsAt.toISOString() }, reason },
    link: `/activities/${id}`,
    urgent: isToday(startsAt, now, me.timeZone),
  })
  await announce(context, activityWasCancelled, { activityId: id, startsAt, endsAt })
}

export async function restoreActivity(context: Context, { activityId }: { activityId: string }): Promise<Activity> {
  const { tx, now } = context
  const before = await plannable(context, activityId)
  refuse(before.cancelledAt ? null : 'activityNotCancelled')
  await book(context, { ...before, activityId, equipmentIds: [] })
  await queries.updateActivity(tx, activityId, {
    cancelledAt: null,
    cancelReason: null,
    detached: before.seriesId !== null,
    changedAt: now,
  })
  return getActivity(context, { activityId })
}

export async function invitePeople(context: Context, input: In<typeof contract.invitePeople>): Promise<Activity> {
  const { tx, me, now } = context
  const { activityId, personIds } = input
  const activity = await plannable(context, activityId)
  refuse(changeRefusal(activity, undefined))
  if ((await queries.countKnown(tx, 'person', personIds)) !== new Set(personIds).size) throw new NotFound()
  await queries.invite(tx, { activityId, personIds, by: me.id, now })
  return getActivity(context, { activityId })
}

export async function uninvitePerson(context: Context, input: In<typeof contract.uninvitePerson>): Promise<Activity> {
  await plannable(context, input.activityId)
  if ((await queries.countKnown(context.tx, 'person', [input.personId])) !== 1) throw new NotFound()
  await queries.uninvite(context.tx, input.activityId, input.personId)
  return getActivity(context, input)
}

/** The activity, held still, for somebody who may plan for its host. */
async function plannable(context: Context, activityId: string): Promise<SeenActivity> {
  // The series first, as its own expansion does: nobody waits for the other.
  const { seriesId } = found(await queries.seriesOf(context.tx, activityId))
  if (seriesId) await holdSeries(context.tx, seriesId)
  found(await queries.holdActivity(context.tx, activityId))
  const activity = await seenActivity(context, activityId)
  allow(mayPlan(context.me, activity.hostPath))
  return activity
}

async function checkFields(context: Context, fields: ActivityFields): Promise<void> {
  const { tx, me } = context
  const host = await organizationNamed(context, fields.hostId)
  allow(mayPlan(me, host.path))
  refuse(timeRefusal(fields))
  refuse(host.closedOn && host.closedOn <= dayIn(me.timeZone, fields.startsAt) ? 'hostClosed' : null)
  const { teamIds, groupId, placeId } = fields
  const places = placeId ? [placeId] : []
  if ((await queries.countKnown(tx, 'place', places)) !== places.length) throw new NotFound()
  if ((await queries.countKnown(tx, 'organization', teamIds)) !== new Set(teamIds).size) throw new NotFound()
  if (!groupId) return
  const home = found(await queries.groupHome(tx, groupId))
  const related = home.path.startsWith(host.path) || host.path.startsWith(home.path)
  refuse(related ? null : 'groupElsewhere')
}

async function differs(context: Context, before: SeenActivity, after: ActivityFields): Promise<boolean> {
  const words = ['kind', 'title', 'topic', 'description', 'hostId', 'placeId', 'groupId'] as const
  if (words.some((name) => before[name] !== after[name])) return true
  if (+before.startsAt !== +after.startsAt || +before.endsAt !== +after.endsAt) return true
  const same = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join()
  const teams = before.teams.map((team) => team.id)
  return !same(teams, after.teamIds) || !same(await equipmentBookedFor(context, before.id), after.equipmentIds)
}
