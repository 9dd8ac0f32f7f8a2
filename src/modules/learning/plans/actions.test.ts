import { beforeEach, expect, test } from 'vitest'
import { town } from '../../../../test/town.ts'
import { newId } from '../../../platform/database.ts'
import { cancelActivity, changeActivity, createActivity } from '../../activities/actions.ts'
import { getActivity, listActivities } from '../../activities/seeing/actions.ts'
import { figure, figureSeries } from '../../indicators/actions.ts'
import { addGroupMember } from '../../organizations/groups/actions.ts'
import { agreeStudyPlan, beginStudyPlan, compareStudyPlan, discardStudyDraft, writeStudyPlan } from './actions.ts'
import type { StudyPlan, TopicFields } from './contract.ts'
import { fitTopic } from './fitting/actions.ts'
import { getStudyPlan, listStudyPlans } from './seeing/actions.ts'

let here: Awaited<ReturnType<typeof town>>
beforeEach(async () => {
  here = await town()
})

const topic = (title: string, more: Partial<TopicFields> = {}): TopicFields => ({
  id: newId(),
  title,
  aim: null,
  material: null,
  minutes: 120,
  fromMonth: 1,
  toMonth: 12,
  ...more,
})

const governance = topic('基层治理', { toMonth: 2 })
const safety = topic('安全生产', { minutes: 240 })
const service = topic('为民服务')

/** The plan of the study group for 2026, written and agreed by Li Na in January. */
async function agreed(topics = [governance, safety, service]): Promise<StudyPlan> {
  const january = here.lina.at('2026-01-08T01:00:00Z')
  const { id: studyPlanId } = await january.does(beginStudyPlan, {
    groupId: here.studyGroup,
    year: 2026,
    asLastYear: false,
  })
  await january.does(writeStudyPlan, { studyPlanId, topics, reason: null, revision: 0 })
  return january.does(agreeStudyPlan, { studyPlanId, reason: null })
}

const study = (topic: string | null, startsAt: string, series: string | null = null) => ({
  kind: 'study' as const,
  title: '周五学习',
  topic,
  description: null,
  hostId: here.organizations.willow,
  placeId: null,
  groupId: here.studyGroup,
  teamIds: [],
  equipmentIds: [],
  startsAt: new Date(startsAt),
  endsAt: new Date(Date.parse(startsAt) + 7_200_000),
  series: series ? { rule: series, onHoliday: 'nextWorkday' as const, onMakeup: true } : null,
})

const states = ({ topics }: StudyPlan) => topics.map(({ title, state, held }) => `${title} ${state} ${held}`)

test('what is studied is read from the sessions held; a session that was called off, or is still ahead, was not held', async () => {
  const { id: studyPlanId } = await agreed()
  await here.lina.does(createActivity, study('安全生产', '2026-03-06T06:00:00Z'))
  const fallen = await here.lina.does(createActivity, study('为民服务', '2026-05-08T06:00:00Z'))
  await here.lina.does(cancelActivity, { activityId: fallen.id, reason: '讲师生病', scope: 'this' })
  await here.lina.does(createActivity, study('为民服务', '2026-04-24T06:00:00Z'))
  await here.lina.does(createActivity, study('读书会', '2026-03-13T06:00:00Z'))
  const plan = await here.lina.does(getStudyPlan, { studyPlanId })
  expect(states(plan)).toEqual(['基层治理 late 0', '安全生产 thin 120', '为民服务 open 0'])
  expect(plan.topics[2]?.ahead).toBe(120)
  expect(plan.otherSessions.map(({ topic }) => topic)).toEqual(['读书会'])
  const counted = async (measure: string) =>
    (await here.lina.does(figure, { fact: 'studyTopic', measure, filter: '', period: '2026' })).value
  expect([await counted('planned'), await counted('covered')], 'as it stands today').toEqual([3, 0])
  const april = here.lina.at('2026-04-25T01:00:00Z')
  expect(states(await april.does(getStudyPlan, { studyPlanId }))[2]).toBe('为民服务 covered 120')
  const since = await april.does(figure, { fact: 'studyTopic', measure: 'covered', filter: '', period: '2026' })
  expect(since.value).toBe(1)
})

