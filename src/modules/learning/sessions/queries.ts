import { sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import { newId, type Tx } from '../../../platform/database.ts'

export const sessionOf = (tx: Tx, activityId: string) =>
  tx
    .selectFrom('studySession as s')
    .leftJoin('person as l', (join) => join.onRef('l.tenantId', '=', 's.tenantId').onRef('l.id', '=', 's.lecturerId'))
    .leftJoin('person as n', (join) => join.onRef('n.tenantId', '=', 's.tenantId').onRef('n.id', '=', 's.noteTakerId'))
    .leftJoin('person as w', (join) => join.onRef('w.tenantId', '=', 's.tenantId').onRef('w.id', '=', 's.notedBy'))
    .where('s.activityId', '=', activityId)
    .select([
      's.lecturerId',
      's.quizId',
      's.agenda',
      's.noteTakerId',
      'n.name as noteTakerName',
      's.minutes',
      's.decisions',
    ])
    .select(['w.name as notedBy', 's.notedAt', 's.revision'])
    .select(sql<string | null>`coalesce(l.name, s.lecturer)`.as('lecturer'))
    .executeTakeFirst()

/** A session has its row from the first time that something is written of it. */
export const begin = (tx: Tx, activityId: string) =>
  tx
    .insertInto('studySession')
    .values({ activityId })
    .onConflict((on) => on.columns(['tenantId', 'activityId']).doNothing())
    .execute()

type Planned = {
  lecturerId: string | null
  lecturer: string | null
  agenda: string[]
  noteTakerId: string | null
  quizId: string | null
}
export const plan = (tx: Tx, activityId: string, planned: Planned) =>
  tx.updateTable('studySession').set(planned).where('activityId', '=', activityId).execute()

type Noted = { minutes: string | null; decisions: string[]; notedBy: string; notedAt: Date }
export const note = async (tx: Tx, activityId: string, noted: Noted, revision: number): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('studySession')
    .set({ ...noted, revision: revision + 1 })
    .where('activityId', '=', activityId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type MaterialRow = {
  id: string
  title: string
  url: string | null
  body: string | null
  fileName: string | null
  readingMinutes: number
  readAt: Date | null
}

/** In their order, with when this person has read each. */
export const materialsOf = async (tx: Tx, activityId: string, personId: string | null): Promise<MaterialRow[]> =>
  (
    await sql<MaterialRow>`
      select m.id, m.title, m.url, m.body, m.file_name, m.reading_minutes, r.read_at
      from study_material m
      left join study_reading r on r.tenant_id = m.tenant_id and r.material_id = m.id and r.person_id = ${personId}::uuid
      where m.tenant_id = current_tenant() and m.activity_id = ${activityId}::uuid and m.removed_at is null
      order by m.position, m.id`.execute(tx)
  ).rows

export const materialById = (tx: Tx, id: string) =>
  tx
    .selectFrom('studyMaterial')
    .where('id', '=', id)
    .select(['id', 'activityId', 'fileHash', 'fileName', 'removedAt'])
    .executeTakeFirst()

type NewMaterial = {
  activityId: string
  title: string
  url?: string | null
  body?: string | null
  fileHash?: string
  fileName?: string
  readingMinutes: number
}
export const insertMaterial = (tx: Tx, material: NewMaterial) =>
  tx
    .insertInto('studyMaterial')
    .values((eb) => ({
      ...material,
      id: newId(),
      position: eb
        .selectFrom('studyMaterial')
        .where('activityId', '=', material.activityId)
        .select(sql<number>`count(*)::int`.as('n')),
    }))
    .execute()

export const updateMaterial = (
  tx: Tx,
  id: string,
  changes: { title?: string; readingMinutes?: number; removedAt?: Date | null },
) => tx.updateTable('studyMaterial').set(changes).where('id', '=', id).execute()

/** The first time counts. */
export const insertReading = (tx: Tx, reading: { materialId: string; personId: string; readAt: Date }) =>
  tx
    .insertInto('studyReading')
    .values(reading)
    .onConflict((on) => on.columns(['tenantId', 'materialId', 'personId']).doNothing())
    .execute()

export const insertMadeUp = (tx: Tx, row: { activityId: string; personId: string; madeUpAt: Date }) =>
  about(tx, [row.activityId])
    .insertInto('madeUp')
    .values({ ...row, id: newId() })
    .onConflict((on) => on.columns(['tenantId', 'activityId', 'personId']).doNothing())
    .execute()

export const madeUpBy = (tx: Tx, activityId: string) =>
  tx.selectFrom('madeUp').where('activityId', '=', activityId).select(['personId', 'madeUpAt']).execute()

/** Of these sessions those that can be made up, by reading or by a quiz, and how far this person is with each. */
export const toMakeUp = async (tx: Tx, personId: string, activityIds: readonly string[]) =>
  (
    await sql<{ activityId: string; quizId: string | null; materials: number; read: number }>`
      select a.id as activity_id, s.quiz_id, count(m.id)::int as materials, count(r.read_at)::int as read
      from unnest(${sql.val([...activityIds])}::uuid[]) a(id)
      left join study_session s on s.tenant_id = current_tenant() and s.activity_id = a.id
      left join study_material m on m.tenant_id = current_tenant() and m.activity_id = a.id and m.removed_at is null
      left join study_reading r on r.tenant_id = m.tenant_id and r.material_id = m.id and r.person_id = ${personId}::uuid
      where (m.id is not null or s.quiz_id is not null)
        and not exists (select from made_up d where d.tenant_id = current_tenant() and d.activity_id = a.id and d.person_id = ${personId}::uuid)
      group by a.id, s.quiz_id`.execute(tx)
  ).rows

/** Sessions that end with this quiz. */
export const sessionsWithQuiz = async (tx: Tx, quizId: string): Promise<string[]> =>
  (await tx.selectFrom('studySession').where('quizId', '=', quizId).select('activityId').execute()).map(
    ({ activityId }) => activityId,
  )
