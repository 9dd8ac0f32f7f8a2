import { expect, test } from 'vitest'
import { office, type Plan } from '../../../../test/office.ts'
import type { OfficialDocument } from '../../../platform/document/contract.ts'
import { figure } from '../../indicators/actions.ts'
import { questionFrom } from '../../indicators/contract.ts'
import { yearByName, yearInFigures, yearlyReportFile } from './actions.ts'
import { composeYear } from './text/rules.ts'

const nothing: Plan = { communities: 0, people: 0, teams: 0, activities: [], participations: [] }
const busy: Plan = {
  communities: 2,
  people: 3,
  teams: 2,
  activities: [
    { kind: 'study', title: '第1次集中学习', host: null, at: '2023-02-21T09:00', studyGroup: true },
    { kind: 'service', title: '义诊', host: 0, at: '2023-03-31T09:00', hours: 2, teams: [0] },
    { kind: 'service', title: '义诊', host: 1, at: '2023-10-31T09:00', hours: 2, teams: [1] },
    { kind: 'service', title: '义诊', host: 1, at: '2022-10-31T09:00', hours: 2, teams: [1] },
    { kind: 'event', title: '网络安全宣传周', host: 1, at: '2023-09-12T09:00' },
  ],
  participations: [
    { activity: 0, person: 0, status: 'attended', minutes: null },
    { activity: 1, person: 1, status: 'attended', minutes: 120 },
    { activity: 2, person: 2, status: 'attended', minutes: 90 },
    { activity: 3, person: 2, status: 'attended', minutes: 60 },
  ],
  members: [
    { person: 0, from: '2023-01-01', to: null },
    { person: 1, from: '2023-01-01', to: null },
  ],
  stations: [{ community: 0, brand: '健康小屋' }],
  refused: [
    { sheet: '活动台账', row: 91, reason: 'endsBeforeItStarts' },
    { sheet: '活动台账', row: 90, reason: 'badDate' },
  ],
}

const textOf = ({ blocks }: OfficialDocument): string =>
  blocks
    .map((block) => {
      if (block.kind === 'heading') return block.text
      if (block.kind === 'paragraph') return block.runs.map((run) => run.text).join('')
      if (block.kind !== 'table') return ''
      return [block.columns.map((c) => c.title), ...block.rows.map((row) => row.map((run) => run.text))]
        .map((l) => l.join(' | '))
        .join('\n')
    })
    .join('\n')

test('the report tells the year in both languages', async () => {
  const { coordinator } = await office(busy)
  const data = await coordinator.does(yearInFigures, { year: 2023 })
  const chinese = composeYear(data, 'zh-CN')
  expect(chinese.title).toEqual(['柳林街道2023年公共服务工作报告'])
  expect(chinese.signature).toEqual({ organization: '柳林街道', date: '2026-11-23' })
  const text = textOf(chinese)
  expect(text).toContain(
    '截至2023年12月31日，柳林街道辖2个社区，设服务站点1个，形成服务品牌1个。志愿服务队2支，其中常备队伍0支，特色队伍2支。',
  )
  expect(text).toContain('应到2人次，实到1人次（含迟到），出勤率50.0%。')
  expect(text).toContain('全年开展志愿服务2次，共2人参加，累计服务3.5小时，人均1.8小时，时长记录2条。')
  expect(text).toContain('2023年第四季度 | 1 | 1.5')
  expect(text).toContain('合计 | 2 | 3.5 | 1')
  expect(text).toContain('志愿服务活动 | 1次 | 2次 | +1次')
  expect(text).toContain('2022年没有以下记录，不作比较：集中学习、集中学习出勤率、群众活动。')
  expect(text).toContain('最近一次导入退回2行，未计入本报告。')
  const english = textOf(composeYear(data, 'en'))
  expect(english).toContain(
    '2 volunteer services were held. 2 people served 3.5 hours in all, 1.8 hours each, on 2 records.',
  )
  expect(english).toContain('1 study session was held.')
})

test('every figure of the report opens: asked again it gives the number in the text', async () => {
  const { coordinator } = await office(busy)
  const { blocks } = composeYear(await coordinator.does(yearInFigures, { year: 2023 }), 'zh-CN')
  const runs = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.runs : block.kind === 'table' ? block.rows.flat() : [],
  )
  const doors = runs.filter((run) => run.figure !== undefined)
  expect(doors.length).toBeGreaterThan(40)
  for (const { text, figure: written } of doors) {
    const question = questionFrom(written ?? '')
    if (!question) throw new Error(`${written} is no question`)
    const again = await coordinator.does(figure, question)
    expect([again.written[1], again.inWords[1]]).toContain(text)
  }
})

test('a year without records says so, section by section', async () => {
  const { coordinator } = await office(nothing)
  const text = textOf(composeYear(await coordinator.does(yearInFigures, { year: 2023 }), 'zh-CN'))
  for (const missing of ['没有社区', '没有在册人员', '没有集中学习', '没有志愿服务', '没有群众活动'])
    expect(text).toContain(missing)
  expect(text).not.toContain('表1')
  expect(text).not.toContain('2022')
})

test('the figures have names for other programs, and the report is a Word file', async () => {
  const { coordinator } = await office(busy)
  expect(await coordinator.does(yearByName, { year: 2023 })).toMatchObject({
    subdistrict: '柳林街道',
    own_teams: 2,
    group_size: { january: 2, december: 2 },
    study_attendance: { expected: 2, attended: 1, by_month: { '02': { expected: 2, attended: 1 } } },
    service_minutes: 210,
    service_minutes_by_team: { 第1队: 120, 第2队: 90 },
    service_minutes_by_quarter: { Q1: 120, Q2: 0, Q3: 0, Q4: 90 },
    cyber_week_activities: 1,
    rejected_rows: [
      { sheet: '活动台账', row: 90, problem: 'badDate' },
      { sheet: '活动台账', row: 91, problem: 'endsBeforeItStarts' },
    ],
  })
  const file = await coordinator.does(yearlyReportFile, { year: 2023, language: 'en' })
  expect(file.name).toBe('柳林街道: Public service in 2023.docx')
  expect((file.body as Uint8Array).subarray(0, 2)).toEqual(Buffer.from('PK'))
})
