import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { Audience, Condition, Difference } from './contract.ts'

type Sql = RawBuilder<unknown>
const tables = { post: 'membership', place: 'group_member', person: 'person' } as const
/** A row of this table says that its person meets the condition. */
type Met = { by: keyof typeof tables; where: Sql }

function metBy(condition: Condition, day: string): Met {
  const current = sql`r.from_date <= ${day}::date and (r.to_date is null or r.to_date > ${day}::date)`
  // `is true` keeps the places a set that is looked up in: joined, they are taken for few, and each is searched for by itself.
  const below = (organizationId: string) => sql`
    (r.organization_id in (select o.id from organization o where o.tenant_id = current_tenant() and o.path like
      (select path || '%' from organization where tenant_id = current_tenant() and id = ${organizationId}::uuid))) is true`
  switch (condition.is) {
    case 'inGroup':
      return { by: 'place', where: sql`${current} and r.group_id = ${condition.groupId}::uuid` }
    case 'at':
      return { by: 'post', where: sql`${current} and ${below(condition.organizationId)}` }
    case 'holds':
      return {
        by: 'post',
        where: sql`${current} and r.role = ${condition.role} and ${below(condition.organizationId)}`,
      }
    case 'began': {
      const since = sql`${day}::date - make_interval(${sql.raw(condition.unit)} => ${condition.last})`
      const role = condition.role ? sql`and r.role = ${condition.role}` : sql``
      return {
        by: 'post',
        where: sql`${current} and r.from_date > ${since} ${role} and ${below(condition.organizationId)}`,
      }
    }
    case 'named':
      return {
        by: 'person',
        where: sql`r.forgotten_at is null and r.id = any(${sql.val(condition.personIds)}::uuid[])`,
      }
  }
}

const either = (all: readonly Sql[]): Sql => (all.length > 0 ? sql`(${sql.join(all, sql` or `)})` : sql`false`)
const both = (all: readonly Sql[]): Sql => sql`(${sql.join(all, sql` and `)})`

/**
 * Whoever meets a condition of these audiences, each once, and whether each audience means them: `in0`, `in1`. Each table is read
 * once for all conditions. Whoever is forgotten holds no post and is in no group any more.
 */
function meantBy(audiences: readonly Audience[], day: string): Sql {
  const conditions = audiences.flat(2).map((condition) => metBy(condition, day))
  const flag = (i: number): Sql => sql.id(`c${i}`)
  const reads = Object.entries(tables).flatMap(([by, table]) => {
    if (!conditions.some((condition) => condition.by === by)) return []
    const person = by === 'person' ? sql`r.id` : sql`r.person_id`
    const flags = conditions.map(
      (condition, i) => sql`${condition.by === by ? condition.where : sql`false`} as ${flag(i)}`,
    )
    const some = either(conditions.flatMap((condition) => (condition.by === by ? condition.where : [])))
    return [
      sql`select ${person} as person_id, ${sql.join(flags)} from ${sql.table(table)} r where r.tenant_id = current_tenant() and ${some}`,
    ]
  })
  let next = 0
  const means = audiences.map((audience) =>
    either(audience.map((all) => both(all.map(() => sql`bool_or(${flag(next++)})`)))),
  )
  const columns = means.map((mean, i) => sql`${mean} as ${sql.id(`in${i}`)}`)
  const from = reads.length > 0 ? sql.join(reads, sql` union all `) : sql`select null::uuid as person_id where false`
  return sql`select r.person_id, ${sql.join(columns)} from (${from}) r group by r.person_id`
}

/** The ids of those whom an audience means: any of the alternatives, each with all of its conditions. */
export const audienceSql = (audience: Audience, day: string): RawBuilder<{ personId: string }> =>
  sql`select u.person_id from (${meantBy([audience], day)}) u where u.in0`

/** How many people it means. Who they are is asked page by page. */
export const sizeOf = async (tx: Tx, audience: Audience, day: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from (${audienceSql(audience, day)}) a`.execute(tx)).rows[0]?.n ??
  0

type Named = { id: string; name: string }

/** Who would come in and who would fall out, were the next audience in force today: all are counted, the first fifty by name are named. */
export async function differencesOf(tx: Tx, now: Audience, next: Audience, day: string): Promise<Difference> {
  const { rows } = await sql<Named & { comes: boolean; total: number }>`
    with d as materialized (
      select u.person_id, u.in1 as comes from (${meantBy([now, next], day)}) u where u.in0 <> u.in1)
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
