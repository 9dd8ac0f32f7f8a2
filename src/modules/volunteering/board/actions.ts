import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { allow, found } from '../../../platform/errors.ts'
import { addDays, dayIn, instantOf } from '../../../platform/zone.ts'
import { organizationNamed } from '../../organizations/actions.ts'
import { can, pathsOf } from '../../organizations/rules.ts'
import { cancelShift, changeShift } from '../actions.ts'
import type { ServiceRule } from '../contract.ts'
import { whoCanCome } from '../people/availability/actions.ts'
import { availabilityOf } from '../people/availability/queries.ts'
import { availableAt } from '../people/availability/rules.ts'
import * as shiftQueries from '../queries.ts'
import { type KnownShift, serviceRuleAt } from '../queries.ts'
import { mayLead } from '../rules.ts'
import { volunteers } from '../signing/queries.ts'
import { fieldsOf } from '../templates/rules.ts'
import type * as contract from './contract.ts'
import type { BulkChange, ShiftBoard, Standing } from './contract.ts'
import * as queries from './queries.ts'
import { gapsOf, mayOverrule, placingStanding } from './rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
type Range = Pick<In<typeof contract.shiftBoard>, 'from' | 'to' | 'organizationId'>

/** The parts of the tree whose shifts the reader leads, or the one of them that was asked for. */
async function ledPaths(context: Context, organizationId: string | undefined): Promise<string[]> {
  const { me } = context
  if (!organizationId) return pathsOf(me, 'planActivities')
  const { path } = found(await organizationNamed(context, organizationId))
  allow(can(me, 'planActivities', path))
  return [path]
}

const spanOf = ({ me }: Context, { from, to }: Range) => ({
  from: instantOf(from, '00:00', me.timeZone),
  to: instantOf(to, '00:00', me.timeZone),
})

export async function shiftBoard(context: Context, input: In<typeof contract.shiftBoard>): Promise<ShiftBoard> {
  const { tx, me, now } = context
  const paths = await ledPaths(context, input.organizationId)
  const span = spanOf(context, input)
  const shifts = await queries.shiftsLed(tx, { ...span, paths })
  const ids = shifts.map(({ id }) => id)
  const holders = Map.groupBy(await queries.holdersOf(tx, ids), ({ shiftId }) => shiftId)
  const ahead = shifts.filter((shift) => shift.startsAt > now)
  return {
    shifts: shifts.map((shift) => ({ ...shift, holders: holders.get(shift.id) ?? [] })),
    people: await queries.peopleServing(tx, paths, dayIn(me.timeZone, now), span),
    ...gapsOf(ahead),
    mayOverrule: paths.some((path) => mayOverrule(me, path)),
  }
}

export async function standingOnBoard(context: Context, input: In<typeof contract.standingOnBoard>) {
  const { tx, me, now } = context
  const { personId } = input
  const paths = await ledPaths(context, input.organizationId)
  const span = spanOf(context, input)
  const known = await queries.peopleServing(tx, paths, dayIn(me.timeZone, now), span)
  found(known.find(({ id }) => id === personId))
  const shifts = await queries.shiftsLed(tx, { ...span, paths })
  const volunteer = found((await volunteers(tx, [personId], { startsAt: span.from, endsAt: span.to })).get(personId))
  const said = found((await availabilityOf(tx, [personId])).get(personId))
  const ruleAt = ruleReader(context)
  const standings: Record<string, Standing> = {}
  for (const shift of shifts) {
    const rule = await ruleAt(shift)
    const answer = availableAt(said, { from: shift.startsAt, to: shift.endsAt }, me.timeZone)
    for (const role of shift.roles)
      standings[role.id] = placingStanding(role, answer, shift, volunteer, rule, { now, timeZone: me.timeZone })
  }
  return standings
}

