import { listActivities } from '../modules/activities/seeing/actions.ts'
import { addChecklist } from '../modules/checks/checklists/actions.ts'
import { Content } from '../modules/checks/checklists/contract.ts'
import { acknowledgeDuty, createDuty, giveDuty } from '../modules/duties/actions.ts'
import { decide, keepAgenda, noteItem } from '../modules/duties/meetings/actions.ts'
import { keepObjective } from '../modules/duties/objectives/actions.ts'
import {
  acknowledgePolicy,
  askToRead,
  createPolicy,
  differReaders,
  publishPolicy,
  writePolicy,
} from '../modules/duties/policies/actions.ts'
import { readPolicy } from '../modules/duties/policies/seeing/actions.ts'
import { finishReview, keepReview, planReview, sendReview } from '../modules/duties/reviews/actions.ts'
import { answerFinding } from '../modules/duties/reviews/answering/actions.ts'
import { readReview } from '../modules/duties/reviews/seeing/actions.ts'
import { figure } from '../modules/indicators/actions.ts'
import { indicatorQuestion } from '../modules/indicators/named/actions.ts'
import { newId } from '../platform/database.ts'
import { startingId } from '../platform/indicator.ts'
import { addDays, daysBetween, instantOf, yearOf } from '../platform/zone.ts'
import type { Actor } from './actors.ts'
import { people } from './cast.ts'
import { check } from './checks.ts'
import type { Board } from './plans.ts'

type As = (personId: string) => Actor

/** Who answers for what, what is to be reached, and what is not yet in order. */
export async function answer(board: Board, as: As): Promise<void> {
  const policyId = await policy(board, as)
  await duties(board, as, policyId)
  await objectives(board)
  await check(board, as)
  await review(board, as)
  await meeting(board)
}

const moment = ({ today }: Board, days: number, time = '09:00') =>
  instantOf(addDays(today, days), time, 'Asia/Shanghai')

/** In two versions; the second was read by one of those whom it asks. */
async function policy(board: Board, as: As): Promise<string> {
  const { lina, organizations, today } = board
  const organizationId = String(organizations.willow)
  const first = ['第一条 服务站每日有人值班。', '第二条 因故不能到岗的，提前一天报告。', '第三条 值班情况逐日登记。']
  const second = first.map((line) => line.replace('提前一天报告', '提前两天报告，并请他人代班'))
  const { id: policyId } = await lina(createPolicy, { organizationId, name: '服务站值班制度' }, moment(board, -200))
  const publish = async (lines: string[], days: number) => {
    const text = lines.join('\n')
    await lina(writePolicy, { policyId, text, inForceFrom: addDays(today, days) }, moment(board, days))
    await lina(publishPolicy, { policyId }, moment(board, days))
  }
  await publish(first, -200)
  const audience = (['secretary', 'stationManager'] as const).map((role) => [
    { is: 'holds' as const, role, organizationId },
  ])
  const seen = await lina(differReaders, { policyId, audience }, moment(board, -200))
  await lina(askToRead, { policyId, audience, in: seen.in, out: seen.out }, moment(board, -200))
  for (const who of ['wang', 'chen', 'qian'] as const)
    await as(people[who].id)(acknowledgePolicy, { policyId, number: 1 }, moment(board, -190))
  await publish(second, -6)
  await as(people.wang.id)(acknowledgePolicy, { policyId, number: 2 }, moment(board, -5))
  return policyId
}

/** Five, one of which nobody holds. */
async function duties(board: Board, as: As, policyId: string): Promise<void> {
  const { lina, organizations, today } = board
  const { sections } = await lina(readPolicy, { policyId })
  const none = { policyId: null, sectionKey: null }
  const duty = { policyId, sectionKey: sections[0]?.key ?? null }
  const all = [
    { at: 'station', name: '消防安全', holder: 'chen', deputy: 'wang', from: none },
    { at: 'station', name: '服务站值班', holder: 'chen', deputy: null, from: duty },
    { at: 'peace', name: '居民议事', holder: 'wang', deputy: null, from: none },
    { at: 'silverTeam', name: '助餐排班', holder: 'zhao', deputy: null, from: none },
    { at: 'pinesStation', name: '档案管理', holder: null, deputy: null, from: none },
  ] as const
  const fromDate = addDays(today, -180)
  for (const { at, name, holder, deputy, from } of all) {
    const fields = { name, about: '', fromDate, toDate: null, ...from, organizationId: String(organizations[at]) }
    const { id: dutyId } = await lina(createDuty, fields)
    if (deputy) await lina(giveDuty, { dutyId, personId: people[deputy].id, seat: 'deputy', fromDate })
    if (!holder) continue
    const given = await lina(giveDuty, { dutyId, personId: people[holder].id, seat: 'holder', fromDate })
    const holdingId = given.holder?.id
    if (holdingId && holder !== 'zhao') await as(people[holder].id)(acknowledgeDuty, { holdingId }, moment(board, -170))
  }
}

