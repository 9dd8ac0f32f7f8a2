import { sql } from 'kysely'
import { newId, type Tx } from '../../../platform/database.ts'
import type { Content, checklistUses } from './contract.ts'

type Use = (typeof checklistUses)[number]

const lists = (tx: Tx) =>
  tx
    .selectFrom('checklist as c')
    .innerJoin('checklistVersion as v', (join) =>
      join
        .onRef('v.tenantId', '=', 'c.tenantId')
        .onRef('v.checklistId', '=', 'c.id')
        .onRef('v.number', '=', 'c.version'),
    )
    .select(['c.id', 'c.name', 'c.version', sql<boolean>`c.retired_at is not null`.as('retired')])
    .select((eb) => eb.ref('c.use').$castTo<Use>().as('use'))
    .select(
      sql<number>`(select coalesce(sum(jsonb_array_length(s->'questions')), 0)::int
        from jsonb_array_elements(v.content->'sections') as s)`.as('questions'),
    )

export const checklistLines = (tx: Tx, { use, retired }: { use?: Use | undefined; retired: boolean }) =>
  lists(tx)
    .$if(use !== undefined, (query) => query.where('c.use', '=', use as Use))
    .$if(!retired, (query) => query.where('c.retiredAt', 'is', null))
    .orderBy('c.use')
    .orderBy('c.name')
    .execute()

/** A list in its newest version, or in that one. */
export const checklistById = (tx: Tx, id: string, version?: number) =>
  tx
    .selectFrom('checklist as c')
    .innerJoin('checklistVersion as v', (join) =>
      join
        .onRef('v.tenantId', '=', 'c.tenantId')
        .onRef('v.checklistId', '=', 'c.id')
        .on('v.number', '=', version === undefined ? sql.ref('c.version') : sql.val(version)),
    )
    .leftJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'v.tenantId').onRef('p.id', '=', 'v.changedBy'))
    .where('c.id', '=', id)
    .select(['c.id', 'c.name', 'v.number as version', sql<boolean>`c.retired_at is not null`.as('retired')])
    .select(['v.changedAt', 'p.name as changedBy'])
    .select((eb) => [eb.ref('c.use').$castTo<Use>().as('use'), eb.ref('v.content').$castTo<Content>().as('content')])
    .executeTakeFirst()

export const checklistNamed = (tx: Tx, name: string, use: Use) =>
  tx
    .selectFrom('checklist')
    .where('name', '=', name)
    .where('use', '=', use)
    .where('retiredAt', 'is', null)
    .select('id')
    .executeTakeFirst()

export const versionsOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('checklistVersion as v')
    .leftJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'v.tenantId').onRef('p.id', '=', 'v.changedBy'))
    .where('v.checklistId', '=', id)
    .select(['v.number', 'v.changedAt', 'p.name as changedBy'])
    .orderBy('v.number', 'desc')
    .execute()

/** One change at a time of a list. */
export const holdChecklist = (tx: Tx, id: string) =>
  tx.selectFrom('checklist').where('id', '=', id).select('id').forUpdate().executeTakeFirst()

type Made = { content: Content; changedBy: string | null; changedAt: Date }

export async function insertChecklist(tx: Tx, list: Made & { name: string; use: Use }): Promise<string> {
  const id = newId()
  const { name, use, ...made } = list
  await tx.insertInto('checklist').values({ id, name, use, version: 1 }).execute()
  await insertVersion(tx, { checklistId: id, number: 1, ...made })
  return id
}

const insertVersion = (tx: Tx, { content, ...rest }: Made & { checklistId: string; number: number }) =>
  tx
    .insertInto('checklistVersion')
    .values({ ...rest, content: JSON.stringify(content) })
    .execute()

export async function addVersion(tx: Tx, id: string, number: number, name: string, made: Made): Promise<void> {
  await insertVersion(tx, { checklistId: id, number, ...made })
  await tx.updateTable('checklist').set({ version: number, name }).where('id', '=', id).execute()
}

export const setName = (tx: Tx, id: string, name: string) =>
  tx.updateTable('checklist').set({ name }).where('id', '=', id).execute()

export const setRetired = (tx: Tx, id: string, retiredAt: Date | null) =>
  tx.updateTable('checklist').set({ retiredAt }).where('id', '=', id).execute()
