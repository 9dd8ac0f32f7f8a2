import { sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import type { Tx } from '../../../platform/database.ts'
import { nobody } from '../../../platform/own-data.ts'

/** What was done stays, without what was said of it; what was still to come is not expected any more. */
export async function withoutName(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.deleteFrom('calendarFeed').where('personId', '=', personId).execute()
  await sql`update door_event set code = '' where tenant_id = current_tenant() and person_id = ${personId}::uuid`.execute(
    about(tx, []),
  )
  await about(tx, [])
    .updateTable('hoursEntry')
    .set({ reason: sql`case when reason is not null then ${nobody} end`, decision: null })
    .where('personId', '=', personId)
    .execute()
  await about(tx, []).updateTable('participation').set({ note: null }).where('personId', '=', personId).execute()
  const coming = await tx
    .selectFrom('participation')
    .innerJoin('activity', (join) =>
      join
        .onRef('activity.tenantId', '=', 'participation.tenantId')
        .onRef('activity.id', '=', 'participation.activityId'),
    )
    .where('participation.personId', '=', personId)
    .where('activity.startsAt', '>', now)
    .select('activity.id')
    .execute()
  const ids = coming.map(({ id }) => id)
  if (ids.length > 0)
    await about(tx, ids)
      .updateTable('participation')
      .set({ status: 'cancelled', recordedAt: now })
      .where('personId', '=', personId)
      .where('activityId', 'in', ids)
      .execute()
}