test('an agreed plan changes by a next version that says why; a topic that has another name keeps its sessions', async () => {
  const { id: studyPlanId } = await agreed()
  await here.lina.does(createActivity, study('安全生产', '2026-03-06T06:00:00Z'))
  const renamed = { ...safety, title: '消防与生产安全', minutes: 120 }
  const drafted = await here.lina.does(writeStudyPlan, {
    studyPlanId,
    topics: [renamed, service],
    reason: null,
    revision: null,
  })
  expect(drafted.agreed, 'what is agreed stands until the next is').toBe(1)
  expect(states(drafted)).toHaveLength(3)
  await expect(here.lina.does(agreeStudyPlan, { studyPlanId, reason: null })).rejects.toThrow('changeNeedsReason')
  const changed = await here.lina.does(agreeStudyPlan, { studyPlanId, reason: '按上级通知调整' })
  expect(states(changed)).toEqual(['消防与生产安全 covered 120', '为民服务 open 0'])
  expect(changed.versions.map(({ number, reason, agreedBy }) => [number, reason, agreedBy])).toEqual([
    [2, '按上级通知调整', '李娜'],
    [1, null, '李娜'],
  ])
  const differences = await here.lina.does(compareStudyPlan, { studyPlanId, from: 1, to: 2 })
  expect(differences.map(({ title, change, fields }) => [title, change, fields.map(({ field }) => field)])).toEqual([
    ['消防与生产安全', 'changed', ['title', 'minutes']],
    ['为民服务', 'same', []],
    ['基层治理', 'gone', []],
  ])
})

test('of two who change the same draft the second is told; of two plans of a group for a year there is one', async () => {
  const { id: studyPlanId } = await agreed()
  await here.lina.does(writeStudyPlan, { studyPlanId, topics: [safety], reason: null, revision: null })
  const second = here.admin.does(writeStudyPlan, { studyPlanId, topics: [service], reason: null, revision: null })
  await expect(second).rejects.toThrow('planChangedMeanwhile')
  const again = { groupId: here.studyGroup, year: 2026, asLastYear: false }
  await expect(here.lina.does(beginStudyPlan, again)).rejects.toThrow('planThere')
  await here.lina.does(discardStudyDraft, { studyPlanId })
  expect((await here.lina.does(getStudyPlan, { studyPlanId })).drafting).toBe(false)
})

test('what is late is put on the next free Friday with one tap; what has no session yet gets one by the rule', async () => {
  const { id: studyPlanId } = await agreed([governance, service])
  await here.lina.does(createActivity, study(null, '2026-04-17T06:00:00Z', 'FREQ=WEEKLY;BYDAY=FR;COUNT=1'))
  const plan = await here.lina.does(getStudyPlan, { studyPlanId })
  expect(plan.proposals.map(({ title, late }) => [title, late])).toEqual([['基层治理', true]])
  expect(plan.unfitted.map(({ title }) => title)).toEqual(['为民服务'])
  const [fit] = plan.proposals
  const put = { studyPlanId, topicId: governance.id, activityId: fit?.activityId ?? null, day: null }
  const fitted = await here.lina.does(fitTopic, put)
  expect(fitted.topics[0]?.ahead).toBe(120)
  expect(fitted.proposals).toEqual([])
  const sat = await here.lina.does(getActivity, { activityId: fit?.activityId ?? '' })
  expect([sat.topic, sat.detached, sat.seriesId !== null]).toEqual(['基层治理', false, true])
  const renamed = {
    ...study(null, '2026-04-17T06:00:00Z'),
    activityId: sat.id,
    title: '周五晚学习',
    scope: 'all' as const,
  }
  await here.lina.does(changeActivity, { ...renamed, series: null })
  expect(await here.lina.does(getActivity, { activityId: sat.id })).toMatchObject({
    title: '周五晚学习',
    topic: '基层治理',
  })
  await expect(here.lina.does(fitTopic, put), 'it is taken').rejects.toThrow('notFree')
})