/** From now on, for so many days: today's places that are over are nobody's gap any more. */
export async function shiftGaps(context: Context, { days }: In<typeof contract.shiftGaps>) {
  const { tx, me, now } = context
  const from = dayIn(me.timeZone, now)
  const to = addDays(from, days)
  const until = instantOf(to, '00:00', me.timeZone)
  return {
    from,
    to,
    gaps: await queries.gapsByHost(tx, { from: now, to: until, paths: pathsOf(me, 'planActivities') }),
  }
}

const order = ({ refusal, soft }: Standing): number => (refusal === null ? 0 : soft ? 1 : 2)

export async function candidatesFor(context: Context, { shiftId, roleId }: In<typeof contract.candidatesFor>) {
  const { tx, me, now } = context
  const shift = found(await shiftQueries.shiftById(tx, null, shiftId))
  found(mayLead(me, shift.hostPath, shift.teamPaths) || null)
  const role = found(shift.roles.find(({ id }) => id === roleId))
  const span = { from: shift.startsAt, to: shift.endsAt }
  const people = await queries.peopleServing(tx, [shift.hostPath, ...shift.teamPaths], dayIn(me.timeZone, now), span)
  const personIds = people.map(({ id }) => id)
  const known = await volunteers(tx, personIds, shift)
  const answers = await whoCanCome(context, { personIds, ...span })
  const rule = await ruleReader(context)(shift)
  return people
    .flatMap(({ id, name, organizationName }) => {
      const volunteer = known.get(id)
      if (!volunteer) return []
      const canCome = answers.get(id) ?? 'unsaid'
      const standing = placingStanding(role, canCome, shift, volunteer, rule, { now, timeZone: me.timeZone })
      return [{ personId: id, name, organizationName, canCome, ...standing }]
    })
    .sort((a, b) => order(a) - order(b) || Number(b.canCome === 'yes') - Number(a.canCome === 'yes'))
}

/** One question for each host, however many shifts it has. */
function ruleReader({ tx }: Context): (shift: KnownShift) => Promise<ServiceRule> {
  const rules = new Map<string, ServiceRule>()
  return async ({ hostPath }) => {
    const rule = rules.get(hostPath) ?? (await serviceRuleAt(tx, hostPath))
    rules.set(hostPath, rule)
    return rule
  }
}

export async function changeShifts(context: Context, { shiftIds, change }: In<typeof contract.changeShifts>) {
  const ids = [...new Set(shiftIds)].sort()
  await shiftQueries.holdShifts(context.tx, ids)
  const shifts = []
  for (const id of ids) shifts.push(found(await shiftQueries.shiftById(context.tx, null, id)))
  // Moved later, the last one makes room for the one before it; moved earlier, the first one does.
  const backwards = change.kind === 'move' && change.minutes > 0
  shifts.sort((a, b) => (+a.startsAt - +b.startsAt) * (backwards ? -1 : 1))
  for (const shift of shifts) await changeOne(context, shift, change)
  return { changed: ids.length }
}

async function changeOne(context: Context, shift: KnownShift, change: BulkChange): Promise<void> {
  if (change.kind === 'cancel') {
    await cancelShift(context, { shiftId: shift.id, reason: change.reason })
    return
  }
  const by = change.kind === 'move' ? change.minutes * 60_000 : 0
  const later = (at: Date | null): Date | null => at && new Date(+at + by)
  await changeShift(context, {
    shiftId: shift.id,
    startsAt: new Date(+shift.startsAt + by),
    endsAt: new Date(+shift.endsAt + by),
    opensAt: shift.opensAt,
    closesAt: later(shift.closesAt),
    confirmation: shift.confirmation,
    confirmMinutes: shift.confirmMinutes,
    roles: shift.roles.map((role) => ({
      ...fieldsOf(role),
      id: role.id,
      ...(change.kind === 'numbers' && change.roleName === role.name
        ? { least: change.least, target: change.target, most: change.most }
        : {}),
    })),
  })
}
