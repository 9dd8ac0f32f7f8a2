import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { allow, found, refuse } from '../../../platform/errors.ts'
import { heldActivity, type SeenActivity, seenActivity } from '../../activities/seeing/actions.ts'
import { organizationNamed } from '../../organizations/actions.ts'
import { can, pathsOf } from '../../organizations/rules.ts'
import { knownSkills } from '../actions.ts'
import { shiftsOf } from '../queries.ts'
import { mayLead, shiftRefusal } from '../rules.ts'
import type * as contract from './contract.ts'
import type { ShiftTemplate, TemplateShift } from './contract.ts'
import type { Bare, KnownTemplate } from './queries.ts'
import * as queries from './queries.ts'
import { patternOf, shiftsAt, templateShiftRefusal } from './rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

const shown = ({ me }: Context, { path, removed: _, ...template }: KnownTemplate): ShiftTemplate => ({
  ...template,
  mayChange: can(me, 'planActivities', path),
})

export async function shiftTemplates(context: Context, { activityId }: In<typeof contract.shiftTemplates>) {
  const { tx, me } = context
  const all = await queries.templatesFor(tx, pathsOf(me, 'planActivities'))
  const seriesId = activityId ? (await seenActivity(context, activityId)).seriesId : null
  return {
    templates: all.map((one) => shown(context, one)),
    followed: seriesId ? await queries.followedBy(tx, seriesId) : null,
  }
}

export async function keepTemplate(context: Context, input: In<typeof contract.keepTemplate>) {
  const { tx, me, now } = context
  const { activityId, name, along } = input
  const activity = await ledActivity(context, activityId)
  const standing = (await shiftsOf(tx, null, activityId)).filter(({ cancelledAt }) => !cancelledAt)
  refuse(standing.length === 0 ? 'nothingToKeep' : null)
  refuse(along && !activity.seriesId ? 'notInSeries' : null)
  // At the host; where only a team that does the work is theirs, with that team.
  const homes = [{ id: activity.hostId, path: activity.hostPath }, ...activity.teams]
  const home = found(homes.find(({ path }) => can(me, 'planActivities', path)))
  const shifts = patternOf(standing, activity.startsAt, me.timeZone)
  const id = await queries.keep(tx, { organizationId: home.id, name, shifts, now })
  const created = along ? await alongSeries(context, activity, { id, shifts }) : 0
  return { ...(await readTemplate(context, id)), created }
}

export async function applyTemplate(context: Context, input: In<typeof contract.applyTemplate>) {
  const { tx, me } = context
  const { activityId, shiftTemplateId, along } = input
  const activity = await ledActivity(context, activityId)
  const { id, shifts } = await heldTemplate(context, shiftTemplateId)
  refuse(along && !activity.seriesId ? 'notInSeries' : null)
  const standing = (await shiftsOf(tx, null, activityId)).filter(({ cancelledAt }) => !cancelledAt)
  const fresh = shiftsAt(shifts, activity.startsAt, me.timeZone)
  for (const shift of fresh) refuse(shiftRefusal(shift, activity))
  const there = fresh.some((one) =>
    standing.some((shift) => +shift.startsAt === +one.startsAt && +shift.endsAt === +one.endsAt),
  )
  // Along the series the day itself may have them already: it is where they come from.
  refuse(there && !along ? 'shiftsThereAlready' : null)
  if (!there) await plant(context, [{ ...activity, shifts }])
  const later = along ? await alongSeries(context, activity, { id, shifts }) : 0
  return { created: later + (there ? 0 : shifts.length) }
}

/** The series stands as its rule and the working days say; its days receive these shifts from now on. */
async function alongSeries(
  context: Context,
  { id: activityId, seriesId }: SeenActivity,
  { id, shifts }: { id: string; shifts: TemplateShift[] },
): Promise<number> {
  const { tx, now } = context
  await queries.follow(tx, found(seriesId), id)
  const days = await queries.laterWithout(tx, activityId, now)
  return plant(
    context,
    days.map((day) => ({ ...day, shifts })),
  )
}

