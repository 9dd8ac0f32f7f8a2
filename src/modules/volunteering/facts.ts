import { sql } from 'kysely'
import type { Fact } from '../../platform/facts.ts'
import { columns } from '../activities/held/facts.ts'
import { gap } from './cover/facts.ts'
import { role, shifts, shown, whenShiftsAre } from './planned/facts.ts'

/** One role of one shift: what was wanted of it, and how far it is filled. Places over the target fill nobody's gap. */
const shiftRole: Fact = {
  name: 'shiftRole',
  words: ['shifts', '班次'],
  verb: ['planned by', '安排的'],
  time: 'moment',
  source: (tx) =>
    tx
      .selectFrom(
        shifts(tx)
          .select([
            'r.id',
            'r.target as offered',
            sql<number>`least(r.target, (select count(*) from signup u where u.tenant_id = r.tenant_id
              and u.shift_role_id = r.id and u.state in ('confirmed', 'offered', 'kept')))::int`.as('filled'),
          ])
          .as('x'),
      )
      .select([...shown, 'x.id', 'x.offered', 'x.filled', sql<number>`x.offered - x.filled`.as('missing')])
      .select(sql<boolean>`x.filled < x.offered`.as('open')),
  reached: whenShiftsAre,
  columns: {
    ...columns,
    role,
    offered: { words: ['Places', '需要人数'], type: 'number' },
    filled: { words: ['Filled', '已满人数'], type: 'number' },
    missing: { words: ['Missing', '缺口'], type: 'number' },
    open: {
      words: ['With a gap', '有缺口'],
      type: 'flag',
      phrases: { yes: ['with places to fill', '有缺口的'], no: ['that are full', '已满的'] },
    },
  },
  measures: {
    shifts: {
      words: ['Number of', '数量'],
      unit: ['{n}', '{n}个'],
      kind: 'distinct',
      column: 'shift',
    },
    services: {
      words: ['Number of different activities with', '有班次的活动数'],
      unit: ['{count, plural, one {{n} activity} other {{n} activities}}', '{n}项'],
      kind: 'distinct',
      column: 'activity',
    },
    offered: {
      words: ['Places offered in', '需要人次'],
      unit: ['{count, plural, one {{n} place} other {{n} places}}', '{n}人次'],
      kind: 'sum',
      column: 'offered',
    },
    filled: {
      words: ['Places filled in', '到位人次'],
      unit: ['{count, plural, one {{n} place} other {{n} places}}', '{n}人次'],
      kind: 'sum',
      column: 'filled',
    },
    missing: {
      words: ['Places still to fill in', '缺口人次'],
      unit: ['{count, plural, one {{n} place} other {{n} places}}', '{n}人次'],
      kind: 'sum',
      column: 'missing',
    },
    fillRate: {
      words: ['Part of the places that is filled in', '到位率'],
      unit: ['{n}', '{n}'],
      kind: 'rate',
      top: 'filled',
      bottom: 'offered',
    },
  },
  shows: ['title', 'role', 'at', 'host', 'offered', 'filled', 'missing'],
  link: '/shifts/:shift',
}

/** One person with a place in one shift. Who was entered as absent afterwards did not show up. */
const placeHeld: Fact = {
  name: 'placeHeld',
  words: ['places in shifts', '班次名额'],
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
              .on('u.state', '=', 'confirmed'),
          )
          .leftJoin('participation as w', (join) =>
            join
              .onRef('w.tenantId', '=', 'u.tenantId')
              .onRef('w.activityId', '=', 'a.id')
              .onRef('w.personId', '=', 'u.personId'),
          )
          .leftJoin('person as n', (join) =>
            join.onRef('n.tenantId', '=', 'u.tenantId').onRef('n.id', '=', 'u.personId'),
          )
          .select([
            'u.id',
            'u.personId as person',
            'n.name as personName',
            sql<boolean>`coalesce(w.status = 'absent', false)`.as('noShow'),
            sql<boolean>`coalesce(w.status in ('attended', 'late', 'excused', 'absent'), false)`.as('recorded'),
          ])
          .as('x'),
      )
      .select([...shown, 'x.id', 'x.person', 'x.personName', 'x.noShow', 'x.recorded']),
  reached: whenShiftsAre,
  columns: {
    ...columns,
    role,
    person: { words: ['Person', '姓名'], type: 'reference', label: 'personName', person: true },
    noShow: {
      words: ['Did not come', '未到'],
      type: 'flag',
      phrases: { yes: ['of people who did not come', '未到岗的'], no: ['of people not absent', '非缺勤的'] },
    },
    recorded: { words: ['Attendance recorded', '已登记考勤'], type: 'flag' },
  },
  measures: {
    count: { words: ['Number of confirmed', '已确认的'], unit: ['{n}', '{n}人次'], kind: 'count' },
    people: {
      words: ['Number of different people with', '参与人数'],
      unit: ['{count, plural, one {{n} person} other {{n} people}}', '{n}人'],
      kind: 'distinct',
      column: 'person',
    },
    noShows: {
      words: ['Number of people who did not come to their', '未到岗人次'],
      unit: ['{n}', '{n}人次'],
      kind: 'count',
      where: { noShow: ['yes'] },
    },
    noShowRate: {
      words: ['Part of the people who did not come to their', '未到岗率'],
      unit: ['{n}', '{n}'],
      kind: 'share',
      column: 'noShow',
      where: { recorded: ['yes'] },
    },
  },
  shows: ['person', 'title', 'role', 'at', 'host', 'noShow'],
  link: '/shifts/:shift',
}

export const facts: readonly Fact[] = [shiftRole, placeHeld, gap]
