import type { Context } from '../../../../platform/context.ts'
import { found } from '../../../../platform/errors.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { getActivity } from '../../../activities/seeing/actions.ts'
import { findingsNamed, findingsOf } from '../../../checks/findings/actions.ts'
import type { Finding } from '../../../checks/findings/contract.ts'
import { openFindings } from '../../../checks/findings/listing/actions.ts'
import { listObjectives } from '../../objectives/actions.ts'
import type { ObjectiveRow } from '../../objectives/contract.ts'
import type { Item, Meeting, Proposal } from '../contract.ts'
import * as queries from '../queries.ts'
import { changeRefusal, confirmRefusal, findingState, mayConfirm, mayNote } from '../rules.ts'

/** Whoever sees the activity sees what it is about, if it is a meeting. */
export async function seenMeeting(context: Context, activityId: string) {
  const activity = await getActivity(context, { activityId })
  found(activity.kind === 'meeting' || null)
  return activity
}

/** What earlier meetings decided and nobody has done since. */
async function carriedOf(
  context: Context,
  activity: { id: string; hostId: string; seriesId: string | null; startsAt: Date },
): Promise<Finding[]> {
  const earlier = await queries.earlierWithOpen(context.tx, { ...activity, activityId: activity.id })
  return (await findingsOf(context, 'meeting', earlier)).filter(({ closedAt }) => closedAt === null)
}

/** The agenda in its order: what came back by itself stands first, unless somebody has put it elsewhere. */
export async function agendaOf(context: Context, activityId: string) {
  const { tx } = context
  const activity = await seenMeeting(context, activityId)
  const meeting = await queries.meetingOf(tx, activityId)
  const kept = await queries.itemsOf(tx, activityId)
  const carried = meeting?.confirmedAt ? [] : await carriedOf(context, activity)
  const known = new Set(kept.map(({ id }) => id))
  const returned = carried
    .filter(({ id }) => !known.has(id))
    .map(({ id, words }) => ({ id, kind: 'finding' as const, title: words, minutes: '', revision: 0 }))
  return { activity, meeting, carried, items: [...returned, ...kept] }
}

export async function readMeeting(context: Context, { activityId }: { activityId: string }): Promise<Meeting> {
  const { tx, me, now } = context
  const { activity, meeting, carried, items } = await agendaOf(context, activityId)
  const decisions = await queries.decisionsOf(tx, activityId)
  const decided = new Map((await findingsOf(context, 'meeting', [activityId])).map((one) => [one.id, one]))
  const objectives = await objectivesOf(context, activity.hostId)
  const subjects = await findingsNamed(
    context,
    items.filter(({ kind }) => kind === 'finding').map(({ id }) => id),
  )
  const states = new Map<string, Item['state']>([
    ...subjects.map((one) => [one.id, findingState(one)] as const),
    ...objectives.map(({ id, state }) => [id, state] as const),
  ])
  const came = new Set(carried.map(({ id }) => id))
  const chair = meeting?.chairId && meeting.chairName ? { id: meeting.chairId, name: meeting.chairName } : null
  const stands = {
    ...{ startsAt: activity.startsAt, cancelledAt: activity.cancelledAt },
    ...{ chair, confirmedAt: meeting?.confirmedAt ?? null },
  }
  const open = changeRefusal(stands) === null
  const prepare = open && activity.may.change
  return {
    ...stands,
    activityId,
    title: activity.title,
    endsAt: activity.endsAt,
    host: { id: activity.hostId, name: activity.hostName },
    placeName: activity.placeName,
    items: items.map((item) => ({
      ...item,
      carried: came.has(item.id),
      state: states.get(item.id) ?? null,
      decisions: decisions.flatMap(({ findingId, itemId }) => {
        const finding = itemId === item.id ? decided.get(findingId) : undefined
        return finding ? [finding] : []
      }),
    })),
    proposals: prepare ? await proposalsOf(context, activity.hostId, objectives, [...items, ...decided.values()]) : [],
    confirmedBy: meeting?.confirmedByName ?? null,
    may: {
      prepare,
      note: open && mayNote(me, chair, activity.may.change),
      confirm: mayConfirm(me, chair) && confirmRefusal({ ...stands, items }, now) === null,
    },
  }
}

const objectivesOf = (context: Context, organizationId: string): Promise<ObjectiveRow[]> =>
  listObjectives(context, {
    year: Number(dayIn(context.me.timeZone, context.now).slice(0, 4)),
    organizationId,
  })

/** Of the organization and below: what is not in order, and what is late or at risk. */
async function proposalsOf(
  context: Context,
  organizationId: string,
  objectives: readonly ObjectiveRow[],
  known: readonly { id: string }[],
): Promise<Proposal[]> {
  const on = new Set(known.map(({ id }) => id))
  const findings = (await openFindings(context, organizationId)).map((finding) => ({
    id: finding.id,
    kind: 'finding' as const,
    title: finding.words,
    organization: finding.organization.name,
    state: findingState(finding),
  }))
  const troubled = objectives
    .filter(({ state }) => state === 'late' || state === 'atRisk')
    .map(({ id, title, organization, state }) => ({
      ...{ id, kind: 'objective' as const, title },
      ...{ organization: organization.name, state },
    }))
  const urgent = ({ state }: Proposal) => (state === 'overdue' || state === 'late' ? 0 : 1)
  return [...findings, ...troubled].filter(({ id }) => !on.has(id)).sort((a, b) => urgent(a) - urgent(b))
}
