import type { Context } from '../../../platform/context.ts'
import type { peopleArrive } from '../../activities/doors/actions.ts'
import type { doorsPrepared } from '../../activities/doors/kiosks/actions.ts'
import * as queries from './queries.ts'
import { withoutPlace } from './rules.ts'

type Payload<E> = E extends { payload?: infer T } ? T : never

/** Where there are shifts, places and skills are judged at the door too; the door keeps everything and shows what is said here. */
export async function judgeArrivals(
  { tx, me }: Context,
  { arrivals, object }: Payload<typeof peopleArrive>,
): Promise<void> {
  const activityIds = [...new Set(arrivals.map((one) => one.activityId))]
  if (activityIds.length === 0) return
  const barred = new Set(
    (await queries.barredAt(tx, activityIds, me.timeZone)).map((one) => one.activityId + one.personId),
  )
  for (const one of arrivals) if (barred.has(one.activityId + one.personId)) object(one.eventId, 'lacksSkill')
  for (const limits of await queries.limitsOf(tx, activityIds)) {
    const here = arrivals.filter((one) => one.activityId === limits.activityId).sort((a, b) => +a.at - +b.at)
    const left = withoutPlace(
      limits,
      here.map((one) => one.personId),
    )
    for (const one of here) if (left.has(one.personId)) object(one.eventId, 'full')
  }
}

export async function prepareDoors(
  { tx, me }: Context,
  { activityIds, tell }: Payload<typeof doorsPrepared>,
): Promise<void> {
  if (activityIds.length === 0) return
  const barred = await queries.barredAt(tx, activityIds, me.timeZone)
  for (const { activityId, places } of await queries.limitsOf(tx, activityIds))
    tell(activityId, {
      places,
      barred: barred.filter((one) => one.activityId === activityId).map((one) => one.personId),
    })
}
