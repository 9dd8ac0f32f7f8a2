import type { Tx } from '../../../platform/database.ts'
import { nobody } from '../../../platform/own-data.ts'

/** What they said beside a text goes; what fills itself with their rights fills itself no longer. */
export async function withoutName(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.updateTable('reportComment').set({ text: nobody }).where('personId', '=', personId).execute()
  await tx
    .updateTable('formSchedule')
    .set({ endedAt: now })
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute()
}
