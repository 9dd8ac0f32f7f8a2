import { expect, test } from 'vitest'
import { office, type Plan } from '../../../../../test/office.ts'
import type { Context } from '../../../../platform/context.ts'
import type { OfficialDocument } from '../../../../platform/document/contract.ts'
import { figure } from '../../../indicators/actions.ts'
import { questionFrom } from '../../../indicators/contract.ts'
import { ReportDocument } from '../contract.ts'
import { type Settling, settle } from './actions.ts'
import type { Settled } from './contract.ts'

const busy: Plan = {
  communities: 2,
  people: 3,
  teams: 2,
  activities: [
    { kind: 'study', title: '第1次集中学习', host: null, at: '2023-02-21T09:00', studyGroup: true },
    { kind: 'service', title: '义诊', host: 0, at: '2023-03-31T09:00', hours: 2, teams: [0] },
    { kind: 'service', title: '理发', host: 1, at: '2023-10-31T09:00', hours: 2, teams: [1] },
    { kind: 'service', title: '义诊', host: 1, at: '2022-10-31T09:00', hours: 2, teams: [1] },
  ],
  participations: [
    { activity: 0, person: 0, status: 'attended', minutes: null },
    { activity: 1, person: 1, status: 'attended', minutes: 120 },
    { activity: 2, person: 2, status: 'attended', minutes: 90 },
    { activity: 3, person: 2, status: 'attended', minutes: 60 },
  ],
}

const services = { fact: 'activity', measure: 'count', filter: 'kind=service' }
const minutes = { fact: 'participation', measure: 'minutes', filter: 'kind=service' }
const text = (words: string) => ({ type: 'text', text: words })
const chip = (question: object, spelled = 'unit') => ({ type: 'figure', attrs: { question, spelled } })
const word = (what: string) => ({ type: 'word', attrs: { what } })
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const heading = (...content: object[]) => ({ type: 'heading', attrs: { level: 1 }, content })
const when = (question: object, op: string, value: number, joins: boolean, ...content: object[]) => ({
  type: 'when',
  attrs: { question, op, value, joins },
  content,
})

const lines = ({ blocks }: Pick<OfficialDocument, 'blocks'>): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'heading') return [`# ${block.text}`]
    if (block.kind === 'paragraph') return [block.runs.map((run) => run.text).join('')]
    if (block.kind === 'list') return block.items.map((item) => `- ${item.map((run) => run.text).join('')}`)
    if (block.kind === 'table')
      return [block.columns.map((c) => c.title), ...block.rows.map((row) => row.map((run) => run.text))].map((l) =>
        l.join(' | '),
      )
    return [block.kind === 'chart' ? block.values.join(',') : block.caption]
  })

const runsOf = ({ blocks }: Settled) =>
  blocks.flatMap((b) => (b.kind === 'paragraph' ? b.runs : b.kind === 'table' ? b.rows.flat() : []))

const settling =
  (document: ReportDocument) =>
  (context: Context, how: Settling): Promise<Settled> =>
    settle(context, document, how)

async function told(content: object[], language: 'en' | 'zh-CN' = 'zh-CN', period = '2023') {
  const there = await office(busy)
  const document = ReportDocument.parse({ type: 'doc', content })
  const title = '柳林街道工作报告'
  const settled = await there.coordinator.does(settling(document), { title, period, scope: there.root, language })
  return { ...there, settled, lines: lines(settled) }
}

test('chips, names and conditions become text, each figure with its key', async () => {
  const { settled, lines, coordinator } = await told([
    heading(word('period'), text('工作')),
    paragraph(
      word('scope'),
      text('举办志愿服务'),
      chip(services, 'chinese'),
      text('，累计'),
      chip(minutes),
      text('。'),
    ),
    when(services, '>', 1, true, paragraph(text('上年'), chip({ ...services, period: 'yearBefore' }), text('。'))),
    when(services, '>', 2, false, paragraph(text('没有这一段'), chip(services))),
    paragraph(text('截至'), word('lastDay'), text('，一季度'), chip({ ...services, period: '2023-Q1' }, 'number')),
  ])
  expect(lines).toEqual([
    '# 2023年工作',
    '柳林街道举办志愿服务两次，累计3.5小时。上年1次。',
    '截至2023年12月31日，一季度1',
  ])
  for (const run of runsOf(settled).filter((run) => run.figure !== undefined)) {
    const kept = settled.figures[run.figure ?? '']
    const question = questionFrom(run.figure ?? '')
    if (!kept || !question) throw new Error(`${run.figure} is no figure of the report`)
    expect((await coordinator.does(figure, question)).value).toBe(kept.value)
  }
  expect(Object.keys(settled.figures)).toHaveLength(4)
})

