import type { Context } from '../../../../platform/context.ts'
import { dayIn } from '../../../../platform/zone.ts'
import { notify } from '../../../notices/actions.ts'
import { actionOverdue, actionsOverdueBelow } from '../matters.ts'
import { leadersAbove, overdueOn } from './queries.ts'
import { mondayOf, weeksLate } from './rules.ts'

/** Every morning: the owner of what is overdue, and after a week whoever leads the level above; each once a week at most. */
export async function warnOfOverdue(context: Context): Promise<void> {
  const { tx, me, now } = context
  const today = dayIn(me.timeZone, now)
  const late = await overdueOn(tx, today)
  for (const { id, findingId, what, ownerId, dueOn, organizationName } of late)
    await notify(context, {
      personIds: [ownerId],
      matter: actionOverdue,
      key: `${id} ${dueOn} ${weeksLate(dueOn, today)}`,
      values: { what, due: dueOn, office: organizationName },
      link: `/findings/${findingId}`,
    })
  const long = late.filter(({ dueOn }) => (weeksLate(dueOn, today) ?? 0) >= 1)
  const leaders = await leadersAbove(tx, [...new Set(long.map(({ organizationId }) => organizationId))], today)
  for (const [personId, below] of Map.groupBy(leaders, (leader) => leader.personId)) {
    const parts = new Set(below.map(({ organizationId }) => organizationId))
    const theirs = long.filter(({ organizationId, ownerId }) => parts.has(organizationId) && ownerId !== personId)
    const [oldest] = theirs
    if (oldest)
      await notify(context, {
        personIds: [personId],
        matter: actionsOverdueBelow,
        key: mondayOf(today),
        values: {
          count: theirs.length,
          oldest: oldest.what,
          office: oldest.organizationName,
          since: oldest.dueOn,
        },
        link: '/findings?whose=all&state=overdue',
      })
  }
}
