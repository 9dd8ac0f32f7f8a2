import { expect, test } from 'vitest'
import type { TopicFields } from '../contract.ts'
import { compareVersions } from './rules.ts'

const topic = (id: string, more: Partial<TopicFields> = {}): TopicFields => ({
  id,
  title: id,
  aim: null,
  material: null,
  minutes: 120,
  fromMonth: 1,
  toMonth: 3,
  ...more,
})

test('topic by topic: what is new, what changed and from what to what, what is gone', () => {
  const before = [topic('基层治理'), topic('安全生产'), topic('垃圾分类')]
  const after = [topic('安全生产', { title: '消防安全', toMonth: 4 }), topic('为民服务'), topic('基层治理')]
  expect(compareVersions(before, after)).toEqual([
    {
      topicId: '安全生产',
      title: '消防安全',
      change: 'changed',
      fields: [
        { field: 'title', from: '安全生产', to: '消防安全' },
        { field: 'toMonth', from: 3, to: 4 },
      ],
    },
    { topicId: '为民服务', title: '为民服务', change: 'added', fields: [] },
    { topicId: '基层治理', title: '基层治理', change: 'same', fields: [] },
    { topicId: '垃圾分类', title: '垃圾分类', change: 'gone', fields: [] },
  ])
})
