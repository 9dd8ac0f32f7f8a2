import type { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { BadInput, found } from '../../../../platform/errors.ts'
import { sightOf } from '../../../activities/rules.ts'
import type { ServiceRule, Shift } from '../../contract.ts'
import { type KnownShift, serviceRuleAt } from '../../queries.ts'
import type * as contract from '../contract.ts'
import type { ShiftForMe } from '../contract.ts'
import { volunteers } from '../queries.ts'
import { signUpRefusal, type Volunteer } from '../rules.ts'
import * as queries from './queries.ts'

type In<E extends { input: z.ZodType }> = z.output<E['input']>

/** Looked through at most for one page: whoever can take few of many asks for the next page. */
const most = 300
const some = 40

export async function shiftsForMe(context: Context, { from, after, limit, all }: In<typeof contract.shiftsForMe>) {
  const { tx, me, now } = context
  const personId = found(me.id)
  const sight = sightOf(me)
  const rules = new Map<string, ServiceRule>()
  const shifts: ShiftForMe[] = []
  const start = from && from > now ? from : now
  let last: queries.Point = readCursor(after) ?? { startsAt: start, id: lastId }
  let seen = 0
  while (seen < most) {
    const next = await queries.openShifts(tx, personId, sight, last, some)
    const [first] = next
    if (first) {
      const span = { startsAt: first.startsAt, endsAt: next.at(-1)?.endsAt ?? first.endsAt }
      const known = found((await volunteers(tx, [personId], span)).get(personId))
      for (const shift of next) {
        last = { startsAt: shift.startsAt, id: shift.id }
        const mine = await forMe(context, shift, known, rules)
        if (all || Object.values(mine.refusals).includes(null)) shifts.push(mine)
        if (shifts.length === limit) return { shifts, next: writeCursor(last) }
      }
    }
    if (next.length < some) return { shifts, next: null }
    seen += next.length
  }
  return { shifts, next: writeCursor(last) }
}

async function forMe(
  { tx, me, now }: Context,
  shift: KnownShift,
  volunteer: Volunteer,
  rules: Map<string, ServiceRule>,
): Promise<ShiftForMe> {
  const rule = rules.get(shift.hostPath) ?? (await serviceRuleAt(tx, shift.hostPath))
  rules.set(shift.hostPath, rule)
  const at = { now, timeZone: me.timeZone }
  return {
    ...shift,
    refusals: Object.fromEntries(shift.roles.map((role) => [role.id, signUpRefusal(shift, role, volunteer, rule, at)])),
  }
}

export const mySignups = ({ tx, me, now }: Context, { past }: In<typeof contract.mySignups>): Promise<Shift[]> =>
  queries.shiftsOfPerson(tx, found(me.id), now, past)

/** After whatever begins at that moment. */
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

const writeCursor = ({ startsAt, id }: queries.Point): string => `${startsAt.toISOString()}~${id}`

function readCursor(text: string | undefined): queries.Point | null {
  if (!text) return null
  const [at = '', id = ''] = text.split('~')
  const startsAt = new Date(at)
  if (Number.isNaN(+startsAt) || !/^[0-9a-f-]{36}$/.test(id)) throw new BadInput('badInput')
  return { startsAt, id }
}
