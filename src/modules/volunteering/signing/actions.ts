import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { allow, found, NotFound, Refused, refuse } from '../../../platform/errors.ts'
import type { Outcome } from '../../../platform/turns.ts'
import { maySee } from '../../activities/rules.ts'
import { findCover, isLateFor } from '../cover/actions.ts'
import { hindranceNow } from '../following/actions.ts'
import { actingFor } from '../people/consents/actions.ts'
import type { KnownShift } from '../queries.ts'
import * as shiftQueries from '../queries.ts'
import { mayLead } from '../rules.ts'
import type * as contract from './contract.ts'
import type { Signup } from './contract.ts'
import { type NewSignup, newSignup } from './fresh/actions.ts'
import { moveUp } from './moving/actions.ts'
import * as queries from './queries.ts'
import { asIfNew, awaitsAnswer, hardRefusal, signUpRefusal } from './rules.ts'
import { showStanding } from './standing/actions.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
export type Ask = { context: Context; input: In<typeof contract.signUp> }

/**
 * Many ask for places in one shift at once: they are judged one after the other, in the order they came, by facts that are
 * read once and held still until all of them have their answer.
 */
export async function decideSignUps(asks: readonly Ask[]): Promise<Outcome<Signup>[]> {
  const [first] = asks
  if (!first) return []
  const { tx, now, me } = first.context
  const { shiftId } = first.input
  await shiftQueries.holdShifts(tx, [shiftId])
  const shift = await shiftQueries.shiftById(tx, null, shiftId)
  if (!shift) return asks.map(() => ({ ok: false, error: new NotFound() }))
  const whom = await Promise.all(asks.map(whoServes))
  const people = whom.filter((id) => id !== null)
  if (people.length > 0) await queries.holdPeople(tx, people)
  const known = await queries.volunteers(tx, people, shift)
  const rule = await shiftQueries.serviceRuleAt(tx, shift.hostPath)
  const taking = new Map(shift.roles.map(({ id, taken, waiting }) => [id, { taken, waiting }]))
  const fresh: NewSignup[] = []
  const outcomes = asks.map(({ context, input }, i): Outcome<Signup> => {
    const personId = whom[i] ?? null
    const role = shift.roles.find(({ id }) => id === input.roleId)
    const numbers = taking.get(input.roleId)
    const volunteer = personId ? known.get(personId) : undefined
    if (!role || !numbers || !personId || !volunteer || !sees(context, shift))
      return { ok: false, error: new NotFound() }
    const refusal = signUpRefusal(shift, role, volunteer, rule, { now, timeZone: me.timeZone })
    if (refusal) return { ok: false, error: new Refused(refusal) }
    const full = numbers.taken >= role.most
    const state = shift.confirmation === 'leader' ? 'asked' : full ? 'waiting' : 'confirmed'
    if (state === 'confirmed') numbers.taken += 1
    else numbers.waiting += 1
    const placedBy = personId === context.me.id ? null : context.me.id
    const signup = { ...newSignup(shift, role.id, personId, state), placedBy }
    fresh.push(signup)
    // Asked twice at once, the second hears that the first was granted.
    known.set(signup.personId, { ...volunteer, signedUp: [...volunteer.signedUp, shift.id] })
    const position = state === 'waiting' ? numbers.waiting : null
    return { ok: true, value: { id: signup.id, shiftId, roleId: role.id, state, position } }
  })
  await queries.insertSignups(tx, fresh, now)
  const confirmed = fresh.filter(({ state }) => state === 'confirmed').map(({ id }) => id)
  if (confirmed.length > 0) await queries.coverGaps(tx, confirmed, now)
  await showStanding(
    first.context,
    shiftId,
    fresh.map(({ personId }) => personId),
  )
  return outcomes
}

/** Oneself, or whoever agreed that one acts for them; null: nobody whom the asker may act for. */
async function whoServes({ context, input }: Ask): Promise<string | null> {
  const { personId } = input
  if (!personId || personId === context.me.id) return context.me.id
  return actingFor(context, personId).then(
    () => personId,
    (error: unknown) => {
      if (error instanceof NotFound) return null
      throw error
    },
  )
}

export const signUp = async (context: Context, input: Ask['input']): Promise<Signup> => {
  const [outcome] = await decideSignUps([{ context, input }])
  if (outcome?.ok) return outcome.value
  throw outcome?.error
}

const sees = ({ me }: Context, { kind, hostPath, teamPaths }: KnownShift): boolean =>
  maySee(me, { kind, hostPath, teamPaths, mine: false })

