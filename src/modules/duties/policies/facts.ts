import { sql } from 'kysely'
import type { Fact } from '../../../platform/facts.ts'

type Row = {
  tenantId: string
  id: string
  policyId: string
  versionId: string
  personId: string
  organizationId: string
  read: boolean
  askedOn: string
  readOn: string | null
  fromDate: string
  toDate: string | null
}

/** A row for the days on which somebody was asked and had not read it, and one for those on which they had. */
const stretches = sql<Row>`(
  select r.tenant_id, r.id, r.policy_id, r.version_id, r.person_id, r.organization_id, false as read, r.asked_on, r.read_on,
    r.asked_on as from_date, least(r.read_on, r.ended_on) as to_date
  from policy_reading r where r.read_on is null or r.read_on > r.asked_on
  union all
  select r.tenant_id, r.id, r.policy_id, r.version_id, r.person_id, r.organization_id, true, r.asked_on, r.read_on,
    greatest(r.read_on, r.asked_on), r.ended_on
  from policy_reading r where r.read_on is not null)`

/** Who was asked on a day to have read a policy, and who had by then. */
export const policyReading: Fact = {
  name: 'policyReading',
  words: ['policies to read', '应读制度'],
  verb: ['of people of', '的人员的'],
  time: 'span',
  source: (tx) =>
    tx
      .selectFrom(stretches.as('r'))
      .innerJoin('policy as c', (join) => join.onRef('c.tenantId', '=', 'r.tenantId').onRef('c.id', '=', 'r.policyId'))
      .innerJoin('policyVersion as v', (join) =>
        join.onRef('v.tenantId', '=', 'r.tenantId').onRef('v.id', '=', 'r.versionId'),
      )
      .innerJoin('organization as o', (join) =>
        join.onRef('o.tenantId', '=', 'r.tenantId').onRef('o.id', '=', 'r.organizationId'),
      )
      .leftJoin('person as n', (join) => join.onRef('n.tenantId', '=', 'r.tenantId').onRef('n.id', '=', 'r.personId'))
      .select(['r.id', 'o.path', 'r.fromDate', 'r.toDate', 'r.read', 'r.askedOn', 'r.readOn', 'v.number as version'])
      .select(['c.id as policy', 'c.name as policyName', 'r.personId as person', 'n.name as personName'])
      .select(['o.id as organization', 'o.name as organizationName']),
  columns: {
    policy: { words: ['Policy', '制度'], type: 'reference', label: 'policyName', phrase: ['(“{value}”)', '“{value}”'] },
    version: { words: ['Version', '版本'], type: 'number' },
    person: { words: ['Person', '姓名'], type: 'reference', label: 'personName', person: true },
    organization: {
      words: ['Organization', '组织'],
      type: 'reference',
      label: 'organizationName',
      phrase: ['in {value}', '{value}的'],
    },
    read: {
      words: ['Read', '已读'],
      type: 'flag',
      phrases: { yes: ['that were read', '已读的'], no: ['that were not read', '未读的'] },
    },
    askedOn: { words: ['Asked on', '请阅日期'], type: 'day' },
    readOn: { words: ['Read on', '阅读日期'], type: 'day' },
  },
  measures: {
    asked: { words: ['Number of', '应读人次'], unit: ['{n}', '{n}人次'], kind: 'count' },
    read: { words: ['Number of read', '已读人次'], unit: ['{n}', '{n}人次'], kind: 'count', where: { read: ['yes'] } },
    unread: {
      words: ['Number of unread', '未读人次'],
      unit: ['{n}', '{n}人次'],
      kind: 'count',
      where: { read: ['no'] },
    },
    share: { words: ['Share read', '阅读率'], unit: ['{n}', '{n}'], kind: 'share', column: 'read' },
  },
  shows: ['policy', 'person', 'read', 'askedOn', 'readOn', 'organization'],
  link: '/policies/:policy',
}
