import type { Fact } from '../../../platform/facts.ts'

const membership: Fact = {
  name: 'membership',
  words: ['people', '在册人员'],
  verb: ['of', '的'],
  time: 'span',
  source: (tx) =>
    tx
      .selectFrom('membership as m')
      .innerJoin('person as p', (join) =>
        join.onRef('p.tenantId', '=', 'm.tenantId').onRef('p.id', '=', 'm.personId').on('p.forgottenAt', 'is', null),
      )
      .innerJoin('organization as o', (join) =>
        join.onRef('o.tenantId', '=', 'm.tenantId').onRef('o.id', '=', 'm.organizationId'),
      )
      .select([
        'm.id',
        'o.path',
        'm.personId as person',
        'p.name as personName',
        'o.id as organization',
        'o.name as organizationName',
        'm.role',
        'm.title',
        'm.fromDate',
        'm.toDate',
      ]),
  columns: {
    person: { words: ['Person', '姓名'], type: 'reference', label: 'personName', person: true },
    organization: {
      words: ['Organization', '组织'],
      type: 'reference',
      label: 'organizationName',
      phrase: ['in {value}', '{value}的'],
    },
    role: {
      words: ['Role', '角色'],
      type: 'choice',
      phrase: ['who are {value}', '担任{value}的'],
      values: {
        administrator: ['administrator', '管理员'],
        coordinator: ['coordinator', '街道干部'],
        secretary: ['secretary', '社区书记'],
        stationManager: ['station manager', '站长'],
        teamLeader: ['team leader', '队长'],
        staff: ['staff', '工作人员'],
        volunteer: ['volunteer', '志愿者'],
        partnerLiaison: ['partner liaison', '共建联络员'],
        auditor: ['auditor', '审计人员'],
      },
      nouns: { volunteer: ['volunteers', '在册志愿者'] },
    },
    title: { words: ['Title', '职务'], type: 'text', phrase: ['whose title contains “{value}”', '职务含“{value}”的'] },
    fromDate: { words: ['From', '起'], type: 'day' },
    toDate: { words: ['To', '止'], type: 'day' },
  },
  measures: {
    people: {
      words: ['Number of', '人数'],
      unit: ['{count, plural, one {{n} person} other {{n} people}}', '{n}人'],
      kind: 'distinct',
      column: 'person',
    },
    count: {
      words: ['Number of memberships of', '任职数'],
      unit: ['{count, plural, one {{n} membership} other {{n} memberships}}', '{n}项'],
      kind: 'count',
    },
  },
  shows: ['person', 'organization', 'role', 'title', 'fromDate', 'toDate'],
  link: '/people/:person',
}

const groupMember: Fact = {
  name: 'groupMember',
  words: ['members of groups', '小组成员'],
  verb: ['of', '的'],
  time: 'span',
  source: (tx) =>
    tx
      .selectFrom('groupMember as m')
      .innerJoin('peopleGroup as g', (join) =>
        join.onRef('g.tenantId', '=', 'm.tenantId').onRef('g.id', '=', 'm.groupId'),
      )
      .innerJoin('organization as o', (join) =>
        join.onRef('o.tenantId', '=', 'g.tenantId').onRef('o.id', '=', 'g.organizationId'),
      )
      .innerJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'm.tenantId').onRef('p.id', '=', 'm.personId'))
      .select([
        'm.id',
        'o.path',
        'm.personId as person',
        'p.name as personName',
        'g.id as group',
        'g.name as groupName',
        'g.kind',
        'm.position',
        'm.fromDate',
        'm.toDate',
      ]),
  columns: {
    person: { words: ['Person', '姓名'], type: 'reference', label: 'personName', person: true },
    group: { words: ['Group', '小组'], type: 'reference', label: 'groupName', phrase: ['in {value}', '{value}的'] },
    kind: {
      words: ['Kind of group', '小组类型'],
      type: 'choice',
      values: {
        study: ['Study group', '学习小组'],
        working: ['Working group', '工作小组'],
        cohort: ['Cohort', '班次'],
      },
      nouns: {
        study: ['members of study groups', '学习小组成员'],
        working: ['members of working groups', '工作小组成员'],
        cohort: ['members of cohorts', '班次成员'],
      },
    },
    position: {
      words: ['Position', '组内职务'],
      type: 'choice',
      phrase: ['who are {value}', '担任{value}的'],
      values: { leader: ['leader', '组长'], deputy: ['deputy', '副组长'], member: ['member', '成员'] },
    },
    fromDate: { words: ['From', '起'], type: 'day' },
    toDate: { words: ['To', '止'], type: 'day' },
  },
  measures: {
    people: {
      words: ['Number of', '人数'],
      unit: ['{count, plural, one {{n} person} other {{n} people}}', '{n}人'],
      kind: 'distinct',
      column: 'person',
    },
  },
  shows: ['person', 'group', 'position', 'fromDate', 'toDate'],
  link: '/people/:person',
}

export const peopleFacts: readonly Fact[] = [membership, groupMember]
