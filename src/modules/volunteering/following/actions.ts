import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { event } from '../../../platform/events.ts'
import { type Move, tellMoved } from '../../activities/standing/actions.ts'
import { whoCanCome } from '../people/availability/actions.ts'
import { holdShifts, type KnownShift, serviceRuleAt, shiftById } from '../queries.ts'
import { lapseOffers, moveUp } from '../signing/moving/actions.ts'
import { holdPeople, type SignupRow, volunteers } from '../signing/queries.ts'
import { confirmBy, type SignUpRefusal } from '../signing/rules.ts'
import { showStanding } from '../signing/standing/actions.ts'
import type { Holder } from './queries.ts'
import * as queries from './queries.ts'
import { afterMove, followed, hindranceOf, type ShiftTimes, type Times } from './rules.ts'

export type Hindered = { personId: string; signupId: string; hindrance: SignUpRefusal; confirmBy: Date }
/** A shift is at another time now. `hindered` had a place and cannot come as things stand; it is kept until they answer. */
export const shiftMoved = event<{ shiftId: string; before: Times; personIds: string[]; hindered: Hindered[] }>(
  'shiftMoved',
)

/** Shifts go where their activities went. What has begun is a record, and stays. Whoever is in no shift hears of the activity. */
export async function followActivities(context: Context, { moves }: { moves: Move[] }): Promise<void> {
  const { tx } = context
  const activityIds = moves.map(({ activityId }) => activityId)
  const shifts = await queries.followers(tx, activityIds)
  const shiftIds = shifts.map(({ id }) => id)
  if (shifts.length > 0) await carryAlong(context, moves, shiftIds)
  const activityOf = new Map(shifts.map(({ id, activityId }) => [id, activityId]))
  const serving = shifts.length > 0 ? await queries.holders(tx, shiftIds) : []
  await tellMoved(
    context,
    moves,
    serving.map(({ shiftId, personId }) => ({ activityId: activityOf.get(shiftId) ?? '', personId })),
  )
}

async function carryAlong(context: Context, moves: readonly Move[], shiftIds: readonly string[]): Promise<void> {
  const { tx, now } = context
  const byActivity = new Map(moves.map((move) => [move.activityId, move]))
  await holdShifts(tx, [...shiftIds])
  const carried = (await queries.followers(tx, [...byActivity.keys()])).flatMap((shift) => {
    const move = byActivity.get(shift.activityId)
    if (!move || shift.startsAt <= now) return []
    return [{ shiftId: shift.id, before: shift, to: followed(shift, move.before, move.after, now) }]
  })
  const moved = await carryShifts(context, carried)
  for (const shiftId of moved) await moveUp(context, shiftId)
}

export type Carried = { shiftId: string; before: Times; to: ShiftTimes }

/**
 * Moves shifts, which are held still, with everybody in them. Each who holds a place is judged anew: who cannot come keeps
 * it until they answer, and is told why. Returns the shifts, each to be moved up in.
 */
export async function carryShifts(context: Context, carried: readonly Carried[]): Promise<string[]> {
  const { tx, now } = context
  const ids = carried.map(({ shiftId }) => shiftId)
  if (ids.length === 0) return []
  const holders = await queries.holders(tx, ids)
  if (holders.length > 0) await holdPeople(tx, [...new Set(holders.map(({ personId }) => personId))])
  for (const one of carried) await queries.carry(tx, one, now)
  const inTurn = carried.toSorted((a, b) => +a.to.startsAt - +b.to.startsAt)
  for (const { shiftId, before, to } of inTurn) {
    const there = holders.filter((holder) => holder.shiftId === shiftId)
    if (there.length === 0) continue
    const hindered = await settleIn(context, shiftId, there)
    if (+before.startsAt === +to.startsAt && +before.endsAt === +to.endsAt) continue
    const cannot = new Set(hindered.map(({ personId }) => personId))
    const personIds = there.map(({ personId }) => personId).filter((id) => !cannot.has(id))
    await context.publish(shiftMoved, { shiftId, before, personIds, hindered })
  }
  return ids
}

