import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { newOffice } from '../../../test/imports.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/database.ts'
import { declareFacts } from '../../platform/facts.ts'
import { facts as activityFacts } from '../activities/facts.ts'
import { figure } from '../indicators/actions.ts'
import { facts as organizationFacts } from '../organizations/facts.ts'
import { listGroups } from '../organizations/groups/actions.ts'
import { facts } from './facts.ts'
import { agreeStudyPlan, beginStudyPlan, writeStudyPlan } from './plans/actions.ts'
import { getStudyPlan } from './plans/seeing/actions.ts'
import { getSession } from './sessions/seeing/actions.ts'

const expected = JSON.parse(readFileSync('test/data/office-2023.expected.json', 'utf8'))

test('the office’s year of study gives the same figures through its plan and its sessions as its own ledger', async () => {
  declareFacts([...organizationFacts, ...activityFacts, ...facts])
  const office = await newOffice()
  await office.take(['test/data/office-2023.xlsx'])
  const lina = newId()
  await office.does(({ tx }) => tx.insertInto('person').values({ id: lina, name: '李娜', search: '' }).execute())
  const role = { role: 'coordinator' as const, organizationId: office.rootId, path: `/${office.rootId}/` }
  const does = <T>(work: (context: Context) => Promise<T>) =>
    office.does((context) => work({ ...context, me: { ...context.me, id: lina, roles: [role] } }))

  const [group] = await does((context) => listGroups(context, {}))
  const groupId = group?.id ?? ''
  const begun = await does((context) => beginStudyPlan(context, { groupId, year: 2023, asLastYear: false }))
  const studyPlanId = begun.id
  expect(begun.otherSessions).toHaveLength(expected.study_sessions)

  const topics = begun.otherSessions.map(({ topic, startsAt, endsAt }) => ({
    id: newId(),
    title: topic ?? '',
    aim: null,
    material: null,
    minutes: (+endsAt - +startsAt) / 60_000,
    fromMonth: 1,
    toMonth: 12,
  }))
  await does((context) => writeStudyPlan(context, { studyPlanId, topics, reason: null, revision: 0 }))
  await does((context) => agreeStudyPlan(context, { studyPlanId, reason: null }))
  const { tally, otherSessions } = await does((context) => getStudyPlan(context, { studyPlanId }))
  expect([tally.covered, otherSessions.length]).toEqual([expected.study_sessions, 0])

  const value = async (fact: string, measure: string, filter: string, period: string) =>
    (await does((context) => figure(context, { fact, measure, filter, period }))).value
  expect(await value('studyTopic', 'covered', '', '2023')).toBe(expected.study_sessions)
  const { by_month, ...year } = expected.study_attendance
  const attendance = async (period: string) => ({
    expected: await value('participation', 'expected', 'kind=study', period),
    attended: await value('participation', 'attended', 'kind=study', period),
  })
  expect(await attendance('2023')).toEqual(year)
  for (const { id, startsAt } of begun.otherSessions) {
    const month = new Date(+startsAt + 8 * 3_600_000).toISOString().slice(0, 7)
    const counted = by_month[month.slice(5)]
    expect(await attendance(month)).toEqual(counted)
    const { absent } = await does((context) => getSession(context, { activityId: id }))
    expect(absent, 'whoever may make it up').toHaveLength(counted.expected - counted.attended)
  }
})
