import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { allow, found, NotFound, refuse } from '../../../platform/errors.ts'
import { event } from '../../../platform/events.ts'
import { dayIn } from '../../../platform/zone.ts'
import { pathsOf } from '../../organizations/rules.ts'
import * as shiftQueries from '../queries.ts'
import { mayLead } from '../rules.ts'
import { type NewSignup, newSignup } from '../signing/fresh/actions.ts'
import * as signing from '../signing/queries.ts'
import { asIfNew, asOpen, signUpRefusal } from '../signing/rules.ts'
import { showStanding } from '../signing/standing/actions.ts'
import type * as contract from './contract.ts'
import type { Swap } from './contract.ts'
import * as queries from './queries.ts'
import { askRefusal, stepRefusal } from './rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

/** Somebody is asked to take or exchange a place; the two have agreed and a leader is asked; it was decided. */
export const swapAsked = event<{ swapId: string; personId: string }>('swapAsked')
export const swapDecided = event<{ swapId: string; personIds: string[]; done: boolean }>('swapDecided')

export async function askSwap(context: Context, { signupId, personId, forSignupId }: In<typeof contract.askSwap>) {
  const { tx, me, now } = context
  // One question at a time about a place.
  await shiftQueries.holdShifts(tx, [found(await signing.signupById(tx, signupId)).shiftId])
  const mine = found(await signing.signupById(tx, signupId))
  const theirs = forSignupId ? found(await signing.signupById(tx, forSignupId)) : null
  found(mine.personId === me.id || null)
  const open = await queries.hasOpenSwap(tx, signupId)
  refuse(askRefusal(mine, theirs, { me: found(me.id), other: personId, open, now }))
  if (!(await signing.volunteers(tx, [personId], mine)).has(personId)) throw new NotFound()
  const swapId = await queries.insertSwap(tx, {
    fromSignup: signupId,
    toPerson: personId,
    forSignup: forSignupId,
    askedAt: now,
  })
  await context.publish(swapAsked, { swapId, personId })
  return getSwap(context, swapId)
}

export async function answerSwap(context: Context, { swapId, agree }: In<typeof contract.answerSwap>): Promise<Swap> {
  const { tx, me, now } = context
  const swap = await heldSwap(context, swapId)
  found(swap.to.personId === me.id || null)
  refuse(stepRefusal(swap.state, 'answer'))
  if (agree) await judge(context, swap)
  await queries.setSwap(tx, swapId, { state: agree ? 'agreed' : 'declined', answeredAt: now })
  return getSwap(context, swapId)
}

export async function withdrawSwap(context: Context, { swapId }: In<typeof contract.withdrawSwap>): Promise<Swap> {
  const { tx, me } = context
  const swap = await heldSwap(context, swapId)
  found(swap.from.personId === me.id || null)
  refuse(stepRefusal(swap.state, 'withdraw'))
  await queries.setSwap(tx, swapId, { state: 'withdrawn' })
  return getSwap(context, swapId)
}

/** Judged once more by what is true now, and carried out whole: both places change hands, or neither. */
export async function decideSwap(context: Context, { swapId, accept }: In<typeof contract.decideSwap>): Promise<Swap> {
  const { tx, me, now } = context
  const swap = await heldSwap(context, swapId)
  const shifts = await bothShifts(context, swap)
  const leads = shifts.every(({ hostPath, teamPaths }) => mayLead(me, hostPath, teamPaths))
  found(leads || swap.from.personId === me.id || swap.to.personId === me.id || null)
  allow(leads)
  refuse(stepRefusal(swap.state, 'decide'))
  if (accept) await exchange(context, swap)
  await queries.setSwap(tx, swapId, { state: accept ? 'done' : 'declined', decidedBy: me.id, decidedAt: now })
  await context.publish(swapDecided, { swapId, personIds: [swap.from.personId, swap.to.personId], done: accept })
  return getSwap(context, swapId)
}

export const mySwaps = ({ tx, me, now }: Context): Promise<Swap[]> =>
  queries.openSwaps(tx, found(me.id), pathsOf(me, 'planActivities'), now)

