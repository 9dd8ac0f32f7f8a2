import type { Tx } from '../../../../platform/database.ts'

const schedules = (tx: Tx) =>
  tx
    .selectFrom('reportSchedule as s')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 's.tenantId').onRef('o.id', '=', 's.organizationId'),
    )
    .innerJoin('person as p', (join) => join.onRef('p.tenantId', '=', 's.tenantId').onRef('p.id', '=', 's.signerId'))
    .where('s.endedAt', 'is', null)
    .select([
      's.id',
      's.kind',
      's.language',
      's.organizationId',
      'o.name as organizationName',
      'o.path',
      's.signerId',
      'p.name as signerName',
      's.fromDate',
    ])

export const openSchedules = (tx: Tx) => schedules(tx).orderBy('o.path').orderBy('s.kind').orderBy('s.id').execute()

export const scheduleById = (tx: Tx, id: string) => schedules(tx).where('s.id', '=', id).executeTakeFirst()

type New = {
  id: string
  organizationId: string
  kind: string
  language: string
  signerId: string
  fromDate: string
}

/** The one of this kind for this part of the tree: a new one, or who signs the one that there is. */
export const upsertSchedule = (tx: Tx, row: New) =>
  tx
    .insertInto('reportSchedule')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['tenantId', 'organizationId', 'kind', 'language'])
        .where('endedAt', 'is', null)
        .doUpdateSet({ signerId: row.signerId }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()

export const setEnded = (tx: Tx, id: string, endedAt: Date) =>
  tx.updateTable('reportSchedule').set({ endedAt }).where('id', '=', id).execute()

/** Holds the schedule, so that two clocks do not bring the same draft, and says whether this period's has come. */
export async function hasCome(tx: Tx, scheduleId: string, period: string): Promise<boolean> {
  await tx.selectFrom('reportSchedule').where('id', '=', scheduleId).select('id').forUpdate().execute()
  const come = await tx
    .selectFrom('reportScheduled')
    .where('scheduleId', '=', scheduleId)
    .where('period', '=', period)
    .select('reportId')
    .executeTakeFirst()
  return come !== undefined
}

export const insertScheduled = (tx: Tx, row: { scheduleId: string; period: string; reportId: string }) =>
  tx.insertInto('reportScheduled').values(row).execute()
