import { sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import type { Tx } from '../../../platform/database.ts'
import type { SignupState } from '../contract.ts'
import type { ShiftTimes, Times } from './rules.ts'

/** The shifts of these activities that are not cancelled for themselves. */
export const followers = (tx: Tx, activityIds: readonly string[]) =>
  tx
    .selectFrom('shift')
    .where('activityId', 'in', [...activityIds])
    .where((eb) => eb.or([eb('cancelledAt', 'is', null), eb('fell', '=', true)]))
    .select(['id', 'activityId', 'startsAt', 'endsAt', 'opensAt', 'closesAt', 'fell', 'cancelledAt'])
    .orderBy('id')
    .execute()

export type Holder = {
  id: string
  shiftId: string
  shiftRoleId: string
  personId: string
  state: SignupState
  confirmBy: Date | null
  overruled: string[]
}

/** Everybody who stands in these shifts, in the order in which they came. */
export const holders = (tx: Tx, shiftIds: readonly string[]): Promise<Holder[]> =>
  tx
    .selectFrom('signup')
    .where('shiftId', 'in', [...shiftIds])
    .where('state', 'not in', ['cancelled', 'declined'])
    .select(['id', 'shiftId', 'shiftRoleId', 'personId', 'confirmBy', 'overruled'])
    .select(({ ref }) => ref('state').$castTo<SignupState>().as('state'))
    .orderBy('arrival')
    .execute()

/**
 * The shift with everybody in it at its new times. Places are set loose first, so that several shifts may move past each
 * other: who holds one is judged when all of them stand.
 */
export async function carry(
  tx: Tx,
  { shiftId, before, to: times }: { shiftId: string; before: Times; to: ShiftTimes },
  now: Date,
): Promise<void> {
  const here = about(tx, [shiftId], [before.startsAt])
  await sql`
    update signup set starts_at = ${times.startsAt}, ends_at = ${times.endsAt}, changed_at = ${now},
      hindrance = case when state in ('confirmed', 'offered') then 'clashes' else hindrance end,
      state = case when state in ('confirmed', 'offered') then 'kept' else state end
    where tenant_id = current_tenant() and shift_id = ${shiftId}::uuid
      and (state not in ('cancelled', 'declined') or fell_from is not null)`.execute(here)
  await here.updateTable('shift').set(times).where('id', '=', shiftId).execute()
}

export const settle = (
  tx: Tx,
  ids: readonly string[],
  to: { state: SignupState; confirmBy: Date | null; hindrance: string | null },
) =>
  about(tx, ids)
    .updateTable('signup')
    .set(to)
    .where('id', 'in', [...ids])
    .execute()

/** Shifts that fall away with their activity, and what everybody had in them. */
export async function fall(tx: Tx, shiftIds: readonly string[], reason: string, now: Date): Promise<void> {
  const ids = [...shiftIds]
  const here = about(tx, ids)
  await here.updateTable('shift').set({ cancelledAt: now, fell: true }).where('id', 'in', ids).execute()
  await sql`
    update signup set fell_from = state, state = 'cancelled', confirm_by = null, hindrance = null, reason = ${reason},
      changed_at = ${now}
    where tenant_id = current_tenant() and shift_id = any(${sql.val(ids)}::uuid[])
      and state not in ('cancelled', 'declined')`.execute(here)
}

/** They stand again. Whoever had a place is before those who waited, and is offered it: meanwhile they may have taken another. */
export async function raise(tx: Tx, shiftIds: readonly string[], now: Date): Promise<void> {
  const ids = [...shiftIds]
  const here = about(tx, ids)
  await here.updateTable('shift').set({ cancelledAt: null, fell: false }).where('id', 'in', ids).execute()
  const fallen = sql`tenant_id = current_tenant() and shift_id = any(${sql.val(ids)}::uuid[])`
  await sql`
    with later as materialized (
      select w.id, nextval('signup_arrival') as arrival
      from (select id from signup where ${fallen} and fell_from = 'waiting' order by arrival) w)
    update signup u set arrival = later.arrival from later where u.tenant_id = current_tenant() and u.id = later.id`.execute(
    here,
  )
  await sql`
    update signup set state = case when fell_from = 'asked' then 'asked' else 'waiting' end, fell_from = null, reason = null,
      changed_at = ${now}
    where ${fallen} and fell_from is not null`.execute(here)
}
