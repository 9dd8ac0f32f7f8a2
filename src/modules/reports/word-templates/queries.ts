import type { Tx } from '../../../platform/database.ts'

const templates = (tx: Tx) =>
  tx
    .selectFrom('wordTemplate as w')
    .innerJoin('person as n', (join) => join.onRef('n.tenantId', '=', 'w.tenantId').onRef('n.id', '=', 'w.addedBy'))
    .select(['w.id', 'w.name', 'w.tags', 'w.addedAt', 'w.fileHash', 'n.name as addedBy'])

export const allTemplates = (tx: Tx) => templates(tx).where('w.retiredAt', 'is', null).orderBy('w.name').execute()

export const templateById = (tx: Tx, id: string) => templates(tx).where('w.id', '=', id).executeTakeFirst()

type New = { id: string; name: string; fileHash: string; tags: string[]; addedBy: string; addedAt: Date }

export const insertTemplate = (tx: Tx, values: New) => tx.insertInto('wordTemplate').values(values).execute()

export const setRetired = (tx: Tx, id: string, at: Date | null) =>
  tx.updateTable('wordTemplate').set({ retiredAt: at }).where('id', '=', id).execute()
