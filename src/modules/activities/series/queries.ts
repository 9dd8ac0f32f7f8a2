import { sql } from 'kysely'
import { about } from '../../../platform/changes.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Written } from '../queries.ts'
import type { OnHoliday, Standing } from './rules.ts'

/** What each activity of a series is like; when it takes place is the rule's to say. */
export type Template = Omit<Written, 'startsAt' | 'endsAt'> & { teamIds: string[]; equipmentIds: string[] }
export type Series = {
  id: string
  rule: string
  firstDate: string
  starts: string
  minutes: number
  onHoliday: OnHoliday
  onMakeup: boolean
  template: Template
  endedAt: Date | null
}

const rowOf = ({ template, ...series }: Series) => ({ ...series, template: JSON.stringify(template) })

export const insertSeries = (tx: Tx, series: Series) => tx.insertInto('activitySeries').values(rowOf(series)).execute()

export const updateSeries = (tx: Tx, { id, ...series }: Series) => {
  const { id: _, ...row } = rowOf({ id, ...series })
  return tx.updateTable('activitySeries').set(row).where('id', '=', id).execute()
}

export const expandedTo = (tx: Tx, id: string, day: string) =>
  tx.updateTable('activitySeries').set({ expandedTo: day }).where('id', '=', id).execute()

export const holdSeries = (tx: Tx, id: string): Promise<Series | undefined> =>
  tx
    .selectFrom('activitySeries')
    .where('id', '=', id)
    .select((eb) => [
      'id',
      'rule',
      'firstDate',
      sql<string>`to_char(starts, 'HH24:MI')`.as('starts'),
      'minutes',
      eb.ref('onHoliday').$castTo<OnHoliday>().as('onHoliday'),
      'onMakeup',
      eb.ref('template').$castTo<Template>().as('template'),
      'endedAt',
    ])
    .forUpdate()
    .executeTakeFirst()

export const liveSeries = (tx: Tx) =>
  tx.selectFrom('activitySeries').where('endedAt', 'is', null).select('id').orderBy('id').execute()

/** Past, attended or changed by hand: the series leaves it alone. */
export const standing = (tx: Tx, seriesId: string, timeZone: string, now: Date): Promise<Standing[]> =>
  tx
    .selectFrom('activity')
    .where('seriesId', '=', seriesId)
    .where('seriesDate', 'is not', null)
    .select((eb) => [
      'id',
      eb.ref('seriesDate').$notNull().as('seriesDate'),
      sql<string>`(starts_at at time zone ${timeZone})::date`.as('date'),
      sql<boolean>`cancelled_at is not null`.as('cancelled'),
      sql<boolean>`detached or starts_at <= ${now} or exists (
        select 1 from participation p where p.tenant_id = activity.tenant_id and p.activity_id = activity.id
          and p.status in ('attended', 'late', 'excused', 'absent'))`.as('fixed'),
    ])
    .orderBy('seriesDate')
    .execute()

/** Gives up the days, so that others of the series may take them in any order. */
export const freeDays = (tx: Tx, ids: string[]) =>
  about(tx, []).updateTable('activity').set({ seriesDate: null }).where('id', 'in', ids).execute()

export const handOver = (tx: Tx, from: string, to: string, since: string) =>
  about(tx, [])
    .updateTable('activity')
    .set({ seriesId: to })
    .where('seriesId', '=', from)
    .where('seriesDate', '>=', since)
    .execute()

/** What is still to come of a series and has no records, changed by hand or not. */
export const toCome = (tx: Tx, seriesId: string, since: string, now: Date) =>
  tx
    .selectFrom('activity')
    .where('seriesId', '=', seriesId)
    .where('seriesDate', '>=', since)
    .where('startsAt', '>', now)
    .where('cancelledAt', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('participation')
            .whereRef('participation.tenantId', '=', 'activity.tenantId')
            .whereRef('participation.activityId', '=', 'activity.id')
            .where('status', 'in', ['attended', 'late', 'excused', 'absent'])
            .select('participation.id'),
        ),
      ),
    )
    .select('id')
    .execute()
