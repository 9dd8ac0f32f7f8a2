import { sql } from 'kysely'
import { newId, type Tx } from '../../../platform/database.ts'
import type { CoverAsk } from './contract.ts'

/**
 * Who could be asked, in order: volunteers of the teams that do the work (without teams, of the host) who are not in the shift,
 * were not asked about this role, and were asked less often this week than they allow; first those asked least lately, then
 * those who served least in four weeks.
 */
export const candidates = async (
  tx: Tx,
  { shiftId, roleId, teamPaths, hostPath, day, now, limit, after }: Wanted,
): Promise<string[]> => {
  const paths = (teamPaths.length > 0 ? teamPaths : [hostPath]).map((path) => `${path}%`)
  const { rows } = await sql<{ personId: string }>`
    select p.id as person_id
    from person p
    left join volunteer v on v.tenant_id = p.tenant_id and v.person_id = p.id
    cross join lateral (select count(*)::int as n from cover_ask c where c.tenant_id = p.tenant_id and c.person_id = p.id
      and c.asked_at > ${now}::timestamptz - interval '7 days') asked
    cross join lateral (select coalesce(sum(extract(epoch from u.ends_at - u.starts_at)), 0) as seconds from signup u
      where u.tenant_id = p.tenant_id and u.person_id = p.id and u.state = 'confirmed'
        and u.starts_at > ${now}::timestamptz - interval '28 days') served
    where p.tenant_id = current_tenant() and p.forgotten_at is null
      and p.id in (select m.person_id from membership m join organization o on o.tenant_id = m.tenant_id and o.id = m.organization_id
        where m.tenant_id = p.tenant_id and m.role in ('volunteer', 'teamLeader')
          and daterange(m.from_date, m.to_date) @> ${day}::date and o.path like any(${sql.val(paths)}::text[]))
      and not exists (select from signup u where u.tenant_id = p.tenant_id and u.person_id = p.id
        and u.shift_id = ${shiftId}::uuid and u.state <> 'declined')
      and not exists (select from cover_ask c where c.tenant_id = p.tenant_id and c.person_id = p.id
        and c.shift_role_id = ${roleId}::uuid)
      and asked.n < coalesce(v.weekly_asks, 2)
    order by asked.n, served.seconds, p.id limit ${limit} offset ${after}`.execute(tx)
  return rows.map(({ personId }) => personId)
}
type Wanted = {
  shiftId: string
  roleId: string
  teamPaths: readonly string[]
  hostPath: string
  day: string
  now: Date
  limit: number
  after: number
}

export const insertAsks = (
  tx: Tx,
  asks: readonly { shiftId: string; shiftRoleId: string; personId: string; askedAt: Date; answerBy: Date }[],
) =>
  tx
    .insertInto('coverAsk')
    .values(asks.map((ask) => ({ id: newId(), ...ask })))
    .execute()

/** Asks still waiting for an answer, whose time has not run out. */
export const waitingAsks = async (tx: Tx, roleId: string, now: Date): Promise<number> =>
  (
    await tx
      .selectFrom('coverAsk')
      .where('shiftRoleId', '=', roleId)
      .where('answer', 'is', null)
      .where('answerBy', '>', now)
      .select(sql<number>`count(*)::int`.as('n'))
      .executeTakeFirstOrThrow()
  ).n

export const askById = (tx: Tx, id: string) =>
  tx
    .selectFrom('coverAsk')
    .where('id', '=', id)
    .select(['id', 'shiftId', 'shiftRoleId', 'personId', 'answer', 'answerBy'])
    .executeTakeFirst()

export const setAnswer = (tx: Tx, id: string, answer: 'yes' | 'no', answeredAt: Date) =>
  tx.updateTable('coverAsk').set({ answer, answeredAt }).where('id', '=', id).execute()

/** Shifts ahead for which somebody was asked and whose time to answer has run out. */
export const lapsedShifts = async (tx: Tx, now: Date): Promise<string[]> =>
  (
    await tx
      .selectFrom('coverAsk')
      .innerJoin('shift', (join) =>
        join.onRef('shift.tenantId', '=', 'coverAsk.tenantId').onRef('shift.id', '=', 'coverAsk.shiftId'),
      )
      .where('answer', 'is', null)
      .where('answerBy', '<=', now)
      .where('shift.startsAt', '>', now)
      .select('shift.id')
      .distinct()
      .orderBy('shift.id')
      .execute()
  ).map(({ id }) => id)

export const asksOf = async (tx: Tx, personId: string, now: Date): Promise<CoverAsk[]> =>
  (
    await sql<CoverAsk>`
      select c.id, c.shift_id, c.shift_role_id as role_id, r.name as role_name, a.title, p.name as place_name, s.starts_at,
             s.ends_at, c.answer_by
      from cover_ask c
      join shift s on s.tenant_id = c.tenant_id and s.id = c.shift_id
      join shift_role r on r.tenant_id = c.tenant_id and r.id = c.shift_role_id
      join activity a on a.tenant_id = s.tenant_id and a.id = s.activity_id
      left join place p on p.tenant_id = a.tenant_id and p.id = a.place_id
      where c.tenant_id = current_tenant() and c.person_id = ${personId}::uuid and c.answer is null
        and c.answer_by > ${now}::timestamptz and s.cancelled_at is null and r.target > (
          select count(*) from signup u where u.tenant_id = r.tenant_id and u.shift_role_id = r.id
            and u.state in ('confirmed', 'offered'))
      order by s.starts_at`.execute(tx)
  ).rows
