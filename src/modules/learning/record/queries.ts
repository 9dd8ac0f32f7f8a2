import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { RecordedSession } from './contract.ts'

/** Study sessions at which somebody was, and those that they made up; whoever came after all made nothing up. */
export const sessionsOf = async (tx: Tx, personId: string, zone: string): Promise<RecordedSession[]> =>
  (
    await sql<RecordedSession>`
      select a.id as activity_id, a.title, a.topic, to_char(a.starts_at at time zone ${zone}, 'YYYY-MM-DD') as day,
        round(extract(epoch from a.ends_at - a.starts_at) / 60)::int as minutes,
        case when p.id is not null then 'attended' else 'madeUp' end as way
      from activity a
      left join participation p on p.tenant_id = a.tenant_id and p.activity_id = a.id and p.person_id = ${personId}::uuid
        and p.status in ('attended', 'late')
      left join made_up m on m.tenant_id = a.tenant_id and m.activity_id = a.id and m.person_id = ${personId}::uuid
      where a.tenant_id = current_tenant() and a.kind = 'study' and a.cancelled_at is null
        and (p.id is not null or m.id is not null)
        and a.id in (
          select activity_id from participation where tenant_id = current_tenant() and person_id = ${personId}::uuid
          union select activity_id from made_up where tenant_id = current_tenant() and person_id = ${personId}::uuid)
      order by a.starts_at desc, a.id`.execute(tx)
  ).rows

export type DoneCourse = {
  courseId: string
  name: string
  organizationId: string
  organizationName: string
  renewMonths: number | null
  enteredOn: string
  doneOn: string
}

export const coursesDoneBy = async (tx: Tx, personId: string): Promise<DoneCourse[]> =>
  (
    await sql<DoneCourse>`
      select m.course_id, c.name, c.organization_id, o.name as organization_name, c.renew_months, m.entered_on, m.done_on
      from course_member m
      join course c on c.tenant_id = m.tenant_id and c.id = m.course_id
      join organization o on o.tenant_id = c.tenant_id and o.id = c.organization_id
      where m.tenant_id = current_tenant() and m.person_id = ${personId}::uuid and m.done_on is not null
      order by m.done_on desc, c.name`.execute(tx)
  ).rows

export const holdMember = (tx: Tx, courseId: string, personId: string) =>
  tx
    .selectFrom('courseMember')
    .where('courseId', '=', courseId)
    .where('personId', '=', personId)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
