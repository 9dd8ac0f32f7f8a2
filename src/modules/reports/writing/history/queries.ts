import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { Span } from '../updates/authors/rules.ts'

/** All changes of a report in their order, with whose they are and what they did, but without their bytes. */
export const changesOf = (tx: Tx, reportId: string) =>
  tx
    .selectFrom('reportUpdate as u')
    .leftJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'u.tenantId').onRef('p.id', '=', 'u.personId'))
    .where('u.reportId', '=', reportId)
    .select(['u.seq', 'u.personId', 'p.name', 'u.at'])
    .select([sql<Span[]>`u.wrote`.as('wrote'), sql<Span[]>`u.removed`.as('removed')])
    .orderBy('u.seq')
    .execute()

export const begunBy = (tx: Tx, reportId: string) =>
  tx
    .selectFrom('report as r')
    .leftJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'r.tenantId').onRef('p.id', '=', 'r.createdBy'))
    .where('r.id', '=', reportId)
    .select(['p.name as by', 'r.createdAt as at'])
    .executeTakeFirstOrThrow()
