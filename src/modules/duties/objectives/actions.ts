import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { allow, BadInput, found, refuse } from '../../../platform/errors.ts'
import type { IndicatorUser } from '../../../platform/indicator.ts'
import { dayIn } from '../../../platform/zone.ts'
import { indicatorQuestions } from '../../indicators/named/actions.ts'
import { organizationNamed } from '../../organizations/actions.ts'
import { peopleNamed } from '../../organizations/people/actions.ts'
import type * as contract from './contract.ts'
import type { Fields, Objective, ObjectiveRow } from './contract.ts'
import { evidenceOf } from './evidence/actions.ts'
import * as queries from './queries.ts'
import { mayChange, maySee, objectiveRefusal, parentRefusal } from './rules.ts'
import { curveFor, seenObjective, shown, standings } from './standing/actions.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

export async function listObjectives(
  context: Context,
  { year, organizationId }: In<typeof contract.listObjectives>,
): Promise<ObjectiveRow[]> {
  const path = organizationId && (await organizationNamed(context, organizationId)).path
  const rows = (await queries.objectivesOf(context.tx, year, path)).filter((row) => maySee(context.me, row))
  return (await standings(asHolder(context, rows), rows)).map((one) => shown(context, one))
}

/** Whoever answers for an objective reads its figure, also where they may count nothing else. */
function asHolder(context: Context, rows: readonly queries.Row[]): Context {
  const own = rows.filter(({ holderId }) => holderId === context.me.id)
  const more = own.map(({ organizationId, path }) => ({ role: 'auditor' as const, organizationId, path }))
  return { ...context, me: { ...context.me, roles: [...context.me.roles, ...more] } }
}

export async function readObjective(context: Context, { objectiveId }: { objectiveId: string }): Promise<Objective> {
  const { tx, me } = context
  const row = await seenObjective(context, objectiveId)
  const below = (await queries.objectivesBelow(tx, objectiveId)).filter((one) => maySee(me, one))
  const [own, ...others] = await standings(asHolder(context, [row, ...below]), [row, ...below])
  return {
    ...shown(context, found(own)),
    evidence: await evidenceOf(context, row),
    below: others.map((one) => shown(context, one)),
    without: mayChange(me, row.path) ? await queries.partsWithout(tx, objectiveId, row.organizationId) : [],
  }
}

export async function keepObjective(context: Context, input: In<typeof contract.keepObjective>): Promise<ObjectiveRow> {
  const { tx, me, now } = context
  const { path } = await organizationNamed(context, input.organizationId)
  allow(mayChange(me, path))
  if (input.parentId) {
    const parent = found((await queries.objectiveById(tx, input.parentId)) ?? undefined)
    refuse(parentRefusal({ path, year: input.year }, parent))
  }
  await judged(context, input)
  const id = newId()
  const curve = await curveFor(context, input)
  const today = dayIn(me.timeZone, now)
  await queries.insertObjective(tx, {
    ...input,
    id,
    curve,
    state: 'onTrack',
    since: today,
    createdBy: me.id,
    createdAt: now,
  })
  return settled(context, id)
}

export async function changeObjective(
  context: Context,
  { objectiveId, ...fields }: In<typeof contract.changeObjective>,
): Promise<ObjectiveRow> {
  const { tx } = context
  const row = await heldObjective(context, objectiveId)
  await judged(context, fields)
  const curve = fields.indicatorId === row.indicatorId ? row.curve : await curveFor(context, { ...row, ...fields })
  await queries.updateObjective(tx, objectiveId, { ...fields, curve })
  return settled(context, objectiveId)
}

async function judged(context: Context, fields: Fields): Promise<void> {
  refuse(objectiveRefusal(fields))
  await peopleNamed(context, [fields.holderId])
  if (fields.indicatorId && !(await indicatorQuestions(context, [fields.indicatorId])).has(fields.indicatorId))
    throw new BadInput('invalidInput')
}

async function heldObjective(context: Context, id: string): Promise<queries.Row> {
  await queries.holdObjective(context.tx, id)
  const row = await seenObjective(context, id)
  allow(mayChange(context.me, row.path))
  return row
}

/** As it stands after a change; its state is of today. */
async function settled(context: Context, id: string): Promise<ObjectiveRow> {
  const row = found(await queries.objectiveById(context.tx, id))
  const [standing] = await standings(asHolder(context, [row]), [row])
  const { row: now, figure, verdict } = found(standing)
  if (verdict.state !== now.state) {
    const since = verdict.lateFrom ?? dayIn(context.me.timeZone, context.now)
    await queries.updateObjective(context.tx, id, { state: verdict.state, since })
    return shown(context, { row: { ...now, state: verdict.state, since }, figure, verdict })
  }
  return shown(context, { row: now, figure, verdict })
}

/** Somebody else answers for these from now on. */
export async function passObjectives({ tx }: Context, ids: readonly string[], holderId: string): Promise<void> {
  for (const id of ids) await queries.updateObjective(tx, id, { holderId })
}

export async function removeObjective(context: Context, { objectiveId }: { objectiveId: string }) {
  await heldObjective(context, objectiveId)
  await queries.updateObjective(context.tx, objectiveId, { removedAt: context.now })
  return { done: true as const }
}

export async function bringBackObjective(context: Context, { objectiveId }: { objectiveId: string }) {
  const row = found(await queries.objectiveById(context.tx, objectiveId))
  found(maySee(context.me, row) || null)
  allow(mayChange(context.me, row.path))
  await queries.updateObjective(context.tx, objectiveId, { removedAt: null })
  return { done: true as const }
}

/** Objectives are changed by a change of their indicator. */
export const indicatorUsers: readonly IndicatorUser[] = [
  {
    kind: ['Objective', '目标任务'],
    uses: async (context, indicatorIds) =>
      (await queries.usesOf(context.tx, indicatorIds))
        .filter((row) => maySee(context.me, row))
        .map(({ id, title, indicatorId }) => ({ indicatorId: String(indicatorId), title, link: `/objectives/${id}` })),
  },
]
