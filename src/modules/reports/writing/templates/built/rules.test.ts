import { expect, test } from 'vitest'
import { office, type Plan } from '../../../../../../test/office.ts'
import type { Context } from '../../../../../platform/context.ts'
import { languages } from '../../../../../platform/i18n.ts'
import { documentIn } from '../../rules.ts'
import { settle } from '../../settled/actions.ts'
import type { Settled } from '../../settled/contract.ts'
import { type BuiltTemplate, builtTemplate, builtTemplates } from './rules.ts'

const nothing: Plan = { communities: 0, people: 0, teams: 0, activities: [], participations: [] }
const busy: Plan = {
  communities: 2,
  people: 3,
  teams: 2,
  activities: [
    { kind: 'study', title: '第1次集中学习', host: null, at: '2023-03-21T09:00', studyGroup: true },
    { kind: 'meeting', title: '例会', host: null, at: '2023-03-22T09:00' },
    { kind: 'service', title: '义诊', host: 0, at: '2023-03-31T09:00', hours: 2, teams: [0] },
    { kind: 'service', title: '网络安全宣讲', host: 1, at: '2023-03-30T09:00', hours: 2, teams: [1] },
    { kind: 'service', title: '义诊', host: 1, at: '2022-03-31T09:00', hours: 2, teams: [1] },
    { kind: 'event', title: '网络安全宣传周', host: 1, at: '2023-03-28T09:00' },
  ],
  participations: [
    { activity: 0, person: 0, status: 'attended', minutes: null },
    { activity: 2, person: 1, status: 'attended', minutes: 120 },
    { activity: 3, person: 2, status: 'attended', minutes: 90 },
    { activity: 4, person: 2, status: 'attended', minutes: 60 },
  ],
  members: [{ person: 0, from: '2023-01-01', to: null }],
  stations: [{ community: 0, brand: '健康小屋' }],
}

const periods: Record<BuiltTemplate, string> = {
  yearly: '2023',
  quarterly: '2023-Q1',
  monthly: '2023-03',
  weekly: '2023-03-27..2023-04-02',
  campaign: '2023',
}

const textOf = ({ blocks }: Settled): string =>
  blocks
    .flatMap((block) => {
      if (block.kind === 'heading') return [block.text]
      if (block.kind === 'paragraph') return [block.runs.map(({ text }) => text).join('')]
      if (block.kind === 'table') return block.rows.map((row) => row.map(({ text }) => text).join(' | '))
      return []
    })
    .join('\n')

async function told(plan: Plan) {
  const { coordinator, root } = await office(plan)
  return async (name: BuiltTemplate, language: 'en' | 'zh-CN'): Promise<Settled> => {
    const { title, document } = builtTemplate(name, language, '网络安全')
    const how = { title, period: periods[name], scope: root, language }
    return coordinator.does((context: Context) => settle(context, document, how), {})
  }
}

test('every template is a document by the model and can be settled, also where nothing is on record', async () => {
  for (const plan of [busy, nothing]) {
    const settled = await told(plan)
    for (const name of builtTemplates)
      for (const language of languages) {
        const { document } = builtTemplate(name, language, '网络安全')
        expect(documentIn(JSON.parse(JSON.stringify(document)))).toEqual(document)
        const text = JSON.stringify((await settled(name, language)).blocks)
        expect([name, language, text.includes('"missing"')]).toEqual([name, language, false])
        expect([name, language, text.length > 50]).toEqual([name, language, true])
      }
  }
})

test('the yearly report tells the year in both languages', async () => {
  const settled = await told(busy)
  const text = textOf(await settled('yearly', 'zh-CN'))
  for (const sentence of [
    '截至2023年12月31日，柳林街道辖2个社区，设服务站点1个，形成服务品牌1个。志愿服务队2支，其中常备队伍0支，特色队伍2支。',
    '开展集中学习1次。召开会议1次。',
    '应到1人次，实到1人次（含迟到），出勤率100.0%。',
    '开展志愿服务2次，共2人参加，累计服务3.5小时，人均1.8小时，时长记录2条。',
    '2023年第一季度 | 2 | 3.5',
    '举办群众活动1次。其中网络安全主题活动1次。',
    '与2022年比较',
    '志愿服务次数 | 1次 | 2次 | +1次',
    '没有同一人时间重叠的志愿服务记录。',
  ])
    expect(text).toContain(sentence)
  expect(text).not.toContain('没有集中学习')
  expect(textOf(await settled('yearly', 'en'))).toContain('Volunteer services held: 2.')
})

test('the digest of a week lists its activities, and a campaign only what carries its name', async () => {
  const settled = await told(busy)
  const week = textOf(await settled('weekly', 'zh-CN'))
  expect(week).toContain('第1社区开展各类活动1次，其中志愿服务1次、群众活动0次。')
  expect(week).toContain('网络安全宣讲')
  expect(week).not.toContain('第1次集中学习')
  const campaign = textOf(await settled('campaign', 'zh-CN'))
  expect(campaign).toContain('开展各类活动2次，其中志愿服务1次、群众活动1次。参与志愿服务1人，累计服务1.5小时。')
  expect(campaign).not.toContain('义诊')
})
