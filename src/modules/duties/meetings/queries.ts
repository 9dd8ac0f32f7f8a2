import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { itemKinds } from './contract.ts'

export const meetingOf = (tx: Tx, activityId: string) =>
  tx
    .selectFrom('meeting as m')
    .leftJoin('person as c', (join) => join.onRef('c.tenantId', '=', 'm.tenantId').onRef('c.id', '=', 'm.chairId'))
    .leftJoin('person as b', (join) => join.onRef('b.tenantId', '=', 'm.tenantId').onRef('b.id', '=', 'm.confirmedBy'))
    .where('m.activityId', '=', activityId)
    .select(['m.chairId', 'c.name as chairName', 'm.confirmedAt', 'b.name as confirmedByName', 'm.fileHash'])
    .executeTakeFirst()

/** A meeting has its row from the first time that something is written of it; then one decision at a time about it. */
export async function holdMeeting(tx: Tx, activityId: string): Promise<void> {
  await tx
    .insertInto('meeting')
    .values({ activityId })
    .onConflict((on) => on.columns(['tenantId', 'activityId']).doNothing())
    .execute()
  await tx.selectFrom('meeting').where('activityId', '=', activityId).select('activityId').forUpdate().execute()
}

type Change = { chairId: string | null } | { confirmedBy: string; confirmedAt: Date; fileHash: string }
export const updateMeeting = (tx: Tx, activityId: string, change: Change) =>
  tx.updateTable('meeting').set(change).where('activityId', '=', activityId).execute()

export type ItemKind = (typeof itemKinds)[number]
export const itemsOf = (tx: Tx, activityId: string) =>
  tx
    .selectFrom('meetingItem')
    .where('activityId', '=', activityId)
    .select(['id', 'title', 'minutes', 'revision'])
    .select(({ ref }) => ref('kind').$castTo<ItemKind>().as('kind'))
    .orderBy('position')
    .orderBy('id')
    .execute()

/** The whole agenda in its order; what was said at a point stays with it. */
export async function writeItems(
  tx: Tx,
  activityId: string,
  items: readonly { id: string; kind: ItemKind; title: string }[],
): Promise<void> {
  const ids = items.map(({ id }) => id)
  let gone = tx.deleteFrom('meetingItem').where('activityId', '=', activityId)
  if (ids.length > 0) gone = gone.where('id', 'not in', ids)
  await gone.execute()
  if (items.length === 0) return
  await tx
    .insertInto('meetingItem')
    .values(items.map(({ id, kind, title }, position) => ({ activityId, id, kind, title, position })))
    .onConflict((on) =>
      on.columns(['tenantId', 'activityId', 'id']).doUpdateSet(({ ref }) => ({
        position: ref('excluded.position'),
        title: ref('excluded.title'),
      })),
    )
    .execute()
}

/** False: somebody else wrote meanwhile. */
export const writeMinutes = async (tx: Tx, activityId: string, id: string, minutes: string, revision: number) =>
  (
    await tx
      .updateTable('meetingItem')
      .set({ minutes, revision: revision + 1 })
      .where('activityId', '=', activityId)
      .where('id', '=', id)
      .where('revision', '=', revision)
      .executeTakeFirst()
  ).numUpdatedRows === 1n

export const insertDecision = (tx: Tx, decision: { activityId: string; itemId: string; findingId: string }) =>
  tx.insertInto('meetingDecision').values(decision).execute()

export const decisionsOf = (tx: Tx, activityId: string) =>
  tx.selectFrom('meetingDecision').where('activityId', '=', activityId).select(['findingId', 'itemId']).execute()

/**
 * The earlier meetings of the same series or the same organization at which something was decided that is not closed yet, the
 * oldest first.
 */
export const earlierWithOpen = async (
  tx: Tx,
  {
    activityId,
    hostId,
    seriesId,
    startsAt,
  }: { activityId: string; hostId: string; seriesId: string | null; startsAt: Date },
): Promise<string[]> =>
  (
    await sql<{ id: string }>`
      select a.id from activity a
      where a.tenant_id = current_tenant() and a.id <> ${activityId}::uuid and a.starts_at < ${startsAt} and a.kind = 'meeting'
        and (a.host_id = ${hostId}::uuid or a.series_id = ${seriesId}::uuid)
        and exists (select from meeting_decision d join finding f on f.tenant_id = d.tenant_id and f.id = d.finding_id
          where d.tenant_id = a.tenant_id and d.activity_id = a.id and f.closed_at is null)
      order by a.starts_at, a.id`.execute(tx)
  ).rows.map(({ id }) => id)
