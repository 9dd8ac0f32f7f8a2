import { createActivity } from '../src/modules/activities/actions.ts'
import { createShift } from '../src/modules/volunteering/actions.ts'
import type { RoleFields, Shift, ShiftFields } from '../src/modules/volunteering/contract.ts'
import { newId } from '../src/platform/database.ts'
import { asTenant } from '../src/platform/tenancy.ts'
import type { Somebody, town } from './town.ts'

type Town = Awaited<ReturnType<typeof town>>

/** A Saturday morning ten days after the town's noon. */
export const saturday = (time: string): Date => new Date(`2026-04-25T${time}:00+08:00`)

const role = (more: Partial<RoleFields> = {}): RoleFields => ({
  name: '引导员',
  skillIds: [],
  adults: false,
  least: 0,
  target: 1,
  most: 1,
  ...more,
})

/** A service of the silver team with one shift in it, as its leader plans it. */
export async function soupKitchen(
  { zhao, organizations }: Town,
  { roles = [{}], ...more }: Partial<Omit<ShiftFields, 'roles'>> & { roles?: Partial<RoleFields>[] } = {},
): Promise<Shift> {
  const startsAt = more.startsAt ?? saturday('09:00')
  const endsAt = more.endsAt ?? new Date(+startsAt + 3 * 3_600_000)
  const activity = await zhao.does(createActivity, {
    kind: 'service',
    title: '社区食堂帮厨',
    topic: null,
    description: null,
    hostId: organizations.silverTeam,
    placeId: null,
    groupId: null,
    teamIds: [],
    equipmentIds: [],
    startsAt,
    endsAt,
    series: null,
  })
  return zhao.does(createShift, {
    activityId: activity.id,
    opensAt: null,
    closesAt: null,
    confirmation: 'first',
    confirmMinutes: 720,
    ...more,
    startsAt,
    endsAt,
    roles: roles.map(role),
  })
}

/** So many more volunteers of the silver team, whom nobody knows by name. */
export async function crowd({ db, tenantId, organizations, as }: Town, size: number): Promise<Somebody[]> {
  const people = Array.from({ length: size }, (_, i) => ({ id: newId(), name: `志愿者${i + 1}`, search: '' }))
  await asTenant(db, tenantId, async (tx) => {
    await tx.insertInto('person').values(people).execute()
    await tx
      .insertInto('membership')
      .values(
        people.map(({ id: personId }) => ({
          id: newId(),
          personId,
          organizationId: organizations.silverTeam,
          role: 'volunteer',
          fromDate: '2025-01-01',
        })),
      )
      .execute()
  })
  return people.map(({ id }) => as(id))
}
