import { type RawBuilder, sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Taken } from '../../../platform/document/taken.ts'
import type { Answers } from '../checklists/contract.ts'

const checks = (tx: Tx) =>
  tx
    .selectFrom('safetyCheck as k')
    .innerJoin('checklist as c', (join) =>
      join.onRef('c.tenantId', '=', 'k.tenantId').onRef('c.id', '=', 'k.checklistId'),
    )
    .innerJoin('place as p', (join) => join.onRef('p.tenantId', '=', 'k.tenantId').onRef('p.id', '=', 'k.placeId'))
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'p.tenantId').onRef('o.id', '=', 'p.organizationId'),
    )
    .leftJoin('place as s', (join) => join.onRef('s.tenantId', '=', 'p.tenantId').onRef('s.id', '=', 'p.parentId'))
    .leftJoin('person as w', (join) => join.onRef('w.tenantId', '=', 'k.tenantId').onRef('w.id', '=', 'k.doneBy'))
    .select([
      'k.id',
      'k.checklistId',
      'c.name as checklistName',
      'k.placeId',
      'p.name as placeName',
      's.name as station',
    ])
    .select(['k.plannedOn', 'k.dueOn', 'k.version', 'k.key', 'k.passed', 'k.doneAt', 'w.name as doneBy'])
    .select(['o.id as organizationId', 'o.path', sql<number | null>`k.percent::float8`.as('percent')])
    .select(({ ref }) => ref('k.answers').$castTo<Answers | null>().as('answers'))
export type CheckOf = Awaited<ReturnType<ReturnType<typeof checks>['executeTakeFirstOrThrow']>>

const within = (paths: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`exists (select from unnest(${sql.val([...paths])}::text[]) as own(path) where starts_with(o.path, own.path))`

type Which = { done: boolean; placeId?: string | undefined; until: string; limit: number; offset: number }
export const checksIn = (tx: Tx, paths: readonly string[], { done, placeId, until, limit, offset }: Which) =>
  checks(tx)
    .where(within(paths))
    .where('k.doneAt', done ? 'is not' : 'is', null)
    .$if(!done, (query) => query.where('k.plannedOn', '<=', until))
    .$if(placeId !== undefined, (query) =>
      query.where((eb) => eb.or([eb('p.id', '=', placeId as string), eb('p.parentId', '=', placeId as string)])),
    )
    .orderBy(done ? 'k.doneAt' : 'k.dueOn', done ? 'desc' : 'asc')
    .orderBy('k.id')
    .limit(limit)
    .offset(offset)
    .execute()

export const checkById = (tx: Tx, id: string): Promise<CheckOf | undefined> =>
  checks(tx).where('k.id', '=', id).executeTakeFirst()

/** Two phones that hand in the same check come one after the other. */
export const holdCheck = (tx: Tx, id: string) =>
  tx.selectFrom('safetyCheck').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

type New = { id: string; checklistId: string; placeId: string; plannedOn: string; dueOn: string }
export const insertCheck = (tx: Tx, check: New) =>
  about(tx, [check.id]).insertInto('safetyCheck').values(check).execute()

type Done = {
  version: number
  key: string
  answers: Answers
  percent: number | null
  passed: boolean
  doneBy: string | null
  doneAt: Date
  arrivedAt: Date
}
export const setDone = (tx: Tx, id: string, { answers, ...done }: Done) =>
  about(tx, [id])
    .updateTable('safetyCheck')
    .set({ ...done, answers: JSON.stringify(answers) })
    .where('id', '=', id)
    .execute()

/** Where something can be checked: with what is needed to judge whether it is the office's own. */
export const placeToCheck = (tx: Tx, id: string) =>
  tx
    .selectFrom('place as p')
    .leftJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'p.tenantId').onRef('o.id', '=', 'p.organizationId'),
    )
    .where('p.id', '=', id)
    .select(['p.id', 'p.kind', 'p.name', 'o.path', 'p.organizationId'])
    .executeTakeFirst()

/** The place itself and the rooms in it. */
export const roomsToCheck = (tx: Tx, id: string) =>
  tx
    .selectFrom('place as p')
    .leftJoin('floorPicture as f', (join) =>
      join.onRef('f.tenantId', '=', 'p.tenantId').onRef('f.placeId', '=', 'p.id'),
    )
    .where((eb) => eb.or([eb('p.id', '=', id), eb('p.parentId', '=', id)]))
    .select(['p.id', 'p.name', 'f.file', 'f.width', 'f.height'])
    .orderBy(sql`p.id <> ${id}`)
    .orderBy('p.name')
    .execute()

