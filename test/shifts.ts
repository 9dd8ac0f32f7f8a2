import { sql } from 'kysely'
import { expect } from 'vitest'
import { changeActivity, createActivity } from '../src/modules/activities/actions.ts'
import type { Activity } from '../src/modules/activities/contract.ts'
import { getActivity } from '../src/modules/activities/seeing/actions.ts'
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

/** The leader changes when an activity takes place, and nothing else. */
export async function moveActivity(
  { zhao }: Pick<Town, 'zhao'>,
  activityId: string,
  to: { startsAt: Date; endsAt: Date; placeId?: string },
): Promise<Activity> {
  const { kind, title, topic, description, hostId, placeId, groupId, equipmentIds, teams } = await zhao.does(
    getActivity,
    {
      activityId,
    },
  )
  const teamIds = teams.map(({ id }) => id)
  const fields = { kind, title, topic, description, hostId, placeId, groupId, equipmentIds, teamIds, ...to }
  return zhao.does(changeActivity, { activityId, ...fields, scope: 'this', series: null })
}

/** What must hold whatever happened: nobody over the maximum, nobody in two places or with too little rest, and the sheet says the same. */
export async function rulesHold(here: Town): Promise<void> {
  await asTenant(here.db, here.tenantId, async (tx) => {
    const tooMany = await sql`
      select r.id from shift_role r join signup u on u.tenant_id = r.tenant_id and u.shift_role_id = r.id
      where u.state in ('confirmed', 'offered', 'kept') group by r.id, r.most having count(*) > r.most`.execute(tx)
    expect(tooMany.rows).toEqual([])
    const twice = await sql`
      select a.person_id from signup a join signup b on b.tenant_id = a.tenant_id and b.person_id = a.person_id and b.id > a.id
        and b.starts_at < a.ends_at and a.starts_at < b.ends_at
      where a.state in ('confirmed', 'offered') and b.state in ('confirmed', 'offered')`.execute(tx)
    expect(twice.rows).toEqual([])
    const unrested = await sql`
      select a.person_id from signup a join signup b on b.tenant_id = a.tenant_id and b.person_id = a.person_id and b.id <> a.id
        and b.starts_at >= a.ends_at and b.starts_at - a.ends_at < (
          select make_interval(mins => max(r.rest_minutes)) from service_rule r where r.tenant_id = a.tenant_id)
      where a.state = 'confirmed' and b.state = 'confirmed' and a.overruled = '{}' and b.overruled = '{}'`.execute(tx)
    expect(unrested.rows).toEqual([])
    const astray = await sql`
      select u.id from signup u join shift s on s.tenant_id = u.tenant_id and s.id = u.shift_id
      where u.state not in ('cancelled', 'declined') and (u.starts_at, u.ends_at) <> (s.starts_at, s.ends_at)`.execute(
      tx,
    )
    expect(astray.rows).toEqual([])
    const ofCancelled = await sql`
      select u.id from signup u join shift s on s.tenant_id = u.tenant_id and s.id = u.shift_id
      where s.cancelled_at is not null and u.state not in ('cancelled', 'declined')`.execute(tx)
    expect(ofCancelled.rows).toEqual([])
    const untold = await sql`
      select s.activity_id, u.person_id from signup u join shift s on s.tenant_id = u.tenant_id and s.id = u.shift_id
      left join participation p on p.tenant_id = s.tenant_id and p.activity_id = s.activity_id and p.person_id = u.person_id
      where u.state = 'confirmed' and p.status is distinct from 'confirmed'`.execute(tx)
    expect(untold.rows).toEqual([])
  })
}
