import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { allow, found, refuse } from '../../../../platform/errors.ts'
import { can } from '../../../organizations/rules.ts'
import { pairsAmong } from '../../people/apart/queries.ts'
import { keptFrom } from '../../people/apart/rules.ts'
import { whoCanCome } from '../../people/availability/actions.ts'
import type { KnownShift } from '../../queries.ts'
import * as shiftQueries from '../../queries.ts'
import { ledShift } from '../actions.ts'
import type * as contract from '../contract.ts'
import type { Signup } from '../contract.ts'
import { newSignup } from '../fresh/actions.ts'
import * as queries from '../queries.ts'
import { hardRefusal, softRefusals } from '../rules.ts'
import { showStanding } from '../standing/actions.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

/** Places a person by the leader's own right; past the soft rules only with a reason, and only where they may overrule. */
export async function placePerson(context: Context, input: In<typeof contract.placePerson>): Promise<Signup> {
  const { tx, me, now } = context
  const { shiftId, roleId, personId, overrule } = input
  const shift = await ledShift(context, shiftId)
  const role = found(shift.roles.find(({ id }) => id === roleId))
  await queries.holdPeople(tx, [personId])
  const volunteer = found((await queries.volunteers(tx, [personId], shift)).get(personId))
  const at = { now, timeZone: me.timeZone }
  refuse(hardRefusal(shift, role, volunteer, at))
  const rule = await shiftQueries.serviceRuleAt(tx, shift.hostPath)
  // A leader places people before sign-up opens and after it closed.
  const soft = softRefusals(shift, volunteer, rule, at).filter((one) => !['notOpenYet', 'signUpClosed'].includes(one))
  const span = { from: shift.startsAt, to: shift.endsAt }
  const said = (await whoCanCome(context, { personIds: [personId], ...span })).get(personId)
  if (said === 'no') soft.unshift('saidCannotCome')
  if (await besideSomebodyKeptApart(context, shift, personId)) soft.push('keptApart')
  if (soft.length > 0 && overrule === null) refuse(soft[0] ?? null)
  if (soft.length > 0) allow(can(me, 'overruleRules', shift.hostPath))
  refuse(role.taken >= role.most ? 'full' : null)
  const signup = {
    ...newSignup(shift, roleId, personId, 'confirmed'),
    placedBy: me.id,
    overruled: soft,
    reason: overrule,
  }
  await queries.insertSignups(tx, [signup], now)
  await queries.coverGaps(tx, [signup.id], now)
  await showStanding(context, shiftId, [personId])
  return { id: signup.id, shiftId, roleId, state: 'confirmed', position: null }
}

/** Only those who may know of it hear of it; to everybody else it is no reason. */
async function besideSomebodyKeptApart(context: Context, shift: KnownShift, personId: string): Promise<boolean> {
  if (!can(context.me, 'seeKeptApart', shift.hostPath)) return false
  const holders = (await queries.signupsOf(context.tx, shift.id)).filter(({ state }) => state === 'confirmed')
  const there = holders.map((one) => one.personId)
  return keptFrom(await pairsAmong(context.tx, [personId]), personId, there).length > 0
}
