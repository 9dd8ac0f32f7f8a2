import type { Tx } from '../../../../platform/database.ts'

type New = { file: string; type: 'png' | 'jpg'; width: number; height: number; addedBy: string | null; addedAt: Date }

export const insertPicture = (tx: Tx, picture: New) =>
  tx
    .insertInto('reportPicture')
    .values(picture)
    .onConflict((conflict) => conflict.columns(['tenantId', 'file']).doNothing())
    .execute()

export const pictureByFile = (tx: Tx, file: string) =>
  tx.selectFrom('reportPicture').where('file', '=', file).select(['file', 'type']).executeTakeFirst()
