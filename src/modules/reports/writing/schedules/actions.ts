import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { newId } from '../../../../platform/database.ts'
import { allow, found } from '../../../../platform/errors.ts'
import type { Language } from '../../../../platform/i18n.ts'
import { dayIn, wallClock } from '../../../../platform/zone.ts'
import { notify } from '../../../notices/actions.ts'
import { organizationNamed } from '../../../organizations/actions.ts'
import { workingCalendar } from '../../../organizations/working-days/actions.ts'
import { isSince } from '../../rhythm/rules.ts'
import { beginReport, judgeSigner } from '../drafts/actions.ts'
import { draftCame } from '../matters.ts'
import { mayRead, mayWrite } from '../rules.ts'
import { builtTemplate } from '../templates/built/rules.ts'
import type * as contract from './contract.ts'
import type { Schedule } from './contract.ts'
import * as queries from './queries.ts'
import { dueNow, type ScheduleKind } from './rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
type Row = Awaited<ReturnType<typeof queries.openSchedules>>[number]

const scheduleOf = ({ me }: Context, row: Row): Schedule => ({
  id: row.id,
  kind: row.kind as ScheduleKind,
  language: row.language as Language,
  organization: { id: row.organizationId, name: row.organizationName },
  signer: { id: row.signerId, name: row.signerName },
  mayChange: mayWrite(me, row.path),
})

export const listSchedules = async (context: Context): Promise<Schedule[]> =>
  (await queries.openSchedules(context.tx))
    .filter(({ path }) => mayRead(context.me, path))
    .map((row) => scheduleOf(context, row))

export async function setSchedule(context: Context, input: In<typeof contract.setSchedule>): Promise<Schedule> {
  const { tx, me, now } = context
  const { path } = await organizationNamed(context, input.organizationId)
  allow(mayWrite(me, path))
  await judgeSigner(context, input.signerId, path)
  const { id } = await queries.upsertSchedule(tx, { ...input, id: newId(), fromDate: dayIn(me.timeZone, now) })
  return scheduleOf(context, found(await queries.scheduleById(tx, id)))
}

export async function endSchedule(context: Context, { scheduleId }: { scheduleId: string }): Promise<{ done: true }> {
  const row = found(await queries.scheduleById(context.tx, scheduleId))
  allow(mayWrite(context.me, row.path))
  await queries.setEnded(context.tx, scheduleId, context.now)
  return { done: true }
}

/** Again and again: what is due on the office's clock comes as a draft to whoever signs it, once. */
export async function bringDueReports(context: Context): Promise<void> {
  const calendar = await workingCalendar(context)
  const clock = wallClock(context.now, context.me.timeZone)
  for (const schedule of await queries.openSchedules(context.tx)) {
    const due = dueNow(schedule.kind as ScheduleKind, clock, calendar)
    if (due && isSince(schedule.fromDate, due)) await bring(context, schedule, due.period)
  }
}

async function bring(context: Context, schedule: Row, period: string): Promise<void> {
  if (await queries.hasCome(context.tx, schedule.id, period)) return
  const language = schedule.language as Language
  const { title, document } = builtTemplate(schedule.kind as ScheduleKind, language)
  const { organizationId, signerId } = schedule
  const reportId = await beginReport(context, { organizationId, language, title, period, signerId }, document)
  await queries.insertScheduled(context.tx, { scheduleId: schedule.id, period, reportId })
  await notify(context, {
    personIds: [signerId],
    matter: draftCame,
    key: reportId,
    values: { office: schedule.organizationName, what: { words: draftCame.kinds[schedule.kind as ScheduleKind] } },
    link: `/reports/${reportId}`,
  })
}
