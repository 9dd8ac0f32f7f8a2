import { sql } from 'kysely'
import { newId, type Tx } from '../../../../platform/database.ts'

export const exemptionsOf = async (tx: Tx, which: { courseId: string } | { id: string }) =>
  (
    await sql<{
      id: string
      courseId: string
      personId: string
      personName: string
      reason: string
      askedById: string
      askedBy: string
      decidedBy: string | null
      granted: boolean | null
    }>`
      select e.id, e.course_id, e.person_id, p.name as person_name, e.reason, e.asked_by as asked_by_id, a.name as asked_by, d.name as decided_by,
        e.granted
      from course_exemption e
      join person p on p.tenant_id = e.tenant_id and p.id = e.person_id
      join person a on a.tenant_id = e.tenant_id and a.id = e.asked_by
      left join person d on d.tenant_id = e.tenant_id and d.id = e.decided_by
      where e.tenant_id = current_tenant()
        and ${'id' in which ? sql`e.id = ${which.id}::uuid` : sql`e.course_id = ${which.courseId}::uuid`}
      order by e.asked_at desc`.execute(tx)
  ).rows

type NewExemption = { courseId: string; personId: string; reason: string; askedBy: string; askedAt: Date }
export const insertExemption = async (tx: Tx, exemption: NewExemption): Promise<boolean> =>
  (
    await sql`
      insert into course_exemption (id, course_id, person_id, reason, asked_by, asked_at)
      values (${newId()}, ${exemption.courseId}, ${exemption.personId}, ${exemption.reason}, ${exemption.askedBy}, ${exemption.askedAt})
      on conflict (tenant_id, course_id, person_id) where granted is not false do nothing returning id`.execute(tx)
  ).rows.length > 0

export const decide = (tx: Tx, id: string, decision: { decidedBy: string; decidedAt: Date; granted: boolean }) =>
  tx.updateTable('courseExemption').set(decision).where('id', '=', id).where('granted', 'is', null).execute()
