import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { allow, found, Refused, refuse } from '../../../platform/errors.ts'
import { event } from '../../../platform/events.ts'
import { dayIn } from '../../../platform/zone.ts'
import { cameUndone } from '../attendance/actions.ts'
import { settleDoorHours } from '../hours/actions.ts'
import { mayRecord } from '../rules.ts'
import { seenActivity } from '../seeing/actions.ts'
import { acceptsDoorCode, ownCode, typedLength } from './code/rules.ts'
import type * as contract from './contract.ts'
import type { Taken } from './contract.ts'
import { dayKey, doorKey } from './keys/actions.ts'
import * as queries from './queries.ts'
import {
  type Direction,
  type DoorConflict,
  decisionRefusal,
  doorConflicts,
  doorRefusal,
  standing,
  staysOf,
} from './rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

type Arrival = { eventId: string; activityId: string; personId: string; at: Date }
/** People come. Whoever knows why somebody should not be there says so; it is kept all the same, and waits for a leader. */
export const peopleArrive = event<{
  arrivals: readonly Arrival[]
  object: (eventId: string, conflict: DoorConflict) => void
}>('peopleArrive')

export type Telling = {
  id: string
  activityId: string
  personId: string | null
  code: string
  direction: Direction
  at: Date
  deviceAt: Date
  way: 'doorCode' | 'ownCode' | 'list'
  kioskId: string | null
  drift: { before: number; now: number } | null
}

/** Takes what doors tell, each once, whoever tells it how often. The answers stand in the order of the tellings. */
export async function takeTellings(context: Context, told: readonly Telling[]): Promise<Taken[]> {
  const { tx, me, now } = context
  const fresh = new Map(told.map((one) => [one.id, one]))
  const doors = new Map(
    (await queries.holdDoors(tx, [...new Set(told.map((one) => one.activityId))])).map((d) => [d.id, d]),
  )
  const known = await queries.knownEvents(tx, [...fresh.keys()])
  for (const { id } of known) fresh.delete(id)
  const arriving = [...fresh.values()].flatMap(({ id, personId, activityId, at, direction }) =>
    personId && direction === 'in' ? [{ id, personId, activityId, at }] : [],
  )
  const elsewhere = await queries.insideElsewhere(tx, arriving)
  const objections = new Map<string, DoorConflict[]>()
  await context.publish(peopleArrive, {
    arrivals: arriving.map(({ id: eventId, ...rest }) => ({ eventId, ...rest })),
    object: (id, conflict) => objections.set(id, [...(objections.get(id) ?? []), conflict]),
  })
  const events = [...fresh.values()].map(({ drift, ...one }): queries.NewEvent => {
    const judged = { ...one, recordedBy: one.way === 'list' ? me.id : null, drift }
    const own = doorConflicts(judged, found(doors.get(one.activityId)), elsewhere.has(one.id), now)
    const conflicts = [...own, ...(objections.get(one.id) ?? [])]
    return { ...one, recordedBy: judged.recordedBy, receivedAt: now, conflicts, state: standing(one, conflicts) }
  })
  if (events.length > 0) await queries.insertEvents(tx, events)
  await count(
    context,
    [...doors.values()],
    events.filter((one) => one.state === 'stands'),
  )
  const answers = new Map<string, Taken>()
  for (const { id, state, conflicts } of events) answers.set(id, { id, state, conflicts })
  for (const { id, state, conflicts } of known) answers.set(id, { id, state, conflicts: conflicts as DoorConflict[] })
  return told.map(({ id }) => found(answers.get(id)))
}

type Counted = Pick<queries.NewEvent, 'activityId' | 'personId' | 'direction'>

/** Who came is recorded as come, and hours follow from what stands. */
async function count(context: Context, doors: readonly queries.Door[], events: readonly Counted[]): Promise<void> {
  const { tx, me, now } = context
  const pairs = (some: readonly Counted[]): queries.Pair[] => {
    const once = new Map<string, queries.Pair>()
    for (const { activityId, personId } of some) if (personId) once.set(activityId + personId, { activityId, personId })
    return [...once.values()]
  }
  const came = pairs(events.filter((one) => one.direction === 'in'))
  if (came.length > 0) await queries.recordArrivals(tx, came, me.id, now, me.timeZone)
  const services = new Set(doors.filter((door) => door.kind === 'service').map((door) => door.id))
  const served = pairs(events).filter((pair) => services.has(pair.activityId))
  if (served.length > 0) await settleDoorHours(context, served, await staysAt(context, served))
}

