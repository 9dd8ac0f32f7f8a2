import type { Tx } from '../../../../platform/database.ts'

const versions = (tx: Tx) =>
  tx
    .selectFrom('reportVersion as v')
    .leftJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'v.tenantId').onRef('p.id', '=', 'v.namedBy'))
    .select(['v.id', 'v.name', 'v.seq', 'p.name as namedBy', 'v.namedAt'])

export const versionsOf = (tx: Tx, reportId: string) =>
  versions(tx).where('v.reportId', '=', reportId).orderBy('v.seq', 'desc').orderBy('v.namedAt', 'desc').execute()

export const versionById = (tx: Tx, id: string) =>
  versions(tx).where('v.id', '=', id).select('v.reportId').executeTakeFirst()

type New = { id: string; reportId: string; seq: number; name: string; namedBy: string | null; namedAt: Date }

export const insertVersion = (tx: Tx, version: New) => tx.insertInto('reportVersion').values(version).execute()

export const deleteVersion = (tx: Tx, id: string) => tx.deleteFrom('reportVersion').where('id', '=', id).execute()
