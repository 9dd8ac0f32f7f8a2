import { type RawBuilder, sql } from 'kysely'
import { newId, type Tx } from '../../../platform/database.ts'
import type { Swap, SwapState } from './contract.ts'

type Row = Swap & { fromSignup: string; forSignup: string | null }

const side = (signup: string) => sql`jsonb_build_object('shiftId', ${sql.ref(`${signup}.shift_id`)},
  'title', (select a.title from shift s join activity a on a.tenant_id = s.tenant_id and a.id = s.activity_id
            where s.tenant_id = w.tenant_id and s.id = ${sql.ref(`${signup}.shift_id`)}),
  'startsAt', ${sql.ref(`${signup}.starts_at`)}, 'endsAt', ${sql.ref(`${signup}.ends_at`)},
  'personId', ${sql.ref(`${signup}.person_id`)},
  'name', (select p.name from person p where p.tenant_id = w.tenant_id and p.id = ${sql.ref(`${signup}.person_id`)}))`

/** The hosts and teams of each of the two shifts, so that whoever leads both may decide. */
export async function swaps(tx: Tx, which: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select w.id, w.state, w.asked_at, w.from_signup, w.for_signup, ${side('f')} as "from",
      jsonb_build_object('personId', w.to_person, 'name', t.name) as "to",
      case when r.id is not null then ${side('r')} end as in_return
    from swap w
    join signup f on f.tenant_id = w.tenant_id and f.id = w.from_signup
    join person t on t.tenant_id = w.tenant_id and t.id = w.to_person
    left join signup r on r.tenant_id = w.tenant_id and r.id = w.for_signup
    where w.tenant_id = current_tenant() and ${which} order by w.asked_at desc limit 200`.execute(tx)
  return rows.map((row) => ({
    ...row,
    from: inTime(row.from),
    inReturn: row.inReturn && inTime(row.inReturn),
  }))
}

// Times inside JSON come as text.
const inTime = (one: Swap['from']): Swap['from'] => ({
  ...one,
  startsAt: new Date(one.startsAt),
  endsAt: new Date(one.endsAt),
})

export const swapById = async (tx: Tx, id: string): Promise<Row | undefined> =>
  (await swaps(tx, sql`w.id = ${id}::uuid`))[0]

export const hasOpenSwap = async (tx: Tx, signupId: string): Promise<boolean> =>
  (await swaps(tx, sql`w.from_signup = ${signupId}::uuid and w.state in ('asked', 'agreed')`)).length > 0

/** Mine, those that ask me, and agreed ones for whoever leads a host or a team below these paths. */
export const openSwaps = (tx: Tx, personId: string, paths: readonly string[], now: Date): Promise<Row[]> => {
  const below = sql`${sql.val(paths.map((path) => `${path}%`))}::text[]`
  return swaps(
    tx,
    sql`w.state in ('asked', 'agreed') and f.starts_at > ${now}::timestamptz and (
      ${personId}::uuid in (f.person_id, w.to_person)
      or (w.state = 'agreed' and exists (
        select from shift s join activity a on a.tenant_id = s.tenant_id and a.id = s.activity_id
        join organization h on h.tenant_id = a.tenant_id and h.id = a.host_id
        where s.tenant_id = w.tenant_id and s.id = f.shift_id
          and (h.path like any(${below}) or exists (
            select from activity_team x join organization t on t.tenant_id = x.tenant_id and t.id = x.organization_id
            where x.tenant_id = a.tenant_id and x.activity_id = a.id and t.path like any(${below}))))))`,
  )
}

export async function insertSwap(
  tx: Tx,
  swap: { fromSignup: string; toPerson: string; forSignup: string | null; askedAt: Date },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('swap')
    .values({ id, ...swap })
    .execute()
  return id
}

export const setSwap = (
  tx: Tx,
  id: string,
  changes: { state: SwapState; answeredAt?: Date; decidedBy?: string | null; decidedAt?: Date },
) => tx.updateTable('swap').set(changes).where('id', '=', id).execute()

export const holdSwap = (tx: Tx, id: string) =>
  tx.selectFrom('swap').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

/** Volunteers of the teams that do the work, or of the host where no team does, who are not in the shift. */
export const colleagues = async (
  tx: Tx,
  { shiftId, paths, day }: { shiftId: string; paths: readonly string[]; day: string },
): Promise<{ id: string; name: string }[]> =>
  (
    await sql<{ id: string; name: string }>`
      select p.id, p.name from person p where p.tenant_id = current_tenant() and p.forgotten_at is null
        and p.id in (select m.person_id from membership m
          join organization o on o.tenant_id = m.tenant_id and o.id = m.organization_id
          where m.tenant_id = p.tenant_id and m.role in ('volunteer', 'teamLeader')
            and daterange(m.from_date, m.to_date) @> ${day}::date
            and o.path like any(${sql.val(paths.map((path) => `${path}%`))}::text[]))
        and not exists (select from signup u where u.tenant_id = p.tenant_id and u.person_id = p.id
          and u.shift_id = ${shiftId}::uuid and u.state not in ('cancelled', 'declined'))
      order by p.search limit 300`.execute(tx)
  ).rows