/** Their states are what the records of this year say: what was reached, what will be at this pace, and what will not. */
async function objectives(board: Board): Promise<void> {
  const { lina, organizations, today } = board
  const year = yearOf(today)
  const passed = Math.max(0.05, daysBetween(`${year}-01-01`, today) / 366)
  const whole = { year, organizationId: String(organizations.willow), sense: 'atLeast' as const, steps: null }
  const so = async (indicatorId: string, organizationId = whole.organizationId) => {
    const question = await lina(indicatorQuestion, { id: indicatorId, period: String(year), scope: organizationId })
    return (await lina(figure, question)).value ?? 0
  }
  const keep = async (title: string, key: string, target: (soFar: number) => number, more: object = {}) => {
    const fields = { ...whole, title, indicatorId: startingId(key), parentId: null, holderId: people.lina.id, ...more }
    const counted = await so(fields.indicatorId, fields.organizationId)
    return (await lina(keepObjective, { ...fields, target: target(counted) })).id
  }
  const atThisPace = (soFar: number): number => Math.max(1, Math.floor((soFar / passed) * 0.98))
  await keep('全年群众活动', 'publicActivities', (soFar) => Math.max(1, Math.floor(soFar * 0.9)))
  await keep('全年志愿服务时长', 'serviceMinutes', atThisPace)
  await keep('集中学习出勤率', 'studyAttendance', (soFar) =>
    Math.min(1, Math.ceil(((soFar || 0.88) + 0.02) * 100) / 100),
  )
  const parentId = await keep('全年志愿服务活动', 'serviceActivities', atThisPace)
  const part = { organizationId: String(organizations.peace), holderId: people.wang.id, parentId }
  await keep('和平社区志愿服务活动', 'serviceActivities', atThisPace, part)
  // No record counts it, and nothing was shown yet.
  await lina(keepObjective, {
    ...{ ...whole, parentId: null, holderId: people.wang.id },
    ...{ title: '修订社区应急预案', indicatorId: null, target: 1, steps: [1, 1, 1, 1] },
  })
}

/** The office looked at the community's work; the community answered each finding, and it is final. */
async function review(board: Board, as: As): Promise<void> {
  const { lina, organizations, today } = board
  const questions = [
    { id: 'held', kind: 'measure', text: '志愿服务活动次数', from: 12, indicatorId: startingId('serviceActivities') },
    { id: 'board', kind: 'yesNo', text: '公示栏及时更新', grade: 'minor', fault: '公示' },
    { id: 'files', kind: 'yesNo', text: '台账齐全', grade: 'major', fault: '台账' },
  ]
  const content = Content.parse({ sections: [{ id: 'work', title: '社区工作', questions }] })
  const list = { name: '年度工作检查', use: 'review' as const, content }
  const { id: checklistId } = await lina(addChecklist, list, moment(board, -24))
  const planned = { organizationId: String(organizations.peace), reviewerId: people.lina.id, checklistId }
  const when = { period: String(yearOf(today)), plannedOn: addDays(today, -20) }
  const { id: reviewId } = await lina(planReview, { ...planned, ...when }, moment(board, -24))
  const answers = {
    board: { value: 'no' as const, note: '仍是上季度内容' },
    files: { value: 'yes' as const, note: '' },
  }
  await lina(keepReview, { reviewId, answers, more: [], seen: '台账清楚，居民反映接待热情。' }, moment(board, -20))
  await lina(sendReview, { reviewId }, moment(board, -20, '16:00'))
  const wang = as(people.wang.id)
  for (const { id: findingId } of (await wang(readReview, { reviewId })).found) {
    const action = { what: '每月五日前更新公示栏', ownerId: people.chen.id, dueOn: addDays(today, 10) }
    await wang(answerFinding, { reviewId, findingId, words: '情况属实，已安排专人更新。', action }, moment(board, -16))
  }
  await lina(finishReview, { reviewId }, moment(board, -12))
}

/** The last weekly meeting: two decisions, one of which is overdue. Its chair has still to confirm the minutes. */
async function meeting(board: Board): Promise<void> {
  const { lina, organizations, today } = board
  const { activities } = await lina(listActivities, {
    ...{ from: addDays(today, -14), to: addDays(today, -1), kind: 'meeting', mine: false },
    organizationId: String(organizations.willow),
  })
  const last = activities.filter(({ cancelledAt }) => !cancelledAt).at(-1)
  if (!last) return
  const { id: activityId, endsAt } = last
  const held = new Date(+endsAt - 600_000)
  const [duty, festival] = [newId(), newId()]
  const own = (id: string, title: string) => ({ id, kind: 'own' as const, title })
  const items = [own(duty, '服务站值班'), own(festival, '年末慰问')]
  await lina(keepAgenda, { activityId, chairId: people.lina.id, items, seen: [] }, held)
  const minutes = '各站点汇报值班人手。\n青松站缺一人，由街道调剂。'
  await lina(noteItem, { activityId, itemId: duty, minutes, revision: 0 }, held)
  const day = (at: Date) => at.toISOString().slice(0, 10)
  const action = (what: string, ownerId: string, dueOn: string) => [{ what, ownerId, dueOn }]
  const shown = action('公示各站点值班表', people.qian.id, day(endsAt))
  await lina(decide, { activityId, itemId: duty, words: '各站点每日有人值班', actions: shown }, held)
  const listed = action('提出慰问名单', people.wang.id, addDays(today, 6))
  await lina(decide, { activityId, itemId: festival, words: '年末走访慰问独居老人', actions: listed }, held)
}
