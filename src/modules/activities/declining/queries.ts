import { about } from '../../../platform/changes.ts'
import { newId, type Tx } from '../../../platform/database.ts'

type Said = { activityId: string; personId: string; status: 'cancelled' | 'invited'; note: string | null; now: Date }

/** As they say it themselves; what was recorded of who came stays. */
export const say = (tx: Tx, { activityId, personId, status, note, now }: Said) =>
  about(tx, [activityId])
    .insertInto('participation')
    .values({ id: newId(), activityId, personId, status, note, recordedBy: personId, recordedAt: now })
    .onConflict((on) =>
      on
        .columns(['tenantId', 'activityId', 'personId'])
        .doUpdateSet({ status, note, recordedBy: personId, recordedAt: now })
        .where('participation.status', 'in', ['invited', 'cancelled']),
    )
    .execute()
