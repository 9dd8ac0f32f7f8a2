import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Audience } from './audience/contract.ts'
import type { Terms } from './contract.ts'

export type CourseRecord = Terms & {
  id: string
  name: string
  about: string | null
  organizationId: string
  organizationName: string
  path: string
  audience: Audience
  nextAudience: Audience | null
  openedAt: Date | null
  closedAt: Date | null
}

const courses = async (tx: Tx, which: RawBuilder<unknown>): Promise<CourseRecord[]> =>
  (
    await sql<CourseRecord>`
      select c.id, c.name, c.about, c.organization_id, o.name as organization_name, o.path, c.due_days, c.due_date, c.renew_months,
        c.audience, c.next_audience, c.opened_at, c.closed_at
      from course c join organization o on o.tenant_id = c.tenant_id and o.id = c.organization_id
      where c.tenant_id = current_tenant() and ${which} order by c.name, c.id`.execute(tx)
  ).rows

export const allCourses = (tx: Tx) => courses(tx, sql`true`)
export const openCourses = (tx: Tx) => courses(tx, sql`c.opened_at is not null and c.closed_at is null`)
export const courseById = async (tx: Tx, id: string) => (await courses(tx, sql`c.id = ${id}::uuid`))[0]

export const holdCourse = (tx: Tx, id: string) =>
  tx.selectFrom('course').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

type Fields = Terms & { name: string; about: string | null }
export const insertCourse = (tx: Tx, course: Fields & { id: string; organizationId: string; changedAt: Date }) =>
  tx.insertInto('course').values(course).execute()

type Changes = Partial<Fields> & {
  audience?: string
  nextAudience?: string | null
  openedAt?: Date
  closedAt?: Date | null
  changedAt: Date
}
export const updateCourse = (tx: Tx, id: string, changes: Changes) =>
  tx.updateTable('course').set(changes).where('id', '=', id).execute()
