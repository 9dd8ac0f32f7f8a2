import { sql } from 'kysely'
import type { Fact } from '../../../platform/facts.ts'
import { columns } from '../../activities/held/facts.ts'
import { role, shifts, shown, whenShiftsAre } from '../planned/facts.ts'

/** One place given up so late that somebody had to be found for it, until somebody was confirmed in it. */
export const gap: Fact = {
  name: 'lateGap',
  words: ['places in shifts given up late', '班次临时空缺'],
  verb: ['planned by', '安排的'],
  time: 'moment',
  source: (tx) =>
    tx
      .selectFrom(
        shifts(tx)
          .innerJoin('signup as u', (join) =>
            join
              .onRef('u.tenantId', '=', 'r.tenantId')
              .onRef('u.shiftRoleId', '=', 'r.id')
              .on('u.givenUpLate', '=', true),
          )
          .select([
            'u.id',
            'u.givenUpAt',
            'u.coveredAt',
            sql<boolean>`u.covered_at is not null`.as('covered'),
            sql<number>`round(extract(epoch from u.covered_at - u.given_up_at) / 60)::int`.as('minutes'),
          ])
          .as('x'),
      )
      .select([...shown, 'x.id', 'x.givenUpAt', 'x.coveredAt', 'x.covered', 'x.minutes']),
  reached: whenShiftsAre,
  columns: {
    ...columns,
    role,
    givenUpAt: { words: ['Given up', '空出时间'], type: 'moment' },
    coveredAt: { words: ['Covered', '补位时间'], type: 'moment' },
    minutes: { words: ['Until covered', '补位用时'], type: 'minutes' },
    covered: {
      words: ['Somebody was found', '已补位'],
      type: 'flag',
      phrases: { yes: ['that were covered', '已补位的'], no: ['for which nobody was found', '未补位的'] },
    },
  },
  measures: {
    gaps: { words: ['Number of', '数量'], unit: ['{n}', '{n}个'], kind: 'count' },
    covered: {
      words: ['Number covered of the', '补位数量'],
      unit: ['{n}', '{n}个'],
      kind: 'count',
      where: { covered: ['yes'] },
    },
    coverRate: { words: ['Share covered of the', '补位率'], unit: ['{n}', '{n}'], kind: 'share', column: 'covered' },
    timeToCover: {
      words: ['Median time until somebody was found for', '补位用时中位数'],
      unit: ['{count, plural, one {{n} hour} other {{n} hours}}', '{n}小时'],
      kind: 'median',
      column: 'minutes',
      where: { covered: ['yes'] },
    },
  },
  shows: ['title', 'role', 'at', 'givenUpAt', 'coveredAt', 'minutes', 'host'],
  link: '/shifts/:shift',
}
