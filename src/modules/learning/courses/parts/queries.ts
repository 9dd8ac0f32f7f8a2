import { type RawBuilder, sql } from 'kysely'
import { newId, type Tx } from '../../../../platform/database.ts'
import type { Part, PartKind } from './contract.ts'

export type PartRecord = Part & { courseId: string; fileHash: string | null; removedAt: Date | null }

const parts = async (tx: Tx, which: RawBuilder<unknown>): Promise<PartRecord[]> =>
  (
    await sql<PartRecord>`
      select p.id, p.course_id, p.kind, p.title, p.body, p.url, p.file_hash, p.file_name, p.topic, p.activity_id, p.series_id,
        coalesce(a.title, r.title) as session_title, a.starts_at as session_at, p.quiz_id, p.signer_id, s.name as signer_name, p.removed_at
      from course_part p
      left join person s on s.tenant_id = p.tenant_id and s.id = p.signer_id
      left join activity a on a.tenant_id = p.tenant_id and a.id = p.activity_id
      left join lateral (select x.title from activity x where x.tenant_id = p.tenant_id and x.series_id = p.series_id
        order by x.starts_at desc limit 1) r on true
      where p.tenant_id = current_tenant() and ${which} order by p.position, p.id`.execute(tx)
  ).rows

export const partsOf = (tx: Tx, courseId: string) =>
  parts(tx, sql`p.course_id = ${courseId}::uuid and p.removed_at is null`)
export const countParts = async (tx: Tx): Promise<Map<string, number>> => {
  const rows = await tx
    .selectFrom('coursePart')
    .where('removedAt', 'is', null)
    .groupBy('courseId')
    .select(['courseId', sql<number>`count(*)::int`.as('n')])
    .execute()
  return new Map(rows.map(({ courseId, n }) => [courseId, n]))
}
export const partById = async (tx: Tx, id: string) => (await parts(tx, sql`p.id = ${id}::uuid`))[0]

type NewPart = {
  courseId: string
  kind: PartKind
  title: string
  body?: string | null
  url?: string | null
  topic?: string | null
  activityId?: string | null
  seriesId?: string | null
  quizId?: string | null
  signerId?: string | null
  fileHash?: string
  fileName?: string
}
export async function insertPart(tx: Tx, part: NewPart): Promise<{ partId: string }> {
  const id = newId()
  await tx
    .insertInto('coursePart')
    .values((eb) => ({
      ...part,
      id,
      position: eb
        .selectFrom('coursePart')
        .where('courseId', '=', part.courseId)
        .select(sql<number>`count(*)::int`.as('n')),
    }))
    .execute()
  return { partId: id }
}

/** Courses of which this quiz is a part. */
export const coursesWithQuiz = async (tx: Tx, quizId: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('coursePart')
      .where('quizId', '=', quizId)
      .where('removedAt', 'is', null)
      .select('courseId')
      .distinct()
      .execute()
  ).map(({ courseId }) => courseId)

export const setPartRemoved = (tx: Tx, id: string, removedAt: Date | null) =>
  tx.updateTable('coursePart').set({ removedAt }).where('id', '=', id).execute()
