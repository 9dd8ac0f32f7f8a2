import { listActivities } from '../modules/activities/seeing/actions.ts'
import { createShift } from '../modules/volunteering/actions.ts'
import type { RoleFields, Shift } from '../modules/volunteering/contract.ts'
import { signUp } from '../modules/volunteering/signing/actions.ts'
import type { Signup } from '../modules/volunteering/signing/contract.ts'
import { Refused } from '../platform/errors.ts'
import { addDays } from '../platform/zone.ts'
import type { Actor } from './actors.ts'
import { people } from './cast.ts'
import type { Board } from './plans.ts'

const role = (name: string, least: number, target: number, most: number): RoleFields => ({
  name,
  skillIds: [],
  adults: false,
  least,
  target,
  most,
})

const rolesOf: readonly (readonly RoleFields[])[] = [
  [role('结对陪伴', 2, 4, 5), role('物资搬运', 1, 1, 1)],
  [role('引导员', 1, 2, 3)],
  [role('讲解员', 1, 1, 2), role('秩序维护', 2, 3, 4)],
]

/** How many come to one shift after the other. */
const comers = [7, 1, 4, 2, 5, 0, 3]

/** Four weeks of shifts ahead: some full with somebody waiting, some half empty, some that nobody has seen yet. */
export async function planShifts(board: Board, as: (personId: string) => Actor): Promise<void> {
  const { lina, today, now, peopleOf, organizations } = board
  const { activities } = await lina(listActivities, {
    from: today,
    to: addDays(today, 28),
    kind: 'service',
    mine: false,
  })
  // Lin Xiaoyu has one ahead, and finds the others herself.
  let taken: Signup | null = null
  for (const [i, { id: activityId, hostId, startsAt, endsAt }] of activities.entries()) {
    if (startsAt <= now) continue
    const shift = await lina(createShift, {
      activityId,
      startsAt,
      endsAt,
      opensAt: null,
      closesAt: null,
      confirmation: i % 4 === 3 ? 'leader' : 'first',
      confirmMinutes: 720,
      roles: [...(rolesOf[i % rolesOf.length] ?? [])],
    })
    const team = Object.keys(organizations).find((key) => organizations[key] === hostId) ?? ''
    const willing = (peopleOf[team] ?? []).filter((id) => id !== people.xiaoyu.id && id !== people.zhao.id)
    if (team === 'silverTeam' && i > 0 && !taken)
      taken = await as(people.xiaoyu.id)(signUp, { shiftId: shift.id, roleId: shift.roles[0]?.id ?? '' })
    await fill(shift, willing.slice(0, comers[i % comers.length]), as)
  }
}

/** Each takes the first role that still has a place, the last of them the one that is full. */
async function fill(shift: Shift, willing: readonly string[], as: (personId: string) => Actor): Promise<void> {
  const places = shift.roles.flatMap(({ id, target }) => Array.from({ length: target }, () => id))
  for (const [i, personId] of willing.entries()) {
    const roleId = places[i] ?? places.at(-1)
    if (!roleId) continue
    await as(personId)(signUp, { shiftId: shift.id, roleId }).catch((error: unknown) => {
      // Who serves elsewhere at that time, or has left the team since, does not come.
      if (!(error instanceof Refused)) throw error
    })
  }
}
