import { sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import { newId, type Tx } from '../../../platform/database.ts'
import type { Audience } from '../../learning/courses/audience/contract.ts'
import type { PolicySection } from './contract.ts'

const policies = (tx: Tx) =>
  tx
    .selectFrom('policy as p')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'p.tenantId').onRef('o.id', '=', 'p.organizationId'),
    )
    .select(['p.id', 'p.name', 'p.organizationId', 'o.name as organizationName', 'o.path', 'p.removedAt'])
    .select(({ ref }) => ref('p.audience').$castTo<Audience>().as('audience'))
export type PolicyOf = Awaited<ReturnType<ReturnType<typeof policies>['executeTakeFirstOrThrow']>>

export const allPolicies = (tx: Tx): Promise<PolicyOf[]> =>
  policies(tx).where('p.removedAt', 'is', null).orderBy('p.name').orderBy('p.id').execute()

export const policyById = (tx: Tx, id: string): Promise<PolicyOf | undefined> =>
  policies(tx).where('p.id', '=', id).executeTakeFirst()

export const holdPolicy = (tx: Tx, id: string) =>
  tx.selectFrom('policy').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

export const insertPolicy = (tx: Tx, row: { id: string; organizationId: string; name: string }) =>
  about(tx, []).insertInto('policy').values(row).execute()

export const updatePolicy = (
  tx: Tx,
  id: string,
  change: { name?: string; audience?: string; removedAt?: Date | null },
) => about(tx, []).updateTable('policy').set(change).where('id', '=', id).execute()

export type VersionOf = {
  id: string
  policyId: string
  number: number
  sections: PolicySection[]
  inForceFrom: string
  publishedOn: string | null
  publishedBy: string | null
}
/** The latest first. */
export const versionsOf = async (tx: Tx, policyIds: readonly string[]): Promise<VersionOf[]> =>
  (
    await sql<VersionOf>`
      select v.id, v.policy_id, v.number, v.sections, v.in_force_from, v.published_on, p.name as published_by
      from policy_version v left join person p on p.tenant_id = v.tenant_id and p.id = v.published_by
      where v.tenant_id = current_tenant() and v.policy_id = any(${sql.val([...policyIds])}::uuid[])
      order by v.policy_id, v.number desc`.execute(tx)
  ).rows

type Draft = { id: string; policyId: string; number: number; sections: string; inForceFrom: string }
export const upsertDraft = (tx: Tx, { id, policyId, number, sections, inForceFrom }: Draft) =>
  sql`
    insert into policy_version (id, policy_id, number, sections, in_force_from)
    values (${id}, ${policyId}, ${number}, ${sections}::jsonb, ${inForceFrom})
    on conflict (tenant_id, policy_id) where published_on is null
    do update set sections = excluded.sections, in_force_from = excluded.in_force_from`.execute(about(tx, []))

export const setPublished = (tx: Tx, id: string, by: { publishedOn: string; publishedBy: string }) =>
  about(tx, []).updateTable('policyVersion').set(by).where('id', '=', id).execute()

/** What a person is asked to read now. */
export const openReadingsOf = (tx: Tx, personId: string) =>
  tx
    .selectFrom('policyReading')
    .where('personId', '=', personId)
    .where('endedOn', 'is', null)
    .select(['id', 'policyId', 'askedOn', 'readOn'])
    .execute()

export type Standing = {
  policyId: string
  personId: string
  personName: string
  organizationName: string
  path: string
  askedOn: string
  readOn: string | null
  remindedOn: string | null
}
/** Everybody who is asked now, who has not read it for longest first. */
export const standingsOf = async (tx: Tx, policyIds: readonly string[]): Promise<Standing[]> =>
  (
    await sql<Standing>`
      select r.policy_id, r.person_id, p.name as person_name, o.name as organization_name, o.path, r.asked_on, r.read_on, r.reminded_on
      from policy_reading r
      join person p on p.tenant_id = r.tenant_id and p.id = r.person_id
      join organization o on o.tenant_id = r.tenant_id and o.id = r.organization_id
      where r.tenant_id = current_tenant() and r.ended_on is null and r.policy_id = any(${sql.val([...policyIds])}::uuid[])
      order by r.asked_on, p.name, r.id`.execute(tx)
  ).rows

