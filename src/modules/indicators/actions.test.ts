import { expect, test } from 'vitest'
import { office, type Plan } from '../../../test/office.ts'
import { figure, figureCompared, figureRecords, figureRecordsFile, figureSeries } from './actions.ts'
import { type Asking, Question } from './contract.ts'

const year: Plan = {
  communities: 2,
  people: 4,
  teams: 2,
  activities: [
    { kind: 'study', title: '第1次集中学习', host: null, at: '2023-02-21T09:00', studyGroup: true },
    { kind: 'study', title: '第2次集中学习', host: null, at: '2023-03-23T09:00', studyGroup: true },
    { kind: 'service', title: '红旗社区·义诊', host: 0, at: '2023-03-31T23:30', hours: 2, teams: [0, 1] },
    { kind: 'service', title: '义诊回访', host: 0, at: '2023-04-01T00:30', hours: 1, teams: [1] },
    { kind: 'event', title: '网络安全宣传周', host: 1, at: '2023-09-12T09:00' },
    { kind: 'event', title: '元宵灯会（100%）', host: 1, at: '2023-02-05T19:00', cancelled: true },
    { kind: 'event', title: '明年的灯会', host: 1, at: '2026-12-31T19:00' },
  ],
  participations: [
    { activity: 0, person: 0, status: 'attended', minutes: null },
    { activity: 0, person: 1, status: 'late', minutes: null },
    { activity: 1, person: 0, status: 'excused', minutes: null },
    { activity: 2, person: 2, status: 'attended', minutes: 120 },
    { activity: 2, person: 3, status: 'attended', minutes: 90 },
    { activity: 3, person: 2, status: 'attended', minutes: 60 },
    { activity: 3, person: 3, status: 'cancelled', minutes: null },
  ],
  members: [
    { person: 0, from: '2023-01-01', to: null },
    { person: 1, from: '2023-01-01', to: '2023-03-01' },
    { person: 2, from: '2023-03-01', to: null },
  ],
  stations: [
    { community: null, brand: null },
    { community: 0, brand: '健康小屋' },
    { community: 1, brand: '健康小屋' },
  ],
}
const ask = (asking: Asking) => Question.parse(asking)

test('each figure is what the records say, and says what it is', async () => {
  const { coordinator } = await office(year)
  const value = async (asking: Asking) => (await coordinator.does(figure, ask(asking))).value
  const activities = { fact: 'activity', measure: 'count', period: '2023' }
  expect(await value({ ...activities, filter: 'kind=study' })).toBe(2)
  expect(await value({ ...activities, filter: 'kind=event' }), 'one was called off').toBe(1)
  expect(await value({ ...activities, filter: 'kind=event&title=网络安全' })).toBe(1)
  expect(await value({ ...activities, filter: 'title=100%25' })).toBe(0)
  expect(await value({ ...activities, filter: 'kind=event', period: '2026' }), 'it lies ahead').toBe(0)
  expect(await value({ ...activities, period: '2023-Q1' }), 'the day is the office’s own').toBe(3)

  const people = { fact: 'participation', filter: 'kind=study', period: '2023' }
  expect(await value({ ...people, measure: 'expected' }), 'by membership on the day').toBe(4)
  expect(await value({ ...people, measure: 'attended' }), 'who is late has come').toBe(2)
  expect(await value({ ...people, measure: 'attendance' })).toBe(0.5)
  expect(await value({ ...people, measure: 'attendance', period: '2022' })).toBeNull()

  const service = { fact: 'participation', filter: 'kind=service', period: '2023' }
  expect(await value({ ...service, measure: 'minutes' })).toBe(270)
  expect(await value({ ...service, measure: 'volunteers' })).toBe(2)
  expect(await value({ ...service, measure: 'minutesEach' })).toBe(135)
  expect(await value({ ...service, measure: 'medianMinutes' })).toBe(90)
  expect(await value({ fact: 'overlap', measure: 'pairs', period: '2023' })).toBe(1)

  const members = { fact: 'groupMember', measure: 'people', filter: 'kind=study' }
  expect(await value({ ...members, period: '2023-02' })).toBe(2)
  expect(await value({ ...members, period: '2023-03' })).toBe(2)
  expect(await value({ ...members, period: '2022' })).toBe(0)
  expect(await value({ fact: 'place', measure: 'brands', period: '2023' })).toBe(1)

  expect(await coordinator.does(figure, ask({ ...activities, filter: 'kind=study' }))).toMatchObject({
    definition: ['Number of study sessions held by 柳林街道 in 2023', '2023年柳林街道举办的集中学习次数'],
    inWords: ['2', '2次'],
    additive: true,
    records: 2,
  })
  expect((await coordinator.does(figure, ask({ ...service, measure: 'minutes' }))).inWords).toEqual([
    '4.5 hours',
    '4.5小时',
  ])
  expect((await coordinator.does(figure, ask({ ...members, period: '2023-01' }))).definition).toEqual([
    'Number of members of study groups of 柳林街道 on 31 January 2023',
    '截至2023年1月31日柳林街道的学习小组成员人数',
  ])
})

