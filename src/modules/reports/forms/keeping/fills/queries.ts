import type { Tx } from '../../../../../platform/database.ts'

const fills = (tx: Tx) =>
  tx
    .selectFrom('formFill as w')
    .innerJoin('formVersion as v', (join) =>
      join.onRef('v.tenantId', '=', 'w.tenantId').onRef('v.id', '=', 'w.versionId'),
    )
    .leftJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'w.tenantId').onRef('p.id', '=', 'w.filledBy'))
    .select([
      'w.id',
      'v.formId',
      'v.number as version',
      'w.period',
      'w.fileHash',
      'w.cells',
      'w.filledAt',
      'w.filledBy',
      'p.name as filledByName',
    ])

/** The newest first. */
export const fillsOf = (tx: Tx, formId: string) =>
  fills(tx).where('v.formId', '=', formId).orderBy('w.filledAt', 'desc').orderBy('w.id').limit(100).execute()

export const fillById = (tx: Tx, formId: string, id: string) =>
  fills(tx).where('v.formId', '=', formId).where('w.id', '=', id).executeTakeFirst()

type New = {
  id: string
  versionId: string
  period: string
  fileHash: string
  cells: string
  filledBy: string | null
  filledAt: Date
}
export const insertFill = (tx: Tx, fill: New) => tx.insertInto('formFill').values(fill).execute()
