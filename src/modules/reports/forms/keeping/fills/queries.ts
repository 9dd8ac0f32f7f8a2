import { sql } from 'kysely'
import type { Tx } from '../../../../../platform/database.ts'

const places = (state: 'filled' | 'unfilled') =>
  sql<number>`(select count(*)::int from jsonb_array_elements(w.cells) own where own ->> 'state' = ${state})`

/** Without their cells, of which a form with lists has thousands. */
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
      'w.filledAt',
      'w.filledBy',
      'p.name as filledByName',
      places('filled').as('filled'),
      places('unfilled').as('unfilled'),
    ])

/** The newest first. */
export const fillsOf = (tx: Tx, formId: string) =>
  fills(tx).where('v.formId', '=', formId).orderBy('w.filledAt', 'desc').orderBy('w.id').limit(100).execute()

export const fillById = (tx: Tx, formId: string, id: string) =>
  fills(tx).where('v.formId', '=', formId).where('w.id', '=', id).select('w.cells').executeTakeFirst()

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
