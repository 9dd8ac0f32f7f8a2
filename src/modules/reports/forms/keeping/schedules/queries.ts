import type { Tx } from '../../../../../platform/database.ts'

/** Those that go on, of forms that are in use. */
const schedules = (tx: Tx) =>
  tx
    .selectFrom('formSchedule as s')
    .innerJoin('form as f', (join) => join.onRef('f.tenantId', '=', 's.tenantId').onRef('f.id', '=', 's.formId'))
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'f.tenantId').onRef('o.id', '=', 'f.organizationId'),
    )
    .innerJoin('person as p', (join) => join.onRef('p.tenantId', '=', 's.tenantId').onRef('p.id', '=', 's.personId'))
    .where('s.endedAt', 'is', null)
    .where('f.retiredAt', 'is', null)
    .select(['s.id', 's.formId', 's.rhythm', 's.personId', 'p.name as personName', 's.fromDate', 'f.name', 'o.path'])

export const openSchedules = (tx: Tx) => schedules(tx).orderBy('s.id').execute()

export const scheduleOf = (tx: Tx, formId: string) => schedules(tx).where('s.formId', '=', formId).executeTakeFirst()

/** Holds it, so that two clocks do not fill the same form. */
export async function heldSchedule(tx: Tx, id: string) {
  await tx.selectFrom('formSchedule').where('id', '=', id).select('id').forUpdate().execute()
  return schedules(tx).where('s.id', '=', id).executeTakeFirst()
}

type New = { id: string; formId: string; rhythm: string; personId: string; fromDate: string }
export const upsertSchedule = (tx: Tx, row: New) =>
  tx
    .insertInto('formSchedule')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['tenantId', 'formId'])
        .where('endedAt', 'is', null)
        .doUpdateSet({ rhythm: row.rhythm, personId: row.personId, fromDate: row.fromDate }),
    )
    .execute()

export const endSchedule = (tx: Tx, formId: string, endedAt: Date) =>
  tx.updateTable('formSchedule').set({ endedAt }).where('formId', '=', formId).where('endedAt', 'is', null).execute()

export const filledFor = (tx: Tx, scheduleId: string, period: string) =>
  tx
    .selectFrom('formScheduled')
    .where('scheduleId', '=', scheduleId)
    .where('period', '=', period)
    .select('fillId')
    .executeTakeFirst()

export const insertScheduled = (tx: Tx, row: { scheduleId: string; period: string; fillId: string }) =>
  tx.insertInto('formScheduled').values(row).execute()
