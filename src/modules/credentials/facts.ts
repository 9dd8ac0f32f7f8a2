import { sql } from 'kysely'
import type { Fact } from '../../platform/facts.ts'

/** Certificates, counted when they were issued; a revoked one was issued all the same, and is told apart. */
const certificate: Fact = {
  name: 'certificate',
  words: ['certificates', '证书'],
  verb: ['issued by', '颁发的'],
  time: 'moment',
  source: (tx) =>
    tx
      .selectFrom('credential as c')
      .innerJoin('organization as o', (join) =>
        join.onRef('o.tenantId', '=', 'c.tenantId').onRef('o.id', '=', 'c.organizationId'),
      )
      .leftJoin('person as n', (join) => join.onRef('n.tenantId', '=', 'c.tenantId').onRef('n.id', '=', 'c.personId'))
      .select([
        'c.id',
        'o.path',
        'c.issuedAt as at',
        'c.kind',
        'c.title',
        'c.minutes',
        'c.personId as person',
        'n.name as personName',
        'c.organizationId as organization',
        'o.name as organizationName',
        sql<boolean>`c.revoked_at is not null`.as('revoked'),
      ]),
  reached: (marks) =>
    sql`select c.issued_at as at from credential c join ${marks} on marks.key = c.id where c.tenant_id = current_tenant()`,
  columns: {
    person: { words: ['Person', '姓名'], type: 'reference', label: 'personName', person: true },
    kind: {
      words: ['Kind', '类别'],
      type: 'choice',
      values: {
        hours: ['Volunteer service', '志愿服务时长'],
        course: ['Completion of a course', '学习结业'],
        contest: ['Award', '竞赛获奖'],
      },
      phrase: ['({value})', '（{value}）'],
    },
    title: { words: ['Subject', '项目'], type: 'text', phrase: ['for “{value}”', '项目含“{value}”的'] },
    at: { words: ['Issued', '颁发时间'], type: 'moment' },
    minutes: { words: ['Time certified', '证明时长'], type: 'minutes' },
    organization: {
      words: ['On behalf of', '颁发组织'],
      type: 'reference',
      label: 'organizationName',
      phrase: ['on behalf of {value}', '以{value}名义的'],
    },
    revoked: {
      words: ['Revoked', '已撤销'],
      type: 'flag',
      phrases: { yes: ['that were revoked', '已撤销的'], no: ['that stand', '有效的'] },
    },
  },
  measures: {
    count: { words: ['Number of', '数量'], unit: ['{n}', '{n}份'], kind: 'count' },
    people: {
      words: ['Number of different people with', '获证人数'],
      unit: ['{count, plural, one {{n} person} other {{n} people}}', '{n}人'],
      kind: 'distinct',
      column: 'person',
    },
  },
  shows: ['person', 'kind', 'title', 'at', 'minutes', 'organization'],
  link: '/people/:person/certificates',
}

export const facts: readonly Fact[] = [certificate]
