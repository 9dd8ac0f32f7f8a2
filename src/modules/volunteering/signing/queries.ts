import { sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import { planned, type Tx } from '../../../platform/database.ts'
import type { Registration } from '../../activities/registering/actions.ts'
import type { SignupState } from '../contract.ts'
import type { NewSignup } from './fresh/actions.ts'
import type { Volunteer } from './rules.ts'

/** People whose places are being decided: one decision at a time about each, taken in order so that nobody waits in a circle. */
export const holdPeople = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('person')
    .where('id', 'in', [...ids])
    .select('id')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()

type Facts = Volunteer & { personId: string }

/** What the rules want to know of these people for shifts within that time: a week and a day on either side. */
export async function volunteers(
  tx: Tx,
  personIds: readonly string[],
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): Promise<Map<string, Volunteer>> {
  const { rows } = await sql<Facts>`${planned}
    select p.id as person_id, m.minor_until, m.guardian_at is not null as guardian_consents,
      coalesce((select jsonb_agg(jsonb_build_object('skillId', q.skill_id, 'from', q.from_date, 'to', q.to_date))
        from qualification q join skill k on k.tenant_id = q.tenant_id and k.id = q.skill_id
        where q.tenant_id = p.tenant_id and q.person_id = p.id
          and (q.confirmed_at is not null or not k.needs_proof)), '[]') as qualifications,
      coalesce(u.taken, '[]') as taken, coalesce(u.signed_up, '{}') as signed_up
    from person p left join minor m on m.tenant_id = p.tenant_id and m.person_id = p.id
    left join lateral (
      select array_agg(u.shift_id::text) as signed_up,
        jsonb_agg(jsonb_build_object('shiftId', u.shift_id, 'startsAt', u.starts_at, 'endsAt', u.ends_at))
          filter (where u.state in ('confirmed', 'offered')) as taken
      from signup u where u.tenant_id = p.tenant_id and u.person_id = p.id and u.state not in ('cancelled', 'declined')
        and u.starts_at < ${endsAt}::timestamptz + interval '8 days'
        and u.starts_at > ${startsAt}::timestamptz - interval '9 days') u on true
    where p.tenant_id = current_tenant() and p.id = any(${sql.val(personIds)}::uuid[])`.execute(tx)
  return new Map(
    rows.map(({ personId, taken, ...facts }) => [
      personId,
      // Times inside JSON come as text.
      {
        ...facts,
        taken: taken.map((one) => ({ ...one, startsAt: new Date(one.startsAt), endsAt: new Date(one.endsAt) })),
      },
    ]),
  )
}

/** In this order they arrived: the waiting list keeps it. */
export async function insertSignups(tx: Tx, signups: readonly NewSignup[], now: Date): Promise<void> {
  if (signups.length === 0) return
  const rows = signups.map((signup, order) => ({ ...signup, order }))
  const shiftIds = signups.map(({ shiftId }) => shiftId)
  await sql`
    insert into signup (id, shift_id, shift_role_id, person_id, state, arrival, at, changed_at, taken_at, confirm_by,
                        starts_at, ends_at, placed_by, overruled, reason)
    select n.id, n.shift_id, n.shift_role_id, n.person_id, n.state, nextval('signup_arrival'), ${now}::timestamptz, ${now}::timestamptz,
           case when n.state = 'confirmed' then ${now}::timestamptz end, n.confirm_by, n.starts_at, n.ends_at, n.placed_by, n.overruled, n.reason
    from (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(
      id uuid, "shiftId" uuid, "shiftRoleId" uuid, "personId" uuid, state text, "confirmBy" timestamptz,
      "startsAt" timestamptz, "endsAt" timestamptz, "placedBy" uuid, overruled text[], reason text, "order" int)
      order by x."order") as n(id, shift_id, shift_role_id, person_id, state, confirm_by, starts_at, ends_at, placed_by,
                               overruled, reason, "order")`.execute(about(tx, shiftIds))
}

const columns = [
  'id',
  'shiftId',
  'shiftRoleId',
  'personId',
  'arrival',
  'confirmBy',
  'startsAt',
  'endsAt',
  'changedAt',
  'placedBy',
  'overruled',
] as const

export const signupById = (tx: Tx, id: string) =>
  tx
    .selectFrom('signup')
    .where('id', '=', id)
    .select(columns)
    .select(({ ref }) => ref('state').$castTo<SignupState>().as('state'))
    .executeTakeFirst()
export type SignupRow = NonNullable<Awaited<ReturnType<typeof signupById>>>

type Change = { state: SignupState; confirmBy?: Date | null; reason?: string | null; hindrance?: null; changedAt: Date }

/** `late`: the place is given up so late that somebody has to be found for it. */
export const setState = (tx: Tx, ids: readonly string[], change: Change, { late = false } = {}) =>
  about(tx, ids)
    .updateTable('signup')
    .set(change)
    .$if(change.state === 'confirmed', (query) => query.set({ takenAt: change.changedAt }))
    // A wait that ends gives up no place.
    .$if(change.state === 'cancelled', (query) =>
      query.set({
        givenUpAt: sql`case when state = 'confirmed' then ${change.changedAt}::timestamptz end`,
        givenUpLate: sql`state = 'confirmed' and ${late}`,
      }),
    )
    .where('id', 'in', [...ids])
    .execute()

/** These have a place now: of each role, as many places given up late before are covered by it, the oldest first. */
export const coverGaps = (tx: Tx, signupIds: readonly string[], now: Date) =>
  sql`
    with taken as (
      select shift_role_id, count(*) as n from signup
      where tenant_id = current_tenant() and id = any(${sql.val(signupIds)}::uuid[]) group by shift_role_id),
    gap as (
      select u.id, row_number() over (partition by u.shift_role_id order by u.given_up_at, u.id) as place, t.n
      from signup u join taken t on t.shift_role_id = u.shift_role_id
      where u.tenant_id = current_tenant() and u.given_up_late and u.covered_at is null)
    update signup u set covered_at = ${now}::timestamptz from gap
    where u.tenant_id = current_tenant() and u.id = gap.id and gap.place <= gap.n`.execute(about(tx, signupIds))

/** The waiting list of a role in its order, some at a time. */
export const waitingFor = (tx: Tx, roleId: string, after: number, limit: number) =>
  tx
    .selectFrom('signup')
    .where('shiftRoleId', '=', roleId)
    .where('state', '=', 'waiting')
    .where('arrival', '>', after)
    .select(columns)
    .orderBy('arrival')
    .limit(limit)
    .execute()

/** How people stand to the activity of a shift, over all its shifts: one participation each. */
export const standings = async (tx: Tx, shiftId: string, personIds: readonly string[]) =>
  (
    await sql<Registration & { activityId: string }>`
      select s.activity_id, u.person_id, case
        when bool_or(u.state in ('confirmed', 'offered')) then 'confirmed'
        when bool_or(u.state in ('asked', 'kept')) then 'registered'
        when bool_or(u.state = 'waiting') then 'waitlisted' else 'cancelled' end as status
      from shift s
      join shift t on t.tenant_id = s.tenant_id and t.activity_id = s.activity_id
      join signup u on u.tenant_id = t.tenant_id and u.shift_id = t.id
      where s.tenant_id = current_tenant() and s.id = ${shiftId}::uuid and u.person_id = any(${sql.val(personIds)}::uuid[])
      group by s.activity_id, u.person_id`.execute(tx)
  ).rows

export const signupsOf = (tx: Tx, shiftId: string) =>
  tx
    .selectFrom('signup')
    .innerJoin('person', (join) =>
      join.onRef('person.tenantId', '=', 'signup.tenantId').onRef('person.id', '=', 'signup.personId'),
    )
    .leftJoin('person as placer', (join) =>
      join.onRef('placer.tenantId', '=', 'signup.tenantId').onRef('placer.id', '=', 'signup.placedBy'),
    )
    .where('shiftId', '=', shiftId)
    .where('state', 'not in', ['cancelled', 'declined'])
    .select(['placer.name as placedBy'])
    .select(['signup.id', 'shiftRoleId as roleId', 'personId', 'person.name', 'at', 'confirmBy', 'overruled'])
    .select(({ ref }) => ref('state').$castTo<SignupState>().as('state'))
    .orderBy('arrival')
    .execute()

/** What was offered or kept for somebody who did not answer in time. */
export const lapsedOffers = (tx: Tx, now: Date) =>
  tx
    .selectFrom('signup')
    .where('state', 'in', ['offered', 'kept'])
    .where('confirmBy', '<=', now)
    .select(['id', 'shiftId'])
    .orderBy('confirmBy')
    .limit(500)
    .execute()

/** How many of those with a place would be in two places at once if their shift were then. */
export const clashesIfMoved = async (tx: Tx, shiftId: string, times: { startsAt: Date; endsAt: Date }) =>
  (
    await sql<{ n: number }>`
      select count(*)::int as n from signup u where u.tenant_id = current_tenant() and u.shift_id = ${shiftId}::uuid
        and u.state in ('confirmed', 'offered') and exists (
          select from signup o where o.tenant_id = u.tenant_id and o.person_id = u.person_id and o.shift_id <> u.shift_id
            and o.state in ('confirmed', 'offered')
            and o.starts_at < ${times.endsAt}::timestamptz and o.ends_at > ${times.startsAt}::timestamptz)`.execute(tx)
  ).rows[0]?.n ?? 0

export const declineOffers = async (tx: Tx, ids: readonly string[], now: Date): Promise<string[]> =>
  (
    await about(tx, ids)
      .updateTable('signup')
      .set({ state: 'declined', confirmBy: null, changedAt: now })
      .where('id', 'in', [...ids])
      .where('state', 'in', ['offered', 'kept'])
      .returning('personId')
      .execute()
  ).map(({ personId }) => personId)
