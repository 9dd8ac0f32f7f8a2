import { sql } from 'kysely'
import type { Fact } from '../../../platform/facts.ts'

/**
 * Topics of the plans that are agreed, from the first of their months to the end of the year, and whether they are covered today: the
 * same as the plan's own page counts (`covering/rules.ts`), in SQL.
 */
export const studyTopic: Fact = {
  name: 'studyTopic',
  words: ['study topics', '学习专题'],
  verb: ['planned by groups of', '的小组计划的'],
  time: 'span',
  source: (tx) =>
    tx
      .selectFrom('studyTopic as t')
      .innerJoin('studyPlanVersion as v', (join) =>
        join.onRef('v.tenantId', '=', 't.tenantId').onRef('v.id', '=', 't.versionId'),
      )
      .innerJoin('studyPlan as p', (join) => join.onRef('p.tenantId', '=', 'v.tenantId').onRef('p.id', '=', 'v.planId'))
      .innerJoin('peopleGroup as g', (join) =>
        join.onRef('g.tenantId', '=', 'p.tenantId').onRef('g.id', '=', 'p.groupId'),
      )
      .innerJoin('organization as o', (join) =>
        join.onRef('o.tenantId', '=', 'g.tenantId').onRef('o.id', '=', 'g.organizationId'),
      )
      .innerJoin('tenant as z', 'z.id', 't.tenantId')
      .where('v.state', '=', 'agreed')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('studyPlanVersion as w')
              .whereRef('w.tenantId', '=', 'v.tenantId')
              .whereRef('w.planId', '=', 'v.planId')
              .where('w.state', '=', 'agreed')
              .whereRef('w.number', '>', 'v.number')
              .select('w.id'),
          ),
        ),
      )
      .select([
        sql<string>`t.version_id || ':' || t.topic_id`.as('id'),
        'o.path',
        sql<string>`make_date(p.year, t.from_month, 1)`.as('fromDate'),
        sql<string>`make_date(p.year + 1, 1, 1)`.as('toDate'),
        't.title',
        't.minutes',
        'p.id as plan',
        'p.groupId as group',
        'g.name as groupName',
        sql<boolean>`t.minutes <= (
          select coalesce(sum(round(extract(epoch from a.ends_at - a.starts_at) / 60)), 0) from activity a
          where a.tenant_id = p.tenant_id and a.group_id = p.group_id and a.kind = 'study' and a.cancelled_at is null
            and a.ends_at <= now() and extract(year from a.starts_at at time zone z.time_zone) = p.year
            and t.topic_id = (
              select n.topic_id from study_topic n join study_plan_version x on x.tenant_id = n.tenant_id and x.id = n.version_id
              where x.tenant_id = p.tenant_id and x.plan_id = p.id and n.title = trim(a.topic) order by x.number desc limit 1))`.as(
          'covered',
        ),
      ]),
  columns: {
    title: { words: ['Topic', '专题'], type: 'text', phrase: ['on “{value}”', '专题含“{value}”的'] },
    group: { words: ['Group', '小组'], type: 'reference', label: 'groupName', phrase: ['of {value}', '{value}的'] },
    minutes: { words: ['Time planned', '计划学时'], type: 'minutes' },
    covered: {
      words: ['Covered', '已学完'],
      type: 'flag',
      phrases: { yes: ['that are covered', '已学完的'], no: ['that are not covered', '未学完的'] },
    },
  },
  measures: {
    planned: { words: ['Number of', '计划专题数'], unit: ['{n}', '{n}个'], kind: 'count' },
    covered: {
      words: ['Number of covered', '已学完专题数'],
      unit: ['{n}', '{n}个'],
      kind: 'count',
      where: { covered: ['yes'] },
    },
    coverage: { words: ['Share covered of', '学完比例'], unit: ['{n}', '{n}'], kind: 'share', column: 'covered' },
  },
  shows: ['title', 'group', 'minutes', 'covered'],
  link: '/learning/plans/:plan',
}
