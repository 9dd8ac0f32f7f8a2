import { type RawBuilder, sql } from 'kysely'
import { about } from '../../platform/changes.ts'
import { newId, planned, type Tx } from '../../platform/database.ts'
import type { ActivityKind } from '../activities/contract.ts'
import type { RoleFields, ServiceRule, Shift, ShiftFields, SignupState } from './contract.ts'
import { noRule } from './rules.ts'

type ShiftRow = Omit<Shift, 'mine'> & {
  kind: ActivityKind
  hostPath: string
  teamPaths: string[]
  confirmMinutes: number
  activityStartsAt: Date
  activityEndsAt: Date
  activityCancelledAt: Date | null
  mineId: string | null
  mineRoleId: string | null
  mineState: SignupState | null
  mineConfirmBy: Date | null
  minePosition: number | null
  mineHindrance: string | null
}
export type KnownShift = Shift & Omit<ShiftRow, keyof Shift | 'mineId' | 'mineRoleId' | 'mineState'>

const roles = sql`
  select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'adults', r.adults, 'least', r.least,
    'target', r.target, 'most', r.most, 'taken', n.taken, 'waiting', n.waiting,
    'skills', case when r.skill_ids = '{}' then '[]' else (
      select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name) order by k.name), '[]')
      from skill k where k.tenant_id = r.tenant_id and k.id = any(r.skill_ids)) end) order by r.id) as roles
  from shift_role r cross join lateral (
    select count(*) filter (where u.state in ('confirmed', 'offered', 'kept')) as taken,
           count(*) filter (where u.state in ('waiting', 'asked')) as waiting
    from signup u where u.tenant_id = r.tenant_id and u.shift_role_id = r.id) n
  where r.tenant_id = s.tenant_id and r.shift_id = s.id`

const mine = (personId: string | null) => sql`
  select u.id, u.shift_role_id, u.state, u.confirm_by, u.hindrance, case when u.state = 'waiting' then (
      select count(*)::int from signup w where w.tenant_id = u.tenant_id and w.shift_role_id = u.shift_role_id
        and w.state = 'waiting' and w.arrival <= u.arrival) end as position
  from signup u where u.tenant_id = s.tenant_id and u.shift_id = s.id and u.person_id = ${personId}::uuid
    and u.state not in ('cancelled', 'declined')`

/** Shifts as the contract shows them, chosen and ordered by what is given. `s` is the shift, `a` its activity, `h` the host. */
export async function shifts(
  tx: Tx,
  personId: string | null,
  which: RawBuilder<unknown>,
  rest: RawBuilder<unknown> = sql`order by s.starts_at, s.id`,
): Promise<KnownShift[]> {
  const { rows } = await sql<ShiftRow>`${planned}
    select s.id, s.activity_id, a.title, a.host_id, h.name as host_name, h.path as host_path, a.kind, a.place_id,
           p.name as place_name, p.address, s.starts_at, s.ends_at, s.opens_at, s.closes_at, s.confirmation,
           s.confirm_minutes, coalesce(s.cancelled_at, a.cancelled_at) as cancelled_at, a.starts_at as activity_starts_at,
           a.ends_at as activity_ends_at, a.cancelled_at as activity_cancelled_at,
           array(select t.path from activity_team x join organization t on t.tenant_id = x.tenant_id and t.id = x.organization_id
                 where x.tenant_id = a.tenant_id and x.activity_id = a.id) as team_paths, coalesce(r.roles, '[]') as roles,
           m.id as mine_id, m.shift_role_id as mine_role_id, m.state as mine_state, m.confirm_by as mine_confirm_by,
           m.position as mine_position, case when m.state = 'kept' then m.hindrance end as mine_hindrance
    from shift s
    join activity a on a.tenant_id = s.tenant_id and a.id = s.activity_id
    join organization h on h.tenant_id = a.tenant_id and h.id = a.host_id
    left join place p on p.tenant_id = a.tenant_id and p.id = a.place_id
    left join lateral (${roles}) r on true
    left join lateral (${mine(personId)}) m on true
    where s.tenant_id = current_tenant() and ${which} ${rest}`.execute(tx)
  return rows.map(({ mineId, mineRoleId, mineState, mineConfirmBy, minePosition, mineHindrance, ...row }) => ({
    ...row,
    mineConfirmBy,
    minePosition,
    mineHindrance,
    mine:
      mineId && mineRoleId && mineState
        ? {
            id: mineId,
            roleId: mineRoleId,
            state: mineState,
            confirmBy: mineConfirmBy,
            position: minePosition,
            hindrance: mineHindrance,
          }
        : null,
  }))
}

