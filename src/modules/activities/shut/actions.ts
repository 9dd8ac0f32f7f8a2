import type { Context } from '../../../platform/context.ts'
import { dayIn } from '../../../platform/zone.ts'
import { notify } from '../../notices/actions.ts'
import { holdersOf } from '../../organizations/rules.ts'
import { placeOfActivityShut } from '../matters.ts'
import { aheadIn, plannersOf } from './queries.ts'

/** A place was closed at once: whoever planned something there that is still to come is told, each of all that is theirs. */
export async function tellPlanners(
  context: Context,
  { placeId, name, reason }: { placeId: string; name: string; reason: string },
): Promise<void> {
  const { tx, me, now } = context
  const ahead = await aheadIn(tx, placeId, now)
  if (ahead.length === 0) return
  const hosts = [...new Set(ahead.map(({ hostId }) => hostId))]
  const planners = await plannersOf(tx, hosts, holdersOf('planActivities'), dayIn(me.timeZone, now))
  for (const [personId, theirs] of Map.groupBy(planners, (one) => one.personId)) {
    const own = ahead.filter(({ hostId }) => theirs.some((one) => one.hostId === hostId))
    const [first] = own
    if (!first) continue
    await notify(context, {
      personIds: [personId],
      matter: placeOfActivityShut,
      key: `${placeId} ${+now}`,
      values: { name, reason, title: first.title, at: { at: first.startsAt.toISOString() }, count: own.length },
      link: `/activities/${first.id}`,
      urgent: true,
    })
  }
}
