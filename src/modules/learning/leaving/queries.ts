import { sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import type { Tx } from '../../../platform/database.ts'
import { nobody } from '../../../platform/own-data.ts'

/** What was learnt stays counted under a number that nobody can be found by; why somebody was exempt says who they are. */
export async function withoutName(tx: Tx, personId: string): Promise<void> {
  await tx.updateTable('courseExemption').set({ reason: nobody }).where('personId', '=', personId).execute()
  await about(tx, []).deleteFrom('studyReading').where('personId', '=', personId).execute()
  await tx.deleteFrom('quizExtra').where('personId', '=', personId).execute()
  // What they wrote in their own words; the mark that it was given stays.
  await sql`update quiz_answer w set answer = array[${nobody}]
    from quiz_attempt a, question q
    where a.tenant_id = current_tenant() and a.person_id = ${personId}::uuid and w.tenant_id = a.tenant_id and w.attempt_id = a.id
      and q.tenant_id = a.tenant_id and q.id = (a.drawn->w.position->>'questionId')::uuid and q.kind = 'text'`.execute(
    tx,
  )
}
