import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { Bilingual } from '../../bank/contract.ts'

type ToMark = {
  attemptId: string
  position: number
  stem: Bilingual
  guide: Bilingual | null
  points: number
  answer: string
}

export const unmarked = async (tx: Tx, quizId: string): Promise<ToMark[]> =>
  (
    await sql<ToMark>`
      select w.attempt_id, w.position, v.content->'stem' as stem, v.keys->'guide' as guide, (d->>'points')::float8 as points, w.answer[1] as answer
      from quiz_attempt a
      join quiz_answer w on w.tenant_id = a.tenant_id and w.attempt_id = a.id
      cross join lateral (select a.drawn->w.position as d) as one
      join question q on q.tenant_id = a.tenant_id and q.id = (d->>'questionId')::uuid and q.kind = 'text'
      join question_version v on v.tenant_id = q.tenant_id and v.question_id = q.id and v.number = (d->>'version')::int
      where a.tenant_id = current_tenant() and a.quiz_id = ${quizId}::uuid and a.submitted_at is not null and a.score is null
        and w.share is null and btrim(w.answer[1]) <> ''
      order by q.id, a.submitted_at limit 200`.execute(tx)
  ).rows

export const setShare = async (
  tx: Tx,
  { attemptId, position, share, by, at }: { attemptId: string; position: number; share: number; by: string; at: Date },
): Promise<boolean> =>
  (
    await tx
      .updateTable('quizAnswer')
      .set({ share, markedBy: by, markedAt: at })
      .where('attemptId', '=', attemptId)
      .where('position', '=', position)
      .returning('position')
      .execute()
  ).length > 0
