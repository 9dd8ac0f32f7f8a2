import { sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import { newId, type Tx } from '../../../platform/database.ts'
import type { HoursEntry } from './contract.ts'

export type Pair = { activityId: string; personId: string }
export type DoorHours = Pair & { inEvent: string; outEvent: string; minutes: number }

const records = (rows: readonly object[]) => sql`${JSON.stringify(rows)}::jsonb`

/** The hours of these people at these doors become what is given: what is there already stays, the rest is replaced. */
export async function writeDoorHours(
  tx: Tx,
  pairs: readonly Pair[],
  hours: readonly DoorHours[],
  by: string | null,
  now: Date,
) {
  await sql`
    update hours_entry h set state = 'replaced', decided_at = ${now}::timestamptz
    from jsonb_to_recordset(${records(pairs)}) as p("activityId" uuid, "personId" uuid)
    where h.tenant_id = current_tenant() and h.activity_id = p."activityId" and h.person_id = p."personId"
      and h.origin = 'door' and h.state = 'approved' and not exists (
        select from jsonb_to_recordset(${records(hours)}) as n("inEvent" uuid, "outEvent" uuid, minutes int)
        where n."inEvent" = h.in_event and n."outEvent" = h.out_event and n.minutes = h.minutes)`.execute(tx)
  const rows = hours.map((one) => ({ ...one, id: newId() }))
  await sql`
    insert into hours_entry (id, activity_id, person_id, origin, minutes, state, in_event, out_event, entered_by, entered_at)
    select n.id, n."activityId", n."personId", 'door', n.minutes, 'approved', n."inEvent", n."outEvent", ${by}::uuid, ${now}::timestamptz
    from jsonb_to_recordset(${records(rows)}) as n(id uuid, "activityId" uuid, "personId" uuid, minutes int, "inEvent" uuid, "outEvent" uuid)
    where not exists (select from hours_entry h where h.tenant_id = current_tenant() and h.activity_id = n."activityId"
      and h.person_id = n."personId" and h.origin = 'door' and h.state = 'approved'
      and h.in_event = n."inEvent" and h.out_event = n."outEvent")`.execute(tx)
}

const activitiesOf = (pairs: readonly Pair[]): string[] => pairs.map(({ activityId }) => activityId)

/** Minutes are the sum of what is approved; nothing else writes them. */
export async function sumMinutes(tx: Tx, pairs: readonly Pair[]): Promise<void> {
  await sql`
    update participation p set minutes = s.minutes
    from (
      select q."activityId", q."personId", case when count(h.id) > 0 then least(1440, greatest(0, sum(h.minutes)))::int end as minutes
      from (select distinct "activityId", "personId" from jsonb_to_recordset(${records(pairs)}) as r("activityId" uuid, "personId" uuid)) q
      left join hours_entry h on h.tenant_id = current_tenant() and h.activity_id = q."activityId" and h.person_id = q."personId"
        and h.state = 'approved'
      group by 1, 2) s
    where p.tenant_id = current_tenant() and p.activity_id = s."activityId" and p.person_id = s."personId"
      and p.minutes is distinct from s.minutes`.execute(about(tx, activitiesOf(pairs)))
}

export const approvedMinutes = async (tx: Tx, { activityId, personId }: Pair): Promise<number | null> =>
  (
    await tx
      .selectFrom('hoursEntry')
      .where('activityId', '=', activityId)
      .where('personId', '=', personId)
      .where('state', '=', 'approved')
      .select(sql<number | null>`sum(minutes)::int`.as('minutes'))
      .executeTakeFirstOrThrow()
  ).minutes

export const standsAsCome = async (tx: Tx, { activityId, personId }: Pair): Promise<boolean> =>
  (await tx
    .selectFrom('participation')
    .where('activityId', '=', activityId)
    .where('personId', '=', personId)
    .where('status', 'in', ['attended', 'late'])
    .select('id')
    .executeTakeFirst()) !== undefined

type Correction = Pair & { id: string; minutes: number; reason: string; enteredBy: string; enteredAt: Date }

/** Asked for again, the earlier wish is replaced: one waits at a time. */
export async function insertCorrection(tx: Tx, { activityId, personId, ...one }: Correction): Promise<void> {
  await tx
    .updateTable('hoursEntry')
    .set({ state: 'replaced' })
    .where('activityId', '=', activityId)
    .where('personId', '=', personId)
    .where('origin', '=', 'correction')
    .where('state', '=', 'open')
    .execute()
  await tx
    .insertInto('hoursEntry')
    .values({ ...one, activityId, personId, origin: 'correction', state: 'open' })
    .execute()
}

export const holdEntry = (tx: Tx, id: string) =>
  tx
    .selectFrom('hoursEntry')
    .where('id', '=', id)
    .select(['id', 'activityId', 'personId', 'minutes', 'enteredBy', 'origin'])
    .select(({ ref }) => ref('state').$castTo<HoursEntry['state']>().as('state'))
    .forUpdate()
    .executeTakeFirst()

type Decision = { state: 'approved' | 'refused'; decidedBy: string; decidedAt: Date; decision: string | null }
export const decideEntry = (tx: Tx, id: string, decision: Decision) =>
  tx.updateTable('hoursEntry').set(decision).where('id', '=', id).execute()

const entries = (tx: Tx) =>
  tx
    .selectFrom('hoursEntry as h')
    .innerJoin('activity as a', (join) =>
      join.onRef('a.tenantId', '=', 'h.tenantId').onRef('a.id', '=', 'h.activityId'),
    )
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'a.tenantId').onRef('o.id', '=', 'a.hostId'),
    )
    .innerJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'h.tenantId').onRef('p.id', '=', 'h.personId'))
    .leftJoin('person as e', (join) => join.onRef('e.tenantId', '=', 'h.tenantId').onRef('e.id', '=', 'h.enteredBy'))
    .leftJoin('person as d', (join) => join.onRef('d.tenantId', '=', 'h.tenantId').onRef('d.id', '=', 'h.decidedBy'))
    .leftJoin('doorEvent as i', (join) => join.onRef('i.tenantId', '=', 'h.tenantId').onRef('i.id', '=', 'h.inEvent'))
    .leftJoin('doorEvent as u', (join) => join.onRef('u.tenantId', '=', 'h.tenantId').onRef('u.id', '=', 'h.outEvent'))
    .select([
      'h.id',
      'h.activityId',
      'a.title',
      'a.startsAt',
      'h.personId',
      'p.name',
      'h.minutes',
      'h.reason',
      'e.name as enteredBy',
      'h.enteredBy as enteredById',
      'h.enteredAt',
      'd.name as decidedBy',
      'h.decidedAt',
      'h.decision',
      'i.at as inAt',
      'u.at as outAt',
    ])
    .select(({ ref }) => [
      ref('h.origin').$castTo<HoursEntry['origin']>().as('origin'),
      ref('h.state').$castTo<HoursEntry['state']>().as('state'),
    ])

