import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Column, Fact } from '../../../platform/facts.ts'

const states = {
  done: ['done in time', '按期完成'],
  afterwards: ['done late', '逾期完成'],
  late: ['late', '逾期未完成'],
  open: ['not due yet', '未到期'],
} as const
const countOf = { unit: ['{n}', '{n}次'], kind: 'count' } as const

const ofCheck = {
  checklist: {
    words: ['Checklist', '检查表'],
    type: 'text',
    phrase: ['by “{value}”', '按“{value}”的'],
  },
  station: {
    words: ['Station', '站点'],
    type: 'reference',
    label: 'stationName',
    phrase: ['of {value}', '{value}的'],
  },
  place: { words: ['Place', '场所'], type: 'reference', label: 'placeName', phrase: ['at {value}', '在{value}的'] },
  organization: {
    words: ['Organization', '单位'],
    type: 'reference',
    label: 'organizationName',
    phrase: ['in {value}', '{value}的'],
  },
} satisfies Record<string, Column>

const checks = (tx: Tx) =>
  tx
    .selectFrom('safetyCheck as k')
    .innerJoin('tenant as z', 'z.id', 'k.tenantId')
    .innerJoin('checklist as c', (join) =>
      join.onRef('c.tenantId', '=', 'k.tenantId').onRef('c.id', '=', 'k.checklistId'),
    )
    .innerJoin('place as p', (join) => join.onRef('p.tenantId', '=', 'k.tenantId').onRef('p.id', '=', 'k.placeId'))
    .leftJoin('place as s', (join) => join.onRef('s.tenantId', '=', 'p.tenantId').onRef('s.id', '=', 'p.parentId'))
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'p.tenantId').onRef('o.id', '=', 'p.organizationId'),
    )
    .select(['o.path', 'k.id as checked', 'p.id as place', 'p.name as placeName', 'c.name as checklist'])
    .select(['o.id as organization', 'o.name as organizationName'])
    .select(sql<string>`coalesce(s.id, p.id)`.as('station'))
    .select(sql<string>`coalesce(s.name, p.name)`.as('stationName'))

/** Each check on the last day on which it was to be done. */
const check: Fact = {
  name: 'check',
  words: ['safety checks', '安全检查'],
  verb: ['of', '的'],
  time: 'moment',
  source: (tx) =>
    checks(tx)
      .select('k.id')
      .select(sql<Date>`k.due_on::timestamp at time zone z.time_zone`.as('at'))
      .select(
        sql<string>`case
          when (k.done_at at time zone z.time_zone)::date <= k.due_on then 'done'
          when k.done_at is not null then 'afterwards'
          when k.due_on < (now() at time zone z.time_zone)::date then 'late'
          else 'open' end`.as('state'),
      )
      .select(sql<boolean>`k.done_at is not null`.as('done'))
      .select(sql<boolean>`coalesce(k.passed, false)`.as('passed')),
  columns: {
    ...ofCheck,
    state: { words: ['State', '完成情况'], type: 'choice', values: states, phrase: ['({value})', '（{value}）'] },
    done: {
      words: ['Done', '已完成'],
      type: 'flag',
      phrases: { yes: ['that are done', '已完成的'], no: ['that are not done', '未完成的'] },
    },
    passed: {
      words: ['In order', '合格'],
      type: 'flag',
      phrases: { yes: ['in order', '合格的'], no: ['not in order', '不合格的'] },
    },
  },
  measures: {
    planned: { words: ['Number of planned', '计划次数'], ...countOf },
    done: { words: ['Number of done', '完成次数'], ...countOf, where: { done: ['yes'] } },
    late: { words: ['Number of late', '逾期次数'], ...countOf, where: { state: ['late', 'afterwards'] } },
    shareDone: { words: ['Share done of', '完成率'], unit: ['{n}', '{n}'], kind: 'share', column: 'done' },
  },
  shows: ['place', 'checklist', 'organization', 'at', 'state', 'passed'],
  link: '/checks/:checked',
}

type Stretch = { tenantId: string; id: string; state: 'due' | 'late'; fromDate: string; toDate: string | null }

/** The days on which a check was to be done, and those on which it was late, until it was done. */
const stretches = sql<Stretch>`(
  select w.tenant_id, w.id, v.state, v.from_date, v.to_date
  from (
    select k.tenant_id, k.id, k.planned_on, k.due_on, (k.done_at at time zone z.time_zone)::date as done_on,
      (now() at time zone z.time_zone)::date as today
    from safety_check k join tenant z on z.id = k.tenant_id) w
  cross join lateral (values
    ('due', w.planned_on, case when w.done_on is null and w.due_on >= w.today then null else least(w.done_on, w.due_on + 1) end),
    ('late', w.due_on + 1, w.done_on)) as v(state, from_date, to_date)
  where v.from_date <= w.today and (v.to_date is null or v.to_date > v.from_date))`

const openCheck: Fact = {
  name: 'openCheck',
  words: ['safety checks to be done', '待完成的安全检查'],
  verb: ['of', '的'],
  time: 'span',
  source: (tx) =>
    checks(tx)
      .innerJoin(stretches.as('v'), (join) => join.onRef('v.tenantId', '=', 'k.tenantId').onRef('v.id', '=', 'k.id'))
      .select(['v.id', 'v.state', 'v.fromDate', 'v.toDate']),
  columns: {
    ...ofCheck,
    state: {
      words: ['State', '完成情况'],
      type: 'choice',
      values: { due: ['in time', '未到期'], late: ['late', '已逾期'] },
      phrase: ['({value})', '（{value}）'],
    },
  },
  measures: {
    due: { words: ['Number of', '次数'], ...countOf, where: { state: ['due'] } },
    late: { words: ['Number of late', '逾期次数'], ...countOf, where: { state: ['late'] } },
  },
  shows: ['place', 'checklist', 'organization', 'state'],
  link: '/checks/:checked',
}

export const facts: readonly Fact[] = [check, openCheck]
