import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'

const ids = (given: readonly string[]) => sql`${sql.val([...given])}::uuid[]`

export type Limits = { activityId: string; places: number; confirmed: string[]; present: string[] }

/** Of these activities, those with shifts: how many places there are, who holds one, and who came without. */
export const limitsOf = async (tx: Tx, activityIds: readonly string[]): Promise<Limits[]> =>
  (
    await sql<Limits>`
      select s.activity_id, sum(r.most)::int as places,
        array(select distinct u.person_id::text from signup u join shift t on t.tenant_id = u.tenant_id and t.id = u.shift_id
              where u.tenant_id = current_tenant() and t.activity_id = s.activity_id and u.state = 'confirmed') as confirmed,
        array(select distinct e.person_id::text from door_event e where e.tenant_id = current_tenant()
              and e.activity_id = s.activity_id and e.direction = 'in' and e.state = 'stands') as present
      from shift s join shift_role r on r.tenant_id = s.tenant_id and r.shift_id = s.id
      where s.tenant_id = current_tenant() and s.activity_id = any(${ids(activityIds)}) and s.cancelled_at is null
      group by s.activity_id`.execute(tx)
  ).rows

/** Who lacks on that day a skill that their role asks for. */
export const barredAt = async (tx: Tx, activityIds: readonly string[], timeZone: string) =>
  (
    await sql<{ activityId: string; personId: string }>`
      select distinct s.activity_id, u.person_id
      from shift s
      join signup u on u.tenant_id = s.tenant_id and u.shift_id = s.id and u.state = 'confirmed'
      join shift_role r on r.tenant_id = u.tenant_id and r.id = u.shift_role_id
      join skill k on k.tenant_id = r.tenant_id and k.id = any(r.skill_ids)
      where s.tenant_id = current_tenant() and s.activity_id = any(${ids(activityIds)}) and s.cancelled_at is null
        and not exists (
          select from qualification q where q.tenant_id = u.tenant_id and q.person_id = u.person_id and q.skill_id = k.id
            and q.from_date <= (s.starts_at at time zone ${timeZone})::date
            and (q.to_date is null or q.to_date > (s.starts_at at time zone ${timeZone})::date)
            and (q.confirmed_at is not null or not k.needs_proof))`.execute(tx)
  ).rows
