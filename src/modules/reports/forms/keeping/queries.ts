import { sql } from 'kysely'
import { newId, type Tx } from '../../../../platform/database.ts'
import { Content } from '../contract.ts'
import type { Lesson } from './lessons/rules.ts'

/** Forms with their newest blank. */
const forms = (tx: Tx) =>
  tx
    .selectFrom('form as f')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'f.tenantId').onRef('o.id', '=', 'f.organizationId'),
    )
    .innerJoin('formVersion as v', (join) => join.onRef('v.tenantId', '=', 'f.tenantId').onRef('v.formId', '=', 'f.id'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('formVersion as later')
            .select('later.id')
            .whereRef('later.tenantId', '=', 'f.tenantId')
            .whereRef('later.formId', '=', 'f.id')
            .whereRef('later.number', '>', 'v.number'),
        ),
      ),
    )
    .select([
      'f.id',
      'f.name',
      'f.sender',
      'f.organizationId',
      'o.name as organizationName',
      'o.path',
      'f.retiredAt',
      'v.id as versionId',
      'v.number',
      'v.fileHash',
      'v.fileName',
      'v.bindings',
      'v.createdAt as versionAt',
    ])

/** Those of these parts of the tree. */
export const findForms = (tx: Tx, paths: readonly string[], retired: boolean) =>
  forms(tx)
    .where('f.retiredAt', retired ? 'is not' : 'is', null)
    .where(sql<boolean>`exists (select from unnest(${sql.val(paths)}::text[]) own where starts_with(o.path, own))`)
    .orderBy('f.name')
    .orderBy('f.id')
    .limit(500)
    .execute()

export const formById = (tx: Tx, id: string) => forms(tx).where('f.id', '=', id).executeTakeFirst()

/** Two people who bind at once, or bring a blank, come one after the other. */
export const holdForm = (tx: Tx, id: string) =>
  tx.selectFrom('form').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

type New = { id: string; organizationId: string; name: string; createdBy: string | null; createdAt: Date }
export const insertForm = (tx: Tx, form: New) => tx.insertInto('form').values(form).execute()

type Version = {
  formId: string
  number: number
  fileHash: string
  fileName: string
  bindings: string
  createdBy: string | null
  createdAt: Date
}
export const insertVersion = (tx: Tx, version: Version) =>
  tx
    .insertInto('formVersion')
    .values({ ...version, id: newId() })
    .execute()

export const setBindings = (tx: Tx, versionId: string, bindings: string) =>
  tx.updateTable('formVersion').set({ bindings }).where('id', '=', versionId).execute()

export const updateForm = (
  tx: Tx,
  id: string,
  fields: { name?: string; sender?: string; organizationId?: string; retiredAt?: Date | null },
) => tx.updateTable('form').set(fields).where('id', '=', id).execute()

export const lessons = async (tx: Tx): Promise<Lesson[]> => {
  const rows = await tx.selectFrom('formLesson').select(['label', 'title', 'content']).limit(20_000).execute()
  return rows.map((row) => ({ ...row, content: Content.parse(row.content) }))
}

export const teach = (
  tx: Tx,
  lesson: { label: string; title: string; content: string; taughtBy: string | null; taughtAt: Date },
) => {
  const { content, taughtBy, taughtAt } = lesson
  return tx
    .insertInto('formLesson')
    .values({ ...lesson, id: newId() })
    .onConflict((there) => there.columns(['tenantId', 'label', 'title']).doUpdateSet({ content, taughtBy, taughtAt }))
    .execute()
}

/** The last filling of each of these forms. */
export const lastFills = (tx: Tx, formIds: readonly string[]) =>
  tx
    .selectFrom('formFill as w')
    .innerJoin('formVersion as v', (join) =>
      join.onRef('v.tenantId', '=', 'w.tenantId').onRef('v.id', '=', 'w.versionId'),
    )
    .where('v.formId', 'in', [...formIds])
    .distinctOn('v.formId')
    .select(['v.formId', 'w.id', 'w.period', 'w.filledAt as at'])
    .orderBy('v.formId')
    .orderBy('w.filledAt', 'desc')
    .execute()
