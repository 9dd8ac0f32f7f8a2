import { about } from '../../../platform/changes.ts'
import type { Tx } from '../../../platform/database.ts'
import { nobody } from '../../../platform/own-data.ts'

/** What was learnt stays counted under a number that nobody can be found by; why somebody was exempt says who they are. */
export async function withoutName(tx: Tx, personId: string): Promise<void> {
  await tx.updateTable('courseExemption').set({ reason: nobody }).where('personId', '=', personId).execute()
  await about(tx, []).deleteFrom('studyReading').where('personId', '=', personId).execute()
}
