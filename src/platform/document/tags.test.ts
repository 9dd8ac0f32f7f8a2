import { expect, test } from 'vitest'
import { checkTags, type TagFault } from './tags.ts'

const known = { texts: new Set(['标题', '集中学习次数']), loops: new Set(['社区']), inLoops: new Set(['名称']) }
const check = (...texts: string[]) =>
  checkTags(
    texts.map((text, i) => ({ part: 'body' as const, number: i + 1, text })),
    known,
  )

test('a sound template names the tags that it uses', () => {
  expect(check('{标题}', '全年{ 集中学习次数 }次', '{#社区}', '{名称}：{集中学习次数}次', '{/社区}')).toEqual({
    faults: [],
    tags: ['标题', '集中学习次数', '社区', '名称'],
  })
})

test.each<[string, string[], [TagFault, number, string][]]>([
  ['a brace that is not closed', ['好', '全年{集中学习次数次'], [['unclosed', 2, '{集中学习次数次']]],
  ['a brace inside another', ['{标题{集中学习次数}'], [['unclosed', 1, '{标题']]],
  ['a brace that was not opened', ['全年9}次'], [['unopened', 1, '全年9}']]],
  ['nothing between braces', ['{}'], [['empty', 1, '']]],
  ['a name that nobody knows', ['{标提}'], [['unknown', 1, '标提']]],
  ['a name that only a repetition knows', ['{名称}'], [['unknown', 1, '名称']]],
  ['a repetition that never ends', ['{#社区}', '{名称}'], [['loopOpen', 1, '社区']]],
  ['an end without a beginning', ['{/社区}'], [['loopUnopened', 1, '/社区']]],
  ['a repetition of nothing', ['{#站点}{/站点}'], [['loopUnknown', 1, '#站点']]],
])('%s is said with its place', (_, texts, faults) => {
  expect(check(...texts).faults.map(({ fault, number, tag }) => [fault, number, tag])).toEqual(faults)
})