test('a figure opens into parts, each with its own question', async () => {
  const { coordinator, teams } = await office(year)
  const minutes = { fact: 'participation', measure: 'minutes', filter: 'kind=service', period: '2023' }
  const byTeam = await coordinator.does(figureSeries, { ...ask(minutes), by: 'team' })
  expect(byTeam.sums, 'two teams worked together').toBe(false)
  expect(byTeam.parts.map(({ label, value }) => [label[1], value])).toEqual([
    ['第2队', 270],
    ['第1队', 210],
  ])
  const first = byTeam.parts.at(-1)
  if (!first?.question) throw new Error('a team has a question')
  expect(first.question.filter).toBe(`kind=service&team=${teams[0]}`)
  expect((await coordinator.does(figure, first.question)).definition).toEqual([
    'Hours served at volunteer services by 第1队 held by 柳林街道 in 2023',
    '2023年柳林街道举办的第1队参加的志愿服务时长',
  ])
  const byQuarter = await coordinator.does(figureSeries, { ...ask(minutes), by: 'quarter' })
  expect([byQuarter.sums, byQuarter.parts.map(({ value }) => value)]).toEqual([true, [210, 60, 0, 0]])
  const parts = await coordinator.does(figureSeries, {
    ...ask({ fact: 'activity', measure: 'count', period: '2023' }),
    by: 'part',
  })
  expect(parts.parts.map(({ label, value }) => [label[1], value])).toEqual([
    ['第1社区', 2],
    ['第2社区', 1],
    ['柳林街道本级', 2],
  ])
  const group = { fact: 'groupMember', measure: 'people', period: '2023-Q1' }
  const byMonth = await coordinator.does(figureSeries, { ...ask(group), by: 'month' })
  expect([byMonth.sums, byMonth.parts.map(({ value }) => value)]).toEqual([false, [2, 2, 2]])
})

test('a figure stands beside an earlier one, or says that there is nothing to compare with', async () => {
  const { coordinator } = await office(year)
  const study = ask({ fact: 'activity', measure: 'count', filter: 'kind=study', period: '2023-03' })
  const month = await coordinator.does(figureCompared, { ...study, with: 'periodBefore' })
  expect([month.now.value, month.before.value, month.written, month.comparable]).toEqual([1, 1, ['0', '0次'], true])
  const rate = ask({ fact: 'participation', measure: 'attendance', filter: 'kind=study', period: '2023-03' })
  const shares = await coordinator.does(figureCompared, { ...rate, with: 'periodBefore' })
  expect(shares.written).toEqual(['−100.0 percentage points', '−100.0个百分点'])
  const before = await coordinator.does(figureCompared, { ...study, with: 'yearBefore' })
  expect([before.before.period[1], before.comparable]).toEqual(['2022年3月', false])
})

