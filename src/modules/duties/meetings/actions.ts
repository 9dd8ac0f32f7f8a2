import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { allow, found, refuse } from '../../../platform/errors.ts'
import { raiseFindings } from '../../checks/findings/actions.ts'
import { seenFinding } from '../../checks/findings/working/actions.ts'
import { peopleNamed } from '../../organizations/people/actions.ts'
import { seenObjective } from '../objectives/standing/actions.ts'
import type * as contract from './contract.ts'
import { keepMinutes } from './minutes/actions.ts'
import * as queries from './queries.ts'
import { changeRefusal, confirmRefusal, type MeetingRefusal, mayConfirm, removeRefusal } from './rules.ts'
import { agendaOf, readMeeting } from './seeing/actions.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
const done = { done: true as const }

/** Held still while somebody writes; what came back by itself is on the agenda from then on. */
async function heldMeeting(context: Context, activityId: string) {
  const { activity } = await agendaOf(context, activityId)
  await queries.holdMeeting(context.tx, activityId)
  const meeting = await readMeeting(context, { activityId })
  return { activity, meeting }
}

/** Whoever puts a finding or an objective on the agenda sees it. */
async function seeSubject(context: Context, { id, kind }: { id: string; kind: queries.ItemKind }): Promise<void> {
  if (kind === 'finding') await seenFinding(context, id)
  if (kind === 'objective') await seenObjective(context, id)
}

export async function keepAgenda(
  context: Context,
  { activityId, chairId, items, seen }: In<typeof contract.keepAgenda>,
) {
  const { tx } = context
  const { activity, meeting } = await heldMeeting(context, activityId)
  allow(activity.may.change)
  refuse(changeRefusal(meeting))
  if (chairId) await peopleNamed(context, [chairId])
  const wanted = [...new Map(items.map((item) => [item.id, item])).values()]
  const ids = new Set(wanted.map(({ id }) => id))
  const known = new Set(meeting.items.map(({ id }) => id))
  for (const item of wanted) if (!known.has(item.id)) await seeSubject(context, item)
  const missing = meeting.items.filter(({ id }) => !ids.has(id))
  const [gone, unseen] = [missing.filter(({ id }) => seen.includes(id)), missing.filter(({ id }) => !seen.includes(id))]
  refuse(removeRefusal(gone))
  // What was not done comes back however often it is taken off.
  const back = missing.filter(({ carried }) => carried)
  const added = unseen.filter(({ carried }) => !carried)
  await queries.writeItems(tx, activityId, [...back, ...wanted, ...added])
  await queries.updateMeeting(tx, activityId, { chairId })
  return done
}

async function writable(context: Context, activityId: string, itemId: string) {
  const { meeting } = await heldMeeting(context, activityId)
  refuse(changeRefusal(meeting))
  allow(meeting.may.note)
  found(meeting.items.find(({ id }) => id === itemId))
  await queries.writeItems(context.tx, activityId, meeting.items)
  return meeting
}

export async function noteItem(
  context: Context,
  { activityId, itemId, minutes, revision }: In<typeof contract.noteItem>,
) {
  await writable(context, activityId, itemId)
  const written = await queries.writeMinutes(context.tx, activityId, itemId, minutes, revision)
  refuse(written ? null : ('notedMeanwhile' satisfies MeetingRefusal))
  return done
}

export async function decide(context: Context, { activityId, itemId, words, actions }: In<typeof contract.decide>) {
  const { host } = await writable(context, activityId, itemId)
  const raised = { organizationId: host.id, origin: 'meeting' as const, originId: activityId, words, actions }
  const [findingId] = await raiseFindings(context, [raised])
  const id = found(findingId)
  await queries.insertDecision(context.tx, { activityId, itemId, findingId: id })
  return { id }
}

export async function confirmMinutes(context: Context, { activityId }: In<typeof contract.confirmMinutes>) {
  const { tx, me, now } = context
  const { meeting } = await heldMeeting(context, activityId)
  allow(mayConfirm(me, meeting.chair))
  refuse(confirmRefusal(meeting, now))
  await queries.writeItems(tx, activityId, meeting.items)
  const fileHash = await keepMinutes(context, await readMeeting(context, { activityId }))
  await queries.updateMeeting(tx, activityId, { confirmedBy: found(me.id), confirmedAt: now, fileHash })
  return done
}
