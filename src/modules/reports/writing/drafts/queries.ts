import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'

const lines = (tx: Tx) =>
  tx
    .selectFrom('report as r')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'r.tenantId').onRef('o.id', '=', 'r.organizationId'),
    )
    .leftJoin('person as s', (join) => join.onRef('s.tenantId', '=', 'r.tenantId').onRef('s.id', '=', 'r.signerId'))
    .leftJoin('person as c', (join) => join.onRef('c.tenantId', '=', 'r.tenantId').onRef('c.id', '=', 'r.changedBy'))
    .select([
      'r.id',
      'r.title as writtenTitle',
      'r.language',
      'r.organizationId',
      'o.name as organizationName',
      'o.path',
      'r.period',
      'r.signerId',
      'r.createdBy',
      's.name as signerName',
      'r.changedAt',
      'r.changedBy',
      'c.name as changedByName',
      'r.seq',
      'r.deletedAt',
    ])

/** Those of these parts of the tree, the last changed first. */
export const findReports = (tx: Tx, paths: readonly string[], organizationId: string | undefined) =>
  lines(tx)
    .where('r.deletedAt', 'is', null)
    .where(sql<boolean>`exists (select from unnest(${sql.val(paths)}::text[]) own where starts_with(o.path, own))`)
    .$if(organizationId !== undefined, (query) => query.where('r.organizationId', '=', organizationId ?? ''))
    .orderBy('r.changedAt', 'desc')
    .orderBy('r.id')
    .limit(500)
    .execute()

export const reportById = (tx: Tx, id: string) => lines(tx).where('r.id', '=', id).executeTakeFirst()

type New = {
  id: string
  organizationId: string
  language: string
  title: string
  period: string
  createdBy: string | null
  signerId: string | null
  snapshot: Buffer
}

export const insertReport = (tx: Tx, { createdBy, ...report }: New, now: Date) =>
  tx
    .insertInto('report')
    .values({ ...report, createdBy, createdAt: now, changedBy: createdBy, changedAt: now })
    .execute()

export const updateReport = (
  tx: Tx,
  id: string,
  fields: { title: string; period: string; signerId: string | null },
  by: { changedBy: string | null; changedAt: Date },
) =>
  tx
    .updateTable('report')
    .set({ ...fields, ...by })
    .where('id', '=', id)
    .execute()

export const setDeleted = (tx: Tx, id: string, deletedAt: Date | null) =>
  tx.updateTable('report').set({ deletedAt }).where('id', '=', id).execute()
