import { sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import type { Tx } from '../../../platform/database.ts'
import { nobody } from '../../../platform/own-data.ts'

/** Why somebody was exempt says who they are; what they read and how much time they need is nobody's any more. */
export async function withoutName(tx: Tx, personId: string): Promise<void> {
  await tx.updateTable('courseExemption').set({ reason: nobody }).where('personId', '=', personId).execute()
  await about(tx, []).deleteFrom('studyReading').where('personId', '=', personId).execute()
  await tx.deleteFrom('quizExtra').where('personId', '=', personId).execute()
}

export async function erase(
  tx: Tx,
  answers: readonly { attemptId: string; position: number; share: number }[],
): Promise<void> {
  await sql`update quiz_answer w set answer = '{}', share = e.share, erased = true
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as e("attemptId" uuid, position int, share float8)
    where w.tenant_id = current_tenant() and w.attempt_id = e."attemptId" and w.position = e.position`.execute(tx)
}

/** What somebody answered, as it was given. */
export const answersBy = async (tx: Tx, personId: string): Promise<object[]> =>
  (
    await sql<{ row: object }>`
      select to_jsonb(w) - 'tenant_id' as row from quiz_answer w
      join quiz_attempt a on a.tenant_id = w.tenant_id and a.id = w.attempt_id
      where w.tenant_id = current_tenant() and a.person_id = ${personId}::uuid order by w.attempt_id, w.position`.execute(
      tx,
    )
  ).rows.map(({ row }) => row)
