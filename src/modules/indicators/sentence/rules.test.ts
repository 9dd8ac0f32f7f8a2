import { expect, test } from 'vitest'
import type { Fact } from '../../../platform/facts.ts'
import { parseFilter } from '../filter/rules.ts'
import { parsePeriod } from '../period/rules.ts'
import { differenceInWords, inWords, partsSum, writtenIn } from '../rules.ts'
import { definitionOf } from './rules.ts'

const source = () => {
  throw new Error('nothing is read here')
}
const visit: Fact = {
  name: 'visit',
  words: ['visits', '走访'],
  verb: ['paid by', '开展的'],
  time: 'moment',
  source,
  columns: {
    kind: {
      words: ['Kind', '类别'],
      type: 'choice',
      values: { first: ['first', '首次'], later: ['later', '后续'] },
      nouns: { first: ['first visits', '首访'], later: ['later visits', '回访'] },
    },
    title: { words: ['Title', '主题'], type: 'text', phrase: ['whose title contains “{value}”', '名称含“{value}”的'] },
    team: {
      words: ['Team', '队伍'],
      type: 'many',
      owner: 'id',
      bridge: source,
      phrase: ['by {value}', '{value}参加的'],
    },
    done: { words: ['Done', '已完成'], type: 'flag' },
    minutes: { words: ['Time', '时长'], type: 'minutes' },
  },
  measures: {
    count: {
      words: ['Number of', '次数'],
      unit: ['{count, plural, one {{n} visit} other {{n} visits}}', '{n}次'],
      kind: 'count',
    },
    time: { words: ['Hours spent on', '时长'], unit: ['{n} h', '{n}小时'], kind: 'sum', column: 'minutes' },
    people: { words: ['People at', '人数'], unit: ['{n}', '{n}人'], kind: 'distinct', column: 'title' },
    share: { words: ['Share done of', '完成率'], unit: ['{n}', '{n}'], kind: 'share', column: 'done' },
  },
  shows: ['title'],
  link: '/visits/:id',
}
const measure = (name: string) => {
  const found = visit.measures[name]
  if (!found) throw new Error(`no measure ${name}`)
  return found
}

test.each([
  ['', '2023', 'Number of visits paid by 柳林街道 in 2023', '2023年柳林街道开展的走访次数'],
  ['kind=first', '2023-03', 'Number of first visits paid by 柳林街道 in March 2023', '2023年3月柳林街道开展的首访次数'],
  [
    'kind=first&kind=later&title=安全',
    '2023-Q2',
    'Number of first visits and later visits whose title contains “安全” paid by 柳林街道 in the second quarter of 2023',
    '2023年第二季度柳林街道开展的名称含“安全”的首访、回访次数',
  ],
  [
    'title=%3D安全',
    '2023',
    'Number of visits (Title: “安全”) paid by 柳林街道 in 2023',
    '2023年柳林街道开展的主题为“安全”的走访次数',
  ],
  [
    'team=t1',
    '2023',
    'Number of visits by 宣讲队 paid by 柳林街道 in 2023',
    '2023年柳林街道开展的宣讲队参加的走访次数',
  ],
  [
    'team=',
    '2023',
    'Number of visits (Team: not stated) paid by 柳林街道 in 2023',
    '2023年柳林街道开展的未填写队伍的走访次数',
  ],
  [
    'done=yes',
    '2023',
    'Number of visits (Done: yes) paid by 柳林街道 in 2023',
    '2023年柳林街道开展的已完成为是的走访次数',
  ],
  ['part=own', '2023', 'Number of visits paid by 柳林街道 itself in 2023', '2023年柳林街道本级开展的走访次数'],
  [
    '',
    '2023-03-05..2023-03-11',
    'Number of visits paid by 柳林街道 from 5 March 2023 to 11 March 2023',
    '2023年3月5日至2023年3月11日柳林街道开展的走访次数',
  ],
])('%s in %s is said in one sentence', (filter, text, en, zh) => {
  const period = parsePeriod(text)
  if (!period) throw new Error('no period')
  const asked = { fact: visit, measure: measure('count'), filter: parseFilter(filter) }
  const names = { team: { t1: '宣讲队' } }
  expect(definitionOf(asked, { period, scope: '柳林街道', names, today: '2026-01-01' })).toEqual([en, zh])
})

test('a number is written as its readers expect it', () => {
  expect(writtenIn('en', visit, measure('count'), 12345)).toBe('12,345')
  expect(writtenIn('zh-CN', visit, measure('count'), 12345)).toBe('12345')
  expect(inWords(visit, measure('count'), 1)).toEqual(['1 visit', '1次'])
  expect(inWords(visit, measure('time'), 43_950)).toEqual(['732.5 h', '732.5小时'])
  expect(inWords(visit, measure('share'), 112 / 129)).toEqual(['86.8%', '86.8%'])
  expect(inWords(visit, measure('share'), null)).toEqual(['—', '—'])
  expect(differenceInWords(visit, measure('time'), -90)).toEqual(['−1.5 h', '−1.5小时'])
  expect(differenceInWords(visit, measure('share'), 0.032)).toEqual(['+3.2 percentage points', '+3.2个百分点'])
})

test('only disjoint parts of counts and sums add up', () => {
  expect(['month', 'part', 'kind', 'team'].map((by) => partsSum(visit, measure('count'), by))).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect(['people', 'share'].map((name) => partsSum(visit, measure(name), 'part'))).toEqual([false, false])
  expect(partsSum({ ...visit, time: 'span' }, measure('count'), 'month')).toBe(false)
})
