import { afterAll, beforeAll, expect, test } from 'vitest'
import { office, type Plan } from '../../../../test/office.ts'
import { declareIndicatorUsers, indicatorUsers, startingId } from '../../../platform/indicator.ts'
import { indicatorsOfYear } from '../../reports/yearly/rules.ts'
import { figure } from '../actions.ts'
import { Question } from '../contract.ts'
import {
  changeIndicator,
  indicatorFigure,
  indicatorQuestions,
  indicatorSeries,
  keepIndicator,
  listIndicators,
  readIndicator,
  restoreIndicator,
  retireIndicator,
} from './actions.ts'
import { keepIndicator as keeping } from './contract.ts'

const plan: Plan = {
  communities: 2,
  people: 2,
  teams: 0,
  activities: [
    { kind: 'study', title: '第1次集中学习', host: null, at: '2023-02-21T09:00' },
    { kind: 'study', title: '第2次集中学习', host: 0, at: '2023-03-23T09:00' },
    { kind: 'event', title: '网络安全宣传周', host: 1, at: '2023-09-12T09:00' },
  ],
  participations: [],
}
const study = startingId('studySessions')
const saving = (saved: object) => keeping.input.parse(saved)
const evenings = saving({
  nameEn: 'Evening events',
  nameZh: '晚间活动',
  noteZh: '不含线上活动。',
  fact: 'activity',
  measure: 'count',
  filter: 'kind=event',
  by: 'part',
})

// The registry is one for all tests of a worker: it is given back as it was.
let users: ReturnType<typeof indicatorUsers> = []
beforeAll(() => {
  users = indicatorUsers()
  declareIndicatorUsers([])
})
afterAll(() => declareIndicatorUsers(users))

test('an office has names for the figures of its year from the first day', async () => {
  const { coordinator, asked } = await office(plan)
  const all = await coordinator.does(listIndicators, { q: '', retired: 'no' })
  expect(all).toHaveLength(indicatorsOfYear.length)
  expect(all.find(({ id }) => id === study)).toMatchObject({
    name: ['Study sessions', '集中学习'],
    definition: [
      'Number of study sessions held by the organization in the period',
      '所选时段所选单位举办的集中学习次数',
    ],
    version: 1,
    owner: { name: '柳林街道' },
  })
  const found = async (q: string) =>
    (await coordinator.does(listIndicators, { q, retired: 'no' })).map(({ name }) => name[1])
  expect(await found('jzxx')).toEqual(['集中学习'])
  expect(await found('hours served')).toEqual(['服务时长', '服务时长记录'])
  const [all2023, own] = [
    await coordinator.does(indicatorFigure, { id: study, period: '2023' }),
    await asked('secretary', 0).does(indicatorFigure, { id: study, period: '2023' }),
  ]
  expect([all2023.value, own.value]).toEqual([2, 1])
  const asFigure = Question.parse({ fact: 'activity', measure: 'count', filter: 'kind=study', period: '2023' })
  expect(await coordinator.does(figure, asFigure)).toEqual(all2023)
})

test('a question gets a name, an owner, and versions that are never written over', async () => {
  const { coordinator, communities } = await office(plan)
  const kept = await coordinator.does(keepIndicator, { ...evenings, ownerId: communities[0] })
  expect(kept).toMatchObject({
    name: ['Evening events', '晚间活动'],
    version: 1,
    owner: { id: communities[0] },
    uses: [],
  })
  const { id } = kept
  const series = await coordinator.does(indicatorSeries, { id, period: '2023' })
  expect(series.parts.map(({ label, value }) => [label[1], value])).toEqual([['第2社区', 1]])

  const again = await coordinator.does(changeIndicator, { ...evenings, id, version: 1 })
  expect(again.version, 'nothing changed').toBe(1)
  const wider = { ...evenings, filter: 'kind=event&kind=study', id, version: 1 }
  const changed = await coordinator.does(changeIndicator, wider)
  expect(changed.versions.map(({ number, question }) => [number, question.filter])).toEqual([
    [2, 'kind=event&kind=study'],
    [1, 'kind=event'],
  ])
  await expect(coordinator.does(changeIndicator, wider)).rejects.toThrow('indicatorChangedMeanwhile')
  expect((await coordinator.does(indicatorFigure, { id, period: '2023' })).value).toBe(3)
  const questions = await coordinator.does(indicatorQuestions, [id, study, communities[0] ?? ''])
  expect([...questions].map(([key, { number }]) => [key, number])).toEqual([
    [id, 2],
    [study, 1],
  ])
})

test('what came with Linli is changed like any other, and keeps what it was', async () => {
  const { coordinator } = await office(plan)
  const more = saving({ nameZh: '学习', fact: 'activity', measure: 'count', filter: 'kind=study&kind=training' })
  const changed = await coordinator.does(changeIndicator, { ...more, id: study, version: 1 })
  expect(changed.versions.map(({ number, name, savedAt }) => [number, name[0], savedAt === null])).toEqual([
    [2, '学习', false],
    [1, 'Study sessions', true],
  ])
  expect(await coordinator.does(listIndicators, { q: '', retired: 'no' })).toHaveLength(indicatorsOfYear.length)
})

test('a name means one thing, and a retired one may be given again', async () => {
  const { coordinator } = await office(plan)
  const taken = saving({ ...evenings, nameEn: '', nameZh: '集中学习' })
  await expect(coordinator.does(keepIndicator, taken)).rejects.toThrow('indicatorNameTaken')
  await expect(coordinator.does(keepIndicator, saving({ ...evenings, nameEn: '', nameZh: '' }))).rejects.toThrow(
    'indicatorNameMissing',
  )
  await coordinator.does(retireIndicator, { id: study })
  expect((await coordinator.does(listIndicators, { q: '', retired: 'yes' })).map(({ id }) => id)).toEqual([study])
  expect((await coordinator.does(indicatorFigure, { id: study, period: '2023' })).value, 'it counts on').toBe(2)
  await coordinator.does(keepIndicator, taken)
  await expect(coordinator.does(restoreIndicator, { id: study })).rejects.toThrow('indicatorNameTaken')
})

test('whoever changes one sees where it shows', async () => {
  const { coordinator } = await office(plan)
  declareIndicatorUsers([
    {
      kind: ['Report', '报告'],
      uses: async (_, ids) => ids.map((indicatorId) => ({ indicatorId, title: '三月工作月报', link: '/reports/1' })),
    },
  ])
  const { uses } = await coordinator.does(readIndicator, { id: study })
  expect(uses).toEqual([{ kind: ['Report', '报告'], title: '三月工作月报', link: '/reports/1' }])
})

test('who may not keep indicators, or not for that organization, changes nothing', async () => {
  const { asked, communities, coordinator, people } = await office(plan)
  const secretary = asked('secretary', 0)
  await secretary.does(keepIndicator, evenings)
  await expect(secretary.does(keepIndicator, { ...evenings, ownerId: communities[1] })).rejects.toThrow('notAllowed')
  await expect(secretary.does(retireIndicator, { id: study })).rejects.toThrow('notAllowed')
  expect((await secretary.does(readIndicator, { id: study })).mayChange).toBe(false)
  const ofPerson = saving({
    ...evenings,
    nameZh: '某人',
    fact: 'participation',
    measure: 'attended',
    filter: `person=${people[0]}`,
  })
  await expect(coordinator.does(keepIndicator, ofPerson)).rejects.toThrow('indicatorOfPerson')
  await expect(coordinator.does(keepIndicator, saving({ ...evenings, nameZh: 'x', by: 'mood' }))).rejects.toThrow(
    'unknownGrouping',
  )
})
