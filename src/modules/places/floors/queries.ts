import type { Tx } from '../../../platform/database.ts'
import type { Taken } from '../../../platform/document/taken.ts'

export const floorsOf = (tx: Tx, placeIds: readonly string[]) =>
  placeIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('floorPicture')
        .where('placeId', 'in', [...placeIds])
        .select(['placeId', 'file', 'width', 'height'])
        .execute()

export const floorOf = (tx: Tx, placeId: string) =>
  tx.selectFrom('floorPicture').where('placeId', '=', placeId).select(['file', 'type']).executeTakeFirst()

export const saveFloor = (tx: Tx, floor: Taken & { placeId: string; addedBy: string | null; addedAt: Date }) =>
  tx
    .insertInto('floorPicture')
    .values(floor)
    .onConflict((on) => {
      const { placeId: _, ...next } = floor
      return on.columns(['tenantId', 'placeId']).doUpdateSet(next)
    })
    .execute()

export const deleteFloor = (tx: Tx, placeId: string) =>
  tx.deleteFrom('floorPicture').where('placeId', '=', placeId).execute()
