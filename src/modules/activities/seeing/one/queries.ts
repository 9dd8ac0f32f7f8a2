import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import { activities, type Reader, seen } from '../queries.ts'

/** One activity with everything about it; `seen`: whether the reader may. */
export const activityById = (tx: Tx, reader: Reader, id: string) =>
  activities(tx, reader)
    .leftJoin('peopleGroup', (join) =>
      join.onRef('peopleGroup.tenantId', '=', 'activity.tenantId').onRef('peopleGroup.id', '=', 'activity.groupId'),
    )
    .leftJoin('activitySeries as series', (join) =>
      join.onRef('series.tenantId', '=', 'activity.tenantId').onRef('series.id', '=', 'activity.seriesId'),
    )
    .select([
      'host.path as hostPath',
      'activity.description',
      'activity.groupId',
      'peopleGroup.name as groupName',
      'activity.ledgerNumber',
      'activity.detached',
      'activity.sequence',
      'activity.changedAt',
      'activity.cancelReason',
      'series.rule',
      'series.onHoliday',
      'series.onMakeup',
      'series.firstDate',
      'series.endedAt',
    ])
    .select(seen(reader).as('seen'))
    .select(
      sql<
        string | null
      >`(select p.note from participation p where p.tenant_id = activity.tenant_id and p.activity_id = activity.id
        and p.person_id = ${reader.personId}::uuid and p.recorded_by = p.person_id and p.status = 'cancelled')`.as(
        'declined',
      ),
    )
    .where('activity.id', '=', id)
    .executeTakeFirst()

export const teamsOf = (tx: Tx, activityId: string) =>
  tx
    .selectFrom('activityTeam')
    .innerJoin('organization as team', (join) =>
      join.onRef('team.tenantId', '=', 'activityTeam.tenantId').onRef('team.id', '=', 'activityTeam.organizationId'),
    )
    .where('activityId', '=', activityId)
    .select(['team.id', 'team.name', 'team.path'])
    .orderBy('team.name')
    .execute()
