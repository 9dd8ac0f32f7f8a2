import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'

type Asked = { quizIds: readonly string[]; personIds: readonly string[]; from?: Date; to?: Date }

export const firstPasses = async (tx: Tx, { quizIds, personIds, from, to }: Asked) =>
  (
    await sql<{ quizId: string; personId: string; at: Date }>`
      select quiz_id, person_id, min(submitted_at) as at from quiz_attempt
      where tenant_id = current_tenant() and passed and quiz_id = any(${sql.val([...quizIds])}::uuid[])
        and person_id = any(${sql.val([...personIds])}::uuid[])
        and (submitted_at >= ${from ?? null}::timestamptz) is not false
        and (submitted_at <= ${to ?? null}::timestamptz) is not false
      group by quiz_id, person_id`.execute(tx)
  ).rows
