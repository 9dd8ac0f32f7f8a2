import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/database.ts'
import { allow, found, NotFound, refuse } from '../../platform/errors.ts'
import { dayIn } from '../../platform/zone.ts'
import { organizationNamed } from '../organizations/actions.ts'
import { book, equipmentBookedFor } from '../places/booking/actions.ts'
import type * as contract from './contract.ts'
import type { Activity, ActivityFields } from './contract.ts'
import * as queries from './queries.ts'
import { cancelRefusal, changeRefusal, mayPlan, timeRefusal } from './rules.ts'
import { getActivity, heldActivity, type SeenActivity } from './seeing/actions.ts'
import { beginSeries, changeSeries, endSeries } from './series/actions.ts'
import { activitiesStand, letFall, publishMoves } from './standing/actions.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

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
    await publishMoves(context, [{ activityId, before, after: written }])
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
  if (!stands.cancelledAt) await letFall(context, [activityId], reason, { detached: seriesId !== null })
  return getActivity(context, { activityId })
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
  await context.publish(activitiesStand, { activityIds: [activityId] })
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
  const activity = await heldActivity(context, activityId)
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
