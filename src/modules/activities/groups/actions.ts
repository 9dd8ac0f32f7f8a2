import type { Context } from '../../../platform/context.ts'
import { allow, found, refuse } from '../../../platform/errors.ts'
import { daysOfRule } from '../../../platform/recurrence.ts'
import { addDays, dayIn, instantOf } from '../../../platform/zone.ts'
import { workingCalendar } from '../../organizations/working-days/actions.ts'
import { createActivity } from '../actions.ts'
import type { ActivityKind } from '../contract.ts'
import { updateActivity } from '../queries.ts'
import { changeRefusal, mayPlan } from '../rules.ts'
import { heldActivity } from '../seeing/actions.ts'
import { isEveryWorkday, placeDays } from '../series/rules.ts'
import * as queries from './queries.ts'

type Year = { groupId: string; kind: ActivityKind; year: number }

/** For other modules, which judge by the group who may know of it. */
export const activitiesOfGroup = ({ tx, me }: Context, { groupId, kind, year }: Year) =>
  queries.activitiesOfGroup(tx, {
    groupId,
    kind,
    from: instantOf(`${year}-01-01`, '00:00', me.timeZone),
    to: instantOf(`${year + 1}-01-01`, '00:00', me.timeZone),
  })

/** A day of the year that the rule of one of the group's series gives, and on which nothing of the group stands. */
export type FreeDay = { seriesId: string; day: string; startsAt: Date; endsAt: Date }

export async function freeDaysOfGroup(context: Context, which: Year): Promise<FreeDay[]> {
  const { tx, me, now } = context
  const { groupId, kind, year } = which
  const taken = new Set(
    (await activitiesOfGroup(context, which))
      .filter(({ cancelledAt }) => !cancelledAt)
      .map(({ startsAt }) => dayIn(me.timeZone, startsAt)),
  )
  const calendar = await workingCalendar(context)
  const last = `${year}-12-31`
  const days = (await queries.seriesOfGroup(tx, groupId, kind)).flatMap(
    ({ id: seriesId, starts, minutes, ...series }) => {
      if (series.firstDate > last) return []
      const habit = { ...series, everyWorkday: isEveryWorkday(series.rule) }
      const placed = placeDays(daysOfRule(series.rule, series.firstDate, addDays(last, 31)), habit, calendar)
      return placed.flatMap(({ date }) => {
        if (!date || date.slice(0, 4) !== String(year) || taken.has(date)) return []
        taken.add(date)
        const startsAt = instantOf(date, starts, me.timeZone)
        return startsAt > now ? [{ seriesId, day: date, startsAt, endsAt: new Date(+startsAt + minutes * 60_000) }] : []
      })
    },
  )
  return days.sort((a, b) => +a.startsAt - +b.startsAt)
}

/** Says what one activity is about; everything else of it stays, and so does its place in its series. Who may plan it may say so. */
export async function setTopic(context: Context, { activityId, topic }: { activityId: string; topic: string }) {
  const { tx, me, now } = context
  const activity = await heldActivity(context, activityId)
  allow(mayPlan(me, activity.hostPath))
  refuse(changeRefusal(activity, undefined))
  await updateActivity(tx, activityId, { topic, changedAt: now })
}

/** Plans one more activity as those of this series are, on a day of their rule. */
export async function plantDay(context: Context, { seriesId, startsAt, endsAt }: FreeDay, topic: string) {
  const { template } = found(await queries.seriesById(context.tx, seriesId))
  return createActivity(context, {
    ...template,
    kind: template.kind as ActivityKind,
    topic,
    startsAt,
    endsAt,
    series: null,
  })
}
