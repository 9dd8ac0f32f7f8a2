import { sql } from 'kysely'
import type { Fact } from '../../platform/facts.ts'
import { stateWords } from './objectives/messages.ts'

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

export const facts: readonly Fact[] = [objective]