test('a change against an earlier period is a figure, and says so', async () => {
  const { coordinator, activities } = await office(year)
  const study = { fact: 'activity', measure: 'count', filter: 'kind=study', period: '2023-03' }
  const change = await coordinator.does(figure, ask({ ...study, against: 'yearBefore' }))
  expect(change).toMatchObject({
    value: 1,
    written: ['+1', '+1'],
    inWords: ['+1', '+1次'],
    definition: [
      'Number of study sessions held by 柳林街道 in March 2023: change from March 2022',
      '2023年3月柳林街道举办的集中学习次数较2022年3月的增减',
    ],
    additive: true,
    records: 1,
  })
  const minutes = { fact: 'participation', measure: 'minutes', filter: 'kind=service', period: '2023-04' }
  const growth = await coordinator.does(figure, ask({ ...minutes, against: 'periodBefore', as: 'growth' }))
  expect([growth.value, growth.inWords[1], growth.additive]).toEqual([(60 - 210) / 210, '−71.4%', false])
  expect(growth.definition[1]).toBe('2023年4月柳林街道举办的志愿服务时长较2023年3月的增长率')
  const list = await coordinator.does(figureRecords, {
    ...ask({ ...minutes, against: 'periodBefore' }),
    ...{ search: '', offset: 1, limit: 2 },
  })
  expect(list.columns[1]).toMatchObject({ words: ['Period', '时段'], values: { before: ['March 2023', '2023年3月'] } })
  expect([list.total, list.rows.map(({ cells, link }) => [cells.periodOfRow, link])]).toEqual([
    3,
    [
      ['before', `/activities/${activities[2]}`],
      ['before', `/activities/${activities[2]}`],
    ],
  ])
  const none = await coordinator.does(figure, ask({ ...minutes, period: '2022', against: 'yearBefore', as: 'growth' }))
  expect([none.value, none.inWords[1]]).toEqual([null, '—'])
  const share = { fact: 'participation', measure: 'attendance', filter: 'kind=study', period: '2023-03' }
  const points = await coordinator.does(figure, ask({ ...share, against: 'periodBefore' }))
  expect(points.inWords).toEqual(['−100.0 percentage points', '−100.0个百分点'])
  const group = { fact: 'groupMember', measure: 'people', period: '2023', against: 'yearBefore' } as const
  expect((await coordinator.does(figure, ask(group))).definition[0]).toBe(
    'Number of members of groups of 柳林街道 on 31 December 2023: change from 31 December 2022',
  )
  await expect(coordinator.does(figure, ask({ ...study, as: 'growth' }))).rejects.toThrow('againstNothing')
})

test('the list of records is the figure’s own, searchable, and goes to a spreadsheet', async () => {
  const { coordinator, activities, people } = await office(year)
  const asking = ask({ fact: 'participation', measure: 'expected', filter: 'kind=study', period: '2023' })
  const page = { search: '', offset: 0, limit: 3 }
  const list = await coordinator.does(figureRecords, { ...asking, ...page })
  expect(list.total).toBe(4)
  expect(list.rows).toHaveLength(3)
  expect(list.rows[0]?.link).toBe(`/activities/${activities[1]}`)
  expect(list.rows.map(({ cells }) => cells.status)).toContain('unrecorded')
  const found = await coordinator.does(figureRecords, { ...asking, ...page, search: '人员2' })
  expect(found.rows.map(({ cells }) => [cells.person, cells.status])).toEqual([['人员2', 'late']])
  const memberships = ask({ fact: 'groupMember', measure: 'people', period: '2023' })
  const members = await coordinator.does(figureRecords, { ...memberships, ...page })
  expect(members.rows.map(({ link }) => link).sort()).toEqual([`/people/${people[0]}`, `/people/${people[2]}`].sort())
  const file = await coordinator.does(figureRecordsFile, { ...asking, search: '', language: 'zh-CN', format: 'csv' })
  expect(file.name).toBe('2023年柳林街道举办的集中学习应到人次.csv')
  const lines = String(file.body).trimEnd().split('\r\n')
  expect(lines[0]).toBe('\uFEFF姓名,主题,时间,状态,时长,主办单位')
  expect(lines).toContain('人员1,第1次集中学习,2023-02-21 09:00,出勤,,柳林街道')
})

test('nobody counts beyond their part of the tree', async () => {
  const { asked, communities, root } = await office(year)
  const secretary = asked('secretary', 0)
  const all = { fact: 'activity', measure: 'count', period: '2023' }
  expect(await secretary.does(figure, ask(all))).toMatchObject({ value: 2, scope: { id: communities[0] } })
  await expect(secretary.does(figure, ask({ ...all, scope: root }))).rejects.toThrow('notAllowed')
  await expect(secretary.does(figure, ask({ ...all, scope: communities[1] }))).rejects.toThrow('notAllowed')
  await expect(asked('volunteer').does(figure, ask(all))).rejects.toThrow('notAllowed')
  const { coordinator: stranger } = await office(year)
  await expect(stranger.does(figure, ask({ ...all, scope: root }))).rejects.toThrow('notFound')
})

test('a question that cannot be answered says which part of it', async () => {
  const { coordinator } = await office(year)
  const good = { fact: 'activity', measure: 'count', period: '2023' }
  const refusal = (asking: Asking) => expect(coordinator.does(figure, ask(asking))).rejects
  await refusal({ ...good, fact: 'opinion' }).toThrow('unknownFact')
  await refusal({ ...good, measure: 'mood' }).toThrow('unknownMeasure')
  await refusal({ ...good, filter: 'belief=x' }).toThrow('unknownColumn')
  await expect(coordinator.does(figureSeries, { ...ask(good), by: 'at' })).rejects.toThrow('unknownGrouping')
  expect(Question.safeParse({ ...good, period: '2023-13' }).success).toBe(false)
})
