import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Fact } from '../../../platform/facts.ts'
import { columns, held, whenHeld } from '../held/facts.ts'

/** Everyone who has a record, and everyone of the expected group on that day who has none yet. */
const participations = (tx: Tx) =>
  held(tx)
    .innerJoin('participation as x', (join) =>
      join.onRef('x.tenantId', '=', 'a.tenantId').onRef('x.activityId', '=', 'a.id'),
    )
    .select([
      sql<string>`x.id::text`.as('id'),
      'x.personId',
      sql<string>`x.status`.as('status'),
      'x.minutes',
      'x.walkIn',
    ])
    .unionAll(
      held(tx)
        .innerJoin('tenant as z', 'z.id', 'a.tenantId')
        .innerJoin('groupMember as m', (join) =>
          join
            .onRef('m.tenantId', '=', 'a.tenantId')
            .onRef('m.groupId', '=', 'a.groupId')
            .on(sql<boolean>`m.from_date <= (a.starts_at at time zone z.time_zone)::date`)
            .on(sql<boolean>`coalesce(m.to_date > (a.starts_at at time zone z.time_zone)::date, true)`),
        )
        .leftJoin('participation as x', (join) =>
          join
            .onRef('x.tenantId', '=', 'a.tenantId')
            .onRef('x.activityId', '=', 'a.id')
            .onRef('x.personId', '=', 'm.personId'),
        )
        .where('x.id', 'is', null)
        .select([
          sql<string>`a.id || ':' || m.person_id`.as('id'),
          'm.personId',
          sql<string>`'unrecorded'`.as('status'),
          'x.minutes',
          sql<boolean>`false`.as('walkIn'),
        ]),
    )

/** Who came to what, and how long they served there. */
export const participation: Fact = {
  name: 'participation',
  words: ['activities', '活动'],
  verb: ['held by', '举办的'],
  time: 'moment',
  source: (tx) =>
    tx
      .selectFrom(participations(tx).as('x'))
      // a name that nobody asks for costs nothing: such a join is left out of the plan
      .leftJoin('person as n', 'n.id', 'x.personId')
      .selectAll('x')
      .select([
        'x.personId as person',
        'n.name as personName',
        // whoever came without being expected is counted as come only
        sql<boolean>`x.status not in ('cancelled', 'waitlisted') and x.walk_in is not true`.as('expected'),
        sql<boolean>`x.status in ('attended', 'late')`.as('present'),
        sql<boolean>`x.minutes is not null and x.status in ('attended', 'late')`.as('timed'),
      ]),
  reached: whenHeld,
  columns: {
    ...columns,
    person: { words: ['Person', '姓名'], type: 'reference', label: 'personName', person: true },
    status: {
      words: ['Status', '状态'],
      type: 'choice',
      phrase: ['({value})', '（{value}）'],
      values: {
        invited: ['invited', '已邀请'],
        registered: ['registered', '已报名'],
        waitlisted: ['on the waiting list', '候补'],
        confirmed: ['confirmed', '已确认'],
        cancelled: ['cancelled', '已取消'],
        attended: ['attended', '出勤'],
        late: ['late', '迟到'],
        excused: ['excused', '请假'],
        absent: ['absent', '缺勤'],
        unrecorded: ['not recorded', '未登记'],
      },
    },
    minutes: { words: ['Time', '时长'], type: 'minutes' },
    expected: { words: ['Expected', '应到'], type: 'flag' },
    present: { words: ['Present', '实到'], type: 'flag' },
    timed: { words: ['Time recorded', '有时长'], type: 'flag' },
  },
  measures: {
    expected: {
      words: ['People expected at', '应到人次'],
      unit: ['{n}', '{n}人次'],
      kind: 'count',
      where: { expected: ['yes'] },
    },
    attended: {
      words: ['People present at', '实到人次'],
      unit: ['{n}', '{n}人次'],
      kind: 'count',
      where: { present: ['yes'] },
    },
    attendance: {
      words: ['Share of those expected who were present at', '出勤率'],
      unit: ['{n}', '{n}'],
      kind: 'share',
      column: 'present',
      where: { expected: ['yes'] },
    },
    people: {
      words: ['Number of different people present at', '参加人数'],
      unit: ['{count, plural, one {{n} person} other {{n} people}}', '{n}人'],
      kind: 'distinct',
      column: 'person',
      where: { present: ['yes'] },
    },
    minutes: {
      words: ['Hours served at', '时长'],
      unit: ['{count, plural, one {{n} hour} other {{n} hours}}', '{n}小时'],
      kind: 'sum',
      column: 'minutes',
      where: { timed: ['yes'] },
    },
    records: {
      words: ['Records of hours served at', '时长记录数'],
      unit: ['{count, plural, one {{n} record} other {{n} records}}', '{n}条'],
      kind: 'count',
      where: { timed: ['yes'] },
    },
    volunteers: {
      words: ['Number of different people who served at', '参加人数'],
      unit: ['{count, plural, one {{n} person} other {{n} people}}', '{n}人'],
      kind: 'distinct',
      column: 'person',
      where: { timed: ['yes'] },
    },
    minutesEach: {
      words: ['Hours for each person who served at', '人均时长'],
      unit: ['{count, plural, one {{n} hour} other {{n} hours}}', '{n}小时'],
      kind: 'rate',
      top: 'minutes',
      bottom: 'volunteers',
      where: { timed: ['yes'] },
    },
    medianMinutes: {
      words: ['Median time of one service at', '单次时长中位数'],
      unit: ['{count, plural, one {{n} hour} other {{n} hours}}', '{n}小时'],
      kind: 'median',
      column: 'minutes',
      where: { timed: ['yes'] },
    },
  },
  shows: ['person', 'title', 'at', 'status', 'minutes', 'host'],
  link: '/activities/:activity',
}
