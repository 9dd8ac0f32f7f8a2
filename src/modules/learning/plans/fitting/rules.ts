import { dayIn } from '../../../../platform/zone.ts'
import type { CoveredTopic } from '../contract.ts'
import { monthOf } from '../rules.ts'

/** A session ahead without a topic (`activityId`), or a day that a rule gives and nothing stands on (`seriesId`). */
export type Slot = { startsAt: Date; endsAt: Date; activityId: string | null; seriesId: string | null }
type Need = Pick<CoveredTopic, 'id' | 'title' | 'state' | 'fromMonth' | 'toMonth'> & { missing: number; order: number }
export type Fit = Slot & { topicId: string; title: string; late: boolean }
type Topic = Pick<CoveredTopic, 'id' | 'title' | 'state' | 'minutes' | 'held' | 'ahead' | 'fromMonth' | 'toMonth'>

/**
 * Where what is missing fits into the rest of the year. Each free time, the soonest first, goes to a topic that is late, else to the
 * one whose months end first among those whose months it is in: so no topic misses its months that could have kept them.
 * Sessions that stand are used up before days on which none stands yet.
 */
export function proposeFits(
  topics: readonly Topic[],
  slots: readonly Slot[],
  timeZone: string,
): { fits: Fit[]; unfitted: { topicId: string; title: string; minutes: number }[] } {
  const needs: Need[] = topics.map((topic, order) => ({
    ...topic,
    order,
    missing: topic.minutes - topic.held - topic.ahead,
  }))
  const fits: Fit[] = []
  const soonest = (a: Slot, b: Slot): number => +a.startsAt - +b.startsAt
  for (const standing of [true, false])
    for (const slot of slots.filter((one) => (one.activityId !== null) === standing).sort(soonest)) {
      const month = monthOf(dayIn(timeZone, slot.startsAt))
      const next = needs.filter((need) => need.missing > 0 && fitsIn(need, month)).sort(moreUrgent)[0]
      if (!next) continue
      next.missing -= Math.round((+slot.endsAt - +slot.startsAt) / 60_000)
      fits.push({ ...slot, topicId: next.id, title: next.title, late: next.state === 'late' })
    }
  const unfitted = needs
    .filter(({ missing }) => missing > 0)
    .map(({ id, title, missing }) => ({ topicId: id, title, minutes: missing }))
  return { fits: fits.sort(soonest), unfitted }
}

const fitsIn = ({ state, fromMonth, toMonth }: Need, month: number): boolean =>
  state === 'late' || (fromMonth <= month && month <= toMonth)

const moreUrgent = (a: Need, b: Need): number =>
  Number(b.state === 'late') - Number(a.state === 'late') || a.toMonth - b.toMonth || a.order - b.order