export const shiftById = async (tx: Tx, personId: string | null, id: string): Promise<KnownShift | undefined> =>
  (await shifts(tx, personId, sql`s.id = ${id}::uuid`))[0]

export const shiftsOf = (tx: Tx, personId: string | null, activityId: string): Promise<KnownShift[]> =>
  shifts(tx, personId, sql`s.activity_id = ${activityId}::uuid`)

/** One decision at a time about a shift: what is judged cannot change under the rules. Those of several are taken in order. */
export const holdShifts = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('shift')
    .where('id', 'in', [...ids])
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute()

/** The rule for an organization: of each number, what is said nearest to it on the way up. */
export async function serviceRuleAt(tx: Tx, path: string): Promise<ServiceRule> {
  const nearest = (column: string) =>
    sql`(array_agg(${sql.ref(column)} order by length(o.path) desc) filter (where ${sql.ref(column)} is not null))[1]`
  const { rows } = await sql<ServiceRule>`${planned}
    select ${nearest('r.rest_minutes')} as rest_minutes, ${nearest('r.day_minutes')} as day_minutes,
           ${nearest('r.week_minutes')} as week_minutes, ${nearest('r.year_minutes')} as year_minutes,
           ${nearest('r.late_hours')} as late_hours
    from service_rule r join organization o on o.tenant_id = r.tenant_id and o.id = r.organization_id
    where r.tenant_id = current_tenant() and starts_with(${path}, o.path)`.execute(tx)
  return rows[0] ?? noRule
}

type Times = Pick<ShiftFields, 'startsAt' | 'endsAt' | 'opensAt' | 'closesAt' | 'confirmation' | 'confirmMinutes'>

export const insertShift = (tx: Tx, shift: Times & { id: string; activityId: string; hostId: string }) =>
  about(tx, [shift.id]).insertInto('shift').values(shift).execute()

export async function updateShift(tx: Tx, id: string, changes: Partial<Times> & { cancelledAt?: Date }): Promise<void> {
  const before = changes.startsAt ? await startOf(tx, id) : []
  await about(tx, [id], before).updateTable('shift').set(changes).where('id', '=', id).execute()
}

/** Held still, so that it is the time from which it is moved. */
const startOf = async (tx: Tx, id: string): Promise<Date[]> =>
  (await tx.selectFrom('shift').where('id', '=', id).select('startsAt').forUpdate().execute()).map((s) => s.startsAt)

export const countSkills = async (tx: Tx, ids: readonly string[]): Promise<number> =>
  ids.length === 0
    ? 0
    : (
        await tx
          .selectFrom('skill')
          .where('id', 'in', [...ids])
          .select(sql<number>`count(*)::int`.as('n'))
          .executeTakeFirstOrThrow()
      ).n

export async function writeRoles(tx: Tx, shiftId: string, roles: readonly RoleFields[]): Promise<void> {
  const known = roles.flatMap(({ id }) => (id ? [id] : []))
  const here = about(tx, [shiftId])
  const gone = here.deleteFrom('shiftRole').where('shiftId', '=', shiftId)
  // Roles that nobody holds a place in any more still stand in old sign-ups: those keep theirs.
  await (known.length > 0 ? gone.where('id', 'not in', known) : gone)
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('signup').whereRef('signup.shiftRoleId', '=', 'shiftRole.id').select('signup.id')),
      ),
    )
    .execute()
  for (const { id, ...fields } of roles)
    if (id)
      await here.updateTable('shiftRole').set(fields).where('id', '=', id).where('shiftId', '=', shiftId).execute()
    else
      await here
        .insertInto('shiftRole')
        .values({ id: newId(), shiftId, ...fields })
        .execute()
}
