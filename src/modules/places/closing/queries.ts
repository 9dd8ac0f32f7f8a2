import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'

export const placeAndRooms = async (tx: Tx, placeId: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('place')
      .where((eb) => eb.or([eb('id', '=', placeId), eb('parentId', '=', placeId)]))
      .select('id')
      .execute()
  ).map(({ id }) => id)

export const nameOf = async (tx: Tx, placeId: string): Promise<string> =>
  (await tx.selectFrom('place').where('id', '=', placeId).select('name').executeTakeFirstOrThrow()).name

type New = { id: string; placeId: string; sourceId: string; reason: string; closedBy: string | null; closedAt: Date }
/** False when it is closed for this already. */
export const insertClosure = async (tx: Tx, closure: New): Promise<boolean> =>
  (await tx
    .insertInto('placeClosure')
    .values(closure)
    .onConflict((on) => on.columns(['tenantId', 'placeId', 'sourceId']).where('openedAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined

export const openClosures = (tx: Tx, sourceId: string, opened: { openedBy: string | null; openedAt: Date }) =>
  tx.updateTable('placeClosure').set(opened).where('sourceId', '=', sourceId).where('openedAt', 'is', null).execute()

/** Why a place is closed now: its own closure before that of the station around it. */
export const closureAround = async (tx: Tx, placeId: string) => (await closuresAt(tx, [placeId])).at(0)

export const closuresAt = async (tx: Tx, placeIds: readonly string[]) =>
  placeIds.length === 0
    ? []
    : (
        await sql<{ forId: string; name: string; reason: string; sourceId: string; closedAt: Date }>`
          select distinct on (p.id) p.id as for_id, c.name, x.reason, x.source_id, x.closed_at
          from place p
          join place c on c.tenant_id = p.tenant_id and c.id in (p.id, p.parent_id)
          join place_closure x on x.tenant_id = c.tenant_id and x.place_id = c.id and x.opened_at is null
          where p.tenant_id = current_tenant() and p.id = any(${sql.val([...placeIds])}::uuid[])
          order by p.id, c.id <> p.id, x.closed_at`.execute(tx)
      ).rows
