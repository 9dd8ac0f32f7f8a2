import { type Expression, sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { Column } from '../../../platform/facts.ts'
import { categoryWords } from '../../organizations/messages.ts'

const kind: Column = {
  words: ['Kind', '类别'],
  type: 'choice',
  values: {
    meeting: ['Meeting', '会议'],
    study: ['Study session', '集中学习'],
    training: ['Training', '培训'],
    service: ['Volunteer service', '志愿服务'],
    event: ['Public event', '群众活动'],
    visit: ['Check visit', '走访检查'],
  },
  nouns: {
    meeting: ['meetings', '会议'],
    study: ['study sessions', '集中学习'],
    training: ['training courses', '培训'],
    service: ['volunteer services', '志愿服务'],
    event: ['public events', '群众活动'],
    visit: ['check visits', '走访检查'],
  },
}

/** Which teams do the work: those named, and a host that is a team itself. */
const doers = (tx: Tx) =>
  tx
    .selectFrom('activityTeam as t')
    .select(['t.activityId as owner', 't.organizationId as team'])
    .union(
      tx
        .selectFrom('activity as a')
        .innerJoin('organization as h', (join) =>
          join.onRef('h.tenantId', '=', 'a.tenantId').onRef('h.id', '=', 'a.hostId').on('h.kind', '=', 'team'),
        )
        .select(['a.id as owner', 'a.hostId as team']),
    )

/** The teams of an activity. One activity may have several, so their parts need not add up to the whole. */
const teams = (tx: Tx) =>
  tx
    .selectFrom(doers(tx).as('t'))
    .innerJoin('organization as o', 'o.id', 't.team')
    .select(['t.owner', 'o.id as key', 'o.name as label'])

/** The standing categories, and the place's own, of those teams. */
const categories = (tx: Tx) =>
  tx
    .selectFrom(doers(tx).as('t'))
    .innerJoin('organization as o', 'o.id', 't.team')
    .where('o.category', 'is not', null)
    .select(['t.owner', 'o.category as key'])
    .distinct()

/** An activity with its host and place; one that was called off did not take place and is nowhere counted. */
export const held = (tx: Tx) =>
  tx
    .selectFrom('activity as a')
    .innerJoin('organization as o', (join) =>
      join.onRef('o.tenantId', '=', 'a.tenantId').onRef('o.id', '=', 'a.hostId'),
    )
    .leftJoin('place as p', (join) => join.onRef('p.tenantId', '=', 'a.tenantId').onRef('p.id', '=', 'a.placeId'))
    .leftJoin('place as q', (join) => join.onRef('q.tenantId', '=', 'p.tenantId').onRef('q.id', '=', 'p.parentId'))
    .leftJoin('peopleGroup as circle', (join) =>
      join.onRef('circle.tenantId', '=', 'a.tenantId').onRef('circle.id', '=', 'a.groupId'),
    )
    .where('a.cancelledAt', 'is', null)
    .select([
      'o.path',
      'a.startsAt as at',
      'a.id as activity',
      'a.title',
      'a.kind',
      'a.topic',
      'a.hostId as host',
      'o.name as hostName',
      'a.placeId as place',
      'p.name as placeName',
      'a.groupId as group',
      'circle.name as groupName',
      // a room belongs to the station in which it is
      sql<string | null>`case 'station' when p.kind then p.id when q.kind then q.id end`.as('station'),
      sql<string | null>`case 'station' when p.kind then p.name when q.kind then q.name end`.as('stationName'),
    ])

/** When the activities are held to which what was changed belongs. */
export const whenHeld = (marks: Expression<unknown>) =>
  sql`select a.starts_at as at from activity a join ${marks} on marks.key = a.id where a.tenant_id = current_tenant()`

export const columns = {
  activity: {
    words: ['Activity', '活动'],
    type: 'reference',
    label: 'title',
    phrase: ['(“{value}”)', '“{value}”'],
  },
  title: { words: ['Title', '主题'], type: 'text', phrase: ['whose title contains “{value}”', '名称含“{value}”的'] },
  at: { words: ['Time', '时间'], type: 'moment' },
  kind,
  topic: { words: ['Topic', '学习专题'], type: 'text', phrase: ['on “{value}”', '专题含“{value}”的'] },
  host: { words: ['Host', '主办单位'], type: 'reference', label: 'hostName', phrase: ['by {value}', '{value}主办的'] },
  group: { words: ['Group', '小组'], type: 'reference', label: 'groupName', phrase: ['of {value}', '{value}的'] },
  place: { words: ['Place', '地点'], type: 'reference', label: 'placeName', phrase: ['at {value}', '在{value}的'] },
  station: {
    words: ['Station', '站点'],
    type: 'reference',
    label: 'stationName',
    phrase: ['in {value}', '在{value}内的'],
  },
  team: {
    words: ['Team', '志愿服务队'],
    type: 'many',
    owner: 'activity',
    bridge: teams,
    phrase: ['by {value}', '{value}参加的'],
  },
  category: {
    words: ['Kind of team', '队伍类别'],
    type: 'many',
    owner: 'activity',
    bridge: categories,
    values: categoryWords,
    phrase: ['by teams of the kind {value}', '{value}类队伍参加的'],
  },
} satisfies Record<string, Column>
