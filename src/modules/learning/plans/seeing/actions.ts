import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { found } from '../../../../platform/errors.ts'
import { dayIn, yearOf } from '../../../../platform/zone.ts'
import { activitiesOfGroup, type FreeDay, freeDaysOfGroup } from '../../../activities/groups/actions.ts'
import { groupMembersOn, groupNamed, groupsKnownTo } from '../../../organizations/groups/actions.ts'
import { can } from '../../../organizations/rules.ts'
import type * as contract from '../contract.ts'
import type { PlanRow, StudyPlan } from '../contract.ts'
import { coverage, tallyOf } from '../covering/rules.ts'
import { proposeFits, type Slot } from '../fitting/rules.ts'
import * as queries from '../queries.ts'
import { mayAgree, mayDraft } from '../rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

const kind = 'study'

/** The plan with its group and versions; to whom the group is nothing, it does not exist. */
export async function seenPlan(context: Context, studyPlanId: string) {
  const { tx, me, now } = context
  const plan = found(await queries.planById(tx, studyPlanId))
  const group = await groupNamed(context, plan.groupId)
  if (!can(me, 'seePeople', group.path)) {
    const members = await groupMembersOn(context, { groupId: group.id, day: dayIn(me.timeZone, now) })
    found(members.find(({ personId }) => personId === me.id))
  }
  const versions = await queries.versionsOf(tx, studyPlanId)
  const draft = versions.find(({ state }) => state === 'draft') ?? null
  const agreed = versions.find(({ state }) => state === 'agreed') ?? null
  return { plan, group, versions, draft, agreed }
}

type Seen = Awaited<ReturnType<typeof seenPlan>>

const headOf = ({ plan, group, draft, agreed }: Seen) => ({
  ...plan,
  groupName: group.name,
  organizationName: group.organizationName,
  agreed: agreed?.number ?? null,
  drafting: draft !== null,
})

/** How far it is studied: what was agreed, and before that what is drafted. */
async function coverageOf(context: Context, { plan, agreed, draft }: Seen) {
  const { tx, me, now } = context
  const version = agreed ?? draft
  const topics = version ? await queries.topicsOf(tx, version.id) : []
  const stands = (await activitiesOfGroup(context, { ...plan, kind })).filter(({ cancelledAt }) => !cancelledAt)
  const today = dayIn(me.timeZone, now)
  const covered = coverage(topics, await queries.topicNames(tx, plan.id), stands, { year: plan.year, today, now })
  const free: Slot[] = stands
    .filter(({ topic, startsAt }) => !topic && startsAt > now)
    .map(({ id, startsAt, endsAt }) => ({ activityId: id, seriesId: null, startsAt, endsAt }))
  return { ...covered, free }
}

/** Sessions without a topic, and days of the rule on which nothing stands. */
export async function slotsOf(context: Context, seen: Seen): Promise<{ free: Slot[]; days: FreeDay[] }> {
  const { free } = await coverageOf(context, seen)
  return { free, days: await freeDaysOfGroup(context, { ...seen.plan, kind }) }
}

export async function getStudyPlan(
  context: Context,
  { studyPlanId }: In<typeof contract.getStudyPlan>,
): Promise<StudyPlan> {
  const { tx, me } = context
  const seen = await seenPlan(context, studyPlanId)
  const { plan, group, versions, draft } = seen
  const { topics, others, free } = await coverageOf(context, seen)
  const days = await freeDaysOfGroup(context, { ...plan, kind })
  const unheld: Slot[] = days.map(({ seriesId, startsAt, endsAt }) => ({
    activityId: null,
    seriesId,
    startsAt,
    endsAt,
  }))
  const { fits, unfitted } = proposeFits(topics, [...free, ...unheld], me.timeZone)
  return {
    ...headOf(seen),
    topics,
    tally: tallyOf(topics),
    otherSessions: others,
    proposals: fits,
    unfitted,
    versions: versions.map(({ id: _, planId: __, revision: ___, ...version }) => version),
    draft: draft && {
      number: draft.number,
      revision: draft.revision,
      reason: draft.reason,
      topics: await queries.topicsOf(tx, draft.id),
    },
    may: { change: mayDraft(me, group.path), agree: mayAgree(me, group.path) },
  }
}

export async function listStudyPlans(context: Context, input: In<typeof contract.listStudyPlans>) {
  const { tx, me, now } = context
  const year = input.year ?? yearOf(dayIn(me.timeZone, now))
  const groups = await groupsKnownTo(context)
  const plans = new Map((await queries.plansOfYear(tx, year)).map((plan) => [plan.groupId, plan]))
  const rows: PlanRow[] = []
  for (const group of groups) {
    const plan = plans.get(group.id)
    if (!plan) continue
    const seen = await seenPlan(context, plan.id)
    rows.push({ ...headOf(seen), topics: tallyOf((await coverageOf(context, seen)).topics) })
  }
  const without = groups
    .filter(({ id, path }) => !plans.has(id) && mayDraft(me, path))
    .map(({ id, name, organizationName }) => ({ id, name, organizationName }))
  return { year, plans: rows, without }
}
