import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { Column, Fact } from '../../../../platform/facts.ts'
import { countOf, findings, ofFinding } from '../facts.ts'

/** Where the owner works: of several parts the one nearest to the finding's, on the action's day. */
const ownPart = sql<{ id: string; name: string }>`(
  select q.id, q.name from membership m join organization q on q.tenant_id = m.tenant_id and q.id = m.organization_id
  where m.tenant_id = a.tenant_id and m.person_id = a.owner_id and m.from_date <= a.due_on
    and (m.to_date is null or m.to_date > a.due_on)
  order by starts_with(o.path, q.path) desc, length(q.path) desc, q.id limit 1)`

const actions = (tx: Tx) =>
  findings(tx)
    .innerJoin('correctiveAction as a', (join) =>
      join.onRef('a.tenantId', '=', 'f.tenantId').onRef('a.findingId', '=', 'f.id'),
    )
    .innerJoin('person as w', (join) => join.onRef('w.tenantId', '=', 'a.tenantId').onRef('w.id', '=', 'a.ownerId'))
    .leftJoinLateral(ownPart.as('q'), (join) => join.onTrue())
    .select(['a.what', 'a.ownerId as owner', 'w.name as ownerName', 'q.id as ownPart', 'q.name as ownPartName'])

const ofAction = {
  what: { words: ['Action', '措施'], type: 'text', phrase: ['that say “{value}”', '内容含“{value}”的'] },
  ...ofFinding,
  owner: { words: ['Owner', '责任人'], type: 'reference', label: 'ownerName', person: true },
  ownPart: {
    words: ['Where the owner works', '责任人所在单位'],
    type: 'reference',
    label: 'ownPartName',
    phrase: ['of people of {value}', '{value}人员负责的'],
  },
} satisfies Record<string, Column>

const timely = {
  inTime: ['done in time', '按期完成'],
  afterwards: ['done afterwards', '逾期完成'],
  overdue: ['overdue', '逾期未完成'],
  open: ['not due yet', '未到期'],
} as const

/** What was to be done, on the day it was due, and whether it was done by then. */
const action: Fact = {
  name: 'action',
  words: ['corrective actions', '整改措施'],
  verb: ['of', '的'],
  time: 'moment',
  source: (tx) =>
    actions(tx)
      .select(['a.id', sql<Date>`a.due_on::timestamp at time zone z.time_zone`.as('at')])
      .select(
        sql<string>`case
          when (a.done_at at time zone z.time_zone)::date <= a.due_on then 'inTime'
          when a.done_at is not null then 'afterwards'
          when a.due_on < (now() at time zone z.time_zone)::date then 'overdue'
          else 'open' end`.as('timely'),
      )
      .select(sql<boolean>`coalesce((a.done_at at time zone z.time_zone)::date <= a.due_on, false)`.as('inTime')),
  columns: {
    ...ofAction,
    timely: { words: ['In time', '完成情况'], type: 'choice', values: timely, phrase: ['({value})', '（{value}）'] },
    inTime: {
      words: ['Done in time', '按期完成'],
      type: 'flag',
      phrases: { yes: ['done in time', '按期完成的'], no: ['not done in time', '未按期完成的'] },
    },
  },
  measures: {
    due: { words: ['Number of', '到期数量'], ...countOf },
    inTime: { words: ['Number done in time of', '按期完成数'], ...countOf, where: { timely: ['inTime'] } },
    overdue: { words: ['Number of overdue', '逾期未完成数'], ...countOf, where: { timely: ['overdue'] } },
    shareInTime: {
      words: ['Share done in time of', '按期完成率'],
      unit: ['{n}', '{n}'],
      kind: 'share',
      column: 'inTime',
    },
  },
  shows: ['what', 'words', 'owner', 'organization', 'at', 'timely'],
  link: '/findings/:finding',
}

/**
 * The days on which an action was late: from the day after it was due until it was done. Reopened it has a date of its own, and
 * more time is granted only before the day has passed, so the last date of an opening is the one that counts.
 */
const lateness = sql<{ tenantId: string; id: string; actionId: string; fromDate: string; toDate: string | null }>`(
  select r.tenant_id, r.id, r.action_id, r.due_on + 1 as from_date, r.done_on as to_date
  from (
    select s.tenant_id, s.id, s.action_id, (
        select e.due_on from finding_event e where e.tenant_id = s.tenant_id and e.action_id = s.action_id
          and e.kind in ('raised', 'reopened', 'extended') and (e.at, e.id) >= (s.at, s.id)
          and (s.next is null or (e.at, e.id) < (s.next, s.next_id))
        order by e.at desc, e.id desc limit 1) as due_on, (
        select (min(e.at) at time zone z.time_zone)::date from finding_event e where e.tenant_id = s.tenant_id
          and e.action_id = s.action_id and e.kind = 'done' and (e.at, e.id) > (s.at, s.id)) as done_on
    from (
      select tenant_id, id, action_id, at, lead(at) over one as next, lead(id) over one as next_id
      from finding_event where kind in ('raised', 'reopened') and action_id is not null
      window one as (partition by tenant_id, action_id order by at, id)) s
    join tenant z on z.id = s.tenant_id) r
  where (r.done_on is null or r.done_on > r.due_on + 1)
    and r.due_on < (now() at time zone (select time_zone from tenant where id = r.tenant_id))::date)`

const overdueAction: Fact = {
  name: 'overdueAction',
  words: ['overdue actions', '逾期措施'],
  verb: ['of', '的'],
  time: 'span',
  source: (tx) =>
    actions(tx)
      .innerJoin(lateness.as('s'), (join) =>
        join.onRef('s.tenantId', '=', 'a.tenantId').onRef('s.actionId', '=', 'a.id'),
      )
      .select(['s.id', 's.fromDate', 's.toDate']),
  columns: { ...ofAction },
  measures: { count: { words: ['Number of', '数量'], ...countOf } },
  shows: ['what', 'words', 'owner', 'organization'],
  link: '/findings/:finding',
}

export const facts: readonly Fact[] = [action, overdueAction]
