import type { Context } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import { sayIn } from '../../../../platform/i18n.ts'
import { daysOfRule } from '../../../../platform/recurrence.ts'
import { addDays, dayIn, instantOf } from '../../../../platform/zone.ts'
import { workingCalendar } from '../../../organizations/working-days/actions.ts'
import { book, bookingRefusal, release, stationAround, type Wish } from '../../../places/booking/actions.ts'
import { seriesReasons } from '../../messages.ts'
import * as activities from '../../queries.ts'
import { activitiesStand, letFall, publishMoves, type Rearranged } from '../../standing/actions.ts'
import { planned } from '../../standing/queries.ts'
import type { Series } from '../queries.ts'
import * as queries from '../queries.ts'
import { type Change, isEveryWorkday, placeDays, reconcile } from '../rules.ts'

/** Days ahead for which activities are made. */
export const horizon = 366

type How = {
  /** from its first day, even when that is past */
  all?: boolean
  /** the series has other words or times: each one takes them over */
  rewrite?: boolean
  rearranged?: boolean
  /** the topic that they had from it until now: one that has another has its own, and keeps it */
  topic?: string | null
  /** somebody is there to choose another room; otherwise the station around it will do */
  strict?: boolean
}

/** The series stands as its rule and the working calendar say; whoever listens hears what moved, fell away and stands. */
export async function expand(
  context: Context,
  series: Series,
  { all, rewrite, rearranged, topic = series.template.topic, strict }: How,
): Promise<void> {
  const { tx, me, now } = context
  const until = addDays(dayIn(me.timeZone, now), horizon)
  const days = series.firstDate <= until ? daysOfRule(series.rule, series.firstDate, until) : []
  const habit = { ...series, everyWorkday: isEveryWorkday(series.rule) }
  const startOf = (day: string): Date => instantOf(day, series.starts, me.timeZone)
  const placed = placeDays(days, habit, await workingCalendar(context))
  const wanted = placed.filter((one) => all || (one.date !== null && startOf(one.date) > now))
  const standing = await queries.standing(tx, series.id, me.timeZone, now)
  const changes = reconcile(standing, wanted, rearranged)
  const redo = changes.filter((c) => c.change === 'place').filter((c) => c.moved || rewrite)
  const again = redo.map(({ id }) => id)
  if (redo.length > 0) await queries.freeDays(tx, again)
  for (const id of again) await release(context, id)
  // What falls away first: it frees rooms and people for what moves.
  const holidays = new Set(placed.filter((one) => one.date === null).map((one) => one.seriesDate))
  const dayOf = new Map(standing.map((one) => [one.id, one.seriesDate]))
  const falling = changes.filter((c) => c.change === 'cancel').map(({ id }) => id)
  const reasonOf = (id: string) => (holidays.has(dayOf.get(id) ?? '') ? 'holiday' : 'rearranged')
  for (const [reason, ids] of Map.groupBy(falling, reasonOf))
    await letFall(context, ids, sayIn(me.language, seriesReasons[reason]))
  const before = new Map((await planned(tx, again)).map((one) => [one.id, one]))
  const cancelled = new Set(standing.filter((one) => one.cancelled).map((one) => one.id))
  const moves: Rearranged[] = []
  const stand: string[] = []
  for (const change of changes) {
    if (change.change === 'cancel' || (change.change === 'place' && !redo.includes(change))) continue
    const was = change.change === 'create' ? undefined : before.get(change.id)
    const own = was && was.topic !== topic ? { topic: was.topic } : {}
    const { id, ...after } = await put(context, series, change, { strict: strict ?? false, own })
    if (was) moves.push({ activityId: id, before: was, after })
    if (!was || cancelled.has(id)) stand.push(id)
  }
  await publishMoves(context, moves)
  if (stand.length > 0) await context.publish(activitiesStand, { activityIds: stand })
  await queries.expandedTo(tx, series.id, until)
}

type Put = { strict: boolean; own: { topic?: string | null } }
async function put(
  context: Context,
  series: Series,
  change: Exclude<Change, { change: 'cancel' }>,
  { strict, own }: Put,
) {
  const { tx, me, now } = context
  const { teamIds, equipmentIds, ...fields } = series.template
  const startsAt = instantOf(change.date, series.starts, me.timeZone)
  const endsAt = new Date(startsAt.getTime() + series.minutes * 60_000)
  const id = change.change === 'create' ? newId() : change.id
  const wish = await bookable(
    context,
    { activityId: id, placeId: fields.placeId, equipmentIds, startsAt, endsAt },
    strict,
  )
  const written = {
    ...fields,
    ...own,
    placeId: wish.placeId,
    startsAt,
    endsAt,
    seriesDate: change.seriesDate,
    changedAt: now,
  }
  if (change.change === 'create') await activities.insertActivity(tx, { ...written, id, seriesId: series.id })
  else await activities.updateActivity(tx, id, { ...written, cancelledAt: null, cancelReason: null })
  await activities.replaceTeams(tx, id, teamIds)
  await book(context, wish)
  return { id, startsAt, endsAt, placeId: wish.placeId }
}

/** When nobody is there to choose and the room is taken, people still find each other at the station around it. */
async function bookable(context: Context, wish: Wish, strict: boolean): Promise<Wish> {
  const refusal = await bookingRefusal(context, wish)
  if (!refusal) return wish
  if (strict) throw refusal
  return { ...wish, placeId: wish.placeId && (await stationAround(context, wish.placeId)), equipmentIds: [] }
}
