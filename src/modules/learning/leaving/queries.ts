import { about } from '../../../platform/changes.ts'
import type { Tx } from '../../../platform/database.ts'

/** What was made up stays counted under a number that nobody can be found by; what they read is nobody's business any more. */
export async function withoutName(tx: Tx, personId: string): Promise<void> {
  await about(tx, []).deleteFrom('studyReading').where('personId', '=', personId).execute()
}
