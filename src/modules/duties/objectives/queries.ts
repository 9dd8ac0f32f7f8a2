import { sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Sense, State } from './contract.ts'

const objectives = (tx: Tx) =>
  tx
    .selectFrom('objective as b')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'b.tenantId').onRef('o.id', '=', 'b.organizationId'),
    )
    .innerJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'b.tenantId').onRef('p.id', '=', 'b.holderId'))
    .select(['b.id', 'b.title', 'b.year', 'b.organizationId', 'o.name as organizationName', 'o.path'])
    .select(['b.holderId', 'p.name as holderName', 'b.parentId', 'b.indicatorId', 'b.target', 'b.steps', 'b.curve'])
    .select(['b.since', 'b.removedAt'])
    .select(({ ref }) => [ref('b.sense').$castTo<Sense>().as('sense'), ref('b.state').$castTo<State>().as('state')])
    .select(
      sql<number>`(select count(*)::int from objective_evidence e where e.tenant_id = b.tenant_id and e.objective_id = b.id
        and e.confirmed_at is not null)`.as('confirmed'),
    )
export type Row = Awaited<ReturnType<ReturnType<typeof objectives>['executeTakeFirstOrThrow']>>

export const objectivesOf = (tx: Tx, year: number, path?: string): Promise<Row[]> =>
  objectives(tx)
    .where('b.year', '=', year)
    .where('b.removedAt', 'is', null)
    .$if(path !== undefined, (query) => query.where(sql<boolean>`starts_with(o.path, ${path})`))
    .orderBy(sql`length(o.path)`)
    .orderBy('b.title')
    .orderBy('b.id')
    .execute()

/** Those of a year that are somebody's in a part of the tree, and those among `others` that were. */
export const objectivesOfHolder = (
  tx: Tx,
  { personId, year, path, others }: { personId: string; year: number; path: string; others: readonly string[] },
): Promise<Row[]> =>
  objectives(tx)
    .where('b.year', '=', year)
    .where('b.removedAt', 'is', null)
    .where(sql<boolean>`starts_with(o.path, ${path})`)
    .where(sql<boolean>`(b.holder_id = ${personId}::uuid or b.id = any(${sql.val(others)}::uuid[]))`)
    .orderBy('b.title')
    .orderBy('b.id')
    .execute()

/** Of the parts of the tree in which one of these is. */
export const objectivesAbove = (tx: Tx, year: number, paths: readonly string[]): Promise<Row[]> =>
  objectives(tx)
    .where('b.year', '=', year)
    .where('b.removedAt', 'is', null)
    .where('b.indicatorId', 'is not', null)
    .where(
      sql<boolean>`exists (select from unnest(${sql.val([...paths])}::text[]) as part(path) where starts_with(part.path, o.path))`,
    )
    .orderBy('b.id')
    .execute()

export const objectivesBelow = (tx: Tx, parentId: string): Promise<Row[]> =>
  objectives(tx).where('b.parentId', '=', parentId).where('b.removedAt', 'is', null).orderBy('o.name').execute()

export const objectiveById = (tx: Tx, id: string): Promise<Row | undefined> =>
  objectives(tx).where('b.id', '=', id).executeTakeFirst()

export const holdObjective = (tx: Tx, id: string) =>
  tx.selectFrom('objective').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

type New = {
  id: string
  organizationId: string
  year: number
  title: string
  holderId: string
  parentId: string | null
  indicatorId: string | null
  sense: Sense
  target: number
  steps: number[] | null
  curve: number[] | null
  state: State
  since: string
  createdBy: string | null
  createdAt: Date
}
export const insertObjective = (tx: Tx, row: New) => about(tx, [row.id]).insertInto('objective').values(row).execute()

export const updateObjective = (
  tx: Tx,
  id: string,
  change: Partial<
    Pick<New, 'title' | 'holderId' | 'indicatorId' | 'sense' | 'target' | 'steps' | 'curve' | 'state' | 'since'>
  > & { removedAt?: Date | null },
) => about(tx, [id]).updateTable('objective').set(change).where('id', '=', id).execute()

/** The parts just below a node that do not help to reach this objective yet. */
export const partsWithout = (tx: Tx, objectiveId: string, organizationId: string) =>
  tx
    .selectFrom('organization')
    .where('parentId', '=', organizationId)
    .where('kind', 'in', ['district', 'subdistrict', 'community', 'station'])
    .where('closedOn', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('objective as c')
            .whereRef('c.organizationId', '=', 'organization.id')
            .where('c.parentId', '=', objectiveId)
            .where('c.removedAt', 'is', null)
            .select('c.id'),
        ),
      ),
    )
    .select(['id', 'name'])
    .orderBy('position')
    .orderBy('name')
    .execute()

export const usesOf = (tx: Tx, indicatorIds: readonly string[]): Promise<Row[]> =>
  objectives(tx)
    .where('b.indicatorId', 'in', [...indicatorIds])
    .where('b.removedAt', 'is', null)
    .orderBy('b.year', 'desc')
    .limit(100)
    .execute()
