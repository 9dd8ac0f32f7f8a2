import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { allow } from '../../../../platform/errors.ts'
import { getSheet } from '../../attendance/actions.ts'
import { mayRecord } from '../../rules.ts'
import { seenActivity } from '../../seeing/actions.ts'
import { doorCode, stepAt } from '../code/rules.ts'
import type { getDoor as asked, Door } from '../contract.ts'
import { doorKey } from '../keys/actions.ts'
import { type DoorLine, eventsOf } from '../queries.ts'
import { doorRefusal, staysOf } from '../rules.ts'

/** So many codes ahead are told that a leader's phone may lose its network for ten minutes. */
const ahead = 20

/** A door as its leader sees it: the codes it shows, who is here, and what waits for a word. */
export async function getDoor(context: Context, { activityId }: z.output<(typeof asked)['input']>): Promise<Door> {
  const { tx, me, now } = context
  const activity = await seenActivity(context, activityId)
  const paths = activity.teams.map((team) => team.path)
  allow(mayRecord(me, activity.hostPath, paths))
  const events = await eventsOf(tx, activityId)
  const closed = doorRefusal(activity, now)
  const key = doorKey(me.tenantId, activityId)
  const steps = closed ? [] : Array.from({ length: ahead }, (_, i) => stepAt(now) + i)
  const { id, title, placeName, startsAt, endsAt } = activity
  return {
    activityId: id,
    title,
    placeName,
    startsAt,
    endsAt,
    closed,
    now,
    codes: await Promise.all(steps.map(async (step) => ({ step, code: await doorCode(key, step) }))),
    people: await peopleAt(context, activityId, events),
    doubtful: events.filter((one) => one.state === 'doubtful'),
  }
}

async function peopleAt(context: Context, activityId: string, events: readonly DoorLine[]): Promise<Door['people']> {
  const { rows } = await getSheet(context, { activityId })
  const byPerson = new Map<string, DoorLine[]>()
  for (const one of events)
    if (one.personId && one.state === 'stands') byPerson.set(one.personId, [...(byPerson.get(one.personId) ?? []), one])
  return rows.map(({ personId, name, expected }) => {
    const last = staysOf(byPerson.get(personId) ?? []).at(-1)
    return { personId, name, expected, inAt: last?.in.at ?? null, outAt: last?.out?.at ?? null }
  })
}
