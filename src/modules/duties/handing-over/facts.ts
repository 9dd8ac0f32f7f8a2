import { sql } from 'kysely'
import type { Fact } from '../../../platform/facts.ts'

type Waiting = {
  tenantId: string
  id: string
  fromPerson: string
  toPerson: string
  onDate: string
  organizationId: string
  fromDate: string
  toDate: string | null
}

/** The days on which a hand-over waited for a signature. It is of the highest part of the tree in which one of its duties is. */
const waiting = sql<Waiting>`(
  select h.tenant_id, h.id, h.from_person, h.to_person, h.on_date, top.organization_id, h.from_date, h.to_date
  from (
    select h.*, (h.created_at at time zone z.time_zone)::date as from_date,
      case when h.given_at is not null and h.taken_at is not null
        then (greatest(h.given_at, h.taken_at) at time zone z.time_zone)::date end as to_date
    from hand_over h join tenant z on z.id = h.tenant_id) h
  cross join lateral (
    select o.id as organization_id
    from duty d join organization o on o.tenant_id = d.tenant_id and o.id = d.organization_id
    where d.tenant_id = h.tenant_id and d.id = any(h.duty_ids)
    order by length(o.path), o.path limit 1) top
  where h.to_date is null or h.to_date > h.from_date)`

export const handOver: Fact = {
  name: 'unsignedHandOver',
  words: ['hand-overs that wait for a signature', '待签字的工作交接'],
  verb: ['in', '的'],
  time: 'span',
  source: (tx) =>
    tx
      .selectFrom(waiting.as('h'))
      .innerJoin('organization as o', (join) =>
        join.onRef('o.tenantId', '=', 'h.tenantId').onRef('o.id', '=', 'h.organizationId'),
      )
      .innerJoin('person as f', (join) =>
        join.onRef('f.tenantId', '=', 'h.tenantId').onRef('f.id', '=', 'h.fromPerson'),
      )
      .innerJoin('person as t', (join) => join.onRef('t.tenantId', '=', 'h.tenantId').onRef('t.id', '=', 'h.toPerson'))
      .select(['h.id', 'o.path', 'h.id as handOver', 'o.id as organization', 'o.name as organizationName', 'h.onDate'])
      .select(['f.id as giver', 'f.name as giverName', 't.id as taker', 't.name as takerName'])
      .select(['h.fromDate', 'h.toDate']),
  columns: {
    giver: { words: ['From', '移交人'], type: 'reference', label: 'giverName', person: true },
    taker: { words: ['To', '接收人'], type: 'reference', label: 'takerName', person: true },
    organization: { words: ['Organization', '单位'], type: 'reference', label: 'organizationName' },
    onDate: { words: ['From which day on', '交接日期'], type: 'day' },
  },
  measures: { count: { words: ['Number of', '数量'], unit: ['{n}', '{n}项'], kind: 'count' } },
  shows: ['giver', 'taker', 'organization', 'onDate'],
  link: '/hand-overs/:handOver',
}
