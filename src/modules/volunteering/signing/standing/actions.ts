import type { Context } from '../../../../platform/context.ts'
import { register } from '../../../activities/registering/actions.ts'
import { standings } from '../queries.ts'

/** Calendar, sheet and figures see one participation a person and activity, whatever shifts of it they are in. */
export async function showStanding(context: Context, shiftId: string, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const [...people] = await standings(context.tx, shiftId, personIds)
  const activityId = people[0]?.activityId
  if (activityId)
    await register(
      context,
      activityId,
      people.map(({ personId, status }) => ({ personId, status })),
    )
}