/** Gives a place or a wait back, one's own or (who leads the shift) somebody's. The next in the waiting list is offered the place here. */
export async function cancelSignup(context: Context, { signupId, reason }: In<typeof contract.cancelSignup>) {
  const { tx, me, now } = context
  const { signup, shift } = await heldSignup(context, signupId)
  if (signup.personId !== me.id && signup.placedBy !== me.id) allow(leads(context, shift))
  refuse(shift.startsAt <= now ? 'shiftStarted' : null)
  refuse(isOver(signup) ? 'signupOver' : null)
  const late = await isLateFor(context, shift)
  await queries.setState(tx, [signupId], { state: 'cancelled', reason, changedAt: now }, { late })
  await showStanding(context, shift.id, [signup.personId])
  await moveUp(context, shift.id)
  if (late) await findCover(context, shift.id)
  return answer(signup, 'cancelled')
}

/** Says yes to an offered place, or to one that was kept once nothing hinders any more. */
export async function confirmSignup(context: Context, { signupId }: In<typeof contract.confirmSignup>) {
  const { tx, me, now } = context
  const { signup, shift } = await heldSignup(context, signupId)
  found(signup.personId === me.id || null)
  refuse(awaitsAnswer(signup.state) ? null : 'notOffered')
  refuse(signup.confirmBy && signup.confirmBy <= now ? 'offerLapsed' : null)
  if (signup.state === 'kept') refuse(await hindranceNow(context, signup, shift))
  await queries.setState(tx, [signupId], { state: 'confirmed', confirmBy: null, hindrance: null, changedAt: now })
  await queries.coverGaps(tx, [signupId], now)
  await showStanding(context, shift.id, [signup.personId])
  return answer(signup, 'confirmed')
}

/** The leader's yes or no to somebody who asked for a place. */
export async function decideSignup(context: Context, { signupId, accept }: In<typeof contract.decideSignup>) {
  const { tx, me, now } = context
  const { signup, shift } = await heldSignup(context, signupId)
  allow(leads(context, shift))
  refuse(signup.state !== 'asked' ? 'notAsked' : null)
  if (accept) {
    const role = found(shift.roles.find(({ id }) => id === signup.shiftRoleId))
    refuse(role.taken >= role.most ? 'full' : null)
    await queries.holdPeople(tx, [signup.personId])
    const volunteer = found((await queries.volunteers(tx, [signup.personId], shift)).get(signup.personId))
    refuse(hardRefusal(shift, role, asIfNew(volunteer, shift.id), { now, timeZone: me.timeZone }))
  }
  const state = accept ? 'confirmed' : 'declined'
  await queries.setState(tx, [signupId], { state, changedAt: now })
  if (accept) await queries.coverGaps(tx, [signupId], now)
  await showStanding(context, shift.id, [signup.personId])
  return answer(signup, state)
}

export async function signupsOfShift(context: Context, { shiftId }: In<typeof contract.signupsOfShift>) {
  const shift = found(await shiftQueries.shiftById(context.tx, context.me.id, shiftId))
  allow(leads(context, shift))
  return queries.signupsOf(context.tx, shiftId)
}

/** The shift, held still, for whoever leads it. */
export async function ledShift(context: Context, shiftId: string): Promise<KnownShift> {
  await shiftQueries.holdShifts(context.tx, [shiftId])
  const shift = found(await shiftQueries.shiftById(context.tx, context.me.id, shiftId))
  found(leads(context, shift) || sees(context, shift) || null)
  allow(leads(context, shift))
  return shift
}

const leads = ({ me }: Context, { hostPath, teamPaths }: KnownShift): boolean => mayLead(me, hostPath, teamPaths)

/** A sign-up and its shift, both held still; to whom neither is theirs nor led by them, it does not exist. */
async function heldSignup(context: Context, signupId: string) {
  const { tx, me } = context
  const { shiftId } = found(await queries.signupById(tx, signupId))
  await shiftQueries.holdShifts(tx, [shiftId])
  const signup = found(await queries.signupById(tx, signupId))
  const shift = found(await shiftQueries.shiftById(tx, me.id, shiftId))
  found(signup.personId === me.id || signup.placedBy === me.id || leads(context, shift) || null)
  return { signup, shift }
}

const isOver = ({ state }: queries.SignupRow): boolean => state === 'cancelled' || state === 'declined'

const answer = ({ id, shiftId, shiftRoleId }: queries.SignupRow, state: Signup['state']): Signup => ({
  id,
  shiftId,
  roleId: shiftRoleId,
  state,
  position: null,
})
