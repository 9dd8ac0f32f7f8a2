import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { allow, found, refuse } from '../../../platform/errors.ts'
import { groupNamed } from '../../organizations/groups/actions.ts'
import { compareVersions } from './comparing/rules.ts'
import type * as contract from './contract.ts'
import type { StudyPlan, TopicChange } from './contract.ts'
import * as queries from './queries.ts'
import { agreeRefusal, mayAgree, mayDraft, topicsRefusal, writeRefusal } from './rules.ts'
import { getStudyPlan, seenPlan } from './seeing/actions.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

export async function beginStudyPlan(context: Context, input: In<typeof contract.beginStudyPlan>): Promise<StudyPlan> {
  const { tx, me, now } = context
  const { groupId, year, asLastYear } = input
  const group = await groupNamed(context, groupId)
  allow(mayDraft(me, group.path))
  const plan = await queries.insertPlan(tx, { id: newId(), groupId, year })
  refuse(plan ? null : 'planThere')
  const { id: studyPlanId } = found(plan)
  const by = found(me.id)
  const versionId = await queries.insertDraft(tx, { planId: studyPlanId, number: 1, by, now, reason: null })
  if (asLastYear) await queries.writeTopics(tx, versionId, await agreedIn(context, groupId, year - 1))
  return getStudyPlan(context, { studyPlanId })
}

/** What that year was agreed, as topics of their own: what was studied then is not studied now. */
async function agreedIn({ tx }: Context, groupId: string, year: number) {
  const plan = await queries.planOf(tx, groupId, year)
  const version = plan && (await queries.versionsOf(tx, plan.id)).find(({ state }) => state === 'agreed')
  return version ? (await queries.topicsOf(tx, version.id)).map((topic) => ({ ...topic, id: newId() })) : []
}

export async function writeStudyPlan(context: Context, input: In<typeof contract.writeStudyPlan>): Promise<StudyPlan> {
  const { tx, me, now } = context
  const { studyPlanId, topics, reason, revision } = input
  const { draft, last } = await changeable(context, studyPlanId)
  refuse(topicsRefusal(topics))
  refuse(writeRefusal(draft, revision))
  const written = { by: found(me.id), now, reason }
  if (draft) await queries.updateDraft(tx, draft.id, written)
  const versionId = draft?.id ?? (await queries.insertDraft(tx, { planId: studyPlanId, number: last + 1, ...written }))
  await queries.writeTopics(tx, versionId, topics)
  return getStudyPlan(context, { studyPlanId })
}

export async function discardStudyDraft(context: Context, input: In<typeof contract.discardStudyDraft>) {
  const { tx } = context
  const { draft, agreed } = await changeable(context, input.studyPlanId)
  refuse(draft ? null : 'noDraft')
  await queries.deleteVersion(tx, found(draft).id)
  if (!agreed) await queries.deletePlan(tx, input.studyPlanId)
  return { done: true as const }
}

export async function agreeStudyPlan(context: Context, input: In<typeof contract.agreeStudyPlan>): Promise<StudyPlan> {
  const { tx, me, now } = context
  const { studyPlanId } = input
  const { draft, group } = await changeable(context, studyPlanId)
  allow(mayAgree(me, group.path))
  const reason = input.reason ?? draft?.reason ?? null
  const drafted = draft && { number: draft.number, topics: await queries.topicsOf(tx, draft.id) }
  refuse(agreeRefusal(drafted, reason))
  await queries.agree(tx, found(draft).id, { by: found(me.id), now, reason })
  return getStudyPlan(context, { studyPlanId })
}

export async function compareStudyPlan(
  context: Context,
  { studyPlanId, from, to }: In<typeof contract.compareStudyPlan>,
): Promise<TopicChange[]> {
  const { versions } = await seenPlan(context, studyPlanId)
  const topics = async (number: number) => {
    const { id } = found(versions.find((version) => version.number === number))
    return queries.topicsOf(context.tx, id)
  }
  return compareVersions(await topics(from), await topics(to))
}

/** The plan, held still, for whoever may change it. */
async function changeable(context: Context, studyPlanId: string) {
  found(await queries.holdPlan(context.tx, studyPlanId))
  const plan = await seenPlan(context, studyPlanId)
  allow(mayDraft(context.me, plan.group.path))
  return { ...plan, last: Math.max(0, ...plan.versions.map(({ number }) => number)) }
}