export const setRead = (tx: Tx, id: string, readOn: string) =>
  about(tx, []).updateTable('policyReading').set({ readOn }).where('id', '=', id).where('readOn', 'is', null).execute()

type Asked = { policyId: string; versionId: string; today: string }

/** Who is asked: those of the list for whom nothing is open yet. Whoever has read this version before has read it. */
export const askPeople = (
  tx: Tx,
  { policyId, versionId, today }: Asked,
  people: readonly { personId: string; organizationId: string }[],
) =>
  sql`
    insert into policy_reading (id, policy_id, version_id, person_id, organization_id, asked_on, read_on)
    select u.id, ${policyId}::uuid, ${versionId}::uuid, u.person_id, u.organization_id, ${today}::date,
      (select min(r.read_on) from policy_reading r
       where r.tenant_id = current_tenant() and r.version_id = ${versionId}::uuid and r.person_id = u.person_id)
    from unnest(${sql.val(people.map(() => newId()))}::uuid[], ${sql.val(people.map(({ personId }) => personId))}::uuid[],
      ${sql.val(people.map(({ organizationId }) => organizationId))}::uuid[]) as u(id, person_id, organization_id)
    on conflict (tenant_id, version_id, person_id) where ended_on is null do nothing`.execute(about(tx, []))

/** Whoever is asked for another version, or is not in the list any more, is asked no longer. */
export const askNoLonger = (tx: Tx, { policyId, versionId, today }: Asked, people: readonly string[]) =>
  sql`
    update policy_reading r set ended_on = ${today}::date
    where r.tenant_id = current_tenant() and r.policy_id = ${policyId}::uuid and r.ended_on is null
      and (r.version_id <> ${versionId}::uuid or r.person_id <> all(${sql.val([...people])}::uuid[]))`.execute(
    about(tx, []),
  )

export type Unread = { personId: string; lastReminded: string | null; n: number; first: string; ids: string[] }
/** Who has something to read, and when they were last reminded of anything. */
export const unreadByPerson = async (tx: Tx): Promise<Unread[]> =>
  (
    await sql<Unread>`
      select r.person_id, count(*)::int as n, array_agg(r.id) as ids, (array_agg(p.name order by r.asked_on, p.name, p.id))[1] as first,
        (select max(x.reminded_on) from policy_reading x where x.tenant_id = current_tenant() and x.person_id = r.person_id) as last_reminded
      from policy_reading r join policy p on p.tenant_id = r.tenant_id and p.id = r.policy_id
      where r.tenant_id = current_tenant() and r.ended_on is null and r.read_on is null and p.removed_at is null
      group by r.person_id order by r.person_id`.execute(tx)
  ).rows

export const setReminded = (tx: Tx, ids: readonly string[], remindedOn: string) =>
  about(tx, [])
    .updateTable('policyReading')
    .set({ remindedOn })
    .where('id', 'in', [...ids])
    .execute()

/** The duties that come from a policy, as they stand on a day. */
export const dutiesFrom = (tx: Tx, policyId: string, day: string) =>
  tx
    .selectFrom('duty as d')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'd.tenantId').onRef('o.id', '=', 'd.organizationId'),
    )
    .where('d.policyId', '=', policyId)
    .where('d.removedAt', 'is', null)
    .where(sql<boolean>`daterange(d.from_date, d.to_date) @> ${day}::date`)
    .select(['d.id', 'd.name', 'd.sectionKey', 'o.name as organization', 'o.path'])
    .orderBy('d.name')
    .execute()
