import { sql } from 'kysely'
import { newId, planned, type Tx } from '../../../../platform/database.ts'
import type { Availability } from './contract.ts'

/** What each of these people said; who said nothing has an empty one. */
export async function availabilityOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, Availability>> {
  const all = new Map<string, Availability>(personIds.map((id) => [id, { week: [], days: [] }]))
  if (personIds.length === 0) return all
  const rows = await tx
    .selectFrom('availability')
    .modifyFront(planned)
    .where(sql<boolean>`person_id = any(${sql.val(personIds)}::uuid[])`)
    .select(['personId', 'weekday', 'date', 'fromTime', 'toTime', 'available'])
    .orderBy('weekday')
    .orderBy('date')
    .orderBy('fromTime')
    .execute()
  for (const { personId, weekday, date, fromTime, toTime, available } of rows) {
    const said = all.get(personId)
    const span = { from: fromTime.slice(0, 5), to: toTime.slice(0, 5) }
    if (weekday !== null) said?.week.push({ weekday, ...span })
    if (date !== null) said?.days.push({ date, ...span, available })
  }
  return all
}

/** One at a time writes down when a person can come. */
export const holdPerson = (tx: Tx, id: string) =>
  tx.selectFrom('person').where('id', '=', id).select('id').forNoKeyUpdate().executeTakeFirst()

export async function replaceAvailability(tx: Tx, personId: string, { week, days }: Availability): Promise<void> {
  await tx.deleteFrom('availability').where('personId', '=', personId).execute()
  const rows = [
    ...week.map(({ weekday, from, to }) => ({ weekday, date: null, fromTime: from, toTime: to, available: true })),
    ...days.map(({ date, from, to, available }) => ({ weekday: null, date, fromTime: from, toTime: to, available })),
  ]
  if (rows.length === 0) return
  await tx
    .insertInto('availability')
    .values(rows.map((row) => ({ id: newId(), personId, ...row })))
    .execute()
}
