import { type Expression, sql } from 'kysely'
import type { Fact } from '../../../platform/facts.ts'
import { columns, held, whenHeld } from '../held/facts.ts'

/**
 * A pair counts under the one that began first, which may be neither the one that was changed nor of its month: every service
 * that goes on when the changed one begins. Those of more than a day are few, and found by their end.
 */
const whenPairsBegin = (marks: Expression<unknown>) => sql`
  with changed as (${whenHeld(marks)} union all select at from ${marks} where at is not null)
  select at from changed
  union all
  select a.starts_at from changed join activity a on a.starts_at <= changed.at and a.starts_at > changed.at - interval '24 hours'
    and a.ends_at > changed.at where a.tenant_id = current_tenant() and a.kind = 'service'
  union all
  select a.starts_at from changed join activity a on a.starts_at <= changed.at and a.ends_at > changed.at
    and a.ends_at - a.starts_at > interval '24 hours' where a.tenant_id = current_tenant() and a.kind = 'service'`

/** Two services of one person that overlap: history that is kept, and said. */
export const overlap: Fact = {
  name: 'overlap',
  words: ['pairs of services of one person that overlap', '同一人时间重叠的志愿服务'],
  verb: ['held by', '举办的'],
  time: 'moment',
  source: (tx) =>
    held(tx)
      .innerJoin('participation as x', (join) =>
        join.onRef('x.tenantId', '=', 'a.tenantId').onRef('x.activityId', '=', 'a.id').on('x.minutes', 'is not', null),
      )
      .innerJoin('participation as y', (join) =>
        join
          .onRef('y.tenantId', '=', 'x.tenantId')
          .onRef('y.personId', '=', 'x.personId')
          .onRef('y.activityId', '!=', 'x.activityId')
          .on('y.minutes', 'is not', null),
      )
      .innerJoin('activity as b', (join) =>
        join
          .onRef('b.tenantId', '=', 'y.tenantId')
          .onRef('b.id', '=', 'y.activityId')
          .onRef('b.startsAt', '<', 'a.endsAt')
          .onRef('b.endsAt', '>', 'a.startsAt')
          .on('b.kind', '=', 'service')
          .on('b.cancelledAt', 'is', null),
      )
      .leftJoin('person as n', (join) => join.onRef('n.tenantId', '=', 'x.tenantId').onRef('n.id', '=', 'x.personId'))
      .where('a.kind', '=', 'service')
      // a pair once, under the one that began first
      .where(sql<boolean>`(a.starts_at, a.id) < (b.starts_at, b.id)`)
      .select([
        sql<string>`x.id || ':' || y.id`.as('id'),
        'x.personId as person',
        'n.name as personName',
        'b.title as other',
        'b.startsAt as otherAt',
      ]),
  reached: whenPairsBegin,
  columns: {
    person: { words: ['Person', '姓名'], type: 'reference', label: 'personName', person: true },
    title: columns.title,
    at: columns.at,
    other: { words: ['Overlaps with', '与之重叠'], type: 'text' },
    otherAt: { words: ['Time of that', '重叠活动时间'], type: 'moment' },
    host: columns.host,
  },
  measures: {
    pairs: {
      words: ['Number of', '对数'],
      unit: ['{count, plural, one {{n} pair} other {{n} pairs}}', '{n}对'],
      kind: 'count',
    },
  },
  shows: ['person', 'title', 'at', 'other', 'otherAt'],
  link: '/activities/:activity',
}
