import { sql } from 'kysely'
import type { Fact } from '../../platform/facts.ts'
import { handOver } from './handing-over/facts.ts'
import { facts as meetingFacts } from './meetings/facts.ts'
import { stateWords } from './objectives/messages.ts'
import { policyReading } from './policies/facts.ts'
import { review } from './reviews/facts.ts'

const objective: Fact = {
  name: 'objective',
  words: ['objectives', '目标任务'],
  verb: ['of', '的'],
  time: 'span',
  // An objective is one of its year; its state is the latest that the clock found.
  source: (tx) =>
    tx
      .selectFrom('objective as b')
      .innerJoin('organization as o', (join) =>
        join.onRef('o.tenantId', '=', 'b.tenantId').onRef('o.id', '=', 'b.organizationId'),
      )
      .where('b.removedAt', 'is', null)
      .select(['b.id', 'o.path', 'b.id as objective', 'b.title', 'o.id as organization', 'o.name as organizationName'])
      .select(['b.state', 'b.since'])
      .select(sql<string>`make_date(b.year, 1, 1)`.as('fromDate'))
      .select(sql<string>`make_date(b.year + 1, 1, 1)`.as('toDate')),
  columns: {
    title: {
      words: ['Objective', '目标'],
      type: 'text',
      phrase: ['whose title contains “{value}”', '标题含“{value}”的'],
    },
    state: { words: ['State', '状态'], type: 'choice', values: stateWords, phrase: ['that are {value}', '{value}的'] },
    organization: { words: ['Organization', '单位'], type: 'reference', label: 'organizationName' },
    since: { words: ['Since', '自'], type: 'day' },
  },
  measures: {
    count: { words: ['Number of', '数量'], unit: ['{n}', '{n}项'], kind: 'count' },
  },
  shows: ['title', 'organization', 'state', 'since'],
  link: '/objectives/:objective',
}

type DutyRow = {
  tenantId: string
  id: string
  duty: string
  name: string
  organizationId: string
  personId: string | null
  vacant: boolean
  fromDate: string
  toDate: string | null
}

/** A row for each stretch of time in which one person or nobody held a duty. */
const stretches = sql<DutyRow>`(
  select d.tenant_id, h.id, d.id as duty, d.name, d.organization_id, h.person_id, false as vacant, h.from_date, h.to_date
  from duty d join duty_holding h on h.tenant_id = d.tenant_id and h.duty_id = d.id and h.seat = 'holder'
  where d.removed_at is null
  union all
  select d.tenant_id, d.id, d.id, d.name, d.organization_id, null, true, lower(gap), upper(gap)
  from duty d cross join lateral unnest(
    datemultirange(daterange(d.from_date, d.to_date)) - coalesce((
      select range_agg(daterange(x.from_date, x.to_date)) from duty_holding x
      where x.tenant_id = d.tenant_id and x.duty_id = d.id and x.seat = 'holder'), '{}'::datemultirange)) as gap
  where d.removed_at is null)`

const duty: Fact = {
  name: 'duty',
  words: ['duties', '职责'],
  verb: ['in', '的'],
  time: 'span',
  source: (tx) =>
    tx
      .selectFrom(stretches.as('v'))
      .innerJoin('organization as o', (join) =>
        join.onRef('o.tenantId', '=', 'v.tenantId').onRef('o.id', '=', 'v.organizationId'),
      )
      .leftJoin('person as p', (join) => join.onRef('p.tenantId', '=', 'v.tenantId').onRef('p.id', '=', 'v.personId'))
      .select(['v.id', 'o.path', 'v.duty', 'v.name', 'o.id as organization', 'o.name as organizationName', 'v.vacant'])
      .select(['v.personId as holder', 'p.name as holderName', 'v.fromDate', 'v.toDate']),
  columns: {
    name: { words: ['Duty', '职责'], type: 'text', phrase: ['whose name contains “{value}”', '名称含“{value}”的'] },
    vacant: {
      words: ['Without a holder', '无责任人'],
      type: 'flag',
      phrases: { yes: ['without a holder', '无责任人的'], no: ['with a holder', '有责任人的'] },
    },
    organization: { words: ['Organization', '单位'], type: 'reference', label: 'organizationName' },
    holder: { words: ['Holder', '责任人'], type: 'reference', label: 'holderName', person: true },
  },
  measures: {
    count: { words: ['Number of', '数量'], unit: ['{n}', '{n}项'], kind: 'count' },
    vacant: {
      words: ['Number of vacant', '无人负责的数量'],
      unit: ['{n}', '{n}项'],
      kind: 'count',
      where: { vacant: ['yes'] },
    },
  },
  shows: ['name', 'organization', 'holder', 'vacant'],
  link: '/duties/:duty',
}

export const facts: readonly Fact[] = [duty, objective, policyReading, ...meetingFacts, review, handOver]
