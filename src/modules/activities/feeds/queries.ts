import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { activities, concerns, type Reader, seen } from '../seeing/queries.ts'

const feeds = (tx: Tx) =>
  tx
    .selectFrom('calendarFeed')
    .leftJoin('organization', (join) =>
      join
        .onRef('organization.tenantId', '=', 'calendarFeed.tenantId')
        .onRef('organization.id', '=', 'calendarFeed.organizationId'),
    )
    .leftJoin('person as maker', (join) =>
      join.onRef('maker.tenantId', '=', 'calendarFeed.tenantId').onRef('maker.id', '=', 'calendarFeed.createdBy'),
    )
    .where('calendarFeed.revokedAt', 'is', null)
    .select([
      'calendarFeed.id',
      'calendarFeed.personId',
      'calendarFeed.organizationId',
      'organization.name as organizationName',
      'organization.path as organizationPath',
      'calendarFeed.createdBy as createdById',
      'maker.name as createdBy',
      'calendarFeed.createdAt',
    ])

/** My own links, and those to organizations in these parts of the tree. */
export const feedsOf = (tx: Tx, personId: string | null, paths: readonly string[]) =>
  feeds(tx)
    .where(
      sql<boolean>`(calendar_feed.created_by = ${personId}::uuid
        or organization.path like any(${sql.val(paths.map((path) => `${path}%`))}::text[]))`,
    )
    .orderBy('calendarFeed.createdAt')
    .execute()

export const feedById = (tx: Tx, id: string) => feeds(tx).where('calendarFeed.id', '=', id).executeTakeFirst()
export const feedByToken = (tx: Tx, tokenHash: Buffer) =>
  feeds(tx).where('calendarFeed.tokenHash', '=', tokenHash).executeTakeFirst()

type NewFeed = {
  id: string
  tokenHash: Buffer
  personId: string | null
  organizationId: string | null
  createdBy: string | null
  createdAt: Date
}
export const insertFeed = (tx: Tx, feed: NewFeed) => tx.insertInto('calendarFeed').values(feed).execute()

export const revoke = (tx: Tx, id: string, revokedAt: Date) =>
  tx.updateTable('calendarFeed').set({ revokedAt }).where('id', '=', id).execute()

type Span = { from: Date; to: Date }
/** Cancelled ones as well: a calendar that has them must hear of it. No people, no free text. */
export function entries(tx: Tx, reader: Reader, { from, to }: Span, organizationPath: string | null) {
  const query = activities(tx, reader)
    .clearSelect()
    .select([
      'activity.id',
      'activity.kind',
      'activity.title',
      'activity.topic',
      'host.name as hostName',
      'place.name as placeName',
      'place.address',
      'activity.startsAt',
      'activity.endsAt',
      'activity.sequence',
      'activity.changedAt',
      'activity.cancelledAt',
    ])
    .where(seen(reader))
    .where('activity.startsAt', '<', to)
    .where('activity.endsAt', '>', from)
    .orderBy('activity.startsAt')
    .orderBy('activity.id')
    .limit(5000)
  if (organizationPath === null) return query.where(concerns(reader)).execute()
  return query
    .where(
      sql<boolean>`(starts_with(host.path, ${organizationPath}) or exists (
        select 1 from activity_team t join organization o on o.tenant_id = t.tenant_id and o.id = t.organization_id
        where t.tenant_id = activity.tenant_id and t.activity_id = activity.id and starts_with(o.path, ${organizationPath})))`,
    )
    .execute()
}
