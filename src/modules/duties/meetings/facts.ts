import { sql } from 'kysely'
import type { Fact } from '../../../platform/facts.ts'
import { columns, held } from '../../activities/held/facts.ts'

const { title, topic, host, group, place, station } = columns
const ofMeeting = { title, topic, host, group, place, station }
const countOf = { unit: ['{n}', '{n}项'], kind: 'count' } as const

/** Meetings with an agenda, when they were held. */
const meeting: Fact = {
  name: 'meeting',
  words: ['meetings with an agenda', '有议程的会议'],
  verb: ['held by', '举办的'],
  time: 'moment',
  source: (tx) =>
    held(tx)
      .innerJoin('meeting as m', (join) =>
        join.onRef('m.tenantId', '=', 'a.tenantId').onRef('m.activityId', '=', 'a.id'),
      )
      .select('a.id')
      .select(sql<boolean>`m.confirmed_at is not null`.as('confirmed'))
      .select(
        sql<number>`(select count(*)::int from meeting_item i where i.tenant_id = a.tenant_id and i.activity_id = a.id)`.as(
          'items',
        ),
      ),
  columns: {
    ...ofMeeting,
    confirmed: {
      words: ['Minutes confirmed', '纪要已确认'],
      type: 'flag',
      phrases: { yes: ['with confirmed minutes', '纪要已确认的'], no: ['without confirmed minutes', '纪要未确认的'] },
    },
    items: { words: ['Points on the agenda', '议题数'], type: 'number' },
  },
  measures: {
    count: { words: ['Number of', '数量'], unit: ['{n}', '{n}次'], kind: 'count' },
    confirmed: {
      words: ['Number with confirmed minutes of', '纪要已确认的次数'],
      unit: ['{n}', '{n}次'],
      kind: 'count',
      where: { confirmed: ['yes'] },
    },
    items: { words: ['Points on the agendas of', '议题总数'], unit: ['{n}', '{n}项'], kind: 'sum', column: 'items' },
  },
  shows: ['title', 'at', 'host', 'items', 'confirmed'],
  link: '/meetings/:activity',
}

/** What was decided, when the meeting was held, and whether all of it was done by the days that it named. */
const decision: Fact = {
  name: 'decision',
  words: ['decisions', '议定事项'],
  verb: ['of meetings held by', '会议的'],
  time: 'moment',
  source: (tx) =>
    held(tx)
      .innerJoin('tenant as z', 'z.id', 'a.tenantId')
      .innerJoin('meetingDecision as d', (join) =>
        join.onRef('d.tenantId', '=', 'a.tenantId').onRef('d.activityId', '=', 'a.id'),
      )
      .innerJoin('finding as f', (join) =>
        join.onRef('f.tenantId', '=', 'd.tenantId').onRef('f.id', '=', 'd.findingId'),
      )
      .select(['f.id', 'f.id as finding', 'f.words'])
      .select(sql<boolean>`f.closed_at is not null`.as('closed'))
      .select(
        sql<boolean>`not exists (select from corrective_action c where c.tenant_id = f.tenant_id and c.finding_id = f.id
          and c.done_at is null)`.as('done'),
      )
      .select(
        sql<boolean>`not exists (select from corrective_action c where c.tenant_id = f.tenant_id and c.finding_id = f.id
          and (c.done_at is null or (c.done_at at time zone z.time_zone)::date > c.due_on))`.as('inTime'),
      ),
  columns: {
    words: { words: ['Decision', '议定事项'], type: 'text', phrase: ['that say “{value}”', '内容含“{value}”的'] },
    ...ofMeeting,
    done: {
      words: ['Done', '已完成'],
      type: 'flag',
      phrases: { yes: ['that are done', '已完成的'], no: ['that are not done', '未完成的'] },
    },
    inTime: {
      words: ['Done in time', '按期完成'],
      type: 'flag',
      phrases: { yes: ['done in time', '按期完成的'], no: ['not done in time', '未按期完成的'] },
    },
    closed: {
      words: ['Closed', '已销号'],
      type: 'flag',
      phrases: { yes: ['that are closed', '已销号的'], no: ['that are open', '未销号的'] },
    },
  },
  measures: {
    count: { words: ['Number of', '数量'], ...countOf },
    done: { words: ['Number done of', '已完成数'], ...countOf, where: { done: ['yes'] } },
    inTime: { words: ['Number done in time of', '按期完成数'], ...countOf, where: { inTime: ['yes'] } },
    shareInTime: {
      words: ['Share done in time of', '按期完成率'],
      unit: ['{n}', '{n}'],
      kind: 'share',
      column: 'inTime',
    },
  },
  shows: ['words', 'title', 'at', 'host', 'done', 'inTime'],
  link: '/findings/:finding',
}

export const facts: readonly Fact[] = [meeting, decision]
