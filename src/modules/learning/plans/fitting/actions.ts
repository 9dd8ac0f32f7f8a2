import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { allow, found, refuse } from '../../../../platform/errors.ts'
import { plantDay, setTopic } from '../../../activities/groups/actions.ts'
import type * as contract from '../contract.ts'
import type { StudyPlan } from '../contract.ts'
import * as queries from '../queries.ts'
import { mayDraft } from '../rules.ts'
import { getStudyPlan, seenPlan, slotsOf } from '../seeing/actions.ts'

/** One tap: the session, or the free day, is about this topic from now on. */
export async function fitTopic(
  context: Context,
  input: z.output<(typeof contract.fitTopic)['input']>,
): Promise<StudyPlan> {
  const { tx, me } = context
  const { studyPlanId, topicId, activityId, day } = input
  found(await queries.holdPlan(tx, studyPlanId))
  const seen = await seenPlan(context, studyPlanId)
  allow(mayDraft(me, seen.group.path))
  const version = found(seen.agreed ?? seen.draft)
  const { title } = found((await queries.topicsOf(tx, version.id)).find(({ id }) => id === topicId))
  const { free, days } = await slotsOf(context, seen)
  const slot = free.find((one) => one.activityId !== null && one.activityId === activityId)
  const freeDay = days.find((one) => one.day === day)
  refuse(slot || freeDay ? null : 'notFree')
  if (slot?.activityId) await setTopic(context, { activityId: slot.activityId, topic: title })
  else if (freeDay) await plantDay(context, freeDay, title)
  return getStudyPlan(context, { studyPlanId })
}
