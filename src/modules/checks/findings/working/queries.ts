import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'

export type ActionOf = {
  id: string
  findingId: string
  what: string
  ownerId: string
  ownerName: string
  dueOn: string
  askedDue: string | null
  doneBy: string | null
  doneByName: string | null
  doneAt: Date | null
  closedByName: string | null
  closedAt: Date | null
}
const actionColumns = sql`a.id, a.finding_id, a.what, a.owner_id, w.name as owner_name, a.due_on, a.asked_due, a.done_by,
  d.name as done_by_name, a.done_at, x.name as closed_by_name, a.closed_at`
export const actionTables = sql`corrective_action a
  join person w on w.tenant_id = a.tenant_id and w.id = a.owner_id
  left join person d on d.tenant_id = a.tenant_id and d.id = a.done_by
  left join person x on x.tenant_id = a.tenant_id and x.id = a.closed_by`

const actions = async (tx: Tx, which: RawBuilder<unknown>): Promise<ActionOf[]> =>
  (
    await sql<ActionOf>`select ${actionColumns} from ${actionTables}
      where a.tenant_id = current_tenant() and ${which} order by a.due_on, a.id`.execute(tx)
  ).rows

export const actionsOf = async (tx: Tx, findingIds: readonly string[]): Promise<ActionOf[]> =>
  findingIds.length === 0 ? [] : actions(tx, sql`a.finding_id = any(${sql.val(findingIds)}::uuid[])`)

export const actionById = async (tx: Tx, id: string): Promise<ActionOf | undefined> =>
  (await actions(tx, sql`a.id = ${id}::uuid`))[0]

export const actionsById = (tx: Tx, ids: readonly string[]): Promise<ActionOf[]> =>
  actions(tx, sql`a.id = any(${sql.val(ids)}::uuid[])`)

/** What these people still have to do, and where. */
export const openOf = async (tx: Tx, ownerIds: readonly string[]): Promise<(ActionOf & { path: string })[]> =>
  (
    await sql<ActionOf & { path: string }>`
      select ${actionColumns}, o.path from ${actionTables}
      join finding f on f.tenant_id = a.tenant_id and f.id = a.finding_id
      join organization o on o.tenant_id = f.tenant_id and o.id = f.organization_id
      where a.tenant_id = current_tenant() and a.owner_id = any(${sql.val(ownerIds)}::uuid[]) and a.done_at is null
      order by a.due_on, a.id`.execute(tx)
  ).rows

type NewAction = { id: string; findingId: string; what: string; ownerId: string; dueOn: string }
export const insertActions = async (tx: Tx, rows: NewAction[]) => {
  if (rows.length > 0) await tx.insertInto('correctiveAction').values(rows).execute()
}

export const updateAction = (
  tx: Tx,
  id: string,
  change: Partial<{
    ownerId: string
    dueOn: string
    askedDue: string | null
    doneBy: string | null
    doneAt: Date | null
    closedBy: string | null
    closedAt: Date | null
  }>,
) => tx.updateTable('correctiveAction').set(change).where('id', '=', id).execute()
