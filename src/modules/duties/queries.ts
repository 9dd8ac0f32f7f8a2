import { sql } from 'kysely'
import { about } from '../../platform/changes.ts'
import type { Tx } from '../../platform/database.ts'
import type { Seat } from './contract.ts'

const duties = (tx: Tx) =>
  tx
    .selectFrom('duty as d')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'd.tenantId').onRef('o.id', '=', 'd.organizationId'),
    )
    .select(['d.id', 'd.name', 'd.about', 'd.organizationId', 'o.name as organizationName', 'o.path'])
    .leftJoin('policy as c', (join) =>
      join.onRef('c.tenantId', '=', 'd.tenantId').onRef('c.id', '=', 'd.policyId').on('c.removedAt', 'is', null),
    )
    .select(['d.fromDate', 'd.toDate', 'd.removedAt', 'c.id as policyId', 'c.name as policyName', 'd.sectionKey'])
    .select(
      sql<string | null>`(select s ->> 'heading' from policy_version v cross join jsonb_array_elements(v.sections) s
        where v.tenant_id = d.tenant_id and v.policy_id = d.policy_id and v.published_on is not null
          and s ->> 'key' = d.section_key::text
        order by v.number desc limit 1)`.as('section'),
    )
export type DutyOf = Awaited<ReturnType<ReturnType<typeof duties>['executeTakeFirstOrThrow']>>

export const dutiesOn = (tx: Tx, day: string, path?: string): Promise<DutyOf[]> =>
  duties(tx)
    .where('d.removedAt', 'is', null)
    .where(sql<boolean>`daterange(d.from_date, d.to_date) @> ${day}::date`)
    .$if(path !== undefined, (query) => query.where(sql<boolean>`starts_with(o.path, ${path})`))
    .orderBy(sql`length(o.path)`)
    .orderBy('o.name')
    .orderBy('d.name')
    .execute()

export const dutyById = (tx: Tx, id: string): Promise<DutyOf | undefined> =>
  duties(tx).where('d.id', '=', id).executeTakeFirst()

export const dutiesById = (tx: Tx, ids: readonly string[]): Promise<DutyOf[]> =>
  duties(tx)
    .where(sql<boolean>`d.id = any(${sql.val(ids)}::uuid[])`)
    .orderBy('d.id')
    .execute()

/** One decision at a time about duties, in order, so that nobody waits in a circle. */
export const holdDuties = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('duty')
    .where('id', 'in', [...ids])
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute()

type New = {
  id: string
  organizationId: string
  name: string
  about: string
  fromDate: string
  toDate: string | null
  policyId: string | null
  sectionKey: string | null
}
export const insertDuty = (tx: Tx, duty: New) => about(tx, []).insertInto('duty').values(duty).execute()

export const updateDuty = (
  tx: Tx,
  id: string,
  change: Partial<Omit<New, 'id' | 'organizationId'>> & { removedAt?: Date | null },
) => about(tx, []).updateTable('duty').set(change).where('id', '=', id).execute()

const holdings = (tx: Tx) =>
  tx
    .selectFrom('dutyHolding as h')
    .innerJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'h.tenantId').onRef('p.id', '=', 'h.personId'))
    .select(['h.id', 'h.dutyId', 'h.personId', 'p.name as personName', 'h.fromDate', 'h.toDate', 'h.acknowledgedAt'])
    .select(({ ref }) => ref('h.seat').$castTo<Seat>().as('seat'))
    .select(
      sql<{ id: string; issuedOn: string; acknowledgedOn: string | null } | null>`(
        select jsonb_build_object('id', l.id, 'issuedOn', l.issued_on, 'acknowledgedOn', l.acknowledged_on)
        from duty_letter l where l.tenant_id = h.tenant_id and l.holding_id = h.id order by l.id desc limit 1)`.as(
        'letter',
      ),
    )
export type HoldingOf = Awaited<ReturnType<ReturnType<typeof holdings>['executeTakeFirstOrThrow']>>

export const holdingsOf = async (tx: Tx, dutyIds: readonly string[]): Promise<HoldingOf[]> =>
  dutyIds.length === 0
    ? []
    : holdings(tx)
        .where('h.dutyId', 'in', [...dutyIds])
        .orderBy('h.fromDate', 'desc')
        .orderBy('h.seat', 'desc')
        .execute()

export const holdingById = (tx: Tx, id: string): Promise<HoldingOf | undefined> =>
  holdings(tx).where('h.id', '=', id).executeTakeFirst()

type NewHolding = { id: string; dutyId: string; personId: string; seat: Seat; fromDate: string; toDate: string | null }
export const insertHolding = (tx: Tx, holding: NewHolding) =>
  about(tx, []).insertInto('dutyHolding').values(holding).execute()

export const updateHolding = (tx: Tx, id: string, change: { toDate: string } | { acknowledgedAt: Date }) =>
  about(tx, []).updateTable('dutyHolding').set(change).where('id', '=', id).execute()