/** Who may answer for what is found at an organization: those with one of these posts there or above, today. */
export const peopleAt = async (tx: Tx, path: string, posts: readonly string[], today: string) =>
  (
    await sql<{ id: string; name: string }>`
      select p.id, p.name from person p
      where p.tenant_id = current_tenant() and p.forgotten_at is null and exists (
        select from membership m join organization o on o.tenant_id = m.tenant_id and o.id = m.organization_id
        where m.tenant_id = p.tenant_id and m.person_id = p.id and m.role = any(${sql.val([...posts])}::text[])
          and daterange(m.from_date, m.to_date) @> ${today}::date
          and (starts_with(${path}, o.path) or starts_with(o.path, ${path})))
      order by p.name, p.id limit 200`.execute(tx)
  ).rows

type NewHazard = {
  checkId: string
  questionId: string
  findingId: string
  placeId: string
  pinX: number | null
  pinY: number | null
}
export const insertHazards = (tx: Tx, hazards: readonly NewHazard[]) =>
  hazards.length === 0
    ? Promise.resolve([])
    : tx
        .insertInto('checkHazard')
        .values([...hazards])
        .execute()

const hazards = (tx: Tx) =>
  tx
    .selectFrom('checkHazard as h')
    .innerJoin('place as p', (join) => join.onRef('p.tenantId', '=', 'h.tenantId').onRef('p.id', '=', 'h.placeId'))
    .select(['h.checkId', 'h.questionId', 'h.findingId', 'h.placeId', 'p.name as placeName'])
    .select([sql<number | null>`h.pin_x::float8`.as('pinX'), sql<number | null>`h.pin_y::float8`.as('pinY')])
export type HazardOf = Awaited<ReturnType<ReturnType<typeof hazards>['executeTakeFirstOrThrow']>>

export const hazardsOfCheck = (tx: Tx, checkId: string): Promise<HazardOf[]> =>
  hazards(tx).where('h.checkId', '=', checkId).execute()

export const hazardsIn = (tx: Tx, placeId: string): Promise<HazardOf[]> =>
  hazards(tx)
    .where((eb) => eb.or([eb('p.id', '=', placeId), eb('p.parentId', '=', placeId)]))
    .limit(2000)
    .execute()

export const photosOf = (tx: Tx, checkId: string) =>
  tx
    .selectFrom('checkPhoto')
    .where('checkId', '=', checkId)
    .select(['id', 'questionId', 'file', 'type', 'width', 'height'])
    .orderBy('id')
    .execute()

/** A photo that came before the check that speaks of it learns to which question it belongs. */
export const namePhotos = (tx: Tx, checkId: string, photos: readonly { id: string; questionId: string | null }[]) =>
  photos.length === 0
    ? Promise.resolve([])
    : tx
        .insertInto('checkPhoto')
        .values(photos.map((photo) => ({ ...photo, checkId })))
        .onConflict((on) =>
          on
            .columns(['tenantId', 'id'])
            .doUpdateSet((eb) => ({ questionId: eb.ref('excluded.questionId') }))
            .where('checkPhoto.checkId', '=', checkId),
        )
        .execute()

/** What was sent while the check was done, and taken away again before it was handed in. */
export const dropOtherPhotos = (tx: Tx, checkId: string, ids: readonly string[]) =>
  tx
    .deleteFrom('checkPhoto')
    .where('checkId', '=', checkId)
    .$if(ids.length > 0, (query) => query.where('id', 'not in', [...ids]))
    .execute()

/** The first file that comes for a photo is the photo. */
export const keepPhoto = (tx: Tx, checkId: string, id: string, taken: Taken) =>
  tx
    .insertInto('checkPhoto')
    .values({ id, checkId, questionId: null, ...taken })
    .onConflict((on) =>
      on
        .columns(['tenantId', 'id'])
        .doUpdateSet(taken)
        .where('checkPhoto.checkId', '=', checkId)
        .where('checkPhoto.file', 'is', null),
    )
    .execute()
