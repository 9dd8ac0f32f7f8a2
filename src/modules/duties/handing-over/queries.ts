import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { State } from '../objectives/contract.ts'
import type { OpenThings } from './contract.ts'

const handOvers = (tx: Tx) =>
  tx
    .selectFrom('handOver as h')
    .innerJoin('person as f', (join) => join.onRef('f.tenantId', '=', 'h.tenantId').onRef('f.id', '=', 'h.fromPerson'))
    .innerJoin('person as t', (join) => join.onRef('t.tenantId', '=', 'h.tenantId').onRef('t.id', '=', 'h.toPerson'))
    .select(['h.id', 'h.fromPerson', 'f.name as fromName', 'h.toPerson', 't.name as toName', 'h.onDate', 'h.dutyIds'])
    .select(['h.note', 'h.givenAt', 'h.takenAt', 'h.createdBy'])
    .select(({ ref }) => ref('h.openThings').$castTo<OpenThings | null>().as('openThings'))
export type HandOverOf = Awaited<ReturnType<ReturnType<typeof handOvers>['executeTakeFirstOrThrow']>>

export const handOverById = (tx: Tx, id: string): Promise<HandOverOf | undefined> =>
  handOvers(tx).where('h.id', '=', id).executeTakeFirst()

/** Both signatures wait for one another. */
export const holdHandOver = (tx: Tx, id: string) =>
  tx.selectFrom('handOver').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

export const handOversOf = (tx: Tx, personId: string): Promise<HandOverOf[]> =>
  handOvers(tx)
    .where((eb) =>
      eb.or([eb('h.fromPerson', '=', personId), eb('h.toPerson', '=', personId), eb('h.createdBy', '=', personId)]),
    )
    .orderBy('h.createdAt', 'desc')
    .limit(100)
    .execute()

type New = {
  id: string
  fromPerson: string
  toPerson: string
  onDate: string
  dutyIds: string[]
  note: string
  createdBy: string | null
  createdAt: Date
}
export const insertHandOver = (tx: Tx, row: New) => tx.insertInto('handOver').values(row).execute()

export const signed = (
  tx: Tx,
  id: string,
  { open, ...times }: { givenAt: Date | null; takenAt: Date | null; open: OpenThings | null },
) =>
  tx
    .updateTable('handOver')
    .set({ ...times, openThings: open && JSON.stringify(open) })
    .where('id', '=', id)
    .execute()

type OpenObjective = OpenThings['objectives'][number] & { holderId: string; path: string; state: State }
/** What these people still have to reach, and where. */
export const openObjectives = async (tx: Tx, personIds: readonly string[]): Promise<OpenObjective[]> =>
  (
    await sql<OpenObjective>`
      select b.id, b.title as name, o.name as organization, b.year, b.state, b.holder_id, o.path
      from objective b join organization o on o.tenant_id = b.tenant_id and o.id = b.organization_id
      where b.tenant_id = current_tenant() and b.holder_id = any(${sql.val(personIds)}::uuid[]) and b.removed_at is null
        and b.state <> 'met'
      order by b.year desc, b.title, b.id`.execute(tx)
  ).rows
