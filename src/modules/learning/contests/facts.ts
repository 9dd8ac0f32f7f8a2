import { sql } from 'kysely'
import type { Fact } from '../../../platform/facts.ts'

/** The groups of whoever has the place, or of the members of the team, when the contest was finished. */
const groups = () =>
  sql<object>`(
    select distinct w.contest_id || ' ' || w.place as owner, g.id as key, g.name as label
    from contest_place w
    join contest c on c.tenant_id = w.tenant_id and c.id = w.contest_id
    join tenant z on z.id = w.tenant_id
    join contest_entrant e on e.tenant_id = w.tenant_id and e.contest_id = w.contest_id and (e.person_id = w.person_id or e.team_id = w.team_id)
    join group_member x on x.tenant_id = e.tenant_id and x.person_id = e.person_id
      and daterange(x.from_date, x.to_date) @> (c.finished_at at time zone z.time_zone)::date
    join people_group g on g.tenant_id = x.tenant_id and g.id = x.group_id
    where w.tenant_id = current_tenant())`

/** Places of contests that are finished: a person's or a team's, with a prize or without. */
const contestPlace: Fact = {
  name: 'contestPlace',
  words: ['places in contests', '竞赛名次'],
  verb: ['held by', '举办的'],
  time: 'moment',
  source: (tx) =>
    tx
      .selectFrom('contestPlace as w')
      .innerJoin('contest as c', (join) =>
        join.onRef('c.tenantId', '=', 'w.tenantId').onRef('c.id', '=', 'w.contestId'),
      )
      .innerJoin('organization as o', (join) =>
        join.onRef('o.tenantId', '=', 'c.tenantId').onRef('o.id', '=', 'c.organizationId'),
      )
      .leftJoin('person as n', (join) => join.onRef('n.tenantId', '=', 'w.tenantId').onRef('n.id', '=', 'w.personId'))
      .where('c.finishedAt', 'is not', null)
      .select([
        sql<string>`coalesce(w.person_id, w.team_id)`.as('id'),
        'o.path',
        'c.finishedAt as at',
        'w.contestId as contest',
        'c.name as contestName',
        'w.personId as person',
        'n.name as personName',
        'c.organizationId as organization',
        'o.name as organizationName',
        sql<string>`w.contest_id || ' ' || w.place`.as('placing'),
        'w.place',
        'w.prize',
        sql<boolean>`w.prize is not null`.as('won'),
      ]),
  columns: {
    contest: {
      words: ['Contest', '竞赛'],
      type: 'reference',
      label: 'contestName',
      phrase: ['in the contest {value}', '竞赛为{value}的'],
    },
    person: { words: ['Person', '姓名'], type: 'reference', label: 'personName', person: true },
    at: { words: ['Finished', '结束时间'], type: 'moment' },
    place: { words: ['Place', '名次'], type: 'number' },
    prize: { words: ['Prize', '奖项'], type: 'text', phrase: ['with the prize “{value}”', '奖项含“{value}”的'] },
    won: {
      words: ['With a prize', '获奖'],
      type: 'flag',
      phrases: { yes: ['with a prize', '获奖的'], no: ['without a prize', '未获奖的'] },
    },
    group: {
      words: ['Group', '小组'],
      type: 'many',
      owner: 'placing',
      bridge: groups,
      phrase: ['of members of {value}', '{value}成员的'],
    },
    organization: {
      words: ['Held by', '主办单位'],
      type: 'reference',
      label: 'organizationName',
      phrase: ['of {value}', '由{value}主办的'],
    },
  },
  measures: {
    count: { words: ['Number of', '数量'], unit: ['{n}', '{n}个'], kind: 'count' },
    contests: {
      words: ['Number of contests with', '竞赛场数'],
      unit: ['{n}', '{n}场'],
      kind: 'distinct',
      column: 'contest',
    },
    prizes: {
      words: ['Number of prizes in', '奖项数'],
      unit: ['{n}', '{n}个'],
      kind: 'count',
      where: { won: ['yes'] },
    },
  },
  shows: ['contest', 'person', 'place', 'prize', 'at'],
  link: '/learning/contests/:contest',
}

export const facts: readonly Fact[] = [contestPlace]
