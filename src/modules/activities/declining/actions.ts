import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { found, refuse } from '../../../platform/errors.ts'
import type { Activity } from '../contract.ts'
import { getActivity, heldActivity } from '../seeing/actions.ts'
import type * as contract from './contract.ts'
import * as queries from './queries.ts'
import { declineRefusal, returnRefusal } from './rules.ts'

export async function declineActivity(
  context: Context,
  { activityId, reason }: z.output<typeof contract.declineActivity.input>,
): Promise<Activity> {
  const { tx, me, now } = context
  refuse(declineRefusal(await heldActivity(context, activityId), now))
  await queries.say(tx, { activityId, personId: found(me.id), status: 'cancelled', note: reason, now })
  return getActivity(context, { activityId })
}

export async function comeAfterAll(context: Context, { activityId }: { activityId: string }): Promise<Activity> {
  const { tx, me, now } = context
  refuse(returnRefusal(await heldActivity(context, activityId), now))
  await queries.say(tx, { activityId, personId: found(me.id), status: 'invited', note: null, now })
  return getActivity(context, { activityId })
}
