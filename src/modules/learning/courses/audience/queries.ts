import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { Audience, Condition, Difference } from './contract.ts'

/** People by one condition, as of a day: found by an index, a set of ids. */
function peopleBy(condition: Condition, day: string): RawBuilder<unknown> {
  const current = sql`m.from_date <= ${day}::date and (m.to_date is null or m.to_date > ${day}::date)`
  // `is true` keeps the places a set that is looked up in: joined, they are taken for few, and each is searched for by itself.
  const below = (organizationId: string) => sql`
    (m.organization_id in (select o.id from organization o where o.tenant_id = current_tenant() and o.path like
      (select path || '%' from organization where tenant_id = current_tenant() and id = ${organizationId}::uuid))) is true`
  const posts = sql`select m.person_id from membership m where m.tenant_id = current_tenant() and ${current}`
  switch (condition.is) {
    case 'inGroup':
      return sql`select m.person_id from group_member m
        where m.tenant_id = current_tenant() and m.group_id = ${condition.groupId}::uuid and ${current}`
    case 'at':
      return sql`${posts} and ${below(condition.organizationId)}`
    case 'holds':
      return sql`${posts} and m.role = ${condition.role} and ${below(condition.organizationId)}`
    case 'began': {
      const since = sql`${day}::date - make_interval(${sql.raw(condition.unit)} => ${condition.last})`
      const role = condition.role ? sql`and m.role = ${condition.role}` : sql``
      return sql`${posts} and m.from_date > ${since} ${role} and ${below(condition.organizationId)}`
    }
    case 'named':
      return sql`select id from person
        where tenant_id = current_tenant() and forgotten_at is null and id = any(${sql.val(condition.personIds)}::uuid[])`
  }
}

/**
 * Any of the alternatives, each with all of its conditions; sets of ids, each person once. Whoever is forgotten holds no post and is in
 * no group any more.
 */
export function audienceSql(audience: Audience, day: string): RawBuilder<{ personId: string }> {
  const all = audience.map(
    (conditions) =>
      sql`(${sql.join(
        conditions.map((condition) => sql`(${peopleBy(condition, day)})`),
        sql` intersect `,
      )})`,
  )
  const some = all.length > 0 ? sql.join(all, sql` union `) : sql`select null::uuid where false`
  return sql`select distinct u.person_id from (${some}) u(person_id)`
}

/** How many people it means. Who they are is asked page by page. */
export const sizeOf = async (tx: Tx, audience: Audience, day: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from (${audienceSql(audience, day)}) a`.execute(tx)).rows[0]?.n ??
  0

type Named = { id: string; name: string }

/** Who would come in and who would fall out, were the next audience in force today: all are counted, the first fifty by name are named. */
export async function differencesOf(tx: Tx, now: Audience, next: Audience, day: string): Promise<Difference> {
  const { rows } = await sql<Named & { comes: boolean; total: number }>`
    with d as materialized (
      select coalesce(a.person_id, b.person_id) as person_id, a.person_id is null as comes
      from (${audienceSql(now, day)}) a full join (${audienceSql(next, day)}) b on b.person_id = a.person_id
      where a.person_id is null or b.person_id is null)
    select s.*, (select count(*)::int from d where d.comes = s.comes) as total
    from (values (true), (false)) as side(comes), lateral (
      select p.id, p.name, d.comes from d join person p on p.tenant_id = current_tenant() and p.id = d.person_id
      where d.comes = side.comes order by p.name, p.id limit 50) s`.execute(tx)
  const side = (coming: boolean) => rows.filter(({ comes }) => comes === coming)
  const named = (coming: boolean) => side(coming).map(({ id, name }) => ({ id, name }))
  const count = (coming: boolean) => side(coming)[0]?.total ?? 0
  return { in: count(true), out: count(false), comesIn: named(true), fallsOut: named(false) }
}

/** What the ids of an audience are called. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Record<string, string>> {
  const { rows } = await sql<Named>`
    select id, name from organization where tenant_id = current_tenant() and id = any(${sql.val([...ids])}::uuid[])
    union all select id, name from people_group where tenant_id = current_tenant() and id = any(${sql.val([...ids])}::uuid[])
    union all select id, name from person where tenant_id = current_tenant() and id = any(${sql.val([...ids])}::uuid[])`.execute(
    tx,
  )
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

/** Where somebody stands: their oldest post. */
export const firstPlace = (who: RawBuilder<unknown>, today: string) => sql`
  select m.organization_id from membership m where m.tenant_id = current_tenant() and m.person_id = ${who}
    and m.from_date <= ${today}::date and (m.to_date is null or m.to_date > ${today}::date)
  order by m.from_date, m.id limit 1`

export const membersIn = async (tx: Tx, audience: Audience, day: string) =>
  (
    await sql<{ personId: string; organizationId: string | null }>`
      select u.person_id, b.organization_id from (${audienceSql(audience, day)}) u
      left join lateral (${firstPlace(sql`u.person_id`, day)}) b on true`.execute(tx)
  ).rows
