import type { Context } from '../../../platform/context.ts'
import { found, refuse } from '../../../platform/errors.ts'
import { event } from '../../../platform/events.ts'
import { job } from '../../../platform/jobs.ts'
import { dayIn } from '../../../platform/zone.ts'
import { whoCanCome } from '../people/availability/actions.ts'
import type { KnownShift } from '../queries.ts'
import * as shiftQueries from '../queries.ts'
import type { Signup } from '../signing/contract.ts'
import { newSignup } from '../signing/fresh/actions.ts'
import * as signing from '../signing/queries.ts'
import { asOpen, signUpRefusal } from '../signing/rules.ts'
import { showStanding } from '../signing/standing/actions.ts'
import type { CoverAsk } from './contract.ts'
import * as queries from './queries.ts'
import { answerBy, askedAtOnce, isLate } from './rules.ts'

/** Looked at in one go. */
const some = 200

export const askFurther = job<object>('askFurther')
/** These people are asked to step in; the first who says yes has the place. */
export const coverAsked = event<{ shiftId: string; personIds: string[]; answerBy: Date }>('coverAsked')

/** Is a place in it that is given back now one that somebody has to be found for? */
export async function isLateFor({ tx, now }: Context, { startsAt, hostPath }: KnownShift): Promise<boolean> {
  const { lateHours } = await shiftQueries.serviceRuleAt(tx, hostPath)
  return isLate(startsAt, lateHours, now)
}

/** After a place was given back late: asks those who fit, in order, until every role has its target again. The shift is held still. */
export async function findCover(context: Context, shiftId: string): Promise<void> {
  const { tx, now } = context
  const shift = await shiftQueries.shiftById(tx, null, shiftId)
  if (!shift || shift.cancelledAt || shift.startsAt <= now || !(await isLateFor(context, shift))) return
  const until = answerBy(shift.startsAt, now)
  for (const role of shift.roles) {
    const missing = role.target - role.taken
    const wanted = askedAtOnce(missing) - (await queries.waitingAsks(tx, role.id, now))
    if (missing <= 0 || wanted <= 0) continue
    const personIds = await whoFits(context, shift, role, wanted)
    if (personIds.length === 0) continue
    const asks = personIds.map((personId) => ({
      shiftId,
      shiftRoleId: role.id,
      personId,
      askedAt: now,
      answerBy: until,
    }))
    await queries.insertAsks(tx, asks)
    await context.enqueue(askFurther, {}, { at: until, key: `${role.id} ${+until}` })
    await context.publish(coverAsked, { shiftId, personIds, answerBy: until })
  }
}

type Role = KnownShift['roles'][number]

/**
 * In the order of `candidates`, but those who said that they can come before those who said nothing. Whoever said that they
 * cannot is not asked.
 */
async function whoFits(context: Context, shift: KnownShift, role: Role, wanted: number): Promise<string[]> {
  const { tx, me, now } = context
  const { id: shiftId, hostPath, teamPaths } = shift
  const which = { shiftId, roleId: role.id, teamPaths, hostPath, day: dayIn(me.timeZone, now), now, limit: some }
  const rule = await shiftQueries.serviceRuleAt(tx, hostPath)
  const open = asOpen(shift)
  const can: string[] = []
  const unsaid: string[] = []
  for (let after = 0; can.length < wanted; after += some) {
    const personIds = await queries.candidates(tx, { ...which, after })
    const known = await signing.volunteers(tx, personIds, shift)
    const answers = await whoCanCome(context, { personIds, from: shift.startsAt, to: shift.endsAt })
    for (const id of personIds) {
      const volunteer = known.get(id)
      if (!volunteer || signUpRefusal(open, role, volunteer, rule, { now, timeZone: me.timeZone })) continue
      if (answers.get(id) === 'yes') can.push(id)
      if (answers.get(id) === 'unsaid') unsaid.push(id)
    }
    if (personIds.length < some) break
  }
  return [...can, ...unsaid].slice(0, wanted)
}

export async function acceptCover(context: Context, { askId }: { askId: string }): Promise<Signup> {
  const { tx, me, now } = context
  const { ask, shift } = await heldAsk(context, askId)
  await signing.holdPeople(tx, [ask.personId])
  const role = found(shift.roles.find(({ id }) => id === ask.shiftRoleId))
  const volunteer = found((await signing.volunteers(tx, [ask.personId], shift)).get(ask.personId))
  const rule = await shiftQueries.serviceRuleAt(tx, shift.hostPath)
  const open = asOpen(shift)
  refuse(signUpRefusal(open, role, volunteer, rule, { now, timeZone: me.timeZone }))
  refuse(role.taken >= role.most ? 'full' : null)
  const signup = newSignup(shift, role.id, ask.personId, 'confirmed')
  await queries.setAnswer(tx, askId, 'yes', now)
  await signing.insertSignups(tx, [signup], now)
  await signing.coverGaps(tx, [signup.id], now)
  await showStanding(context, shift.id, [ask.personId])
  return { id: signup.id, shiftId: shift.id, roleId: role.id, state: 'confirmed', position: null }
}

export async function declineCover(context: Context, { askId }: { askId: string }): Promise<{ done: true }> {
  const { ask, shift } = await heldAsk(context, askId)
  await queries.setAnswer(context.tx, ask.id, 'no', context.now)
  await findCover(context, shift.id)
  return { done: true }
}

async function heldAsk({ tx, me, now }: Context, askId: string) {
  const { shiftId } = found(await queries.askById(tx, askId))
  await shiftQueries.holdShifts(tx, [shiftId])
  const ask = found(await queries.askById(tx, askId))
  found(ask.personId === me.id || null)
  refuse(ask.answer !== null || ask.answerBy <= now ? 'askOver' : null)
  return { ask, shift: found(await shiftQueries.shiftById(tx, me.id, shiftId)) }
}

export const myCoverAsks = ({ tx, me, now }: Context): Promise<CoverAsk[]> => queries.asksOf(tx, found(me.id), now)

/** Where nobody answered in time, the next are asked. */
export async function askTheNext(context: Context): Promise<void> {
  for (const shiftId of await queries.lapsedShifts(context.tx, context.now)) {
    await shiftQueries.holdShifts(context.tx, [shiftId])
    await findCover(context, shiftId)
  }
}
