import type { Context } from '../../../../platform/context.ts'
import { event } from '../../../../platform/events.ts'
import { job, task } from '../../../../platform/jobs.ts'
import { addDays, dayIn } from '../../../../platform/zone.ts'
import * as queries from './queries.ts'
import { dueReminder, remindersBefore } from './rules.ts'

/** Somebody's qualification ends soon: `toDate` is the first day on which it no longer counts. */
export const qualificationEnds = event<{
  personId: string
  qualificationId: string
  skillName: string
  toDate: string
  daysBefore: number
}>('qualificationEnds')

/** Every morning: those that end within 30 days, and again within 7. */
export async function remindOfEnds({ tx, me, now, publish }: Context): Promise<void> {
  const today = dayIn(me.timeZone, now)
  const ending = await queries.endingUntil(tx, today, addDays(today, remindersBefore[0]))
  for (const { id, personId, skillName, toDate, remindedOn } of ending) {
    const daysBefore = toDate ? dueReminder(toDate, remindedOn, today) : null
    if (!toDate || daysBefore === null) continue
    await publish(qualificationEnds, { personId, qualificationId: id, skillName, toDate, daysBefore })
    await queries.updateQualification(tx, id, { remindedOn: today })
  }
}

export const tasks = [task(job('remindOfEnds'), remindOfEnds, '7 0 * * *')]