/** At hosts or by teams in these parts of the tree. */
const servedBelow = (paths: readonly string[]) => {
  const below = sql`${sql.val(paths.map((path) => `${path}%`))}::text[]`
  return sql<boolean>`(o.path like any(${below}) or exists (
    select from activity_team x join organization t on t.tenant_id = x.tenant_id and t.id = x.organization_id
    where x.tenant_id = h.tenant_id and x.activity_id = h.activity_id and t.path like any(${below})))`
}

export const entriesOfPerson = (tx: Tx, personId: string, from: Date, to: Date, paths?: readonly string[]) =>
  entries(tx)
    .where('h.personId', '=', personId)
    .where('h.state', '!=', 'replaced')
    .where('a.startsAt', '>=', from)
    .where('a.startsAt', '<', to)
    .$if(paths !== undefined, (query) => query.where(servedBelow(paths ?? [])))
    .orderBy('a.startsAt', 'desc')
    .orderBy('h.enteredAt')
    .execute()

export const entriesOfActivity = (tx: Tx, activityId: string) =>
  entries(tx).where('h.activityId', '=', activityId).orderBy('p.name').orderBy('h.enteredAt').execute()

/** Corrections that wait there, oldest first. */
export const openCorrections = (tx: Tx, paths: readonly string[]) =>
  entries(tx)
    .where('h.state', '=', 'open')
    .where(servedBelow(paths))
    .select(
      sql<number>`(select coalesce(sum(c.minutes), 0)::int from hours_entry c where c.tenant_id = h.tenant_id
        and c.activity_id = h.activity_id and c.person_id = h.person_id and c.state = 'approved')`.as('stands'),
    )
    .orderBy('h.enteredAt')
    .limit(300)
    .execute()
