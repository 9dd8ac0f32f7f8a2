import type { Tx } from '../../../../platform/database.ts'

const templates = (tx: Tx) =>
  tx
    .selectFrom('reportTemplate as t')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 't.tenantId').onRef('o.id', '=', 't.organizationId'),
    )
    .where('t.retiredAt', 'is', null)
    .select([
      't.id',
      't.name',
      't.title',
      't.language',
      't.organizationId',
      'o.name as organizationName',
      'o.path',
      't.changedAt',
    ])

export const allTemplates = (tx: Tx) => templates(tx).orderBy('t.name').orderBy('t.id').limit(500).execute()

export const templateById = (tx: Tx, id: string) =>
  templates(tx).where('t.id', '=', id).select('t.document').executeTakeFirst()

type Fields = { name: string; title: string; language: string; document: string; changedAt: Date }

export const insertTemplate = (
  tx: Tx,
  row: Fields & { id: string; organizationId: string; createdBy: string | null },
) => tx.insertInto('reportTemplate').values(row).execute()

export const updateTemplate = (tx: Tx, id: string, fields: Partial<Fields> & { retiredAt?: Date }) =>
  tx.updateTable('reportTemplate').set(fields).where('id', '=', id).execute()