test('days of the rule on which nothing stands are proposed when the sessions that stand do not suffice', async () => {
  const { id: studyPlanId } = await here.lina.does(beginStudyPlan, {
    groupId: here.studyGroup,
    year: 2027,
    asLastYear: false,
  })
  // The series stands a year ahead, until April; the topic is for June.
  const june = topic('基层治理', { fromMonth: 6, toMonth: 6 })
  await here.lina.does(createActivity, study(null, '2026-04-17T06:00:00Z', 'FREQ=WEEKLY;BYDAY=FR'))
  await here.lina.does(writeStudyPlan, { studyPlanId, topics: [june], reason: null, revision: 0 })
  const { proposals } = await here.lina.does(getStudyPlan, { studyPlanId })
  expect(proposals.map(({ startsAt, activityId }) => [startsAt.toISOString(), activityId])).toEqual([
    ['2027-06-04T06:00:00.000Z', null],
  ])
  await here.lina.does(fitTopic, { studyPlanId, topicId: june.id, activityId: null, day: '2027-06-04' })
  const { activities } = await here.lina.does(listActivities, { from: '2027-06-01', to: '2027-07-01', mine: false })
  expect(activities.map(({ title, topic }) => [title, topic])).toEqual([['周五学习', '基层治理']])
})

test('members see their plan and change nothing; others do not know of it; the next year begins with what was agreed', async () => {
  const { id: studyPlanId } = await agreed()
  await expect(here.xiaoyu.does(getStudyPlan, { studyPlanId })).rejects.toThrow('notFound')
  const joined = { id: here.studyGroup, personId: here.xiaoyu.id, fromDate: '2026-03-01', toDate: null }
  await here.lina.does(addGroupMember, { ...joined, position: 'member' as const })
  const seen = await here.xiaoyu.does(getStudyPlan, { studyPlanId })
  expect(seen.may).toEqual({ change: false, agree: false })
  const { plans, without } = await here.xiaoyu.does(listStudyPlans, { year: 2026 })
  expect(plans.map(({ groupName }) => groupName)).toEqual(['理论学习中心组'])
  expect(without).toEqual([])
  const next = await here.lina.does(beginStudyPlan, { groupId: here.studyGroup, year: 2027, asLastYear: true })
  expect(next.draft?.topics.map(({ title }) => title)).toEqual(['基层治理', '安全生产', '为民服务'])
  expect(next.draft?.topics.map(({ id }) => id)).not.toContain(governance.id)
})

test('a month that is over keeps its topics: what is covered later, or planned otherwise, changes nothing before', async () => {
  const { id: studyPlanId } = await agreed()
  for (const at of ['2026-03-06T06:00:00Z', '2026-06-05T06:00:00Z'])
    await here.lina.does(createActivity, study('安全生产', at))
  await here.lina.does(createActivity, study('为民服务', '2026-04-24T06:00:00Z'))
  const july = here.lina.at('2026-07-10T02:00:00Z')
  await july.does(writeStudyPlan, { studyPlanId, topics: [safety, service], reason: null, revision: null })
  await july.does(agreeStudyPlan, { studyPlanId, reason: '按上级通知调整' })
  const ask = { fact: 'studyTopic', filter: '', period: '2026' }
  const series = async (measure: string, by: string) =>
    (await here.lina.at('2027-01-05T02:00:00Z').does(figureSeries, { ...ask, measure, by })).parts
  const values = async (measure: string) => (await series(measure, 'month')).map(({ value }) => value)
  expect(await values('planned')).toEqual([3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2])
  // The service of April covers its topic; safety needs four hours, and has them in June.
  expect(await values('covered')).toEqual([0, 0, 0, 1, 1, 2, 2, 2, 2, 2, 2, 2])
  for (const by of ['group', 'organization', 'title'])
    expect(
      (await series('planned', by)).reduce((sum, { value }) => sum + (value ?? 0), 0),
      by,
    ).toBe(2)
})
