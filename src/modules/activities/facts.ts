import type { Fact } from '../../platform/facts.ts'
import { participation } from './attendance/facts.ts'
import { columns, held, whenHeld } from './held/facts.ts'
import { overlap } from './overlaps/facts.ts'

const activity: Fact = {
  name: 'activity',
  words: ['activities', '活动'],
  verb: ['held by', '举办的'],
  time: 'moment',
  source: (tx) => held(tx).select('a.id'),
  reached: whenHeld,
  columns,
  measures: {
    count: {
      words: ['Number of', '次数'],
      unit: ['{n}', '{n}次'],
      kind: 'count',
    },
    topics: {
      words: ['Number of topics of', '专题数'],
      unit: ['{count, plural, one {{n} topic} other {{n} topics}}', '{n}个'],
      kind: 'distinct',
      column: 'topic',
    },
  },
  shows: ['title', 'at', 'host', 'place', 'topic'],
  link: '/activities/:activity',
}

export const facts: readonly Fact[] = [activity, participation, overlap]
