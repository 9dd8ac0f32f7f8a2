import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/database.ts'
import { allow, found, refuse } from '../../../platform/errors.ts'
import { dayIn, instantOf, yearOf } from '../../../platform/zone.ts'
import { knownPerson } from '../../organizations/people/actions.ts'
import { pathsOf } from '../../organizations/rules.ts'
import { countsMinutes } from '../attendance/rules.ts'
import { roundedMinutes, type Stay } from '../doors/rules.ts'
import { holdActivity } from '../queries.ts'
import { mayRecord } from '../rules.ts'
import { seenActivity } from '../seeing/actions.ts'
import type * as contract from './contract.ts'
import * as queries from './queries.ts'
import { approvedOf, correctionRefusal, hoursDecisionRefusal } from './rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
type Known = Stay<{ id: string; direction: 'in' | 'out'; at: Date; activityId: string; personId: string }>

/** Hours by what doors know: one entry for each time somebody came and went. Whoever calls holds the activities. */
export async function settleDoorHours(
  { tx, me, now }: Context,
  pairs: readonly queries.Pair[],
  stays: readonly Known[],
) {
  const hours = stays.flatMap(({ in: came, out }) =>
    out
      ? [
          {
            activityId: came.activityId,
            personId: came.personId,
            inEvent: came.id,
            outEvent: out.id,
            minutes: roundedMinutes(came.at, out.at),
          },
        ]
      : [],
  )
  await queries.writeDoorHours(tx, pairs, hours, me.id, now)
  await queries.sumMinutes(tx, pairs)
}

export async function myHours({ tx, me, now }: Context, { year }: In<typeof contract.myHours>) {
  return hoursIn({ me, now }, year, (from, to) => queries.entriesOfPerson(tx, found(me.id), from, to))
}

/** Of somebody else: what they served where the asker keeps attendance, so that it can be put right. */
export async function hoursOfPerson(context: Context, { personId, year }: In<typeof contract.hoursOfPerson>) {
  const { tx, me } = context
  const { name } = await knownPerson(context, personId)
  const paths = pathsOf(me, 'recordAttendance')
  const hours = await hoursIn(context, year, (from, to) => queries.entriesOfPerson(tx, personId, from, to, paths))
  return { name, ...hours }
}

type Entries = Awaited<ReturnType<typeof queries.entriesOfPerson>>
async function hoursIn(
  { me, now }: Pick<Context, 'me' | 'now'>,
  year: number | undefined,
  entriesIn: (from: Date, to: Date) => Promise<Entries>,
) {
  const asked = year ?? yearOf(dayIn(me.timeZone, now))
  const at = (y: number): Date => instantOf(`${y}-01-01`, '00:00', me.timeZone)
  const entries = await entriesIn(at(asked), at(asked + 1))
  return { year: asked, minutes: approvedOf(entries), entries }
}

async function recorded(context: Context, activityId: string) {
  const activity = await seenActivity(context, activityId)
  const paths = activity.teams.map((team) => team.path)
  return { activity, records: mayRecord(context.me, activity.hostPath, paths) }
}

export async function hoursOfActivity(context: Context, { activityId }: In<typeof contract.hoursOfActivity>) {
  const { records } = await recorded(context, activityId)
  const entries = await queries.entriesOfActivity(context.tx, activityId)
  // Whoever keeps no attendance here sees their own.
  return records ? entries : entries.filter((one) => one.personId === context.me.id)
}

export async function correctHours(context: Context, input: In<typeof contract.correctHours>) {
  const { tx, me, now } = context
  const { activityId, personId, minutes: wanted, reason } = input
  const enteredBy = found(me.id)
  const { activity, records } = await recorded(context, activityId)
  allow(records || personId === me.id)
  await holdActivity(tx, activityId)
  const came = await queries.standsAsCome(tx, input)
  const stands = await queries.approvedMinutes(tx, input)
  const { kind, startsAt } = activity
  refuse(correctionRefusal({ counts: countsMinutes(kind), came, startsAt, now, stands, wanted }))
  const id = newId()
  const minutes = wanted - (stands ?? 0)
  await queries.insertCorrection(tx, { id, activityId, personId, minutes, reason, enteredBy, enteredAt: now })
  return { id }
}

export async function openCorrections({ tx, me }: Context) {
  const paths = pathsOf(me, 'recordAttendance')
  if (paths.length === 0) return []
  const open = await queries.openCorrections(tx, paths)
  return open.map(({ enteredById, ...one }) => ({
    ...one,
    mayDecide: one.personId !== me.id && enteredById !== me.id,
  }))
}

export async function decideHours(context: Context, input: In<typeof contract.decideHours>) {
  const { tx, me, now } = context
  const { hoursEntryId: id, approve, decision } = input
  const asked = found(await queries.holdEntry(tx, id))
  const { records } = await recorded(context, asked.activityId)
  allow(records)
  await holdActivity(tx, asked.activityId)
  const stands = (await queries.approvedMinutes(tx, asked)) ?? 0
  refuse(hoursDecisionRefusal(asked, me.id, approve, stands))
  const state = approve ? 'approved' : 'refused'
  await queries.decideEntry(tx, id, { state, decidedBy: found(me.id), decidedAt: now, decision })
  await queries.sumMinutes(tx, [asked])
  return { id }
}
