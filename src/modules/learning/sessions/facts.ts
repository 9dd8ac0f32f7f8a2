import { sql } from 'kysely'
import type { Fact } from '../../../platform/facts.ts'
import { columns, held, whenHeld } from '../../activities/held/facts.ts'

/** Study sessions made up by reading. Whoever did come after all made nothing up, and nobody here is counted as present anywhere. */
export const madeUp: Fact = {
  name: 'madeUp',
  words: ['study sessions', '集中学习'],
  verb: ['held by', '举办的'],
  time: 'moment',
  source: (tx) =>
    held(tx)
      .innerJoin('madeUp as x', (join) =>
        join.onRef('x.tenantId', '=', 'a.tenantId').onRef('x.activityId', '=', 'a.id'),
      )
      .leftJoin('person as n', (join) => join.onRef('n.tenantId', '=', 'x.tenantId').onRef('n.id', '=', 'x.personId'))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('participation as c')
              .whereRef('c.tenantId', '=', 'x.tenantId')
              .whereRef('c.activityId', '=', 'x.activityId')
              .whereRef('c.personId', '=', 'x.personId')
              .where('c.status', 'in', ['attended', 'late'])
              .select('c.id'),
          ),
        ),
      )
      .select([sql<string>`x.id::text`.as('id'), 'x.personId as person', 'n.name as personName', 'x.madeUpAt']),
  reached: whenHeld,
  columns: {
    ...columns,
    person: { words: ['Person', '姓名'], type: 'reference', label: 'personName', person: true },
    madeUpAt: { words: ['Made up', '补学时间'], type: 'moment' },
  },
  measures: {
    count: { words: ['Times somebody made up', '补学人次'], unit: ['{n}', '{n}人次'], kind: 'count' },
    people: {
      words: ['Number of different people who made up', '补学人数'],
      unit: ['{count, plural, one {{n} person} other {{n} people}}', '{n}人'],
      kind: 'distinct',
      column: 'person',
    },
  },
  shows: ['person', 'title', 'at', 'madeUpAt', 'host'],
  link: '/activities/:activity/study',
}
