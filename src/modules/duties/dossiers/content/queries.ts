import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { DossierContent } from '../contract.ts'

type Asked = { personId: string; year: number; path: string }
export type Held = Omit<DossierContent['duties'][number], 'days'> & { organizationId: string }

/** What somebody held or stood in for in a year, in a part of the tree. */
export const dutiesHeld = async (tx: Tx, { personId, year, path }: Asked): Promise<Held[]> =>
  (
    await sql<Held>`
      select d.id, d.name, o.id as organization_id, o.name as organization, h.seat, h.from_date, h.to_date
      from duty_holding h
      join duty d on d.tenant_id = h.tenant_id and d.id = h.duty_id and d.removed_at is null
      join organization o on o.tenant_id = d.tenant_id and o.id = d.organization_id
      where h.tenant_id = current_tenant() and h.person_id = ${personId}::uuid and starts_with(o.path, ${path})
        and daterange(h.from_date, h.to_date) && daterange(make_date(${year}, 1, 1), make_date(${year} + 1, 1, 1))
      order by h.seat desc, h.from_date, d.name, h.id`.execute(tx)
  ).rows

/** Which objectives of a year somebody passed on, and from which day on. */
export const objectivesPassedOn = async (tx: Tx, { personId, year }: Omit<Asked, 'path'>) =>
  (
    await sql<{ id: string; onDate: string }>`
      select distinct on (t.id) t.id, h.on_date
      from hand_over h cross join lateral jsonb_to_recordset(h.open_things -> 'objectives') as t(id uuid, year integer)
      where h.tenant_id = current_tenant() and h.from_person = ${personId}::uuid and t.year = ${year}
      order by t.id, h.on_date desc`.execute(tx)
  ).rows

/** Reviews of a part of the tree that were sent in a year. */
export const reviewsSent = async (tx: Tx, { year, path }: Omit<Asked, 'personId'>, zone: string) =>
  (
    await sql<{ id: string; sentOn: string }>`
      select r.id, to_char(r.sent_at at time zone ${zone}, 'YYYY-MM-DD') as sent_on
      from review r join organization o on o.tenant_id = r.tenant_id and o.id = r.organization_id
      where r.tenant_id = current_tenant() and starts_with(o.path, ${path})
        and r.sent_at >= (make_date(${year}, 1, 1)::timestamp at time zone ${zone})
        and r.sent_at < (make_date(${year} + 1, 1, 1)::timestamp at time zone ${zone})
      order by r.sent_at, r.id`.execute(tx)
  ).rows
