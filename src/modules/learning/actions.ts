import type { Context } from '../../platform/context.ts'
import { addDays, dayIn } from '../../platform/zone.ts'
import { listActivities } from '../activities/seeing/actions.ts'
import type { MyLearning } from './contract.ts'
import { daysAhead } from './rules.ts'
import { sessionsToMakeUp } from './sessions/seeing/actions.ts'

export async function myLearning(context: Context): Promise<MyLearning> {
  const { me, now } = context
  const today = dayIn(me.timeZone, now)
  const { activities } = await listActivities(context, {
    from: today,
    to: addDays(today, daysAhead),
    kind: 'study',
    mine: true,
  })
  return {
    sessions: activities.filter(({ mine, cancelledAt }) => mine !== null && !cancelledAt),
    toMakeUp: await sessionsToMakeUp(context),
  }
}
