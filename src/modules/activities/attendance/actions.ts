import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { allow, refuse } from '../../../platform/errors.ts'
import { event } from '../../../platform/events.ts'
import { holdActivity } from '../queries.ts'
import { cameStates, mayRecord, maySeePeople, unexpectedStates } from '../rules.ts'
import { seenActivity } from '../seeing/actions.ts'
import type * as contract from './contract.ts'
import type { Sheet, SheetRow } from './contract.ts'
import * as queries from './queries.ts'
import { type Entry, entryVerdict, type Line, minutesFor, sheetRefusal } from './rules.ts'

/** Whoever was recorded as come is so no more. */
export const cameUndone = event<{ activityId: string; personIds: readonly string[] }>('cameUndone')

export async function getSheet(context: Context, { activityId }: { activityId: string }): Promise<Sheet> {
  const { tx, me } = context
  const activity = await seenActivity(context, activityId)
  const teamPaths = activity.teams.map((team) => team.path)
  const records = mayRecord(me, activity.hostPath, teamPaths)
  const all = records || maySeePeople(me, activity.hostPath, teamPaths)
  // Whoever may not see the people sees the one line that is about them.
  const lines = await queries.sheetLines(tx, activityId, me.timeZone, all ? null : me.id ? [me.id] : [])
  const concerned = lines.filter((line) => line.member || line.status !== null)
  return {
    activityId,
    mayRecord: records,
    notMembers: all
      ? lines.filter((line) => line.elsewhen && line.status === null).map(({ personId, name }) => ({ personId, name }))
      : [],
    rows: concerned.map(rowOf),
  }
}

export async function recordAttendance(
  context: Context,
  { activityId, entries }: z.output<(typeof contract.recordAttendance)['input']>,
) {
  const { tx, me, now } = context
  await holdActivity(tx, activityId)
  const activity = await seenActivity(context, activityId)
  allow(
    mayRecord(
      me,
      activity.hostPath,
      activity.teams.map((team) => team.path),
    ),
  )
  refuse(sheetRefusal(activity, now))
  const people = [...new Set(entries.map((entry) => entry.personId))]
  const lines = new Map(
    (await queries.sheetLines(tx, activityId, me.timeZone, people)).map((line) => [line.personId, line]),
  )
  refuse(lines.size === people.length ? null : 'notFound')
  const wanted = entries.map((entry) => ({
    ...entry,
    minutes: minutesFor(activity.kind, entry.status, entry.minutes, lines.get(entry.personId)?.minutes ?? null),
    note: entry.note || null,
  }))
  const judged = wanted.map((entry) => ({
    entry,
    verdict: entryVerdict(lineOf(lines.get(entry.personId)), entry, me.id),
  }))
  const writes = judged.filter((one) => one.verdict === 'write').map((one) => one.entry)
  await write(context, activityId, writes, lines)
  const after = await queries.sheetLines(tx, activityId, me.timeZone, people)
  const here = new Set(after.filter(isHere).map(({ personId }) => personId))
  const undone = [...lines.values()].filter((line) => isHere(line) && !here.has(line.personId))
  if (undone.length > 0)
    await context.publish(cameUndone, { activityId, personIds: undone.map(({ personId }) => personId) })
  return {
    rows: after.map(rowOf),
    conflicts: judged.filter((one) => one.verdict === 'conflict').map((one) => one.entry.personId),
  }
}

type Lines = ReadonlyMap<string, queries.SheetLine>
async function write(
  { tx, me, now }: Context,
  activityId: string,
  entries: (Entry & { personId: string })[],
  lines: Lines,
) {
  // Of several taps on one line the last one stands.
  const last = [...new Map(entries.map((entry) => [entry.personId, entry])).values()]
  const isExpected = (personId: string): boolean => {
    const line = lines.get(personId)
    return line !== undefined && (line.member || (line.status !== null && !line.walkIn))
  }
  const written = last.flatMap(({ personId, status, minutes, note }) => {
    const walkIn = !isExpected(personId)
    // Cleared: who was invited is invited again; a member's line, or that of somebody not expected, is as if never written,
    // unless hours stand on it.
    const line = lines.get(personId)
    const stays = (!walkIn && !line?.member) || (line?.minutes ?? null) !== null
    const mark = status ?? (stays ? ('invited' as const) : null)
    return mark
      ? [{ activityId, personId, status: mark, minutes, note, walkIn, recordedBy: me.id, recordedAt: now }]
      : []
  })
  if (written.length > 0) await queries.writeLines(tx, written)
  const kept = new Set(written.map((one) => one.personId))
  const cleared = last.map((entry) => entry.personId).filter((id) => !kept.has(id))
  if (cleared.length > 0) await queries.clearLines(tx, activityId, cleared)
}

const isHere = ({ status }: queries.SheetLine): boolean => status !== null && cameStates.includes(status)

const lineOf = (line: queries.SheetLine | undefined): Line | null =>
  line?.status && line.recordedAt
    ? {
        status: line.status,
        minutes: line.minutes,
        note: line.note,
        recordedBy: line.recordedById,
        recordedAt: line.recordedAt,
      }
    : null

const rowOf = (line: queries.SheetLine): SheetRow => ({
  personId: line.personId,
  name: line.name,
  expected:
    line.status === null ? line.member : (line.member || !line.walkIn) && !unexpectedStates.includes(line.status),
  status: line.status,
  minutes: line.minutes,
  note: line.note,
  recordedBy: line.recordedBy,
  recordedAt: line.recordedAt,
})
