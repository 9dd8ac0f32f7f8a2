import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import { allow, found, refuse } from '../../../../platform/errors.ts'
import { daysOfRule, isDayRule } from '../../../../platform/recurrence.ts'
import { addDays, dayIn } from '../../../../platform/zone.ts'
import { isEveryWorkday, placeDays } from '../../../activities/series/rules.ts'
import { workingCalendar } from '../../../organizations/working-days/actions.ts'
import { allowedThere } from '../actions.ts'
import type * as contract from '../contract.ts'
import type { CheckPlan } from '../contract.ts'
import { mayCheck, mayPlan } from '../rules.ts'
import * as queries from './queries.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
/** Days ahead for which checks are made. */
const horizon = 62

export async function listCheckPlans(context: Context): Promise<CheckPlan[]> {
  const plans = await queries.allPlans(context.tx)
  return plans
    .filter(({ path }) => mayCheck(context.me, path))
    .map(({ path, checklistId, checklistName, placeId, placeName, ...plan }) => ({
      ...plan,
      checklist: { id: checklistId, name: checklistName },
      place: { id: placeId, name: placeName },
      mayChange: mayPlan(context.me, path),
    }))
}

export async function planChecks(context: Context, input: In<typeof contract.planChecks>) {
  await allowedThere(context, input, mayPlan)
  refuse(isDayRule(input.rule, input.firstDate) ? null : 'ruleUnreadable')
  const id = newId()
  await queries.insertPlan(context.tx, { ...input, id })
  await ahead(context, found(await queries.planById(context.tx, id)))
  return { id }
}

export async function endCheckPlan(context: Context, { checkPlanId }: { checkPlanId: string }) {
  const plan = found(await queries.planById(context.tx, checkPlanId))
  allow(mayPlan(context.me, plan.path))
  await queries.planAhead(context.tx, plan.id, dayIn(context.me.timeZone, context.now), [])
  await queries.endPlan(context.tx, plan.id, context.now)
  return { done: true as const }
}

/** Every night, and when the working days changed. */
export async function planAllAhead(context: Context): Promise<void> {
  for (const plan of await queries.allPlans(context.tx)) await ahead(context, plan)
}

/** What is to come of a plan, put onto the working calendar. */
async function ahead(context: Context, plan: queries.PlanOf): Promise<void> {
  const { tx, me, now } = context
  const today = dayIn(me.timeZone, now)
  const until = addDays(today, horizon)
  const days = plan.firstDate <= until ? daysOfRule(plan.rule, plan.firstDate, until) : []
  const habit = { onHoliday: plan.onHoliday, onMakeup: true, everyWorkday: isEveryWorkday(plan.rule) }
  const placed = placeDays(days, habit, await workingCalendar(context))
  const { id: planId, checklistId, placeId } = plan
  const planned = placed.flatMap(({ seriesDate, date }) =>
    date === null || date < today
      ? []
      : [
          {
            ...{ id: newId(), planId, checklistId, placeId },
            ...{ planDate: seriesDate, plannedOn: date, dueOn: addDays(date, plan.days) },
          },
        ],
  )
  await queries.planAhead(tx, planId, today, planned)
}
