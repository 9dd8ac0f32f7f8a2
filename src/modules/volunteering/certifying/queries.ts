import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'

type Served = { minutes: number; services: number; roles: string[] }
type Span = { from: Date; before: Date }

/** Minutes that count, over how many services, and the roles held in them. */
export async function servedBy(tx: Tx, personId: string, { from, before }: Span): Promise<Served> {
  const { rows } = await sql<Served>`
    select coalesce(sum(p.minutes), 0)::int as minutes, count(*)::int as services,
      coalesce((select array_agg(distinct r.name order by r.name) from signup u
        join shift_role r on r.tenant_id = u.tenant_id and r.id = u.shift_role_id
        where u.tenant_id = current_tenant() and u.person_id = ${personId}::uuid and u.state = 'confirmed'
          and u.starts_at >= ${from} and u.starts_at < ${before}), '{}') as roles
    from participation p join activity a on a.tenant_id = p.tenant_id and a.id = p.activity_id
    where p.tenant_id = current_tenant() and p.person_id = ${personId}::uuid and a.kind = 'service'
      and a.cancelled_at is null and p.minutes > 0 and a.starts_at >= ${from} and a.starts_at < ${before}`.execute(tx)
  return rows[0] ?? { minutes: 0, services: 0, roles: [] }
}

export const officeRoot = async (tx: Tx): Promise<string | undefined> =>
  (await tx.selectFrom('organization').where('parentId', 'is', null).select('id').executeTakeFirst())?.id