/** Judges whoever held a place, in the order in which they came; what the first ones have is counted for the next shift. */
async function settleIn(context: Context, shiftId: string, there: readonly Holder[]): Promise<Hindered[]> {
  const { tx, me, now } = context
  const shift: KnownShift = found(await shiftById(tx, null, shiftId))
  const rule = await serviceRuleAt(tx, shift.hostPath)
  const placed = there.filter(({ state }) => ['confirmed', 'offered', 'kept'].includes(state))
  const people = placed.map(({ personId }) => personId)
  const known = await volunteers(tx, people, shift)
  const said = await whoCanCome(context, { personIds: people, from: shift.startsAt, to: shift.endsAt })
  const hindered: Hindered[] = []
  const until = confirmBy(now, shift.confirmMinutes, shift.startsAt)
  for (const { id, shiftRoleId, personId, state, overruled, confirmBy: answerBy } of placed) {
    const role = found(shift.roles.find((one) => one.id === shiftRoleId))
    const at = { now, timeZone: me.timeZone }
    const hindrance =
      hindranceOf(shift, role, found(known.get(personId)), overruled, rule, at) ??
      // What they said of their week is no rule: they may come all the same, and are asked.
      (said.get(personId) === 'no' && !overruled.includes('saidCannotCome') ? 'saidCannotCome' : null)
    const becomes = afterMove(state, hindrance)
    const offeredUntil = answerBy && answerBy < shift.startsAt ? answerBy : shift.startsAt
    const deadline = becomes === 'kept' ? until : becomes === 'offered' ? offeredUntil : null
    await queries.settle(tx, [id], {
      state: becomes,
      confirmBy: deadline,
      hindrance: becomes === 'kept' ? hindrance : null,
    })
    if (becomes !== 'kept' || !hindrance) continue
    hindered.push({ personId, signupId: id, hindrance, confirmBy: until })
    await context.enqueue(lapseOffers, {}, { at: until, key: id })
  }
  await showStanding(context, shiftId, people)
  return hindered
}

/** What keeps somebody from a place that is kept for them, by what is true now. */
export async function hindranceNow(
  context: Context,
  signup: SignupRow,
  shift: KnownShift,
): Promise<SignUpRefusal | null> {
  const { tx, me, now } = context
  const { personId, overruled, shiftRoleId } = signup
  await holdPeople(tx, [personId])
  const volunteer = found((await volunteers(tx, [personId], shift)).get(personId))
  const role = found(shift.roles.find(({ id }) => id === shiftRoleId))
  const rule = await serviceRuleAt(tx, shift.hostPath)
  return hindranceOf(shift, role, volunteer, overruled, rule, { now, timeZone: me.timeZone })
}

/** Who held a place in what falls away with its activity was told with the activity: their places end here. */
export async function fallWithActivities(
  context: Context,
  { activityIds, reason }: { activityIds: string[]; reason: string },
): Promise<void> {
  const { tx, now } = context
  const standing = (await queries.followers(tx, activityIds)).filter(({ fell }) => !fell).map(({ id }) => id)
  if (standing.length === 0) return
  await holdShifts(tx, standing)
  const holders = await queries.holders(tx, standing)
  await queries.fall(tx, standing, reason, now)
  await show(context, holders)
}

export async function raiseWithActivities(context: Context, { activityIds }: { activityIds: string[] }): Promise<void> {
  const { tx, now } = context
  const fallen = (await queries.followers(tx, activityIds)).filter(({ fell }) => fell).map(({ id }) => id)
  if (fallen.length === 0) return
  await holdShifts(tx, fallen)
  await queries.raise(tx, fallen, now)
  await show(context, await queries.holders(tx, fallen))
  for (const shiftId of fallen) await moveUp(context, shiftId)
}

async function show(context: Context, holders: readonly Holder[]): Promise<void> {
  for (const [shiftId, there] of Map.groupBy(holders, (one) => one.shiftId))
    await showStanding(
      context,
      shiftId,
      there.map(({ personId }) => personId),
    )
}
