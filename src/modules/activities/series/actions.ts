import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { found, refuse } from '../../../platform/errors.ts'
import { daysOfRule, isDayRule } from '../../../platform/recurrence.ts'
import { addDays, dayIn, daysBetween, timeIn } from '../../../platform/zone.ts'
import { workingCalendar } from '../../organizations/working-days/actions.ts'
import type { ActivityFields, Scope } from '../contract.ts'
import * as activities from '../queries.ts'
import { letFall, seriesSplit } from '../standing/actions.ts'
import type * as contract from './contract.ts'
import type { SeriesChoice } from './contract.ts'
import { expand, horizon } from './expanding/actions.ts'
import type { Series, Template } from './queries.ts'
import * as queries from './queries.ts'
import { endedBefore, isEveryWorkday, placeDays, restOf, unpublishedYears } from './rules.ts'

export async function previewSeries(context: Context, input: z.output<(typeof contract.previewSeries)['input']>) {
  const { rule, firstDate, onHoliday, onMakeup } = input
  refuse(isDayRule(rule, firstDate) ? null : 'notADayRule')
  const days = daysOfRule(rule, firstDate, addDays(firstDate, horizon))
  const calendar = await workingCalendar(context)
  const placed = placeDays(days, { onHoliday, onMakeup, everyWorkday: isEveryWorkday(rule) }, calendar)
  return {
    days: placed.slice(0, 60),
    unpublishedYears: unpublishedYears(
      placed.map((one) => one.date ?? one.seriesDate),
      calendar.published,
    ),
    inAYear: placed.filter((one) => one.date !== null).length,
  }
}

type Fields = Omit<ActivityFields, 'startsAt' | 'endsAt'>
const templateOf = ({
  kind,
  title,
  topic,
  description,
  hostId,
  placeId,
  groupId,
  teamIds,
  equipmentIds,
}: Fields): Template => ({ kind, title, topic, description, hostId, placeId, groupId, teamIds, equipmentIds })

function timesOf(timeZone: string, { startsAt, endsAt }: Pick<ActivityFields, 'startsAt' | 'endsAt'>) {
  return { starts: timeIn(timeZone, startsAt), minutes: Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000) }
}

/** Begins a series; `first` is an activity that becomes one of it. Returns the id of its first activity. */
export async function beginSeries(
  context: Context,
  fields: ActivityFields,
  choice: SeriesChoice,
  first?: { id: string },
): Promise<string> {
  const { tx, me } = context
  const firstDate = dayIn(me.timeZone, fields.startsAt)
  refuse(isDayRule(choice.rule, firstDate) ? null : 'notADayRule')
  refuse(daysBetween(firstDate, dayIn(me.timeZone, context.now)) > horizon ? 'seriesTooOld' : null)
  const series: Series = {
    id: newId(),
    ...choice,
    firstDate,
    ...timesOf(me.timeZone, fields),
    template: templateOf(fields),
    endedAt: null,
  }
  await queries.insertSeries(tx, series)
  if (first)
    await activities.updateActivity(tx, first.id, {
      seriesId: series.id,
      seriesDate: firstDate,
      changedAt: context.now,
    })
  await expand(context, series, { all: true, rearranged: true, strict: true })
  const begun = await queries.standing(tx, series.id, me.timeZone, context.now)
  refuse(begun.length > 0 ? null : 'notADayRule')
  return found(begun[0]).id
}

/** Changes the series itself, from one of its days on or wherever it has not taken place yet. */
export async function changeSeries(
  context: Context,
  { seriesId, seriesDate }: { seriesId: string; seriesDate: string },
  fields: ActivityFields,
  choice: SeriesChoice | null,
  scope: Exclude<Scope, 'this'>,
): Promise<void> {
  const { tx, me } = context
  const old = found(await queries.holdSeries(tx, seriesId))
  const before = daysOfRule(old.rule, old.firstDate, addDays(seriesDate, -1)).length
  const split = scope === 'following' && before > 0
  const next: Series = {
    ...old,
    ...(choice ?? (split ? { rule: restOf(old.rule, before) } : {})),
    ...timesOf(me.timeZone, fields),
    template: templateOf(fields),
    ...(split ? { id: newId(), firstDate: seriesDate } : {}),
  }
  refuse(isDayRule(next.rule, next.firstDate) ? null : 'notADayRule')
  if (split) {
    await queries.updateSeries(tx, { ...old, rule: endedBefore(old.rule, seriesDate), endedAt: context.now })
    await queries.insertSeries(tx, next)
    await queries.handOver(tx, seriesId, next.id, seriesDate)
    await context.publish(seriesSplit, { from: seriesId, to: next.id })
  } else await queries.updateSeries(tx, next)
  await expand(context, next, {
    rewrite: true,
    rearranged: choice !== null && choice.rule !== old.rule,
    topic: old.template.topic,
    strict: true,
  })
}

/** Ends a series from one of its days on; what is still to come is cancelled, for this reason. */
export async function endSeries(
  context: Context,
  { seriesId, since }: { seriesId: string; since: string },
  reason: string,
): Promise<void> {
  const { tx, now } = context
  const series = found(await queries.holdSeries(tx, seriesId))
  await queries.updateSeries(tx, { ...series, rule: endedBefore(series.rule, since), endedAt: now })
  const falling = await queries.toCome(tx, seriesId, since, now)
  await letFall(
    context,
    falling.map(({ id }) => id),
    reason,
  )
}

/** For the clock, and whenever the working days changed: every series stands as its rule and the calendar say, a year ahead. */
export async function expandAllSeries(context: Context): Promise<void> {
  for (const { id } of await queries.liveSeries(context.tx)) {
    const series = await queries.holdSeries(context.tx, id)
    if (series) await expand(context, series, {})
  }
}
