import { sql } from 'kysely'
import { about } from '../../platform/changes.ts'
import { newId, type Tx } from '../../platform/database.ts'

export type Written = {
  kind: string
  title: string
  topic: string | null
  description: string | null
  hostId: string
  placeId: string | null
  groupId: string | null
  startsAt: Date
  endsAt: Date
}

export type NewActivity = Written & { id: string; seriesId: string | null; seriesDate: string | null; changedAt: Date }

export const insertActivity = (tx: Tx, activity: NewActivity) =>
  about(tx, [activity.id]).insertInto('activity').values(activity).execute()

export const seriesOf = (tx: Tx, id: string) =>
  tx.selectFrom('activity').where('id', '=', id).select('seriesId').executeTakeFirst()

/** Whoever changes an activity or its sheet does so one after the other; those who sign up for it meanwhile need not wait. */
export const holdActivity = (tx: Tx, id: string) =>
  tx
    .selectFrom('activity')
    .where('id', '=', id)
    .select(['id', 'sequence', 'cancelledAt', 'seriesId', 'seriesDate'])
    .forNoKeyUpdate()
    .executeTakeFirst()

/** Every change that others' calendars should take over raises the sequence. */
export async function updateActivity(
  tx: Tx,
  id: string,
  changes: Partial<Written> & {
    changedAt: Date
    detached?: boolean
    seriesId?: string | null
    seriesDate?: string | null
    cancelledAt?: Date | null
    cancelReason?: string | null
  },
): Promise<void> {
  const before = changes.startsAt ? await startOf(tx, id) : []
  await about(tx, [id], before)
    .updateTable('activity')
    .set((eb) => ({ ...changes, sequence: eb('sequence', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Held still, so that it is the time from which it is moved. */
const startOf = async (tx: Tx, id: string): Promise<Date[]> =>
  (await tx.selectFrom('activity').where('id', '=', id).select('startsAt').forNoKeyUpdate().execute()).map(
    (a) => a.startsAt,
  )

export async function replaceTeams(tx: Tx, activityId: string, teamIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('activityTeam').where('activityId', '=', activityId).execute()
  if (teamIds.length > 0)
    await tx
      .insertInto('activityTeam')
      .values([...new Set(teamIds)].map((organizationId) => ({ activityId, organizationId })))
      .execute()
}

export const groupHome = (tx: Tx, groupId: string) =>
  tx
    .selectFrom('peopleGroup')
    .innerJoin('organization', (join) =>
      join
        .onRef('organization.tenantId', '=', 'peopleGroup.tenantId')
        .onRef('organization.id', '=', 'peopleGroup.organizationId'),
    )
    .where('peopleGroup.id', '=', groupId)
    .select('organization.path')
    .executeTakeFirst()

export const countKnown = async (tx: Tx, table: 'organization' | 'person' | 'place', ids: readonly string[]) =>
  ids.length === 0
    ? 0
    : (
        await tx
          .selectFrom(table)
          .where('id', 'in', [...new Set(ids)])
          .select(sql<number>`count(*)::int`.as('n'))
          .executeTakeFirstOrThrow()
      ).n

type Invitation = { activityId: string; personIds: readonly string[]; by: string | null; now: Date }
/** Whoever had declined is asked again; whoever answered or came stays as they are. */
export const invite = (tx: Tx, { activityId, personIds, by, now }: Invitation) =>
  about(tx, [activityId])
    .insertInto('participation')
    .values(
      [...new Set(personIds)].map((personId) => ({
        id: newId(),
        activityId,
        personId,
        status: 'invited',
        recordedBy: by,
        recordedAt: now,
      })),
    )
    .onConflict((on) =>
      on
        .columns(['tenantId', 'activityId', 'personId'])
        .doUpdateSet({ status: 'invited', note: null, recordedBy: by, recordedAt: now })
        .where('participation.status', '=', 'cancelled'),
    )
    .execute()

export const uninvite = (tx: Tx, activityId: string, personId: string) =>
  about(tx, [activityId])
    .deleteFrom('participation')
    .where('activityId', '=', activityId)
    .where('personId', '=', personId)
    .where('status', 'in', ['invited', 'registered', 'waitlisted', 'confirmed', 'cancelled'])
    .execute()