test('a part is repeated for each community, in its name and with its figures', async () => {
  const { lines } = await told([
    { type: 'perCommunity', content: [paragraph(word('scope'), text('举办志愿服务'), chip(services), text('。'))] },
  ])
  expect(lines).toEqual(['第1社区举办志愿服务1次。', '第2社区举办志愿服务1次。'])
})

test('tables and lists come from records, and every number in them opens', async () => {
  const { settled, lines, coordinator } = await told([
    {
      type: 'breakdown',
      attrs: {
        by: 'quarter',
        columns: [
          { title: '次数', question: services },
          { title: '时长', question: minutes },
        ],
      },
    },
    {
      type: 'comparison',
      attrs: {
        against: 'yearBefore',
        rows: [
          { title: '志愿服务', question: services },
          { title: '会议', question: { ...services, filter: 'kind=meeting' } },
        ],
      },
    },
    { type: 'recordList', attrs: { question: services, columns: ['title'], limit: 1, as: 'list' } },
    { type: 'chart', attrs: { question: minutes, by: 'quarter', kind: 'bar' } },
  ])
  expect(lines).toEqual([
    '按季度 | 次数 | 时长',
    '2023年第一季度 | 1 | 2',
    '2023年第四季度 | 1 | 1.5',
    '合计 | 2 | 3.5',
    '项目 | 2022年 | 2023年 | 增减',
    '志愿服务 | 1次 | 2次 | +1次',
    expect.stringMatching(/^- (义诊|理发)$/),
    '共2条，以上列出前1条。',
    '2,0,0,1.5',
  ])
  const keys = runsOf(settled).flatMap((run) => run.figure ?? [])
  expect(keys).toHaveLength(9)
  for (const key of keys) {
    const question = questionFrom(key)
    if (!question) throw new Error(`${key} is no question`)
    expect((await coordinator.does(figure, question)).value).toBe(settled.figures[key]?.value)
  }
})

test('a question that cannot be asked says so in words; all others are answered', async () => {
  const { settled, lines } = await told(
    [
      paragraph(text('a '), chip({ fact: 'gone', measure: 'count' }), text(' b '), chip(services)),
      paragraph(chip({ indicator: '00000000-0000-7000-8000-000000000001' })),
      paragraph(chip({ ...services, scope: '00000000-0000-7000-8000-000000000001' })),
      when({ fact: 'gone', measure: 'count' }, '>', 0, false, paragraph(text('never'))),
    ],
    'en',
  )
  expect(lines).toEqual([
    'a [Nothing of that name is counted here.] b 2',
    '[The indicator of this figure no longer exists.]',
    '[The organization of this figure no longer exists]',
  ])
  expect(runsOf(settled).filter(({ missing }) => missing)).toHaveLength(3)
})

test('a secretary’s report holds no figure of another community', async () => {
  const { asked, communities } = await office(busy)
  const [own, other] = communities
  const document = ReportDocument.parse({
    type: 'doc',
    content: [paragraph(chip(services), text('、'), chip({ ...services, scope: other }))],
  })
  const settled = await asked('secretary', 0).does(settling(document), {
    title: '工作报告',
    period: '2023',
    scope: own ?? '',
    language: 'zh-CN',
  })
  expect(lines(settled)).toEqual(['1次、【该数字超出了读者可查看的范围】'])
})

test('relative periods follow the report: the month before, the year so far', async () => {
  const { lines } = await told(
    [
      paragraph(
        chip(services),
        chip({ ...services, period: 'periodBefore' }),
        chip({ ...services, period: 'yearToDate' }),
      ),
      paragraph(word('period'), word('periodBefore'), word('yearBefore')),
    ],
    'zh-CN',
    '2023-04',
  )
  expect(lines).toEqual(['0次1次1次', '2023年4月2023年3月2022年4月'])
})
