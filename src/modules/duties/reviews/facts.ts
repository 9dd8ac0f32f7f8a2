import { sql } from 'kysely'
import type { Fact } from '../../../platform/facts.ts'
import { stageWords } from './messages.ts'

/** A review counts on the day for which it was planned. */
export const review: Fact = {
  name: 'review',
  words: ['reviews of work', '工作检查'],
  verb: ['of', '的'],
  time: 'moment',
  source: (tx) =>
    tx
      .selectFrom('review as r')
      .innerJoin('tenant as t', 't.id', 'r.tenantId')
      .innerJoin('organization as o', (join) =>
        join.onRef('o.tenantId', '=', 'r.tenantId').onRef('o.id', '=', 'r.organizationId'),
      )
      .innerJoin('checklist as c', (join) =>
        join.onRef('c.tenantId', '=', 'r.tenantId').onRef('c.id', '=', 'r.checklistId'),
      )
      .where('r.removedAt', 'is', null)
      .select(['r.id', 'o.path', 'r.id as review', 'c.id as checklist', 'c.name as checklistName'])
      .select(['o.id as organization', 'o.name as organizationName'])
      .select(sql<Date>`(r.planned_on + time '12:00') at time zone t.time_zone`.as('at'))
      .select(
        sql<string>`case when r.final_at is not null then 'final' when r.sent_at is not null then 'sent' else 'planned' end`.as(
          'stage',
        ),
      )
      .select(
        sql<number>`(select count(*)::int from review_finding f where f.tenant_id = r.tenant_id and f.review_id = r.id)`.as(
          'findings',
        ),
      ),
  columns: {
    checklist: { words: ['Checklist', '检查表'], type: 'reference', label: 'checklistName' },
    at: { words: ['On', '检查日期'], type: 'moment' },
    organization: { words: ['Community', '被检查单位'], type: 'reference', label: 'organizationName' },
    stage: { words: ['Stage', '阶段'], type: 'choice', values: stageWords, phrase: ['that are {value}', '{value}的'] },
    findings: { words: ['Findings', '发现问题数'], type: 'number' },
  },
  measures: {
    count: { words: ['Number of', '次数'], unit: ['{n}', '{n}次'], kind: 'count' },
    final: {
      words: ['Number that are final', '已定稿次数'],
      unit: ['{n}', '{n}次'],
      kind: 'count',
      where: { stage: ['final'] },
    },
    findings: { words: ['Findings', '发现问题数'], unit: ['{n}', '{n}个'], kind: 'sum', column: 'findings' },
    perReview: {
      words: ['Findings per review', '次均发现问题数'],
      unit: ['{n}', '{n}个'],
      kind: 'rate',
      top: 'findings',
      bottom: 'count',
    },
  },
  shows: ['checklist', 'organization', 'at', 'stage', 'findings'],
  link: '/reviews/:review',
}