const getSwap = async ({ tx }: Context, id: string): Promise<Swap> => found(await queries.swapById(tx, id))

type HeldSwap = NonNullable<Awaited<ReturnType<typeof queries.swapById>>>

/** The swap with everything that it rests on held still: shifts in order, then people in order. */
async function heldSwap({ tx }: Context, id: string): Promise<HeldSwap> {
  const swap = found(await queries.swapById(tx, id))
  await shiftQueries.holdShifts(tx, [swap.from.shiftId, ...(swap.inReturn ? [swap.inReturn.shiftId] : [])])
  await queries.holdSwap(tx, id)
  await signing.holdPeople(tx, [swap.from.personId, swap.to.personId])
  return found(await queries.swapById(tx, id))
}

async function bothShifts({ tx }: Context, swap: HeldSwap) {
  const ids = [swap.from.shiftId, ...(swap.inReturn ? [swap.inReturn.shiftId] : [])]
  return Promise.all(ids.map(async (id) => found(await shiftQueries.shiftById(tx, null, id))))
}

/** Each may take the other's place, if what they give away were gone. Returns what would be written. */
async function judge(context: Context, swap: HeldSwap): Promise<NewSignup[]> {
  const { tx, me, now } = context
  const { from, to, inReturn, fromSignup, forSignup } = swap
  const legs = [
    { place: fromSignup, giver: from.personId, taker: to.personId, gone: inReturn?.shiftId ?? null },
    ...(forSignup && inReturn
      ? [{ place: forSignup, giver: to.personId, taker: from.personId, gone: from.shiftId }]
      : []),
  ]
  const fresh: NewSignup[] = []
  for (const { place, giver, taker, gone } of legs) {
    const signup = found(await signing.signupById(tx, place))
    refuse(signup.state === 'confirmed' && signup.personId === giver ? null : 'notYourPlace')
    const shift = found(await shiftQueries.shiftById(tx, null, signup.shiftId))
    const role = found(shift.roles.find(({ id }) => id === signup.shiftRoleId))
    const known = found((await signing.volunteers(tx, [taker], shift)).get(taker))
    const rule = await shiftQueries.serviceRuleAt(tx, shift.hostPath)
    // Sign-up may have closed: the place is taken already, only by somebody else.
    const open = asOpen(shift)
    const judged = gone ? asIfNew(known, gone) : known
    refuse(signUpRefusal(open, role, judged, rule, { now, timeZone: me.timeZone }))
    fresh.push({ ...newSignup(shift, role.id, taker, 'confirmed'), placedBy: me.id })
  }
  return fresh
}

async function exchange(context: Context, swap: HeldSwap): Promise<void> {
  const { tx, now } = context
  const fresh = await judge(context, swap)
  const given = [swap.fromSignup, ...(swap.forSignup ? [swap.forSignup] : [])]
  await signing.setState(tx, given, { state: 'cancelled', reason: 'swap', changedAt: now })
  await signing.insertSignups(tx, fresh, now)
  for (const { shiftId } of fresh) await showStanding(context, shiftId, [swap.from.personId, swap.to.personId])
}

export async function swapPartners(context: Context, { signupId }: In<typeof contract.swapPartners>) {
  const { tx, me, now } = context
  const mine = found(await signing.signupById(tx, signupId))
  found(mine.personId === me.id || null)
  const shift = found(await shiftQueries.shiftById(tx, me.id, mine.shiftId))
  const role = found(shift.roles.find(({ id }) => id === mine.shiftRoleId))
  const paths = shift.teamPaths.length > 0 ? shift.teamPaths : [shift.hostPath]
  const all = await queries.colleagues(tx, { shiftId: shift.id, paths, day: dayIn(me.timeZone, now) })
  if (all.length === 0) return []
  const known = await signing.volunteers(
    tx,
    all.map(({ id }) => id),
    shift,
  )
  const rule = await shiftQueries.serviceRuleAt(tx, shift.hostPath)
  const open = asOpen(shift)
  return all.filter(({ id }) => {
    const volunteer = known.get(id)
    return volunteer && !signUpRefusal(open, role, volunteer, rule, { now, timeZone: me.timeZone })
  })
}
