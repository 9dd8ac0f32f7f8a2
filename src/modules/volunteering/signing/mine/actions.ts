import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { BadInput, found } from '../../../../platform/errors.ts'
import { dayIn, instantOf } from '../../../../platform/zone.ts'
import { maySee, sightOf } from '../../../activities/rules.ts'
import type { ServiceRule, Shift } from '../../contract.ts'
import { type KnownShift, serviceRuleAt, shiftById } from '../../queries.ts'
import type * as contract from '../contract.ts'
import type { ShiftForMe, StartingPoint } from '../contract.ts'
import { volunteers } from '../queries.ts'
import { signUpRefusal, type Volunteer } from '../rules.ts'
import * as queries from './queries.ts'
import { compare, type Key, type Placed, placed, readKey, type Seeker, writeKey } from './rules.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>
type Page = { shifts: ShiftForMe[]; next: string | null; from: StartingPoint | null }

/** Looked through at most for one page: whoever can take few of many asks for the next page. */
const most = 300
const few = 10

export async function shiftsForMe(context: Context, input: In<typeof contract.shiftsForMe>): Promise<Page> {
  const { me, now } = context
  const personId = found(me.id)
  const { seeker, from } = await seekerOf(context, personId, input.near)
  const last = keyIn(input.after)
  const hosts = await queries.hostsSeen(context.tx, sightOf(me))
  const rules = new Map<string, ServiceRule>()
  const shifts: ShiftForMe[] = []
  const asked = input.from && input.from > now ? input.from : now
  // A page that ended within a day begins with that day again: its order is not that of time.
  const day = last && new Date(+instantOf(String(last[0]), '00:00', me.timeZone) - 1)
  let start: Date | null = day && day > asked ? day : asked
  let seen = 0
  let key = last
  while (start && seen < most) {
    const { spots, until } = await queries.nextDays(context.tx, hosts, { after: start, timeZone: me.timeZone })
    // What begins at midnight itself is the next day's.
    start = until && new Date(+until - 1)
    const ahead = placed(spots, seeker, me.timeZone).filter((one) => !last || compare(one.key, last) > 0)
    while (ahead.length > 0) {
      // Mostly all of them may be taken: those that fill the page are judged together.
      const chunk = ahead.splice(0, Math.max(input.limit - shifts.length, few))
      for (const one of await judged(context, personId, chunk, rules)) {
        key = one.key
        if (input.all || Object.values(one.shift.refusals).includes(null)) shifts.push(one.shift)
        if (shifts.length === input.limit) return { shifts, next: writeKey(one.key), from }
      }
      seen += chunk.length
      if (seen >= most && key) return { shifts, next: writeKey(key), from }
    }
  }
  return { shifts, next: start && key ? writeKey(key) : null, from }
}

async function seekerOf({ tx, me, now }: Context, personId: string, near: string | undefined) {
  const { said, placeIds, times } = await queries.saidBy(tx, personId)
  const [latitude, longitude] = near?.split(',').map(Number) ?? []
  if (latitude !== undefined && longitude !== undefined) {
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw new BadInput('badInput')
    const from = { kind: 'device', name: null } as const
    return { seeker: { placeIds, times, said, from: { latitude, longitude } } satisfies Seeker, from }
  }
  const paths = me.roles.map(({ path }) => path)
  const home = await queries.homeOf(tx, personId, paths, dayIn(me.timeZone, now))
  const from = home && { kind: home.chosen ? ('home' as const) : ('station' as const), name: home.name }
  return { seeker: { placeIds, times, said, from: home } satisfies Seeker, from }
}

/** With all their numbers, and what stands in the way in each role. */
async function judged(context: Context, personId: string, chunk: Placed[], rules: Map<string, ServiceRule>) {
  const { tx } = context
  const ids = chunk.map(({ spot }) => spot.id)
  const shown = new Map((await queries.shiftsShown(tx, personId, ids)).map((shift) => [shift.id, shift]))
  const times = chunk.map(({ spot }) => spot)
  const span = {
    startsAt: new Date(Math.min(...times.map(({ startsAt }) => +startsAt))),
    endsAt: new Date(Math.max(...times.map(({ endsAt }) => +endsAt))),
  }
  const known = found((await volunteers(tx, [personId], span)).get(personId))
  const all: { key: Key; shift: ShiftForMe }[] = []
  for (const { spot, fit, key } of chunk) {
    const shift = shown.get(spot.id)
    if (shift) all.push({ key, shift: { ...shift, fit, refusals: await refusalsIn(context, shift, known, rules) } })
  }
  return all
}

async function refusalsIn(
  { tx, me, now }: Context,
  shift: KnownShift,
  volunteer: Volunteer,
  rules: Map<string, ServiceRule>,
): Promise<ShiftForMe['refusals']> {
  const rule = rules.get(shift.hostPath) ?? (await serviceRuleAt(tx, shift.hostPath))
  rules.set(shift.hostPath, rule)
  const at = { now, timeZone: me.timeZone }
  return Object.fromEntries(shift.roles.map((role) => [role.id, signUpRefusal(shift, role, volunteer, rule, at)]))
}

export async function myRefusals(context: Context, { shiftId }: { shiftId: string }): Promise<ShiftForMe['refusals']> {
  const personId = found(context.me.id)
  const shift = found(await shiftById(context.tx, personId, shiftId))
  const { kind, hostPath, teamPaths, mine } = shift
  found(maySee(context.me, { kind, hostPath, teamPaths, mine: mine !== null }) || null)
  const known = found((await volunteers(context.tx, [personId], shift)).get(personId))
  return refusalsIn(context, shift, known, new Map())
}

export const mySignups = ({ tx, me, now }: Context, { past }: In<typeof contract.mySignups>): Promise<Shift[]> =>
  queries.shiftsOfPerson(tx, found(me.id), now, past)

function keyIn(text: string | undefined): Key | null {
  if (!text) return null
  const key = readKey(text)
  if (!key || Number.isNaN(Date.parse(String(key[0]))) || Number.isNaN(Date.parse(String(key[5]))))
    throw new BadInput('badInput')
  return key
}
