import type { z } from 'zod'
import type { Context } from '../../../../../platform/context.ts'
import { newId } from '../../../../../platform/database.ts'
import { found, refuse } from '../../../../../platform/errors.ts'
import { job } from '../../../../../platform/jobs.ts'
import { dayIn, wallClock } from '../../../../../platform/zone.ts'
import { parsePeriod, periodWords } from '../../../../indicators/period/rules.ts'
import { notify } from '../../../../notices/actions.ts'
import { rolesOf } from '../../../../organizations/actions.ts'
import { knownPerson } from '../../../../organizations/people/actions.ts'
import { can } from '../../../../organizations/rules.ts'
import { workingCalendar } from '../../../../organizations/working-days/actions.ts'
import { isAnnounced } from '../../../../organizations/working-days/rules.ts'
import { dueFor, hasCome, isSince, nextDue, type Rhythm } from '../../../rhythm/rules.ts'
import { formFilled } from '../../matters.ts'
import { readable, writable } from '../actions.ts'
import { fillKeptForm } from '../fills/actions.ts'
import type { FillCard } from '../fills/contract.ts'
import type * as contract from './contract.ts'
import type { Schedule } from './contract.ts'
import * as queries from './queries.ts'

export const fillingDue = job<{ scheduleId: string; period: string }>('fillDueForm')

/** When a form fills itself next; null when nobody asked for it, or the form is put aside. */
export async function readFormSchedule(
  context: Context,
  { formId }: { formId: string },
): Promise<{ schedule: Schedule | null }> {
  await readable(context, formId)
  const row = await queries.scheduleOf(context.tx, formId)
  return { schedule: row ? await scheduleOf(context, row) : null }
}

type Row = NonNullable<Awaited<ReturnType<typeof queries.scheduleOf>>>

async function scheduleOf(context: Context, row: Row): Promise<Schedule> {
  const { tx, me, now } = context
  const rhythm = row.rhythm as Rhythm
  const calendar = await workingCalendar(context)
  const next = nextDue(rhythm, wallClock(now, me.timeZone), calendar)
  return {
    rhythm,
    person: { id: row.personId, name: row.personName },
    mayFill: can({ roles: await rolesOf(tx, row.personId, now) }, 'writeReports', row.path),
    next: { ...next, announced: isAnnounced(next.on, calendar) },
  }
}

export async function setFormSchedule(
  context: Context,
  { formId, rhythm, personId }: z.output<typeof contract.setFormSchedule.input>,
): Promise<Schedule> {
  const { tx, me, now } = context
  const { path, retiredAt } = await writable(context, formId)
  refuse(retiredAt ? 'formRetired' : null)
  const { name } = await knownPerson(context, personId)
  const mayFill = can({ roles: await rolesOf(tx, personId, now) }, 'writeReports', path)
  refuse(mayFill ? null : 'mayNotFill', { name })
  await queries.upsertSchedule(tx, { id: newId(), formId, rhythm, personId, fromDate: dayIn(me.timeZone, now) })
  return scheduleOf(context, found(await queries.scheduleOf(tx, formId)))
}

export async function endFormSchedule(context: Context, { formId }: { formId: string }): Promise<{ done: true }> {
  await writable(context, formId)
  await queries.endSchedule(context.tx, formId, context.now)
  return { done: true }
}

/** Again and again: each form that is due on the office's clock is filled by itself, so that none keeps others from it. */
export async function fillDueForms(context: Context): Promise<void> {
  const calendar = await workingCalendar(context)
  const clock = wallClock(context.now, context.me.timeZone)
  for (const { id: scheduleId, rhythm, fromDate } of await queries.openSchedules(context.tx)) {
    const due = dueFor(rhythm as Rhythm, clock.slice(0, 10), calendar)
    if (!hasCome(due, clock) || !isSince(fromDate, due)) continue
    const { period } = due
    if (await queries.filledFor(context.tx, scheduleId, period)) continue
    await context.enqueue(fillingDue, { scheduleId, period }, { key: `${scheduleId} ${period}` })
  }
}

/** Fills one form for one period, once, as the one who is told would. */
export async function fillDueForm(
  context: Context,
  { scheduleId, period }: { scheduleId: string; period: string },
): Promise<void> {
  const { tx, me, now } = context
  const row = await queries.heldSchedule(tx, scheduleId)
  if (!row || (await queries.filledFor(tx, scheduleId, period))) return
  const roles = await rolesOf(tx, row.personId, now)
  if (!can({ roles }, 'writeReports', row.path)) return
  const { formId } = row
  const fill = await fillKeptForm({ ...context, me: { ...me, id: row.personId, roles } }, { formId, period })
  await queries.insertScheduled(tx, { scheduleId, period, fillId: fill.id })
  await tell(context, row, fill)
}

const most = 3

async function tell(context: Context, { formId, personId, name }: Row, { id, period, cells }: FillCard): Promise<void> {
  const known = parsePeriod(period)
  const empty = cells.filter(({ state }) => state === 'unfilled')
  await notify(context, {
    personIds: [personId],
    matter: formFilled,
    key: id,
    values: {
      form: name,
      period: { words: known ? periodWords(known) : [period, period] },
      empty: empty.length,
      which: empty
        .slice(0, most)
        .map(({ label, cell }) => label || cell)
        .join('; '),
      more: Math.max(0, empty.length - most),
    },
    link: `/forms/${formId}/fills/${id}`,
  })
}
