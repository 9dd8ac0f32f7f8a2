import { sql } from 'kysely'
import type { Fact } from '../../../platform/facts.ts'

/** The groups that somebody was in when they handed a quiz in. */
const groups = () =>
  sql<object>`(
    select distinct a.id as owner, g.id as key, g.name as label
    from quiz_attempt a
    join tenant z on z.id = a.tenant_id
    join group_member x on x.tenant_id = a.tenant_id and x.person_id = a.person_id
      and daterange(x.from_date, x.to_date) @> (a.submitted_at at time zone z.time_zone)::date
    join people_group g on g.tenant_id = x.tenant_id and g.id = x.group_id
    where a.tenant_id = current_tenant() and a.submitted_at is not null)`

/** Quizzes that were handed in and scored; whether they were passed is told apart. */
const quizAttempt: Fact = {
  name: 'quizAttempt',
  words: ['quizzes sat', '测验作答'],
  verb: ['held by', '组织的'],
  time: 'moment',
  source: (tx) =>
    tx
      .selectFrom('quizAttempt as a')
      .innerJoin('quiz as z', (join) => join.onRef('z.tenantId', '=', 'a.tenantId').onRef('z.id', '=', 'a.quizId'))
      .innerJoin('organization as o', (join) =>
        join.onRef('o.tenantId', '=', 'z.tenantId').onRef('o.id', '=', 'z.organizationId'),
      )
      .leftJoin('person as n', (join) => join.onRef('n.tenantId', '=', 'a.tenantId').onRef('n.id', '=', 'a.personId'))
      .where('a.submittedAt', 'is not', null)
      .where('a.score', 'is not', null)
      .select([
        'a.id',
        'o.path',
        'a.submittedAt as at',
        'a.personId as person',
        'n.name as personName',
        'a.quizId as quiz',
        'z.name as quizName',
        'z.organizationId as organization',
        'o.name as organizationName',
        sql<boolean>`coalesce(a.passed, false)`.as('passed'),
        sql<
          string | null
        >`(select min(x.topic) from study_session s join activity x on x.tenant_id = s.tenant_id and x.id = s.activity_id
          where s.tenant_id = a.tenant_id and s.quiz_id = a.quiz_id)`.as('topic'),
      ]),
  reached: (marks) =>
    sql`select a.submitted_at as at from quiz_attempt a join ${marks} on marks.key = a.id
      where a.tenant_id = current_tenant() and a.submitted_at is not null`,
  columns: {
    person: { words: ['Person', '姓名'], type: 'reference', label: 'personName', person: true },
    quiz: {
      words: ['Quiz', '测验'],
      type: 'reference',
      label: 'quizName',
      phrase: ['in the quiz {value}', '测验为{value}的'],
    },
    at: { words: ['Handed in', '交卷时间'], type: 'moment' },
    organization: {
      words: ['Held by', '组织单位'],
      type: 'reference',
      label: 'organizationName',
      phrase: ['of {value}', '由{value}组织的'],
    },
    group: {
      words: ['Group', '小组'],
      type: 'many',
      owner: 'id',
      bridge: groups,
      phrase: ['by members of {value}', '{value}成员的'],
    },
    topic: { words: ['Topic of the session', '学习专题'], type: 'text', phrase: ['on “{value}”', '专题含“{value}”的'] },
    passed: {
      words: ['Passed', '合格'],
      type: 'flag',
      phrases: { yes: ['that were passed', '合格的'], no: ['that were not passed', '未合格的'] },
    },
  },
  measures: {
    count: { words: ['Number of', '数量'], unit: ['{n}', '{n}次'], kind: 'count' },
    people: {
      words: ['Number of different people with', '参加人数'],
      unit: ['{count, plural, one {{n} person} other {{n} people}}', '{n}人'],
      kind: 'distinct',
      column: 'person',
    },
    passRate: { words: ['Share passed of', '合格率'], unit: ['{n}', '{n}'], kind: 'share', column: 'passed' },
  },
  shows: ['person', 'quiz', 'at', 'passed'],
  link: '/learning/quizzes/:quiz',
}

export const facts: readonly Fact[] = [quizAttempt]
