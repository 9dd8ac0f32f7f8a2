import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import { inParts } from '../queries.ts'
import { actionTables } from '../working/queries.ts'
import type { ListActions } from './contract.ts'

const stateIs = (state: ListActions['state'], today: string): RawBuilder<unknown> =>
  ({
    open: sql`a.done_at is null`,
    overdue: sql`a.done_at is null and a.due_on < ${today}::date`,
    done: sql`a.done_at is not null and a.closed_at is null`,
    closed: sql`a.closed_at is not null`,
  })[state]

const orders = {
  due: sql`a.due_on`,
  owner: sql`w.name, a.due_on`,
  organization: sql`o.path, a.due_on`,
  grade: sql`array_position(array['danger', 'major', 'minor'], f.grade), a.due_on`,
}

type Listed = Omit<ListActions, 'whose' | 'organizationId' | 'offset'> & {
  ownerId: string | null
  paths: readonly string[] | null
  today: string
}
/** Ids of the actions asked for, in order. */
export const listedActions = async (
  tx: Tx,
  { state, origin, grade, sort, ownerId, paths, today }: Listed,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ id: string; findingId: string }[]> =>
  (
    await sql<{ id: string; findingId: string }>`
      select a.id, a.finding_id from ${actionTables}
      join finding f on f.tenant_id = a.tenant_id and f.id = a.finding_id
      join organization o on o.tenant_id = f.tenant_id and o.id = f.organization_id
      where a.tenant_id = current_tenant() and ${stateIs(state, today)}
        ${ownerId ? sql`and a.owner_id = ${ownerId}::uuid` : sql``}
        ${paths ? sql`and ${inParts(paths)}` : sql``}
        ${origin ? sql`and f.origin = ${origin}` : sql``} ${grade ? sql`and f.grade = ${grade}` : sql``}
      order by ${state === 'closed' ? sql`a.closed_at desc` : orders[sort]}, a.id limit ${limit} offset ${offset}`.execute(
      tx,
    )
  ).rows
