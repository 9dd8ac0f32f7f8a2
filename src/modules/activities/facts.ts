import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Column, Fact } from '../../platform/facts.ts'

const kind: Column = {
  words: ['Kind', '类别'],
  type: 'choice',
  values: {
    meeting: ['Meeting', '会议'],
    study: ['Study session', '集中学习'],
    training: ['Training', '培训'],
    service: ['Volunteer service', '志愿服务'],
    event: ['Public event', '群众活动'],
    visit: ['Check visit', '走访检查'],
  },
  nouns: {
    meeting: ['meetings', '会议'],
    study: ['study sessions', '集中学习'],
    training: ['training courses', '培训'],
    service: ['volunteer services', '志愿服务'],
    event: ['public events', '群众活动'],
    visit: ['check visits', '走访检查'],
  },
}

/** The teams of an activity. One activity may have several, so their parts need not add up to the whole. */
const teams = (tx: Tx) =>
  tx
    .selectFrom('activityTeam as t')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 't.tenantId').onRef('o.id', '=', 't.organizationId'),
    )
    .select(['t.activityId as owner', 'o.id as key', 'o.name as label'])

/** An activity with its host and place; one that was called off did not take place and is nowhere counted. */
const held = (tx: Tx) =>
  tx
    .selectFrom('activity as a')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'a.tenantId').onRef('o.id', '=', 'a.hostId'),
    )
    .leftJoin('place as p', (join) => join.onRef('p.tenantId', '=', 'a.tenantId').onRef('p.id', '=', 'a.placeId'))
    .where('a.cancelledAt', 'is', null)
    .select([
      'o.path',
      'a.startsAt as at',
      'a.id as activity',
      'a.title',
      'a.kind',
      'a.topic',
      'a.hostId as host',
      'o.name as hostName',
      'a.placeId as place',
      'p.name as placeName',
    ])

const columns = {
  title: { words: ['Title', '主题'], type: 'text', phrase: ['whose title contains “{value}”', '名称含“{value}”的'] },
  at: { words: ['Time', '时间'], type: 'moment' },
  kind,
  topic: { words: ['Topic', '学习专题'], type: 'text', phrase: ['on “{value}”', '专题含“{value}”的'] },
  host: { words: ['Host', '主办单位'], type: 'reference', label: 'hostName', phrase: ['by {value}', '{value}主办的'] },
  place: { words: ['Place', '地点'], type: 'reference', label: 'placeName', phrase: ['at {value}', '在{value}的'] },
  team: {
    words: ['Team', '志愿服务队'],
    type: 'many',
    owner: 'activity',
    bridge: teams,
    phrase: ['by {value}', '{value}参加的'],
  },
} satisfies Record<string, Column>

const activity: Fact = {
  name: 'activity',
  words: ['activities', '活动'],
  verb: ['held by', '举办的'],
  time: 'moment',
  source: (tx) => held(tx).select('a.id'),
  columns,
  measures: {
    count: {
      words: ['Number of', '次数'],
      unit: ['{n}', '{n}次'],
      kind: 'count',
    },
    topics: {
      words: ['Number of topics of', '专题数'],
      unit: ['{count, plural, one {{n} topic} other {{n} topics}}', '{n}个'],
      kind: 'distinct',
      column: 'topic',
    },
  },
  shows: ['title', 'at', 'host', 'place', 'topic'],
  link: '/activities/:activity',
}

/** Everyone who has a record, and everyone of the expected group on that day who has none yet. */
const participations = (tx: Tx) =>
  held(tx)
    .innerJoin('participation as x', (join) =>
      join.onRef('x.tenantId', '=', 'a.tenantId').onRef('x.activityId', '=', 'a.id'),
    )
    .select([sql<string>`x.id::text`.as('id'), 'x.personId', sql<string>`x.status`.as('status'), 'x.minutes'])
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
        ]),
    )

const participation: Fact = {
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
        sql<boolean>`x.status not in ('cancelled', 'waitlisted')`.as('expected'),
        sql<boolean>`x.status in ('attended', 'late')`.as('present'),
        sql<boolean>`x.minutes is not null and x.status in ('attended', 'late')`.as('timed'),
      ]),
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

/** Two services of one person that overlap: history that is kept, and said. */
const overlap: Fact = {
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
      .innerJoin('person as n', (join) => join.onRef('n.tenantId', '=', 'x.tenantId').onRef('n.id', '=', 'x.personId'))
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

export const facts: readonly Fact[] = [activity, participation, overlap]