async function plant({ tx, me }: Context, days: readonly (Bare & { shifts: TemplateShift[] })[]): Promise<number> {
  const fresh = days.flatMap(({ id: activityId, hostId, startsAt, shifts }) =>
    shiftsAt(shifts, startsAt, me.timeZone).map((shift) => ({ ...shift, activityId, hostId })),
  )
  await queries.insertShifts(tx, fresh)
  return fresh.length
}

/** Days that a series has received, by its rule, by hand or by a make-up workday. */
export async function plantInSeries(context: Context, { activityIds }: { activityIds: string[] }): Promise<void> {
  await plant(context, await queries.bareDays(context.tx, activityIds, context.now))
}

export async function handOnTemplate({ tx }: Context, split: { from: string; to: string }): Promise<void> {
  await queries.handOn(tx, split)
}

export async function createTemplate(context: Context, input: In<typeof contract.createTemplate>) {
  const { tx, me, now } = context
  const { organizationId, name, shifts } = input
  const { path } = found(await organizationNamed(context, organizationId))
  allow(can(me, 'planActivities', path))
  await checkContent(context, organizationId, input, null)
  return readTemplate(context, await queries.keep(tx, { organizationId, name, shifts, now }))
}

export async function changeTemplate(context: Context, input: In<typeof contract.changeTemplate>) {
  const { shiftTemplateId: id, name, shifts } = input
  const { organizationId } = await changeable(context, id)
  await checkContent(context, organizationId, input, id)
  await queries.update(context.tx, id, { name, shifts, changedAt: context.now })
  return readTemplate(context, id)
}

async function checkContent(
  context: Context,
  organizationId: string,
  { name, shifts }: { name: string; shifts: TemplateShift[] },
  but: string | null,
): Promise<void> {
  for (const shift of shifts) refuse(templateShiftRefusal(shift))
  await knownSkills(
    context,
    shifts.flatMap(({ roles }) => roles),
  )
  refuse((await queries.isNameTaken(context.tx, organizationId, name, but)) ? 'templateNameTaken' : null)
}

export async function removeTemplate(context: Context, { shiftTemplateId: id }: In<typeof contract.removeTemplate>) {
  await changeable(context, id)
  await queries.update(context.tx, id, { removedAt: context.now, changedAt: context.now })
  return { done: true as const }
}

export async function restoreTemplate(context: Context, { shiftTemplateId: id }: In<typeof contract.restoreTemplate>) {
  const { tx, now } = context
  const { organizationId, name } = await changeable(context, id, { removed: true })
  refuse((await queries.isNameTaken(tx, organizationId, name, id)) ? 'templateNameTaken' : null)
  await queries.update(tx, id, { removedAt: null, changedAt: now })
  return readTemplate(context, id)
}

const readTemplate = async (context: Context, id: string): Promise<ShiftTemplate> =>
  shown(context, found(await queries.templateById(context.tx, id)))

/** The template, held still; to whom it is neither theirs nor above them, it does not exist. */
async function heldTemplate({ tx, me }: Context, id: string, { removed = false } = {}): Promise<KnownTemplate> {
  found(await queries.holdTemplate(tx, id))
  const template = found(await queries.templateById(tx, id))
  const near = pathsOf(me, 'planActivities').some(
    (path) => path.startsWith(template.path) || template.path.startsWith(path),
  )
  found((near && template.removed === removed) || null)
  return template
}

async function changeable(context: Context, id: string, which: { removed?: boolean } = {}): Promise<KnownTemplate> {
  const template = await heldTemplate(context, id, which)
  allow(can(context.me, 'planActivities', template.path))
  return template
}

/** The activity, held still so that it does not move meanwhile, for whoever keeps its shifts. */
async function ledActivity(context: Context, activityId: string): Promise<SeenActivity> {
  const activity = await heldActivity(context, activityId)
  const teamPaths = activity.teams.map(({ path }) => path)
  allow(mayLead(context.me, activity.hostPath, teamPaths))
  return activity
}