async function staysAt({ tx }: Context, pairs: readonly queries.Pair[]) {
  const byPair = new Map<string, queries.Told[]>()
  for (const one of await queries.standingEvents(tx, pairs)) {
    const key = one.activityId + one.personId
    byPair.set(key, [...(byPair.get(key) ?? []), one])
  }
  return [...byPair.values()].flatMap((events) => staysOf(events))
}

async function ledDoor(context: Context, activityId: string) {
  const activity = await seenActivity(context, activityId)
  const paths = activity.teams.map((team) => team.path)
  allow(mayRecord(context.me, activity.hostPath, paths))
  return activity
}

export async function atDoor(context: Context, { activityId }: In<typeof contract.atDoor>) {
  const { title, placeName, startsAt, endsAt } = await seenActivity(context, activityId)
  const [last] = (await staysAt(context, [{ activityId, personId: found(context.me.id) }])).slice(-1)
  const inside = last !== undefined && last.out === null
  return { title, placeName, startsAt, endsAt, inside, since: inside ? last.in.at : null }
}

export async function passDoor(context: Context, { activityId, id, code, direction }: In<typeof contract.passDoor>) {
  const { me, now } = context
  const personId = found(me.id)
  const activity = await seenActivity(context, activityId)
  const [before] = await queries.knownEvents(context.tx, [id])
  // Sent again after the answer was lost: the code is old by now, and it was right.
  if (!before) {
    refuse(doorRefusal(activity, now))
    refuse((await acceptsDoorCode(doorKey(me.tenantId, activityId), code, now)) ? null : 'doorCodeOld')
  } else if (before.personId !== personId || before.activityId !== activityId) throw new Refused('doorDecided')
  const telling = { id, activityId, personId, code: '', direction, at: now, deviceAt: now }
  const [taken] = await takeTellings(context, [{ ...telling, way: 'doorCode', kioskId: null, drift: null }])
  return found(taken)
}

export async function listAtDoor(context: Context, { activityId, events }: In<typeof contract.listAtDoor>) {
  await ledDoor(context, activityId)
  const people = await queries.knownPeople(context.tx, [...new Set(events.map((one) => one.personId))])
  for (const { personId } of events) found(people.has(personId) || null)
  return takeTellings(
    context,
    events.map((one) => ({ ...one, activityId, code: '', deviceAt: one.at, way: 'list', kioskId: null, drift: null })),
  )
}

export async function decideDoorEvent(context: Context, { doorEventId, stands }: In<typeof contract.decideDoorEvent>) {
  const { tx, me, now } = context
  const before = found(await queries.eventById(tx, doorEventId))
  await ledDoor(context, before.activityId)
  const doors = await queries.holdDoors(tx, [before.activityId])
  const told = found(await queries.eventById(tx, doorEventId))
  refuse(decisionRefusal(told, stands, me.id))
  await queries.decideEvent(tx, doorEventId, stands ? 'stands' : 'dropped', me.id, now)
  await count(context, doors, stands ? [told] : [{ ...told, direction: 'out' }])
  const { activityId, personId } = told
  if (!stands && personId && told.direction === 'in') {
    const left = await staysAt(context, [{ activityId, personId }])
    if (left.length === 0) {
      await queries.withdrawArrival(tx, { activityId, personId }, now)
      await context.publish(cameUndone, { activityId, personIds: [personId] })
    }
  }
  const [line] = await queries.eventsOf(tx, activityId, [doorEventId])
  return found(line)
}

export async function myCode({ me, now }: Context) {
  const day = dayIn(me.timeZone, now)
  const code = await ownCode(dayKey(me.tenantId, day), found(me.id))
  return { code, typed: code.slice(0, typedLength), day }
}
