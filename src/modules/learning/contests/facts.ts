import { sql } from 'kysely'
import type { Fact } from '../../../platform/facts.ts'

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
