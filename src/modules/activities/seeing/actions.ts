import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { addDays, dayIn, daysFrom, instantOf, weekdayOf } from '../../../platform/zone.ts'
import { workingCalendar } from '../../organizations/working-days/actions.ts'
import type { WorkingCalendar } from '../../organizations/working-days/rules.ts'
import { equipmentBookedFor } from '../../places/booking/actions.ts'
import type * as contract from '../contract.ts'
import type { Activity, Calendar, MyDay } from '../contract.ts'
import * as activities from '../queries.ts'
import { isSheetLate, mayPlan, mayRecord, maySeePeople, sheetsKeptAt, sightOf } from '../rules.ts'
import { holdSeries } from '../series/queries.ts'
import type { OnHoliday } from '../series/rules.ts'
import { unpublishedYears } from '../series/rules.ts'
import { activityById, teamsOf } from './one/queries.ts'
import * as queries from './queries.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

export const readerOf = ({ me }: Pick<Context, 'me'>): queries.Reader => ({
  personId: me.id,
  sight: sightOf(me),
  timeZone: me.timeZone,
  keeps: sheetsKeptAt(me),
})

const specialDaysIn = ({ special }: WorkingCalendar, from: string, to: string) =>
  [...special]
    .filter(([date]) => date >= from && date < to)
    .map(([date, { name, works }]) => ({ date, name, works }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))

const most = 2000

export async function listActivities(context: Context, input: In<typeof contract.listActivities>): Promise<Calendar> {
  const { tx, me, now } = context
  const { from, to, ...filter } = input
  const calendar = await workingCalendar(context)
  const activities = await queries.findActivities(
    tx,
    readerOf(context),
    { ...filter, from: instantOf(from, '00:00', me.timeZone), to: instantOf(to, '00:00', me.timeZone) },
    most + 1,
  )
  return {
    activities: activities.slice(0, most),
    specialDays: specialDaysIn(calendar, from, to),
    unpublishedYears: unpublishedYears(from < to ? [from, addDays(to, -1)] : [from], calendar.published),
    timeZone: me.timeZone,
    today: dayIn(me.timeZone, now),
    more: activities.length > most,
  }
}

/** The activity with all that rights depend on; whoever may not see it is told that it does not exist. */
export async function seenActivity(context: Context, id: string) {
  const row = found(await activityById(context.tx, readerOf(context), id))
  const teams = await teamsOf(context.tx, id)
  found(row.seen || null)
  return { ...row, teams }
}
export type SeenActivity = Awaited<ReturnType<typeof seenActivity>>

/** The same, held still together with its series: nobody moves or cancels it meanwhile. The series first, as its own expansion does. */
export async function heldActivity(context: Context, id: string): Promise<SeenActivity> {
  const { seriesId } = found(await activities.seriesOf(context.tx, id))
  if (seriesId) await holdSeries(context.tx, seriesId)
  found(await activities.holdActivity(context.tx, id))
  return seenActivity(context, id)
}

export async function getActivity(context: Context, { activityId }: { activityId: string }): Promise<Activity> {
  const { me } = context
  const {
    rule,
    onHoliday,
    onMakeup,
    firstDate,
    endedAt,
    hostPath,
    teams,
    seen: _,
    ...row
  } = await seenActivity(context, activityId)
  const teamPaths = teams.map((team) => team.path)
  return {
    ...row,
    teams: teams.map(({ id, name }) => ({ id, name })),
    equipmentIds: await equipmentBookedFor(context, activityId),
    series:
      rule && onHoliday && firstDate
        ? { rule, onHoliday: onHoliday as OnHoliday, onMakeup: onMakeup ?? true, firstDate, endedAt }
        : null,
    may: {
      change: mayPlan(me, hostPath),
      record: mayRecord(me, hostPath, teamPaths),
      seePeople: maySeePeople(me, hostPath, teamPaths),
    },
  }
}

export async function searchActivities(context: Context, { q, limit }: In<typeof contract.searchActivities>) {
  const hits = await queries.searchActivities(context.tx, readerOf(context), q, context.now, limit)
  return hits.map(({ id, kind, title, placeName, hostName, startsAt, cancelledAt }) => ({
    id,
    kind,
    name: title,
    where: placeName ?? hostName,
    startsAt,
    cancelledAt,
  }))
}

export async function myDay(context: Context): Promise<MyDay> {
  const { tx, me, now } = context
  const reader = readerOf(context)
  const today = dayIn(me.timeZone, now)
  const at = (day: string): Date => instantOf(day, '00:00', me.timeZone)
  const monday = addDays(today, 1 - weekdayOf(today))
  const week = await queries.findActivities(
    tx,
    reader,
    { from: at(today), to: at(addDays(monday, 7)), mine: true, teams: me.roles.map((held) => held.organizationId) },
    200,
  )
  const tomorrow = at(addDays(today, 1))
  const owed = await queries.owedSheets(tx, reader, at(addDays(today, -90)), now)
  return {
    day: today,
    timeZone: me.timeZone,
    today: week.filter((one) => one.startsAt < tomorrow),
    week: week.filter((one) => one.startsAt >= tomorrow),
    owed: owed.map((one) => ({ ...one, late: isSheetLate(one, now) })),
  }
}

export async function yearOfActivities(context: Context, input: In<typeof contract.yearOfActivities>) {
  const { tx, me } = context
  const { year, ...filter } = input
  const [from, to] = [`${year}-01-01`, `${year + 1}-01-01`]
  const calendar = await workingCalendar(context)
  const counts = await queries.countByDay(tx, readerOf(context), {
    ...filter,
    from: instantOf(from, '00:00', me.timeZone),
    to: instantOf(to, '00:00', me.timeZone),
  })
  const byDay = new Map(counts.map((one) => [one.date, one.activities]))
  return {
    days: [...daysFrom(from, to)].map((date) => ({ date, activities: byDay.get(date) ?? 0 })),
    specialDays: specialDaysIn(calendar, from, to),
    published: calendar.published.has(year),
  }
}
