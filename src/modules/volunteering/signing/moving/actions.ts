import type { Context } from '../../../../platform/context.ts'
import { event } from '../../../../platform/events.ts'
import { job } from '../../../../platform/jobs.ts'
import type { KnownShift } from '../../queries.ts'
import * as shiftQueries from '../../queries.ts'
import * as queries from '../queries.ts'
import { asIfNew, asOpen, confirmBy, hardRefusal, softRefusals } from '../rules.ts'
import { showStanding } from '../standing/actions.ts'

export const lapseOffers = job<object>('lapseOffers')
/** Somebody on the waiting list has been offered a place, and has until then to say yes. */
export const placeOffered = event<{ personId: string; shiftId: string; signupId: string; confirmBy: Date }>(
  'placeOffered',
)

const some = 20

/** Offers each free place to whoever waits longest and can come. Who cannot come now keeps their wait. The shift is held still. */
export async function moveUp(context: Context, shiftId: string): Promise<void> {
  const { tx, now } = context
  const shift = await shiftQueries.shiftById(tx, null, shiftId)
  if (!shift || shift.cancelledAt || shift.startsAt <= now) return
  for (const role of shift.roles) {
    let free = role.most - role.taken
    let after = 0
    while (free > 0) {
      const waiting = await queries.waitingFor(tx, role.id, after, some)
      for (const signup of waiting) {
        if (free > 0 && (await offer(context, shift, role, signup))) free -= 1
        after = signup.arrival
      }
      if (waiting.length < some) break
    }
  }
}

type Waiting = Awaited<ReturnType<typeof queries.waitingFor>>[number]

async function offer(context: Context, shift: KnownShift, role: KnownShift['roles'][number], signup: Waiting) {
  const { tx, me, now } = context
  const { personId, id: signupId } = signup
  await queries.holdPeople(tx, [personId])
  const volunteer = (await queries.volunteers(tx, [personId], shift)).get(personId)
  if (!volunteer) return false
  const at = { now, timeZone: me.timeZone }
  // They signed up while it was open: that it has closed since is not held against them.
  const open = asOpen(shift)
  const judged = asIfNew(volunteer, shift.id)
  if (hardRefusal(open, role, judged, at)) return false
  const rule = await shiftQueries.serviceRuleAt(tx, shift.hostPath)
  if (softRefusals(open, judged, rule, at).length > 0) return false
  const until = confirmBy(now, shift.confirmMinutes, shift.startsAt)
  await queries.setState(tx, [signupId], { state: 'offered', confirmBy: until, changedAt: now })
  await showStanding(context, shift.id, [personId])
  await context.enqueue(lapseOffers, {}, { at: until, key: signupId })
  await context.publish(placeOffered, { personId, shiftId: shift.id, signupId, confirmBy: until })
  return true
}

/** Who did not answer in time makes room for the next. */
export async function lapse(context: Context): Promise<void> {
  const { tx, now } = context
  const lapsed = await queries.lapsedOffers(tx, now)
  const shiftIds = [...new Set(lapsed.map(({ shiftId }) => shiftId))].sort()
  for (const shiftId of shiftIds) {
    await shiftQueries.holdShifts(tx, [shiftId])
    const due = (await queries.lapsedOffers(tx, now)).filter((one) => one.shiftId === shiftId)
    if (due.length === 0) continue
    const people = await queries.declineOffers(
      tx,
      due.map(({ id }) => id),
      now,
    )
    await showStanding(context, shiftId, people)
    await moveUp(context, shiftId)
  }
}
